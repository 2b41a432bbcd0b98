import { CommanderError } from 'commander';
import { Refusal } from '../platform/index.js';

/** 0 done, 1 a fault of ours, 2 bad usage, 3 refused. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof Refusal) return error.exitCode;
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return 1;
}

/** Says on stderr what went wrong: a refusal in its words, a fault with where it happened, never with data. */
export function explain(error: unknown): void {
  // Commander has already said what it did not understand.
  if (error instanceof CommanderError) return;
  if (error instanceof Refusal) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`${outsideFault(error) ?? faultText(error)}\n`);
}

const DISK_FULL = ['53100', 'ENOSPC', 'EDQUOT'];
const DATABASE_GONE = ['57P01', '57P02', '57P03', '08000', '08003', '08006', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE'];

/** What went wrong around us and not in us, in words that say what to do; undefined for everything else. */
export function outsideFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && DISK_FULL.includes(code))
    return 'The disk is full. What was done stands whole or not at all. Make room, then run the command again.';
  const gone =
    typeof code === 'string'
      ? DATABASE_GONE.includes(code)
      : /^(Connection terminated|Client has encountered a connection error|timeout e)/.test(error.message);
  if (gone)
    return 'The database stopped while this was under way. What was done stands whole or not at all. Run the command again.';
  return outsideFault(error.cause);
}

function faultText(error: unknown): string {
  if (!(error instanceof Error)) return 'Something failed that should not have.';
  const { code } = error as { code?: unknown };
  // Postgres puts the row into its detail and sometimes a value into its message; only the code is safe to repeat.
  const what = isDatabaseError(error) ? `The database answered ${String(code)}` : error.message;
  const where = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const cause = error.cause === undefined ? '' : `\ncaused by: ${faultText(error.cause)}`;
  return `Fault: ${what}\n${where.slice(0, 6).join('\n')}${cause}`;
}

function isDatabaseError(error: Error): boolean {
  const { code } = error as { code?: unknown };
  return 'severity' in error && typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
}
