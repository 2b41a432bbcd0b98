import type { Derivation, Group, ReleasedCell, ReleasedTable, ReleasedValue } from '../../../api/src/kernel/index.js';

/** A comparison with its limits: ratio, lower, upper, verdict. */
export type Told = readonly [ratio: number, lower: number, upper: number, verdict: string] | null;

const OF = ['participants', 'eligible'];
const versus = (by: Derivation['by']): Derivation => ({ by, of: OF, against: 'everyoneElse' });
const DERIVED: ReleasedTable['derived'] = {
  rate: { by: 'proportion', of: OF },
  rateRatio: versus('rateRatio'),
  rateRatioLower: versus('rateRatioLower'),
  rateRatioUpper: versus('rateRatioUpper'),
  verdict: { by: 'verdict', of: ['rateRatioLower', 'rateRatioUpper', 'adjustedP'] },
};

export function parityTable(breakdown: string, told: Readonly<Record<string, Told>>): ReleasedTable {
  const cells = Object.entries(told).map(([value, one]): ReleasedCell => {
    const group: Group = { [breakdown]: value };
    return one === null ? { group, status: 'suppressed' } : { group, status: 'shown', drawn: {}, values: valuesOf(one) };
  });
  const frame = { unit: 'people', subject: 'mentees', special: false, bases: [], scales: {}, derived: DERIVED };
  return { measure: 'parity', variant: 'mentee', breakdown: [breakdown], ...frame, cells };
}

function valuesOf([rateRatio, rateRatioLower, rateRatioUpper, verdict]: NonNullable<Told>): Record<string, ReleasedValue> {
  const ratio = { rateRatio, rateRatioLower, rateRatioUpper, verdict };
  const rates = { eligible: 100, rate: 0.2 * rateRatio, otherRate: 0.2, shortfall: 8 };
  return { ...ratio, ...rates, rateDifferenceLower: -0.12, rateDifferenceUpper: 0.02, adjustedP: 0.01, comparisons: 5 };
}

/** A quarter with findings of levels and teams; the first level's is given. */
export const parityQuarter = (level1: Told): ReleasedTable[] => [
  parityTable('level', { '1': level1, '2': [1, 0.9, 1.1, 'similar'] }),
  parityTable('team', { 'eng/platform': [0.6, 0.4, 0.9, 'lower_unsure'], 'eng/data': [1, 0.5, 2, 'cannot_tell'], ops: null }),
];
