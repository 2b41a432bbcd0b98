import type { Absent, DisclosurePolicy, ReleasedValue } from '../../kernel/index.js';
import { isAbsent } from './values.js';

export type Verdict =
  | 'clearly_lower'
  | 'lower_unsure'
  | 'slightly_lower'
  | 'similar'
  | 'cannot_tell'
  | 'slightly_higher'
  | 'higher_unsure'
  | 'clearly_higher';

/** Above this, a difference inside the family may be chance. */
const FAMILY_LEVEL = 0.05;

/** What an interval of a ratio says against the range that counts as similar, the adjusted p heard. */
export function verdictOf(limits: readonly ReleasedValue[], similar: DisclosurePolicy['similar']): Verdict | Absent {
  const [lower, upper, p] = limits.map((value, at) => (at === 1 && isUnbounded(value) ? Infinity : value));
  const missing = [lower, upper, p].find((value): value is Absent => value !== undefined && isAbsent(value));
  if (missing) return missing;
  if (typeof lower !== 'number' || typeof upper !== 'number' || typeof p !== 'number')
    throw new Error('a verdict starts from two limits and an adjusted p');
  const verdict = readInterval(lower, upper, similar);
  return p > FAMILY_LEVEL && verdict !== 'similar' ? 'cannot_tell' : verdict;
}

const isUnbounded = (value: ReleasedValue): boolean => isAbsent(value) && value.reason === 'unbounded';

function readInterval(lower: number, upper: number, { low, high }: DisclosurePolicy['similar']): Verdict {
  if (upper < 1) return readLower(lower, upper, low);
  if (lower > 1) return readHigher(lower, upper, high);
  return lower >= low && upper <= high ? 'similar' : 'cannot_tell';
}

function readLower(lower: number, upper: number, low: number): Verdict {
  if (upper < low) return 'clearly_lower';
  return lower < low ? 'lower_unsure' : 'slightly_lower';
}

function readHigher(lower: number, upper: number, high: number): Verdict {
  if (lower > high) return 'clearly_higher';
  return upper > high ? 'higher_unsure' : 'slightly_higher';
}
