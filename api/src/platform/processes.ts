import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A process that has ended and waits to be collected counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return statOf(pid)?.state !== 'Z';
}

/** Names a process so that another one which got the same number later is not taken for it. */
export function identityOf(pid: number): string {
  return `${pid}:${statOf(pid)?.startedAt ?? ''}`;
}

export function isStillThere(identity: string): boolean {
  const pid = Number(identity.split(':')[0]);
  return pid > 0 && isAlive(pid) && identityOf(pid) === identity;
}

/** The command line of a process, where the system tells; undefined where it does not. */
export function commandLineOf(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined;
  if (process.platform === 'linux') return readOrNothing(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ');
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
}

function statOf(pid: number): { state: string; startedAt: string } | undefined {
  if (process.platform !== 'linux') return undefined;
  const text = readOrNothing(`/proc/${pid}/stat`);
  // The name of the program stands in brackets and may hold anything; what follows the last one is regular.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields && { state: fields[0] ?? '', startedAt: fields[19] ?? '' };
}

function readOrNothing(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
