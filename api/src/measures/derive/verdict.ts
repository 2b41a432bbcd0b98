import { type Absent, type ReleasedValue, type SimilarRange, type Verdict, verdictOfRatio } from '../../kernel/index.js';
import { isAbsent } from './values.js';

/** The verdict of released limits and an adjusted p. An absence among them is heard; no upper limit is no limit. */
export function verdictOf(limits: readonly ReleasedValue[], similar: SimilarRange): Verdict | Absent {
  const [lower, upper, p] = limits.map((value, at) => (at === 1 && isUnbounded(value) ? Infinity : value));
  const missing = [lower, upper, p].find((value): value is Absent => value !== undefined && isAbsent(value));
  if (missing) return missing;
  if (typeof lower !== 'number' || typeof upper !== 'number' || typeof p !== 'number')
    throw new Error('a verdict starts from two limits and an adjusted p');
  return verdictOfRatio({ lower, upper, adjustedP: p }, similar);
}

const isUnbounded = (value: ReleasedValue): boolean => isAbsent(value) && value.reason === 'unbounded';
