import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOT_SAID, parsePeriod, type Dimension } from '../../../api/src/kernel/index.js';
import { SAMPLE_SETTINGS, writeSample } from '../../../api/src/sample-organisation/index.js';
import { random, type Person } from './organisation.js';
import type { History, Roster } from './quarters.js';

type Row = Readonly<Record<string, string>>;

const YEAR = 365.25 * 24 * 3600 * 1000;

/** The roster of the sample organisation in its quarters, with the columns of its releases. */
export function sampleHistory(people: number, quarters: number): History {
  const directory = mkdtempSync(join(tmpdir(), 'overstory-attack-'));
  try {
    const { periods } = writeSample(directory, { people, quarters });
    const rows = read(join(directory, 'people.csv'));
    const numbers = new Map([...new Set(rows.map((row) => row['person_id']!))].map((id, who) => [id, who]));
    const rosters = periods.map((period) => rosterOn(rows, parsePeriod(period).endsOn, numbers));
    return { people: numbers.size, dimensions: dimensionsOf(rosters.flat().map(({ person }) => person)), quarters: rosters };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function read(path: string): Row[] {
  const [header, ...lines] = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return lines.map((line) => Object.fromEntries(header!.map((column, i) => [column, line[i] ?? ''])));
}

/** Everyone employed on a day, by the latest row that holds then. */
function rosterOn(rows: readonly Row[], day: string, numbers: ReadonlyMap<string, number>): Roster {
  const latest = new Map<string, Row>();
  for (const row of rows) {
    const before = latest.get(row['person_id']!);
    if (row['effective_from']! <= day && (!before || before['effective_from']! <= row['effective_from']!))
      latest.set(row['person_id']!, row);
  }
  return [...latest.values()]
    .filter((row) => row['hired_on']! <= day && (!row['left_on'] || row['left_on'] > day))
    .map((row) => ({ who: numbers.get(row['person_id']!)!, person: personOf(row, day, numbers.get(row['person_id']!)!) }));
}

function personOf(row: Row, day: string, who: number): Person {
  const next = random(who + 1);
  const said = SAMPLE_SETTINGS.demographics
    .map(({ column }) => [column, row[column] ?? ''] as const)
    .filter(([, value]) => value !== '');
  return {
    open: {
      // The tree of a release begins at the first layer with two nodes.
      team: row['team']!.split('/').slice(1).join('/'),
      level: row['level'] || NOT_SAID,
      location: row['location'] || NOT_SAID,
      tenure: band((Date.parse(day) - Date.parse(row['hired_on']!)) / YEAR),
    },
    special: row['consent_demographics'] === 'yes' ? Object.fromEntries(said) : {},
    key: [Math.floor(next() * 2 ** 32), Math.floor(next() * 2 ** 32)],
    mentee: 'no',
    mentor: 'no',
    minutes: [],
  };
}

const band = (years: number): string => (years < 1 ? '0-1' : years < 2 ? '1-2' : years < 4 ? '2-4' : '4+');

function dimensionsOf(everyone: readonly Person[]): Dimension[] {
  const valuesOf = (key: string): string[] => [...new Set(everyone.map(({ open }) => open[key]!))].sort();
  const paths = new Set(valuesOf('team').flatMap((path) => path.split('/').map((_, i, all) => all.slice(0, i + 1).join('/'))));
  const teams = [...paths]
    .sort()
    .map((key) => (key.includes('/') ? { key, label: key, parent: key.slice(0, key.lastIndexOf('/')) } : { key, label: key }));
  const plain = (key: string, sensitivity: 'open' | 'special', values: readonly string[]): Dimension => ({
    key,
    label: key,
    kind: 'nominal',
    sensitivity,
    values: values.map((value) => ({ key: value, label: value })),
  });
  return [
    { key: 'team', label: 'Team', kind: 'tree', sensitivity: 'open', values: teams },
    ...['level', 'location', 'tenure'].map((key) => plain(key, 'open', valuesOf(key))),
    ...[...SAMPLE_SETTINGS.demographics]
      .sort((a, b) => (a.column < b.column ? -1 : 1))
      .map(({ column, values }) =>
        plain(
          column,
          'special',
          values.map(({ key }) => key),
        ),
      ),
  ];
}
