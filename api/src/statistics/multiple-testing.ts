import { estimated, type Estimate } from '../kernel/index.js';
import { probability } from './parts/arguments.js';

export interface MultipleTestingInput {
  readonly pValues: readonly number[];
}

export interface MultipleTestingResult {
  /** In the order of the input. Controls the share of false findings. */
  readonly benjaminiHochberg: readonly number[];
  /** In the order of the input. Controls the chance of any false finding. */
  readonly holm: readonly number[];
}

/**
 * p-values of one family, adjusted for their number: Benjamini–Hochberg and Holm.
 *
 * @param input the p-values of the family, each in [0, 1]; an empty family has empty results.
 * @throws RangeError on a p-value outside [0, 1].
 * @see Benjamini & Hochberg (1995), JRSS B 57, 289–300; Holm (1979), Scand J Stat 6, 65–70. Golden: R p.adjust.
 */
export function multipleTesting(input: MultipleTestingInput): Estimate<MultipleTestingResult> {
  const { pValues } = input;
  for (const p of pValues) probability(p, 'pValues');
  const ascending = pValues.map((_, index) => index).sort((a, b) => at(pValues, a) - at(pValues, b));
  return estimated({ benjaminiHochberg: stepUp(pValues, ascending), holm: stepDown(pValues, ascending) });
}

/** From the largest down: the smallest of p·m/rank so far. */
function stepUp(pValues: readonly number[], ascending: readonly number[]): number[] {
  const adjusted = new Array<number>(pValues.length).fill(1);
  let least = 1;
  for (let rank = pValues.length; rank >= 1; rank--) {
    const index = at(ascending, rank - 1);
    least = Math.min(least, (at(pValues, index) * pValues.length) / rank);
    adjusted[index] = least;
  }
  return adjusted;
}

/** From the smallest up: the largest of p·(m − rank + 1) so far. */
function stepDown(pValues: readonly number[], ascending: readonly number[]): number[] {
  const adjusted = new Array<number>(pValues.length).fill(1);
  let most = 0;
  for (let rank = 1; rank <= pValues.length; rank++) {
    const index = at(ascending, rank - 1);
    most = Math.max(most, Math.min(1, at(pValues, index) * (pValues.length - rank + 1)));
    adjusted[index] = most;
  }
  return adjusted;
}

const at = (values: readonly number[], index: number): number => values[index] as number;
