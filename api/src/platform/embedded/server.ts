import path from 'node:path';
import { makePrivateFolder } from '../private-files.js';
import { type Account, chooseAccount } from './account.js';
import { findBinaries } from './binaries.js';
import { createOwner, prepareCluster } from './cluster.js';
import { whileLocked } from '../lock.js';
import { canEnter, choosePort, requestStop, runningPid, type Settings, startPostmaster, stopPostmaster } from './postmaster.js';
import { adminUrl, ownerUrl, readState, type State, writeState } from './state.js';
import { enter, leave, others } from './users.js';

export interface EmbeddedOptions {
  /** The installation's folder; the server lives in `HOME/postgres`. */
  readonly home: string;
  readonly settings?: Settings;
  readonly log?: (line: string) => void;
}

export interface EmbeddedServer {
  /** The owner's address. */
  readonly url: string;
  /** The superuser's address: for tests and repair. */
  readonly adminUrl: string;
  readonly mode: Account['mode'];
  /** Whether another process had started it. */
  readonly joined: boolean;
  /** Starts it again, under the same address, if it was killed; answers whether that was needed. */
  revive(): Promise<boolean>;
  /** Lets go of it; the last one to let go stops it. */
  close(): Promise<void>;
}

/**
 * The real PostgreSQL that comes with the packages, for one machine and any user, root included. Processes
 * share it: the first starts it, the last stops it, and one that was left behind by a killed process is
 * taken over.
 */
export async function startEmbedded({ home, settings = {}, log = () => undefined }: EmbeddedOptions): Promise<EmbeddedServer> {
  const folder = makePrivateFolder(path.join(path.resolve(home), 'postgres'));
  const lock = path.join(folder, 'lock');
  const account = chooseAccount(await findBinaries(), folder);
  const ensure = (): Promise<Running> => ensureRunning(account, folder, settings, log);
  const { running, ticket } = await whileLocked(lock, async () => ({ running: await ensure(), ticket: enter(folder) }));
  const abandon = leaveAtOnce(account, folder, ticket);
  return {
    url: ownerUrl(running.state),
    adminUrl: adminUrl(running.state),
    mode: account.mode,
    joined: running.joined,
    revive: async () => runningPid(account.data) === undefined && !(await whileLocked(lock, ensure)).joined,
    close: async () => {
      process.off('exit', abandon);
      await whileLocked(lock, async () => {
        if (!leave(folder, ticket)) await stopPostmaster(account);
      });
    },
  };
}

interface Running {
  readonly state: State;
  readonly joined: boolean;
}

async function ensureRunning(
  account: Account,
  folder: string,
  settings: Settings,
  log: (line: string) => void,
): Promise<Running> {
  const known = readState(folder);
  if (runningPid(account.data) !== undefined) {
    if (known?.ready && (await canEnter(adminUrl(known)))) return { state: known, joined: others(folder).length > 0 };
    await stopPostmaster(account);
  }
  return { state: await start(account, folder, settings, log), joined: false };
}

async function start(account: Account, folder: string, settings: Settings, log: (line: string) => void): Promise<State> {
  const prepared = await prepareCluster(account, folder);
  if (!prepared.ready) log('Making a database');
  const state = writeState(folder, { ...prepared, port: await choosePort(prepared.port) });
  await startPostmaster(account, folder, state, settings);
  if (state.ready) return state;
  await createOwner(state);
  return writeState(folder, { ...state, ready: true });
}

/** For an end that leaves no time to wait, as after an uncaught fault: nothing may stay behind. */
function leaveAtOnce(account: Account, folder: string, ticket: string): () => void {
  const abandon = (): void => {
    const pid = runningPid(account.data);
    if (!leave(folder, ticket) && pid !== undefined) requestStop(account, pid);
  };
  process.once('exit', abandon);
  return abandon;
}
