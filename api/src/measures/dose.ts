import type {
  Cohort,
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
import type { MeasureContract, TableLimits, Variant } from './contract.js';

/** A person has at most three months in a quarter. */
const CAP = 3;
const SUBJECT = 'mentees';

/** Who receives how much: mean held minutes of a mentee's month. */
export const dose: MeasureContract = {
  key: 'dose',
  label: 'Dose',
  question: 'How much mentoring do mentees receive?',
  field: 'dose',
  variants: [{ key: 'mentee', label: 'received by mentees', subject: SUBJECT }],
  subject: 'mentees',
  unit: 'months of mentees',
  population:
    'Mentees employed on the last day of the period, once for every month of it in which they were a mentee; closed relationships left out.',
  numerator:
    'Minutes of sessions that were held in that month in their relationships. Every member of a group receives the full minutes; planned sessions never count. Minutes above twice the agreed dose of the track (120 a month where none is named) are cut off.',
  denominator: 'Months of mentees. By track: months in that track.',
  interval: '95 % t interval that contains the noise of sum and base; the spread is that of the nearest larger group.',
  whenThereIsNoAnswer:
    'Hidden for fewer than 30 people, or too few mentees as drawn; no mean where the noise would drown it; not collected where sessions were never loaded.',
  source: 'Student 1908; docs/release-file.md, "Mean"',
  notFor: ['a target: more minutes are not better mentoring', 'counting meetings of a person, a pair or a team'],
  counterMeasure: 'Whether guidance fades and people become independent: a dose that never falls may be a dependence.',
  method: 'dose/1',
  figure: 'mean',
  populations: [],
  planClass: 'equity',
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
  ],
  values: [
    { key: 'mentees', label: 'Mentees', format: 'people' },
    { key: 'months', label: 'Months of mentees', format: 'months' },
    { key: 'mean', label: 'Minutes a month', format: 'minutes' },
    { key: 'meanLower', label: 'Lower limit', format: 'minutes' },
    { key: 'meanUpper', label: 'Upper limit', format: 'minutes' },
  ],
  primary: 'mean',
  necessary: 'mean',
  derivedOf: (_shape, { doseLimit }) => {
    const mean = { of: ['minutes', 'squares', 'months'], parameters: { low: 0, high: doseLimit, cap: CAP } };
    return {
      mentees: { by: 'count', of: ['mentees'] },
      months: { by: 'count', of: ['months'] },
      mean: { by: 'mean', ...mean },
      meanLower: { by: 'meanLower', ...mean },
      meanUpper: { by: 'meanUpper', ...mean },
    };
  },
  tableOf: doseTable,
};

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
  });
  const bases: StatisticTable['bases'] = [
    ...(laidOut.closed ? [] : [{ kind: 'open' } as const]),
    { kind: 'secret', of: ['mentees'] },
  ];
  const frame = { measure: 'dose', variant: variant.key, breakdown: planned.breakdown, special: laidOut.special, bases };
  return { ...frame, ...limitsOf(laidOut.special, limits), cells: buildCells(cohort, laidOut, statisticsAt) };
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
}

/** Months, Σ(x − m) and Σ((x − m)² − h²/2) of each cell, with m = h = half the limit. */
function sumMonths({ places }: LaidOut, rows: readonly MenteeMonthsRow[], limit: number): MonthSums {
  const [people, months, minutes, squares] = [0, 1, 2, 3].map(() => new Float64Array(places.groups.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const half = limit / 2;
  for (const row of rows)
    for (const at of places.of(row, row.track === undefined ? {} : { track: row.track })) {
      people[at] = (people[at] ?? 0) + row.people;
      months[at] = (months[at] ?? 0) + row.months;
      minutes[at] = (minutes[at] ?? 0) + (row.minutes - half * row.months);
      squares[at] = (squares[at] ?? 0) + (row.squares - 2 * half * row.minutes + ((half * half) / 2) * row.months);
    }
  return { people, months, minutes, squares };
}

function statistic(question: string, sensitivity: Sensitivity, value = 0): Statistic {
  return { question, columnsOf: 'mentee', subject: SUBJECT, sensitivity, exact: { kind: 'exact', value } };
}
