import { t } from '#language';
import { Refusal } from '../platform/index.js';

const SHORTEST = 10;
export const LONGEST_REASON = 500;

/** What names a person or leads to one: an e-mail address, a number as long as a personnel number. */
const NAMES_SOMEBODY = /\S+@\S+\.\S+|\d{5,}/;

/**
 * A reason as it is kept and read by others.
 *
 * @throws Refusal `reason-missing` (2), `reason-names-somebody` (2).
 */
export function reasonIn(text: string, longest = LONGEST_REASON): string {
  const reason = text.trim();
  if (reason.length < SHORTEST || reason.length > longest)
    throw new Refusal(
      'reason-missing',
      t('Say in {shortest} to {longest} letters why. Whoever may read tracks can read it.', { shortest: SHORTEST, longest }),
      2,
    );
  if (NAMES_SOMEBODY.test(reason))
    throw new Refusal(
      'reason-names-somebody',
      'This text holds an e-mail address or a long number. Reasons are about the track: leave out who.',
      2,
    );
  return reason;
}
