import crypto from 'node:crypto';
import path from 'node:path';
import { readJson, writePrivateFile } from '../private-files.js';

/** What must be known to enter the embedded server again; `HOME/postgres/state.json`, 0600. */
export interface State {
  readonly adminPassword: string;
  readonly ownerPassword: string;
  readonly port: number;
  /** False until the first start has finished: what lies there until then may be thrown away. */
  readonly ready: boolean;
}

export const OWNER = 'overstory_owner';
export const DATABASE = 'overstory';

const fileIn = (folder: string): string => path.join(folder, 'state.json');

export function readState(folder: string): State | undefined {
  return readJson<State>(fileIn(folder));
}

export function writeState(folder: string, state: State): State {
  writePrivateFile(fileIn(folder), JSON.stringify(state));
  return state;
}

export function newState(): State {
  const password = (): string => crypto.randomBytes(24).toString('base64url');
  return { adminPassword: password(), ownerPassword: password(), port: 0, ready: false };
}

export const ownerUrl = (state: State): string =>
  `postgres://${OWNER}:${state.ownerPassword}@127.0.0.1:${state.port}/${DATABASE}`;

/** The server's own superuser: makes the owner at the first start, and is not used after. */
export const adminUrl = (state: State): string => `postgres://postgres:${state.adminPassword}@127.0.0.1:${state.port}/postgres`;
