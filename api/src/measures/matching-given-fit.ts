import type { Cohort, Derivation, Formula, PlannedTable, Statistic, StatisticTable, TallyRow } from '../kernel/index.js';
import { mantelHaenszelSums, type MantelHaenszelSums } from '../statistics/index.js';
import { countCases, counted, share } from './blocks/cases.js';
import { STRATA_SUMS } from './blocks/strata-sums.js';
import { layOutTable } from './cells/build-table.js';
import type { MeasureContract, TableShape, ValueDescription } from './contract.js';
import { numberOf, tallied } from './tallied.js';

const POPULATION = 'matching_given_fit';
const PAIR = ['fitMatched', 'fitUnmatched'] as const;
const SUM_NAMES = Object.keys(STRATA_SUMS) as (keyof typeof STRATA_SUMS)[];

/** How many were matched: the part of the contract that counts rows. */
const matched: MeasureContract = tallied(
  {
    key: 'matching_given_fit',
    label: 'Matching at equal fit',
    question: 'Are equals matched equally?',
    field: 'matchingGivenFit',
    variants: [{ key: 'requests', label: 'requests of the last year', subject: 'mentees' }],
    subject: 'mentees',
    unit: 'people who asked',
    population:
      'Requests for a known track that were asked in the year up to the period\u2019s last day, whoever took the first step. The requests of one person share one weight. A request that a closed relationship served is left out.',
    numerator:
      'The odds, and the share, of being matched by that day: a relationship as a mentee in that track began, or the outcome of the request says so. How it was decided (by hand, by rule, by lot) is a table of its own.',
    denominator:
      'Those of everyone else with the same job level and the same skill level; for a personal characteristic, of its other groups. The skill is the one that the track is meant to build, as last assessed by the day of the request; not assessed is a level of its own.',
    interval:
      '95 % intervals of the Mantel\u2013Haenszel odds ratio (Robins, Breslow, Greenland) and risk difference (Sato) that contain the noise of their sums. Whether the strata agree is not tested, and the number says so.',
    whenThereIsNoAnswer:
      'Hidden for too few people as drawn; no estimate where the noise would drown it, or where nobody else is alike. Not told by level: level is part of what makes equals equal. Not collected without requests or skills.',
    source: 'Mantel & Haenszel 1959; Robins, Breslow & Greenland 1986; Sato 1989; docs/release-file.md, "Adjusted"',
    notFor: [
      'proof of discrimination, or of its absence: a level and a skill may themselves come from unequal treatment',
      'judging who matched: few equals say little',
    ],
    counterMeasure: 'Plain parity: a gap that vanishes among equals still is a gap that people live with.',
    figure: 'forest',
    planClass: 'equity',
    restsOn: ['requests.outcome'],
    splits: [
      {
        key: 'allocation',
        label: 'How places were given',
        values: [
          { key: 'manual', label: 'By hand' },
          { key: 'rule', label: 'By rule' },
          { key: 'lottery', label: 'By lot' },
        ],
      },
    ],
    splitTables: [['allocation']],
    primary: 'oddsRatio',
    necessary: 'matchedShare',
  },
  () => ({
    population: POPULATION,
    columnsOf: 'mentee',
    without: ['level'],
    draws: countCases({
      question: 'matching-given-fit/1',
      cap: 1,
      cases: [
        ['fitMatched', 'Matched'],
        ['fitUnmatched', 'Not matched'],
      ],
    }),
    bases: [{ of: PAIR }],
    values: [
      counted('entered', 'Asked', 'people', PAIR),
      ...share({ key: 'matchedShare', label: 'Matched', yes: ['fitMatched'], no: ['fitUnmatched'] }),
    ],
  }),
);

const odds = 'Odds ratio at equal level and skill';
const difference = 'Difference of shares at equal level and skill';
const EFFECTS: readonly (ValueDescription & { readonly by: Formula })[] = [
  { key: 'oddsRatio', label: odds, format: 'ratio', by: 'oddsRatio' },
  { key: 'oddsRatioLower', label: `${odds}, lower limit`, format: 'ratio', by: 'oddsRatioLower' },
  { key: 'oddsRatioUpper', label: `${odds}, upper limit`, format: 'ratio', by: 'oddsRatioUpper' },
  { key: 'riskDifference', label: difference, format: 'difference', by: 'riskDifference' },
  { key: 'riskDifferenceLower', label: `${difference}, lower limit`, format: 'difference', by: 'riskDifferenceLower' },
  { key: 'riskDifferenceUpper', label: `${difference}, upper limit`, format: 'difference', by: 'riskDifferenceUpper' },
  { key: 'pooling', label: 'Whether one number stands for all strata', format: 'verdict', by: 'pooling' },
];

/** Whether people of the same level and skill are matched alike, whatever group they belong to. */
export const matchingGivenFit: MeasureContract = {
  ...matched,
  drawn: [
    ...matched.drawn,
    ...SUM_NAMES.map((key) => ({ key, label: STRATA_SUMS[key], scale: 'a sum over strata that nobody moves by more than 1' })),
  ],
  values: [...matched.values, ...EFFECTS.map(({ key, label, format }) => ({ key, label, format }))],
  derivedOf: (shape, ground) => ({ ...matched.derivedOf(shape, ground), ...effectsOf(shape) }),
  tableOf: (cohort, variant, planned, limits) => {
    const table = matched.tableOf(cohort, variant, planned, limits);
    return table && planned.breakdown.length > 0 ? withSums(cohort, planned, table) : table;
  },
};

/** The organisation has nobody else to be compared with. */
function effectsOf({ breakdown }: TableShape): Record<string, Derivation> {
  if (breakdown.length === 0) return {};
  const ofSums = [...SUM_NAMES, ...PAIR];
  return Object.fromEntries(EFFECTS.map(({ key, by }) => [key, { by, of: by === 'pooling' ? PAIR : ofSums }]));
}

function withSums(cohort: Cohort, planned: PlannedTable, table: StatisticTable): StatisticTable {
  const sums = sumsOf(cohort, planned);
  const cells = table.cells.map((cell, at) => ({
    ...cell,
    statistics: { ...cell.statistics, ...statisticsOf(sums[at] ?? mantelHaenszelSums([])) },
  }));
  return { ...table, cells };
}

function statisticsOf(sums: MantelHaenszelSums): Record<string, Statistic> {
  const frame = { columnsOf: 'mentee', subject: 'mentees', sensitivity: { kind: 'bounded', most: 1 } } as const;
  return Object.fromEntries(
    SUM_NAMES.map((name) => [
      name,
      { ...frame, question: `matching-given-fit-${name}/1`, exact: { kind: 'exact', value: sums[name] } } as const,
    ]),
  );
}

/** People of one level and skill level by cell of the table: those who were matched, and those who were not. */
interface StratumCounts {
  readonly yes: Float64Array;
  readonly no: Float64Array;
  allYes: number;
  allNo: number;
}

/** For every cell of the table the sums over the strata, the cell's people beside everybody else in the table. */
function sumsOf(cohort: Cohort, planned: PlannedTable): MantelHaenszelSums[] {
  const places = layOutTable(cohort, planned)?.places;
  if (!places) return [];
  const strata = new Map<string, StratumCounts>();
  for (const row of cohort.tallies[POPULATION] ?? []) {
    const cells = places.of(row, row.secret);
    // Who said nothing about a column is in none of its groups, and beside none.
    if (cells.length > 0) addRow(stratumOf(strata, row, places.groups.length), row, cells);
  }
  return places.groups.map((_, at) => mantelHaenszelSums([...strata.values()].map((counts) => besideOthers(counts, at))));
}

function stratumOf(strata: Map<string, StratumCounts>, { open, secret }: TallyRow, size: number): StratumCounts {
  const name = JSON.stringify([open['level'], secret['skill_level']]);
  const known = strata.get(name);
  if (known) return known;
  const fresh = { yes: new Float64Array(size), no: new Float64Array(size), allYes: 0, allNo: 0 };
  strata.set(name, fresh);
  return fresh;
}

function addRow(counts: StratumCounts, row: TallyRow, cells: readonly number[]): void {
  const [yes, no] = PAIR.map((name) => numberOf(row, name)) as [number, number];
  for (const at of cells) {
    counts.yes[at] = (counts.yes[at] ?? 0) + yes;
    counts.no[at] = (counts.no[at] ?? 0) + no;
  }
  counts.allYes += yes;
  counts.allNo += no;
}

/** Weights are fractions: what is left of a whole may miss 0 by a rounding. */
function besideOthers({ yes, no, allYes, allNo }: StratumCounts, at: number) {
  const [exposedEvents, exposedNonEvents] = [yes[at] ?? 0, no[at] ?? 0];
  return {
    exposedEvents,
    exposedNonEvents,
    unexposedEvents: Math.max(0, allYes - exposedEvents),
    unexposedNonEvents: Math.max(0, allNo - exposedNonEvents),
  };
}
