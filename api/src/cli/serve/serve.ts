import { SignInWays } from '../../access/index.js';
import { claim, type Claim, type Installation, openInstallation, readConfiguration } from '../../platform/index.js';
import { endWith } from '../signals.js';
import { announce } from './announce.js';
import { type Crew, startCrew } from './crew.js';
import { prepareSample, QUARTERS, queueEarlierQuarters } from './first-start.js';
import { whenOrphaned } from './orphan.js';
import { refuseTakenPort } from './port.js';
import { giveSampleLife } from './sample-life.js';
import { witnessTrail } from './witness-trail.js';
import { workerSocketFor } from './worker-socket.js';

const WATCH_MS = 2000;

export interface ServeFlags {
  /** False: an empty installation stays empty. */
  readonly sample: boolean;
}

/** Serves until a signal ends it. Says so, kindly, when this installation is being served already. */
export async function serve({ sample }: ServeFlags): Promise<void> {
  const config = readConfiguration();
  SignInWays.of(config);
  const serving = await claim(config.home, 'serving');
  if (!serving.held) return say(alreadyServed(serving.note));
  try {
    await refuseTakenPort(config.host, config.port);
    await serveInstallation(await openInstallation(config, say), serving, sample);
  } finally {
    serving.release();
  }
}

function alreadyServed(address: string): string {
  return address ? `Overstory is already running: ${address}` : 'Overstory is already starting from this folder.';
}

/** Opens, serves until asked to end or beyond help, and closes everything in the reverse order. */
async function serveInstallation(installation: Installation, serving: Claim, sample: boolean): Promise<void> {
  const ended = untilSignal();
  const socket = workerSocketFor(installation.config.home);
  const crew = startCrew(installation, socket.path);
  const witness = witnessTrail(installation);
  const leaving = new AbortController();
  const watch = setInterval(() => void keepDatabaseAlive(installation).then(witness.noteRefusals), WATCH_MS);
  try {
    const served = open(installation, crew, { sample, ended: leaving.signal }).then((address) => serving.write(address));
    await Promise.race([served.then(() => ended), crew.failed, ended]);
  } finally {
    clearInterval(watch);
    leaving.abort();
    await crew.stop();
    await witness.stop();
    socket.remove();
    await installation.close();
  }
}

interface Opening {
  readonly sample: boolean;
  /** Aborted when the server ends. */
  readonly ended: AbortSignal;
}

/** Everything between the start of the processes and the address on the screen. */
async function open(installation: Installation, crew: Crew, { sample, ended }: Opening): Promise<string> {
  const prepared = sample ? await prepareSample(installation, say) : undefined;
  const address = await crew.address;
  announce(address, prepared?.accounts);
  if (prepared?.earlierQuarters) await queueEarlierQuarters(installation);
  if (prepared?.lifeless) void giveSampleLife({ address, accounts: prepared.accounts, quarters: QUARTERS, ended });
  return address;
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    whenOrphaned(resolve);
    endWith(() => {
      resolve();
      // The process ends by itself once everything that was opened is closed.
      return new Promise<number>(() => undefined);
    });
  });
}

async function keepDatabaseAlive(installation: Installation): Promise<void> {
  if (await installation.revive().catch(() => false)) say('The database had stopped and was started again.');
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
