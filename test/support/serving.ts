import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './run-tool.js';

export interface Serving {
  readonly child: ChildProcess;
  /** Where the pages are. */
  readonly address: string;
  /** Milliseconds until the address was printed. */
  readonly took: number;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Sends the signal and answers the exit status. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `overstory serve` on a port of the system's choosing and waits for the address it prints. */
export function startServing(environment: Readonly<Record<string, string>>, flags: readonly string[] = []): Promise<Serving> {
  const from = performance.now();
  const child = spawn(process.execPath, [path.join(ROOT, 'api/bin/overstory.mjs'), 'serve', ...flags], {
    env: { PATH: process.env.PATH, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  const gone = new Promise<number | null>((resolve) => child.once('close', resolve));
  const stop = (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
    child.kill(signal);
    return gone;
  };
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (chunk) => (said.stderr += String(chunk)));
    child.stdout.on('data', (chunk) => {
      said.stdout += String(chunk);
      const [, address] = /ready: (http\S+)/.exec(said.stdout) ?? [];
      const took = performance.now() - from;
      if (address) resolve({ child, address, took, stdout: () => said.stdout, stderr: () => said.stderr, stop });
    });
    void gone.then((status) => reject(new Error(`serve ended with ${status}: ${said.stderr}`)));
  });
}
