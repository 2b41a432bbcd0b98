import { environmentOfWeb, environmentOfWorker, type Installation } from '../../platform/index.js';
import { keepRunning } from './child.js';

/** The two processes of a served installation. */
export interface Crew {
  /** Where the pages are, once both processes answer. */
  readonly address: Promise<string>;
  /** Rejects when one of them cannot be kept running. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

/** Starts both side by side; each gets its own logins and keys, and nothing else from this environment. */
export function startCrew(installation: Installation, socket: string): Crew {
  const worker = keepRunning(
    'worker',
    new URL('../../app/worker.js', import.meta.url),
    environmentOfWorker(installation, socket),
  );
  const web = keepRunning('web', new URL('../../app/web.js', import.meta.url), environmentOfWeb(installation, socket));
  return {
    address: addressOf(installation, web.ready, worker.ready),
    failed: Promise.race([web.failed, worker.failed]),
    // The web process first: it takes no more requests that would need the worker.
    stop: async () => {
      await web.stop();
      await worker.stop();
    },
  };
}

type Facts = { readonly port?: number };

async function addressOf({ config }: Installation, web: Promise<Facts>, worker: Promise<Facts>): Promise<string> {
  const [{ port = config.port }] = await Promise.all([web, worker]);
  const host = ['0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
