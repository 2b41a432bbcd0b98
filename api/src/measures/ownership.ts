import type { Cohort, Derivation, PlannedTable, Statistic, StatisticTable } from '../kernel/index.js';
import { buildCells, layOutTable } from './cells/build-table.js';
import { eligibleStatistic } from './cells/taking-part.js';
import type { MeasureContract, Variant } from './contract.js';
import { numberOf } from './tallied.js';

const KEY = 'ownership';
const SUBJECT = 'tracks';
const DERIVED: Readonly<Record<string, Derivation>> = {
  tracks: { by: 'count', of: ['tracks'] },
  unowned: { by: 'count', of: ['unowned'] },
  share: { by: 'proportion', of: ['unowned', 'tracks'] },
};

/** Who answers for each track: how many tracks have nobody. An open fact about tracks, never about the people who own them. */
export const ownership: MeasureContract = {
  key: KEY,
  label: 'Ownership',
  question: 'Does somebody answer for each track?',
  field: 'ownership',
  variants: [{ key: 'tracks', label: 'tracks', subject: SUBJECT }],
  subject: SUBJECT,
  unit: 'tracks',
  population: 'Tracks that ran on at least one day of the period.',
  numerator: 'Those for which no accountable person is named.',
  denominator: 'All of them. Who owns a track is sealed: only whether somebody does is read.',
  interval: 'None: every track is counted, nothing is drawn. The catalogue tells the same to everybody.',
  whenThereIsNoAnswer:
    'Not collected where tracks were never loaded; hidden where fewer than five people work; no share where no track ran.',
  source: 'The catalogue of tracks; docs/release-file.md, "Form"',
  notFor: ['judging owners: that somebody is named says nothing about what they do'],
  counterMeasure: 'How tracks with an owner do: a name alone answers for nothing.',
  method: `${KEY}/1`,
  figure: 'numbers',
  planClass: 'model',
  populations: [KEY],
  drawn: [
    { key: 'eligible', label: 'Eligible people', scale: 'an open fact, exact' },
    { key: 'tracks', label: 'Tracks', scale: 'a number of tracks, exact' },
    { key: 'unowned', label: 'Tracks without an owner', scale: 'a number of tracks, exact' },
  ],
  values: [
    { key: 'unowned', label: 'Tracks without an owner', format: 'count' },
    { key: 'tracks', label: 'Tracks', format: 'count' },
    { key: 'share', label: 'Share of tracks without an owner', format: 'fraction' },
  ],
  primary: 'unowned',
  necessary: 'unowned',
  derivedOf: () => DERIVED,
  tableOf,
};

function tableOf(cohort: Cohort, variant: Variant, planned: PlannedTable): StatisticTable | null {
  const [row] = cohort.tallies[KEY] ?? [];
  const laidOut = planned.breakdown.length === 0 ? layOutTable(cohort, planned) : null;
  if (!row || !laidOut) return null;
  const cells = buildCells(cohort, laidOut, (_at, { count }) => ({
    eligible: eligibleStatistic(count),
    tracks: ofCatalogue('tracks/1', numberOf(row, 'tracks')),
    unowned: ofCatalogue('tracks-without-owner/1', numberOf(row, 'unowned')),
  }));
  return { measure: KEY, variant: variant.key, breakdown: [], special: false, bases: [{ kind: 'open' }], cells };
}

const ofCatalogue = (question: string, value: number): Statistic => ({
  question,
  columnsOf: 'person',
  subject: SUBJECT,
  sensitivity: { kind: 'catalogue' },
  exact: { kind: 'exact', value },
});
