import type { AbsenceReason } from '../../../kernel/index.js';
import { estimateComparison, type EstimateComparisonResult } from '../../../statistics/index.js';

/** An estimate with its interval, its variance, and the part of that which is noise. */
export interface Estimated {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly variance: number;
  readonly noise: number;
}

/** The figures of two estimates beside each other. */
export interface Beside {
  readonly other: number;
  readonly ratio: number | AbsenceReason;
  readonly ratioLower: number | AbsenceReason;
  readonly ratioUpper: number | AbsenceReason;
  readonly p: number;
}

/** The group is looked at first. Over open columns the group's draw is in everyone else's, which makes the two covary. */
export function beside(
  group: Estimated | AbsenceReason,
  others: Estimated | AbsenceReason,
  special: boolean,
): Beside | AbsenceReason {
  if (typeof group === 'string') return group;
  if (typeof others === 'string') return others;
  const covariance = special ? 0 : -Math.sqrt((group.noise * others.noise) / 2);
  const found = estimateComparison({ first: group, second: others, covariance });
  if (found.kind === 'notEstimable') return found.reason;
  return { other: others.estimate, p: found.value.pValue, ...ratios(found.value.ratio) };
}

function ratios(found: EstimateComparisonResult['ratio']): Pick<Beside, 'ratio' | 'ratioLower' | 'ratioUpper'> {
  if (found.kind === 'notEstimable') return { ratio: found.reason, ratioLower: found.reason, ratioUpper: found.reason };
  const { estimate, lower, upper } = found.value;
  return { ratio: estimate, ratioLower: lower, ratioUpper: typeof upper === 'number' ? upper : upper.reason };
}
