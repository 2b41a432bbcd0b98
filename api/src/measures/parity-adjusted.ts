import type { Cohort, Derivation, Formula, PeopleRow, PlannedTable, Statistic, StatisticTable } from '../kernel/index.js';
import { mantelHaenszelSums, type MantelHaenszelSums, type Stratum } from '../statistics/index.js';
import { layOutTable } from './cells/build-table.js';
import { takingPartTable } from './cells/taking-part.js';
import type { MeasureContract, TableShape, Variant } from './contract.js';
import { pairOf, ratesOf } from './participation.js';
import { WHO_TAKES_PART } from './roles.js';

/** The columns within which groups are compared. */
const STRATA = ['level', 'tenure'] as const;

const SUMS = {
  concordant: 'Σ ad ÷ n',
  discordant: 'Σ bc ÷ n',
  concordantVariance: 'Σ PR, for the variance',
  mixedVariance: 'Σ (PS + QR), for the variance',
  discordantVariance: 'Σ QS, for the variance',
  differenceNumerator: 'Σ (an₀ − cn₁) ÷ n',
  differenceWeight: 'Σ n₁n₀ ÷ n',
  differenceVariance: 'Σ (ad + cb) ÷ 2n, for the variance',
  differenceCorrection: 'its correction (Sato)',
} as const;
type SumName = keyof typeof SUMS;
const SUM_NAMES = Object.keys(SUMS) as SumName[];

/** Whether a group takes part at the others' odds among people of the same level and tenure. */
export const parityAdjusted: MeasureContract = {
  key: 'parity_adjusted',
  label: 'Parity, adjusted',
  question: 'Does a group take part like everyone else of the same level and tenure?',
  field: 'parityAdjusted',
  variants: WHO_TAKES_PART,
  subject: 'mentees, mentors',
  unit: 'people',
  population: 'People employed on the last day of the period. Closed relationships do not count.',
  numerator: 'The odds, and the rate, of taking part in this role in the group.',
  denominator:
    'Those of everyone else at the same level and with the same tenure; for a personal characteristic, of its other groups.',
  interval:
    '95 % intervals of the Mantel–Haenszel odds ratio (Robins, Breslow, Greenland) and risk difference (Sato) that contain the noise of their sums. Cochran’s Q tests whether the strata agree.',
  whenThereIsNoAnswer:
    'No pooled number where the strata disagree at 0.05; where that could not be tested, the number says so. Published once a year. None where the noise would drown it.',
  source: 'Mantel & Haenszel 1959; Robins, Breslow & Greenland 1986; Sato 1989; Cochran 1954; docs/release-file.md, “Adjusted”',
  notFor: [
    'proof of discrimination, or of its absence: level and tenure may themselves come from unequal treatment',
    'replacing the plain comparison: both belong side by side',
    'judging a person, a manager or a team',
  ],
  counterMeasure: 'Plain parity: a gap that vanishes when adjusted still is a gap that people live with.',
  method: 'parity_adjusted/1',
  figure: 'forest',
  populations: [],
  planClass: 'adjusted',
  restsOn: ['participations.started_on'],
  drawn: [
    { key: 'eligible', label: 'Eligible people', scale: 'an open fact, exact; none where a personal characteristic takes part' },
    { key: 'participants', label: 'People who take part', scale: 'a count of people: one each' },
    {
      key: 'nonParticipants',
      label: 'People who do not',
      scale: 'a count of people: one each; only where a personal characteristic takes part',
    },
    ...SUM_NAMES.map((key) => ({ key, label: SUMS[key], scale: 'a sum over strata that nobody moves by more than 1' })),
  ],
  values: [
    { key: 'eligible', label: 'Eligible people', format: 'people' },
    { key: 'participants', label: 'Take part', format: 'people' },
    { key: 'rate', label: 'Rate', format: 'fraction' },
    { key: 'lower', label: 'Lower limit of the rate', format: 'fraction' },
    { key: 'upper', label: 'Upper limit of the rate', format: 'fraction' },
    { key: 'oddsRatio', label: 'Odds ratio at equal level and tenure', format: 'ratio' },
    { key: 'oddsRatioLower', label: 'Lower limit of the odds ratio', format: 'ratio' },
    { key: 'oddsRatioUpper', label: 'Upper limit of the odds ratio', format: 'ratio' },
    { key: 'riskDifference', label: 'Difference of rates at equal level and tenure', format: 'difference' },
    { key: 'riskDifferenceLower', label: 'Lower limit of the difference', format: 'difference' },
    { key: 'riskDifferenceUpper', label: 'Upper limit of the difference', format: 'difference' },
    { key: 'homogeneityP', label: 'p that the strata agree', format: 'probability' },
    { key: 'homogeneityStrata', label: 'Strata that could be tested', format: 'count' },
    { key: 'pooling', label: 'Whether one number stands for all strata', format: 'verdict' },
  ],
  primary: 'oddsRatio',
  necessary: 'rate',
  derivedOf: (shape) => (isStrata(shape) ? ratesOf(shape) : { ...ratesOf(shape), ...effectsOf(shape) }),
  tableOf: adjustedTable,
};

/** The table of the strata themselves: from it homogeneity is read. An organisation may have one level, or one tenure. */
const isStrata = ({ breakdown }: Pick<TableShape, 'breakdown'>): boolean => STRATA.some((key) => breakdown.includes(key));

function effectsOf({ special }: TableShape): Record<string, Derivation> {
  const pair = pairOf(special);
  const pooled = (by: Formula): Derivation => ({ by, of: [...SUM_NAMES, ...pair] });
  const tested = (by: Formula): Derivation => ({ by, of: pair });
  return {
    oddsRatio: pooled('oddsRatio'),
    oddsRatioLower: pooled('oddsRatioLower'),
    oddsRatioUpper: pooled('oddsRatioUpper'),
    riskDifference: pooled('riskDifference'),
    riskDifferenceLower: pooled('riskDifferenceLower'),
    riskDifferenceUpper: pooled('riskDifferenceUpper'),
    homogeneityP: tested('homogeneityP'),
    homogeneityStrata: tested('homogeneityStrata'),
    pooling: tested('pooling'),
  };
}

function adjustedTable(cohort: Cohort, variant: Variant, planned: PlannedTable): StatisticTable | null {
  const table = takingPartTable(cohort, { measure: 'parity_adjusted', variant, planned, closedInTotal: false });
  if (!table || isStrata(planned)) return table;
  const sums = sumsOf(cohort, variant, planned);
  const cells = table.cells.map((cell, at) => ({
    ...cell,
    statistics: { ...cell.statistics, ...statisticsOf(variant, sums[at] ?? mantelHaenszelSums([])) },
  }));
  return { ...table, cells };
}

function statisticsOf(variant: Variant, sums: MantelHaenszelSums): Record<string, Statistic> {
  const { key, subject } = variant;
  return Object.fromEntries(
    SUM_NAMES.map((name) => [
      name,
      {
        question: `${key}s-adjusted-${name}/1`,
        columnsOf: 'person',
        subject,
        sensitivity: { kind: 'bounded', most: 1 },
        exact: { kind: 'exact', value: sums[name] },
      } as const,
    ]),
  );
}

/** People of one stratum by cell of the table: those who take part, and those who do not. */
interface StratumCounts {
  readonly yes: Float64Array;
  readonly no: Float64Array;
  allYes: number;
  allNo: number;
}

/** For every cell of the table the sums over the strata, the cell's people beside everybody else in the table. */
function sumsOf(cohort: Cohort, variant: Variant, planned: PlannedTable): MantelHaenszelSums[] {
  const laidOut = layOutTable(cohort, planned);
  if (!laidOut) return [];
  const { groups, of } = laidOut.places;
  const strata = new Map<string, StratumCounts>();
  for (const row of cohort.people) {
    const cells = of(row);
    // Who said nothing about a personal characteristic is in none of its groups, and beside none.
    if (cells.length === 0) continue;
    addRow(stratumOf(strata, row, groups.length), row, cells, row[variant.key as 'mentee' | 'mentor'] === 'yes');
  }
  return groups.map((_, at) => mantelHaenszelSums([...strata.values()].map((counts) => tableOf(counts, at))));
}

function stratumOf(strata: Map<string, StratumCounts>, { open }: PeopleRow, size: number): StratumCounts {
  const name = JSON.stringify(STRATA.map((key) => open[key]));
  const known = strata.get(name);
  if (known) return known;
  const fresh = { yes: new Float64Array(size), no: new Float64Array(size), allYes: 0, allNo: 0 };
  strata.set(name, fresh);
  return fresh;
}

function addRow(counts: StratumCounts, { count }: PeopleRow, cells: readonly number[], takesPart: boolean): void {
  const side = takesPart ? counts.yes : counts.no;
  for (const at of cells) side[at] = (side[at] ?? 0) + count;
  if (takesPart) counts.allYes += count;
  else counts.allNo += count;
}

function tableOf({ yes, no, allYes, allNo }: StratumCounts, at: number): Stratum {
  const [exposedEvents, exposedNonEvents] = [yes[at] ?? 0, no[at] ?? 0];
  return {
    exposedEvents,
    exposedNonEvents,
    unexposedEvents: allYes - exposedEvents,
    unexposedNonEvents: allNo - exposedNonEvents,
  };
}
