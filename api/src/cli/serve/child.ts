import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { log } from '../../platform/index.js';

export interface KeptChild {
  /** What it said when it first answered. */
  readonly ready: Promise<{ readonly port?: number }>;
  /** Rejects when it dies again and again before it ever answers. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;
/** One that ran this long is not in trouble: the next pause is short again. */
const SETTLED_MS = 60_000;
const TRIES = 4;
const PATIENCE_MS = 15_000;

/** Nothing of the caller's environment but what a program needs to run at all. */
const INHERITED = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'HOME', 'NODE_EXTRA_CA_CERTS'];

/** Runs a program and runs it again when it dies, after pauses that grow while it keeps dying. */
export function keepRunning(name: string, program: URL, given: Readonly<Record<string, string>>): KeptChild {
  const environment = { ...inherited(), ...given };
  const ready = settleable<{ port?: number }>();
  const failed = settleable<never>();
  failed.promise.catch(() => undefined);
  const state = { stopping: false, answered: false, deaths: 0, pause: FIRST_PAUSE_MS };
  let child: ChildProcess;
  let timer: NodeJS.Timeout | undefined;

  const start = (): void => {
    const since = Date.now();
    child = fork(fileURLToPath(program), {
      env: environment,
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 2, 2, 'ipc'],
      // In a group of its own: Ctrl-C reaches the launcher, which ends them in order.
      detached: process.platform !== 'win32',
    });
    child.on('message', (message: { ready?: boolean; port?: number }) => {
      if (!message.ready) return;
      state.answered = true;
      // Its successor, if it dies, answers where it did.
      if (message.port !== undefined) environment.PORT = String(message.port);
      ready.resolve(message);
    });
    child.on('exit', () => again(Date.now() - since));
  };
  const again = (lived: number): void => {
    if (state.stopping) return;
    state.deaths += 1;
    log('process.died', { name, after_ms: lived });
    if (!state.answered && state.deaths >= TRIES) return failed.reject(new Error(`the ${name} process does not start`));
    state.pause = lived > SETTLED_MS ? FIRST_PAUSE_MS : Math.min(state.pause * 2, LONGEST_PAUSE_MS);
    timer = setTimeout(start, state.pause);
  };
  const stop = async (): Promise<void> => {
    state.stopping = true;
    clearTimeout(timer);
    await end(child);
  };
  start();
  return { ready: ready.promise, failed: failed.promise, stop };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await gone;
  clearTimeout(insist);
}

function inherited(): Record<string, string> {
  return Object.fromEntries(INHERITED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

function settleable<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: Error) => void } {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
