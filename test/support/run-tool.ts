import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program and waits for its end; the environment is the caller's and `env`. */
export function run(
  command: string,
  args: readonly string[],
  { cwd = ROOT, stdin = '', env = {} }: RunOptions = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env } });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.once('error', reject);
    child.once('close', (status) => {
      resolve({ status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
  });
}

/** Runs a tool that the packages brought, with this Node. */
export function runTool(file: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return run(process.execPath, [path.join(ROOT, 'node_modules', file), ...args], {
    ...options,
    env: { NODE_OPTIONS: '', ...options.env },
  });
}

/** Runs the product's command line as a user would. */
export function overstory(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return run(process.execPath, [path.join(ROOT, 'api/bin/overstory.mjs'), ...args], {
    ...options,
    env: { NODE_OPTIONS: '', ...options.env },
  });
}
