import { meanOf, sumValues, type ValuesOptions } from './blocks/values.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

const TRACKS: ValuesOptions = {
  sum: 'tracks',
  squares: 'tracksSquared',
  base: 'menteesNow',
  label: 'Tracks within a year',
  baseLabel: 'Mentees of the last day',
  question: 'tracks-of-year',
  low: 1,
  high: 6,
  cap: 1,
  rows: 'mentees',
  total: 'tracks',
  totalOfSquares: 'tracksSquared',
};
const SAME = { of: ['same', 'menteesNow'] } as const;

/** Whether one mentor carries it: mentees with the same only mentor for more than a year, and in how many tracks people are. */
export const dependence: MeasureContract = tallied(
  {
    key: 'dependence',
    label: 'Dependence',
    question: 'Does one mentor carry it?',
    field: 'dependence',
    variants: [{ key: 'mentees_now', label: 'mentees of the last day', subject: 'mentees' }],
    subject: 'mentees',
    unit: 'people',
    population: 'Eligible people who are mentees on the period\u2019s last day; closed relationships left out.',
    numerator:
      'Those who had one and the same mentor alone over the year before, in a relationship that began more than twelve months ago; and the number of tracks, from 1 to 6, in which each was a mentee within that year.',
    denominator: 'All of them. Where a mentor of the year is not on record, nobody is said to be the only one.',
    interval: '95 % score interval of the share, 95 % t interval of the mean; both contain the noise of what is drawn.',
    whenThereIsNoAnswer: 'Hidden for too few mentees as drawn; no share or mean where the noise would drown it.',
    source: 'docs/release-file.md, "The pair of a cell" and "Mean"',
    notFor: ['ending a relationship that both want: some need longer', 'judging a mentor whose mentees stay'],
    counterMeasure: 'Endings: how many relationships end because they are no longer needed, and how many because they lapsed.',
    figure: 'rate',
    planClass: 'other',
    primary: 'share',
    necessary: 'share',
  },
  () => ({
    population: 'dependence',
    within: { track: 'dependence_tracks' },
    columnsOf: 'mentee',
    draws: [
      ...sumValues(TRACKS),
      {
        key: 'same',
        label: 'Mentees with the same only mentor for more than a year',
        question: 'same-only-mentor/1',
        sensitivity: { kind: 'count' },
        adds: 'same',
      },
    ],
    bases: [{ of: ['menteesNow'] }],
    values: [
      { key: 'mentees', label: 'Mentees', format: 'people', by: 'count', of: ['menteesNow'] },
      { key: 'share', label: 'The same only mentor for more than a year', format: 'fraction', by: 'proportion', ...SAME },
      { key: 'shareLower', label: 'Lower limit of that share', format: 'fraction', by: 'proportionLower', ...SAME },
      { key: 'shareUpper', label: 'Upper limit of that share', format: 'fraction', by: 'proportionUpper', ...SAME },
      ...meanOf(TRACKS, { key: 'tracksAYear', label: 'Tracks of a mentee within a year', format: 'score' }),
    ],
  }),
);
