import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import type { CaseRow } from '../../api/src/kernel/index.js';
import { gather, populationOf, readCases } from '../../api/src/microdata/index.js';
import { inTransaction } from '../../api/src/platform/index.js';
import { send } from '../ingest/support/loading.js';
import { freshInstallation } from '../support/database.js';
import { exactly, organisation } from './support/organisation.js';

const folder = path.join(process.env.OVERSTORY_SHARED ?? path.resolve('../shared'), 'data/real');
const read = (name: string, file: string): string => fs.readFileSync(path.join(folder, name, `${file}.csv`), 'utf8');

type Row = Readonly<Record<string, string>>;

function rowsOf(text: string): Row[] {
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const columns = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, at) => [columns[at] ?? '', value])));
}

(fs.existsSync(folder) ? describe : describe.skip)('the Kubernetes organisation: a landmark of one year of employment', () => {
  it('has the published numbers: 20 of 115 against 51 of 452', async () => {
    // The published facts are about those who joined from September 2018 to the end of 2021.
    const all = read('k8s_org_ladder', 'people');
    const joined = new Set(
      rowsOf(all).flatMap(({ person_id: id = '', hired_on: on = '' }) => (on >= '2018-09-01' && on <= '2021-12-31' ? [id] : [])),
    );
    const people = all
      .split('\n')
      .filter((line, i) => i === 0 || joined.has(line.split(',')[0] ?? ''))
      .join('\n');
    const installation = await freshInstallation();
    await send(installation, {
      'people.csv': people,
      ...Object.fromEntries(
        ['tracks', 'participations', 'progressions'].map((file) => [`${file}.csv`, read('k8s_org_ladder', file)]),
      ),
    });
    const tracks = [...new Set(rowsOf(read('k8s_org_ladder', 'participations')).map(({ track_id: id = '' }) => id))];
    const rows = await inTransaction(installation.pool('curator'), async (tx) => {
      const question = await gather(tx, {
        loadNo: 1,
        startsOn: '2024-10-01',
        endsOn: '2024-12-31',
        months: [],
        demographics: [],
        tracks: tracks.filter((id) => id.startsWith('rt-')).map((id) => ({ id, mostMinutes: 240 })),
        mostMinutes: 240,
        mentorLoadCap: 3,
        themes: [],
        levels: [],
      });
      return readCases(tx, populationOf('steps_after_first_year'), question);
    });
    const atRankOne = rows.filter(({ secret, labels }) => !secret.track && ['1', '(not said)'].includes(labels.level ?? ''));
    const count = (mentored: number, stepped: readonly number[]): number =>
      atRankOne.filter(({ numbers }: CaseRow) => numbers.mentored === mentored && stepped.includes(numbers.stepped ?? NaN))
        .length;
    expect([count(1, [1]), count(1, [0, 1]), count(0, [1]), count(0, [0, 1])]).toEqual([20, 115, 51, 452]);
  });
});

const plusMonths = (day: string, months: number): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
};

(fs.existsSync(folder) ? describe : describe.skip)('the Kubernetes release team: shadows and their first step up', () => {
  it('counts whom the files name, interval by interval', async () => {
    const text = (file: string): string => read('k8s_release_team', file);
    const files = Object.fromEntries(['people', 'tracks', 'participations', 'progressions'].map((file) => [file, text(file)]));
    const cohort = await (await organisation({ files }))('2022-Q4');
    const [today, opening] = ['2022-12-31', '2019-12-31'];
    const known = new Set(rowsOf(text('tracks')).map(({ track_id: id }) => id));
    const began = new Map<string, string>();
    for (const { person_id: id = '', role, started_on: on = '', track_id: track } of rowsOf(text('participations')))
      if (role === 'mentee' && known.has(track) && on && on <= today && on < (began.get(id) ?? '9999')) began.set(id, on);
    const steps = rowsOf(text('progressions')).filter(({ from_rank: from, to_rank: to }) => Number(to) > Number(from));
    const counts: Record<string, number> = {};
    for (const [id, from] of began) {
      if (from <= opening) continue;
      const own = steps.flatMap(({ person_id, occurred_on: on = '' }) =>
        person_id === id && on > from && on <= today ? [on] : [],
      );
      const left =
        rowsOf(text('people'))
          .filter(({ person_id }) => person_id === id)
          .at(-1)?.left_on || '9999';
      const stepped = own.sort()[0] ?? '9999';
      const end = [stepped, left, today].sort()[0]!;
      const kind = end === stepped ? 'events' : end === left ? 'competing' : 'censored';
      const point = [3, 6, 9, 12, 18, 24].find((months) => end <= plusMonths(from, months));
      const name = point === undefined ? 'beyond' : `${kind}${point}`;
      counts[name] = (counts[name] ?? 0) + 1;
    }
    const { organisation: whole = {} } = exactly(cohort, 'progression');
    expect(Object.fromEntries(Object.entries(whole).filter(([, count]) => count > 0))).toEqual(counts);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(100);
  });
});
