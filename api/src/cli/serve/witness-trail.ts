import { keepCheckpoint } from '../../audit-trail/index.js';
import { type Installation, openPool, ServerLog } from '../../platform/index.js';
import { noteRefusals } from './note-refusals.js';

const MINUTE = 60_000;

/** Looks after the trail from outside of the processes that write it. */
export interface Witness {
  /** Puts on the trail what the database has refused since the last look. */
  readonly noteRefusals: () => Promise<void>;
  stop(): Promise<void>;
}

/**
 * Signs the newest entry of the trail once a minute, outside of the database: what is older than that can be neither cut off
 * nor written anew by an owner of the database without `trail verify` saying so.
 */
export function witnessTrail({ url, config, keys }: Installation): Witness {
  const auditor = openPool(url('auditor'), 1);
  const log = new ServerLog(config.home);
  // A database that is away for a moment is witnessed a little later.
  const kindly = (work: () => Promise<void>) => (): Promise<void> => work().catch(() => undefined);
  const look = kindly(() => keepCheckpoint(auditor, config.home, keys.read('signing')));
  const refusals = kindly(() => noteRefusals(auditor, config.databaseUrl ? [] : log.refusals()));
  const timer = setInterval(() => void look(), MINUTE);
  return {
    noteRefusals: refusals,
    stop: async () => {
      clearInterval(timer);
      await refusals();
      await look();
      await auditor.end();
    },
  };
}
