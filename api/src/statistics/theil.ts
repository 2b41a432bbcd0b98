import { estimated, notEstimable, type Estimate } from '../kernel/index.js';
import { nonNegative, sameLength } from './parts/arguments.js';
import { CompensatedSum } from './numerics/compensated-sum.js';

export interface TheilInput {
  readonly values: ArrayLike<number>;
  readonly groups: ArrayLike<string | number>;
  /** How many people share a value (the bins of a histogram); 1 unless said. A drawn count below 0 counts as 0. */
  readonly weights?: ArrayLike<number> | undefined;
}

export interface TheilResult {
  readonly theil: number;
  readonly within: number;
  readonly between: number;
}

interface Share {
  people: number;
  readonly total: CompensatedSum;
}

/**
 * Theil's T: inequality of values, split exactly into what lies within groups and what lies between their means.
 *
 * T = Σ (x/X)·log(x/x̄), a value of 0 adding nothing.
 *
 * @returns nats, 0 where all are the same. `tooFew` without a value, `noContrast` where the total is 0.
 * @throws RangeError on a negative value or unequal lengths.
 * @see Theil (1967), Economics and Information Theory, ch. 4. Golden: R ineq::Theil (total).
 */
export function theil({ values, groups, weights }: TheilInput): Estimate<TheilResult> {
  sameLength(values, groups, 'values and groups');
  if (weights !== undefined) sameLength(values, weights, 'values and weights');
  const whole: Share = { people: 0, total: new CompensatedSum() };
  const shares = new Map<string | number, Share>();
  for (let i = 0; i < values.length; i++) {
    const weight = Math.max(0, weights?.[i] ?? 1);
    const share = shareOf(shares, groups[i] as string | number);
    for (const each of [whole, share]) {
      each.people += weight;
      each.total.add(weight * nonNegative(values[i] as number, 'values'));
    }
  }
  if (!(whole.people > 0)) return notEstimable('tooFew');
  if (!(whole.total.value > 0)) return notEstimable('noContrast');
  const between = betweenGroups(whole, shares);
  const within = withinGroups({ values, groups, weights }, whole, shares);
  return estimated({ theil: within + between, within, between });
}

function shareOf(shares: Map<string | number, Share>, group: string | number): Share {
  const known = shares.get(group);
  if (known !== undefined) return known;
  const fresh = { people: 0, total: new CompensatedSum() };
  shares.set(group, fresh);
  return fresh;
}

function betweenGroups(whole: Share, shares: Map<string | number, Share>): number {
  const sum = new CompensatedSum();
  for (const { people, total } of shares.values()) {
    const share = total.value / whole.total.value;
    if (share > 0) sum.add(share * Math.log(share / (people / whole.people)));
  }
  return Math.max(0, sum.value);
}

function withinGroups({ values, groups, weights }: TheilInput, whole: Share, shares: Map<string | number, Share>): number {
  const sum = new CompensatedSum();
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const weight = Math.max(0, weights?.[i] ?? 1);
    const group = shareOf(shares, groups[i] as string | number);
    const share = (weight * value) / whole.total.value;
    if (share > 0) sum.add(share * Math.log((value / group.total.value) * group.people));
  }
  return Math.max(0, sum.value);
}
