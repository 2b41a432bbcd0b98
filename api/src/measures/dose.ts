import type {
  Cohort,
  Derivation,
  MenteeMonthsRow,
  OpenPeople,
  PlannedTable,
  Sensitivity,
  Statistic,
  StatisticTable,
} from '../kernel/index.js';
import { buildCells, type LaidOut, layOutTable } from './cells/build-table.js';
import { countPeople } from './cells/count-people.js';
import { countMentees, eligibleStatistic, peopleStatistic } from './cells/taking-part.js';
import { compareMeans } from './blocks/values.js';
import type { DerivationGround, MeasureContract, TableLimits, TableShape, ValueDescription, Variant } from './contract.js';
import { doseOfAgents } from './dose-of-agents.js';

/** A person has at most three months in a quarter. */
const CAP = 3;
const SUBJECT = 'mentees';
const SUM = { sum: 'minutes', squares: 'squares', base: 'months', low: 0, cap: CAP } as const;

/** Mentees by their mean month: nothing held, and seven equal parts of the range, each standing for its middle. */
const BINS = Array.from({ length: 8 }, (_, at) => `bin${at}`);
const binLabel = (at: number): string =>
  at === 0 ? 'Mentees without a held minute' : `Mentees in the ${at}. of seven parts of the range`;

const COMPARISON = compareMeans({ ...SUM, high: 0 }, 'minutes');
const THEIL: readonly ValueDescription[] = [
  { key: 'theil', label: 'Inequality (Theil) in the group', format: 'score' },
  { key: 'theilWithin', label: 'Inequality within the groups shown', format: 'score' },
  { key: 'theilBetween', label: 'Inequality between the groups shown', format: 'score' },
];

/** Who receives how much: mean held minutes of a mentee's month. */
export const dose: MeasureContract = {
  key: 'dose',
  label: 'Dose',
  question: 'How much mentoring do mentees receive?',
  field: 'dose',
  variants: [
    { key: 'mentee', label: 'received by mentees', subject: SUBJECT },
    { key: 'agents', label: 'received by software agents, never mixed with people', subject: 'agents' },
  ],
  subject: 'mentees, agents',
  unit: 'months of mentees',
  population:
    'Mentees employed on the last day of the period, once for every month of it in which they were a mentee; closed relationships left out.',
  numerator:
    'Minutes of sessions that were held in that month in their relationships. Every member of a group receives the full minutes; planned sessions never count. Minutes above twice the agreed dose of the track (120 a month where none is named) are cut off.',
  denominator: 'Months of mentees. By track: months in that track.',
  interval:
    '95 % t interval that contains the noise of sum and base; the spread is that of the nearest larger group. The ratio to everyone else has MOVER limits. Theil\u2019s index comes from a drawn histogram of eight public bins and has no interval.',
  whenThereIsNoAnswer:
    'Hidden for fewer than 30 people, or too few mentees as drawn; no mean where the noise would drown it; not collected where sessions were never loaded.',
  source: 'Student 1908; Donner & Zou 2012; Theil 1967; docs/release-file.md, "Mean" and "Concentration"',
  notFor: ['a target: more minutes are not better mentoring', 'counting meetings of a person, a pair or a team'],
  counterMeasure: 'Whether guidance fades and people become independent: a dose that never falls may be a dependence.',
  method: 'dose/1',
  figure: 'mean',
  populations: doseOfAgents.populations,
  planClass: 'equity',
  restsOn: ['participations.started_on', 'sessions.minutes'],
  drawn: [
    { key: 'eligible', label: 'Eligible people', scale: 'an open fact, exact; only where all columns are open' },
    { key: 'mentees', label: 'Mentees', scale: 'a count of people: one each' },
    { key: 'months', label: 'Months of mentees', scale: 'rows, at most three a person' },
    {
      key: 'minutes',
      label: 'Held minutes',
      scale: 'a sum over months, each from 0 to twice the greatest agreed dose, at most three a person',
    },
    { key: 'squares', label: 'Squares of held minutes', scale: 'the same, squared about the middle' },
    ...BINS.map((key, at) => ({ key, label: binLabel(at), scale: 'a count of people: one each, in one bin' })),
    ...doseOfAgents.drawn,
  ],
  values: [
    { key: 'mentees', label: 'Mentees', format: 'people' },
    { key: 'months', label: 'Months of mentees', format: 'months' },
    { key: 'mean', label: 'Minutes a month', format: 'minutes' },
    { key: 'meanLower', label: 'Lower limit', format: 'minutes' },
    { key: 'meanUpper', label: 'Upper limit', format: 'minutes' },
    ...COMPARISON.map(({ key, label, format }) => ({ key, label, format })),
    ...THEIL,
  ],
  primary: 'mean',
  necessary: 'mean',
  derivedOf: (shape, ground, variant) =>
    variant === 'agents' ? doseOfAgents.derivedOf(shape, ground, variant) : derivedOf(shape, ground),
  tableOf: (cohort, variant, planned, limits) =>
    variant.key === 'agents'
      ? doseOfAgents.tableOf(cohort, variant, planned, limits)
      : doseTable(cohort, variant, planned, limits),
};

/** The organisation has nobody else to be compared with, and no groups between which anything could lie. */
function derivedOf({ breakdown }: TableShape, { doseLimit }: DerivationGround): Record<string, Derivation> {
  const mean = { of: [SUM.sum, SUM.squares, SUM.base], parameters: { low: SUM.low, high: doseLimit, cap: CAP } };
  const parts = { of: BINS, parameters: Object.fromEntries(BINS.map((_, at) => [`value${at + 1}`, binValue(at, doseLimit)])) };
  const whole: Record<string, Derivation> = {
    mentees: { by: 'count', of: ['mentees'] },
    months: { by: 'count', of: ['months'] },
    mean: { by: 'mean', ...mean },
    meanLower: { by: 'meanLower', ...mean },
    meanUpper: { by: 'meanUpper', ...mean },
    theil: { by: 'theil', ...parts },
  };
  if (breakdown.length === 0) return whole;
  return {
    ...whole,
    ...comparisonOf(doseLimit),
    theilWithin: { by: 'theilWithin', ...parts },
    theilBetween: { by: 'theilBetween', ...parts },
  };
}

function comparisonOf(high: number): Record<string, Derivation> {
  const values = compareMeans({ ...SUM, high }, 'minutes');
  return Object.fromEntries(
    values.map(({ key, by, of, against, parameters }): [string, Derivation] => [
      key,
      { by, of, ...(against && { against }), ...(parameters && { parameters }) },
    ]),
  );
}

const binValue = (at: number, limit: number): number => (at === 0 ? 0 : ((at - 0.5) * limit) / 7);

function doseTable(cohort: Cohort, variant: Variant, planned: PlannedTable, limits: TableLimits): StatisticTable | null {
  if (!cohort.sessionsCollected) return null;
  const laidOut = layOutTable(cohort, planned);
  if (!laidOut) return null;
  const byTrack = planned.breakdown.includes('track');
  const sums = sumMonths(laidOut, byTrack ? cohort.menteeTrackMonths : cohort.menteeMonths, cohort.doseLimit);
  const mentees = byTrack ? sums.people : countPeople(laidOut.places, cohort.people, countMentees);
  const statisticsAt = (at: number, open: OpenPeople): Record<string, Statistic> => ({
    ...(!laidOut.closed && { eligible: eligibleStatistic(open.count) }),
    mentees: peopleStatistic('mentees/1', SUBJECT, mentees[at] ?? 0),
    months: statistic(byTrack ? 'mentee-track-months/1' : 'mentee-months/1', { kind: 'rows', cap: CAP }, sums.months[at]),
    minutes: statistic('mentee-minutes/1', { kind: 'sum', cap: CAP, low: 0, high: cohort.doseLimit }, sums.minutes[at]),
    squares: statistic(
      'mentee-minutes-squared/1',
      { kind: 'squares', cap: CAP, low: 0, high: cohort.doseLimit },
      sums.squares[at],
    ),
    ...binStatistics(sums.bins, at),
  });
  const bases: StatisticTable['bases'] = [
    ...(laidOut.closed ? [] : [{ kind: 'open' } as const]),
    { kind: 'secret', of: ['mentees'] },
  ];
  const frame = { measure: 'dose', variant: variant.key, breakdown: planned.breakdown, special: laidOut.special, bases };
  return { ...frame, ...limitsOf(laidOut.special, limits), cells: buildCells(cohort, laidOut, statisticsAt) };
}

function binStatistics(bins: readonly Float64Array[], at: number): Record<string, Statistic> {
  const histogram = 'mentee-dose/1';
  return Object.fromEntries(
    BINS.map((key, bin) => [key, { ...statistic(`${histogram}:${key}`, { kind: 'count' }, bins[bin]?.[at]), histogram }]),
  );
}

/** The policy's limits for tables other than participation and parity. */
function limitsOf(special: boolean, { minimumOpen, minimumSpecialBase }: TableLimits): Partial<TableLimits> {
  return special ? { minimumOpen, minimumSpecialBase } : { minimumOpen };
}

interface MonthSums {
  readonly people: Float64Array;
  readonly months: Float64Array;
  readonly minutes: Float64Array;
  readonly squares: Float64Array;
  readonly bins: readonly Float64Array[];
}

/** Months, Σ(x − m) and Σ((x − m)² − h²/2) of each cell, with m = h = half the limit; and people by bin. */
function sumMonths({ places }: LaidOut, rows: readonly MenteeMonthsRow[], limit: number): MonthSums {
  const fresh = (): Float64Array => new Float64Array(places.groups.length);
  const sums = { people: fresh(), months: fresh(), minutes: fresh(), squares: fresh(), bins: BINS.map(fresh) };
  const half = limit / 2;
  for (const row of rows)
    for (const at of places.of(row, row.track === undefined ? {} : { track: row.track })) {
      add(sums.people, at, row.people);
      add(sums.months, at, row.months);
      add(sums.minutes, at, row.minutes - half * row.months);
      add(sums.squares, at, row.squares - 2 * half * row.minutes + ((half * half) / 2) * row.months);
      sums.bins.forEach((bin, which) => add(bin, at, row.bins[which] ?? 0));
    }
  return sums;
}

function add(sum: Float64Array, at: number, value: number): void {
  sum[at] = (sum[at] ?? 0) + value;
}

function statistic(question: string, sensitivity: Sensitivity, value = 0): Statistic {
  return { question, columnsOf: 'mentee', subject: SUBJECT, sensitivity, exact: { kind: 'exact', value } };
}
