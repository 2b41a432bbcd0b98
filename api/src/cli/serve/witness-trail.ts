import { keepCheckpoint } from '../../audit-trail/index.js';
import { type Installation, openPool } from '../../platform/index.js';

const MINUTE = 60_000;

/**
 * Signs the newest entry of the trail once a minute, outside of the database: what is older than that can be neither cut off
 * nor written anew by an owner of the database without `trail verify` saying so.
 */
export function witnessTrail({ url, config, keys }: Installation): { stop: () => Promise<void> } {
  const auditor = openPool(url('auditor'), 1);
  // A database that is away for a moment is witnessed a minute later.
  const look = (): Promise<void> => keepCheckpoint(auditor, config.home, keys.read('signing')).catch(() => undefined);
  const timer = setInterval(() => void look(), MINUTE);
  const stop = async (): Promise<void> => {
    clearInterval(timer);
    await look();
    await auditor.end();
  };
  return { stop };
}
