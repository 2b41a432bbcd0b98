import type { Derivation, Estimate, ReleasedValue } from '../../kernel/index.js';
import { wilsonInterval } from '../../statistics/index.js';
import { compare, type Comparison, differenceOf, ratioOf, shortfallOf, testOf } from './compare.js';
import { meanOf } from './mean.js';
import { answers, type PairKind, pairOf, rateOf } from './pair.js';
import type { Scene, ShownCell } from './scene.js';
import { absent, named, written } from './values.js';

/** Formulas that start from drawn statistics; those that start from values come after (`families.ts`). */
export function fromDrawn(cell: ShownCell, derivation: Derivation, scene: Scene): ReleasedValue {
  const { by, of } = derivation;
  switch (by) {
    case 'count':
    case 'total':
      return written(
        Math.max(
          0,
          of.reduce((sum, name) => sum + named(cell.drawn, name).value, 0),
        ),
      );
    case 'proportion':
    case 'proportionLower':
    case 'proportionUpper':
      return proportion(cell, derivation, 'overBase');
    case 'share':
    case 'shareLower':
    case 'shareUpper':
      return proportion(cell, derivation, 'ofTwo');
    case 'impactRatio':
      return impactRatio(cell, of, scene);
    case 'mean':
    case 'meanLower':
    case 'meanUpper':
      return meanValue(cell, derivation, scene);
    default:
      return comparing(cell, derivation, scene);
  }
}

function proportion({ drawn }: ShownCell, { by, of }: Derivation, kind: PairKind): ReleasedValue {
  const pair = pairOf(drawn, of, kind);
  if (!answers(pair)) return absent('protection');
  const interval = wilsonInterval(pair);
  if (interval.kind === 'notEstimable') return absent(interval.reason);
  const { estimate, lower, upper } = interval.value;
  if (by.endsWith('Lower')) return written(lower);
  return written(by.endsWith('Upper') ? upper : estimate);
}

/** The group's rate against the highest rate of the table: a screen, not a test. */
function impactRatio(cell: ShownCell, of: readonly string[], scene: Scene): ReleasedValue {
  const kind: PairKind = scene.special ? 'ofTwo' : 'overBase';
  const own = pairOf(cell.drawn, of, kind);
  if (!answers(own)) return absent('protection');
  const highest = highestRate(of, kind, scene);
  return highest > 0 ? written(rateOf(own) / highest) : absent('noContrast');
}

function highestRate(of: readonly string[], kind: PairKind, { cells, highestRate }: Scene): number {
  const name = of.join('/');
  const known = highestRate.get(name);
  if (known !== undefined) return known;
  const answering = cells.map(({ drawn }) => pairOf(drawn, of, kind)).filter(answers);
  const highest = answering.reduce((most, pair) => Math.max(most, rateOf(pair)), 0);
  highestRate.set(name, highest);
  return highest;
}

function meanValue(cell: ShownCell, { by, of, parameters = {} }: Derivation, scene: Scene): ReleasedValue {
  const { low = NaN, high = NaN } = parameters;
  const result = meanOf(cell, of, scene, { low, high });
  if (result.kind === 'notEstimable') return absent(result.reason);
  const { mean, lower, upper } = result.value;
  if (by === 'mean') return written(mean);
  return written(by === 'meanLower' ? lower : upper);
}

function comparing(cell: ShownCell, { by, of }: Derivation, scene: Scene): ReleasedValue {
  const comparison = compare(cell, of, scene);
  if (comparison.kind === 'notEstimable') return absent(comparison.reason);
  return compared(by, comparison.value);
}

function compared(by: Derivation['by'], comparison: Comparison): ReleasedValue {
  switch (by) {
    case 'otherRate':
      return written(rateOf(comparison.other));
    case 'shortfall':
      return written(shortfallOf(comparison));
    case 'rateRatio':
      return read(ratioOf(comparison), ({ estimate }) => estimate);
    case 'rateRatioLower':
      return read(ratioOf(comparison), ({ lower }) => lower);
    case 'rateRatioUpper': {
      const ratio = ratioOf(comparison);
      if (ratio.kind === 'notEstimable') return absent(ratio.reason);
      const { upper } = ratio.value;
      return typeof upper === 'number' ? written(upper) : absent(upper.reason);
    }
    case 'rateDifference':
      return read(differenceOf(comparison), ({ estimate }) => estimate);
    case 'rateDifferenceLower':
      return read(differenceOf(comparison), ({ lower }) => lower);
    case 'rateDifferenceUpper':
      return read(differenceOf(comparison), ({ upper }) => upper);
    case 'scoreZ':
      return read(testOf(comparison), ({ z }) => z);
    case 'scoreP':
      return read(testOf(comparison), ({ pValue }) => pValue);
    default:
      throw new Error(`there is no formula ${by} over drawn statistics`);
  }
}

function read<Value>(estimate: Estimate<Value>, value: (found: Value) => number): ReleasedValue {
  return estimate.kind === 'notEstimable' ? absent(estimate.reason) : written(value(estimate.value));
}
