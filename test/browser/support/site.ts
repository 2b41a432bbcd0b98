import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../../support/run-tool.js';

/** A product that was started on an empty folder, with the sample that it makes there. */
export interface Site {
  readonly base: string;
  readonly accounts: Readonly<Record<string, string>>;
  /** Milliseconds from the start of the process to the printed address. */
  readonly readyAfter: number;
  /** All that the processes have printed. */
  output(): string;
  stop(): Promise<void>;
}

const READY = /Overstory is ready: (http:\/\/\S+)/;
const ACCOUNT = /^\s+(\S+@\S+)\s+(\S+)\s/gm;
const PATIENCE = 120_000;

/** Starts `overstory serve` on a folder of its own and waits for the printed address. */
export async function startSite(): Promise<Site> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-browser-'));
  const port = await freePort();
  const { DATABASE_URL: _, ...environment } = process.env;
  const started = performance.now();
  const child = spawn(process.execPath, [path.join(ROOT, 'api/dist/cli/main.js'), 'serve'], {
    cwd: home,
    env: { ...environment, OVERSTORY_HOME: home, PORT: String(port), NODE_OPTIONS: '' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await waitFor(
    () => READY.test(said),
    child,
    () => said,
  );
  const readyAfter = performance.now() - started;
  // The accounts are printed with the address; a moment for the rest of the lines.
  await waitFor(
    () => accountsIn(said).length >= 4,
    child,
    () => said,
  );
  return {
    base: READY.exec(said)?.[1] ?? '',
    accounts: Object.fromEntries(accountsIn(said)),
    readyAfter,
    output: () => said,
    stop: () => stopSite(child, home),
  };
}

const accountsIn = (said: string): [string, string][] =>
  [...said.matchAll(ACCOUNT)].map(([, email = '', password = '']) => [email, password]);

async function stopSite(child: ChildProcess, home: string): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode === null) {
    child.kill('SIGTERM');
    await ended;
  }
  fs.rmSync(home, { recursive: true, force: true });
}

async function waitFor(holds: () => boolean, child: ChildProcess, said: () => string): Promise<void> {
  const until = performance.now() + PATIENCE;
  while (!holds()) {
    if (child.exitCode !== null || performance.now() > until) throw new Error(`the product did not start:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
