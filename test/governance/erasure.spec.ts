import { beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import {
  type ColumnDescription,
  fileDescriptions,
  type IngestSettings,
  personKeyOf,
  withdrawLoad,
} from '../../api/src/ingest/index.js';
import {
  askForPerson,
  eraseRequested,
  giveConsent,
  rejectRequest,
  removalsBetween,
  withdrawConsent,
} from '../../api/src/microdata/index.js';
import { inTransaction } from '../../api/src/platform/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { type Files, known, send, stage } from '../ingest/support/loading.js';
import { everyRow, tablesWith } from './support/everything.js';

const settings: IngestSettings = {
  demographics: ['demo_gender', 'demo_origin'].map((column) => ({
    column,
    label: column,
    why: 'Equity',
    values: [
      { key: 'a', label: 'A' },
      { key: 'b', label: 'B' },
    ],
  })),
  themes: ['growth'],
};

let installation: TestInstallation;
let curator: pg.Pool;
beforeEach(async () => {
  installation = await freshInstallation();
  curator = installation.pool('curator');
});

const keyOf = (id: string): string => personKeyOf(installation.keys, id);

async function erase(id: string): Promise<void> {
  const request = await askForPerson(curator, { kind: 'erasure', personKey: keyOf(id), verified: 'in-person', by: 'steward' });
  await inTransaction(curator, (tx) => eraseRequested(tx, request, 'auditor'));
}

/** Every file of the dictionary with rows of three people: each mentored by the next, each in a pair of their own. */
function everyFile(people: readonly string[]): Files {
  return Object.fromEntries(
    fileDescriptions.map(({ name, columns }) => {
      const extra = name === 'people' ? ['demo_gender', 'demo_origin'] : [];
      const rows = people.map((id, i) => columns.map((column) => cell(column, id, people[(i + 1) % people.length]!, name)));
      const lines = rows.map((row) => [...row, ...extra.map(() => 'a')].join(','));
      const second =
        name === 'participations' ? rows.map((row, i) => mentorOf(columns, row, people[(i + 1) % people.length]!)) : [];
      return [
        `${name}.csv`,
        [[...columns.map(({ name: column }) => column), ...extra].join(','), ...lines, ...second].join('\n') + '\n',
      ];
    }),
  );
}

function mentorOf(columns: readonly ColumnDescription[], row: readonly string[], mentor: string): string {
  return row
    .map((value, i) => (columns[i]!.name === 'role' ? 'mentor' : columns[i]!.name === 'person_id' ? mentor : value))
    .join(',');
}

function cell({ name, type }: ColumnDescription, id: string, other: string, file: string): string {
  if (name === 'role') return 'mentee';
  if (name === 'owner_id') return other;
  if (name === 'left_on') return '';
  switch (type.kind) {
    case 'identifier':
      return type.of === 'person' ? id : `${type.of}-${id}`;
    case 'text':
      return name === 'track_id' ? `track-${id}` : `${name}-${id}`;
    case 'notes':
      return `Dear ${id} of ${file}`;
    case 'path':
      return `team/${id}`;
    case 'choice':
    case 'choices':
      return type.of[0]!;
    case 'date':
      return '2024-02-03';
    case 'integer':
      return String(Math.max(type.least, 1));
    case 'number':
      return '1';
    case 'yesNo':
      return 'yes';
    case 'zone':
      return 'Europe/Berlin';
    case 'themes':
      return 'growth';
    case 'texts':
    case 'paths':
      return '';
  }
}

/** Tables that may still name a person after an erasure, and what for. */
const KEEPERS = ['microdata.tombstone'];

describe('an erased person', () => {
  it('stands in no table any more, in no version and in no load that waits, but as a tombstone', async () => {
    const files = everyFile(['ada', 'ben', 'cem']);
    await send(installation, files, { settings });
    await send(installation, { 'people.csv': 'person_id,effective_from,team\nada,2024-06-01,team/x\n' }, { settings });
    await stage(installation, {
      'skills.csv': 'person_id,skill,assessed_on,level\nada,sql,2025-01-01,3\nben,sql,2025-01-01,3\n',
    });
    const before = await tablesWith(installation.pool('owner'), keyOf('ada'));
    for (const table of [
      'people',
      'demographics',
      'requests',
      'participations',
      'skill_checks',
      'exit_interviews',
      'track_owner',
    ])
      expect(before).toContain(`microdata.${table}`);
    expect(before.some((table) => table.startsWith('staging.'))).toBe(true);
    await erase('ada');
    expect(await tablesWith(installation.pool('owner'), keyOf('ada'))).toEqual(KEEPERS);
    for (const id of ['ben', 'cem']) expect((await tablesWith(installation.pool('owner'), keyOf(id))).length).toBeGreaterThan(10);
  });

  it('leaves what is about others as it was', async () => {
    await send(installation, everyFile(['ada', 'ben', 'cem', 'dag']), { settings });
    const about = async (): Promise<string[]> =>
      [...(await everyRow(installation.pool('owner')))]
        .filter(([name]) => name.startsWith('microdata.'))
        .flatMap(([name, rows]) => rows.map((row) => `${name} ${row}`))
        .filter((row) => ['ben', 'cem', 'dag'].some((id) => row.includes(keyOf(id))))
        .sort();
    const before = await about();
    await erase('ada');
    expect(before.length).toBeGreaterThan(30);
    expect(await about()).toEqual(before);
  });

  it('is not brought back by a later load, nor by one that waited, nor by one that is withdrawn', async () => {
    const files = everyFile(['ada', 'ben', 'cem']);
    const first = await send(installation, files, { settings });
    const other = await send(installation, files, { settings, source: 'other' });
    await erase('ada');
    const after = await known(installation);
    const ingest = installation.pool('ingest');
    await send(installation, files, { settings });
    await send(installation, files, { settings, source: 'third' });
    expect(await tablesWith(installation.pool('owner'), keyOf('ada'))).toEqual(KEEPERS);
    expect((await known(installation)).people).toEqual(after.people);
    await withdrawLoad(ingest, other.id, 'operator');
    await withdrawLoad(ingest, first.id, 'operator');
    expect(await tablesWith(installation.pool('owner'), keyOf('ada'))).toEqual(KEEPERS);
    expect((await known(installation)).people).toEqual(after.people);
  });

  it('takes along what happened in a relationship when nobody is left in it, for good', async () => {
    const files = everyFile(['ada', 'ben']);
    await send(installation, files, { settings });
    const sessions = async (): Promise<number> =>
      (await known(installation)).sessions!.length + (await known(installation)).session_rollup!.length;
    expect(await sessions()).toBeGreaterThan(0);
    await erase('ada');
    expect(await sessions()).toBeGreaterThan(0);
    await erase('ben');
    expect(await sessions()).toBe(0);
    await send(installation, files, { settings });
    const state = await known(installation);
    for (const table of ['sessions', 'session_rollup', 'reviews', 'escalations', 'people', 'participations', 'requests'])
      expect(state[table]).toEqual([]);
  });

  it('does not leave a rating that was theirs alone', async () => {
    await send(installation, {
      'participations.csv':
        'relationship_id,track_id,person_id,role,started_on\nr,t,ada,mentee,2024-01-01\nr,t,ben,mentor,2024-01-01\n',
      'reviews.csv': 'relationship_id,reviewed_on,mentee_rating,mentor_rating\nr,2024-03-01,2,5\n',
    });
    await erase('ada');
    expect(JSON.parse((await known(installation)).reviews![0]!)).toMatchObject({ mentee_rating: null, mentor_rating: 5 });
  });

  it('leaves a request that was corrected to somebody else with that one', async () => {
    const header = 'request_id,person_id,asked_on,outcome\n';
    const wrong = await send(installation, { 'requests.csv': `${header}q1,ada,2024-01-01,open\nq2,ben,2024-01-01,open\n` });
    await send(installation, { 'requests.csv': `${header}q1,ben,2024-01-01,matched\nq2,ada,,\n` });
    await erase('ada');
    const requests = (await known(installation)).requests!.map((row) => JSON.parse(row) as Record<string, unknown>);
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ outcome: 'matched' });
    await withdrawLoad(installation.pool('ingest'), wrong.id, 'operator');
    expect(await tablesWith(installation.pool('owner'), keyOf('ada'))).toEqual(KEEPERS);
  });
});

describe('a request', () => {
  it('is decided once, by another person, and forgets whom it was about', async () => {
    const ask = (): Promise<string> =>
      askForPerson(curator, { kind: 'erasure', personKey: keyOf('ada'), verified: 'signed-letter', by: 'steward' });
    const request = await ask();
    for (const by of ['steward', 'operator'])
      await expect(eraseRequested(curator, request, by)).rejects.toMatchObject({ code: 'same-person' });
    expect(await tablesWith(installation.pool('owner'), keyOf('ada'))).toEqual(['microdata.request_subject']);
    await rejectRequest(curator, 'erasure', request, 'auditor');
    expect(await tablesWith(installation.pool('owner'), keyOf('ada'))).toEqual([]);
    await expect(eraseRequested(curator, request, 'auditor')).rejects.toMatchObject({ code: 'request-unknown', exitCode: 2 });
    await eraseRequested(curator, await ask(), 'auditor');
    const { rows } = await installation.pool('reader').query('select state from governance.person_request order by request_no');
    expect(rows).toEqual([{ state: 'rejected' }, { state: 'done' }]);
  });

  it('cannot be taken, decided or read by the web process', async () => {
    const reader = installation.pool('reader');
    for (const statement of [
      `select microdata.ask_for_person('erasure', 1, 'in-person', null, 'x')`,
      `select microdata.erase_requested(1, 'x')`,
      'select * from microdata.request_subject',
      'select * from microdata.tombstone',
    ])
      await expect(reader.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('what was removed', () => {
  it('can be asked for between two moments of known time', async () => {
    await send(installation, everyFile(['ada', 'ben']), { settings });
    expect(await removalsBetween(curator, null, null)).toEqual([]);
    await erase('ada');
    const [first] = await removalsBetween(curator, null, null);
    expect(first).toMatchObject({ kind: 'erasure', classes: [] });
    const later = await send(installation, { 'people.csv': 'person_id,effective_from\ncem,2024-01-01\n' });
    expect(later.knownAt! > first!.knownAt).toBe(true);
    expect(await removalsBetween(curator, first!.knownAt, null)).toEqual([]);
    await inTransaction(curator, (tx) => withdrawConsent(tx, keyOf('ben'), ['demo_gender']));
    expect((await removalsBetween(curator, later.knownAt, null)).map(({ kind }) => kind)).toEqual(['consent']);
    expect((await removalsBetween(curator, null, later.knownAt)).map(({ kind }) => kind)).toEqual(['erasure']);
  });
});

describe('consent for one characteristic', () => {
  const columns = async (id: string): Promise<string[]> => {
    const rows = (await known(installation)).demographics!.map(
      (row) => JSON.parse(row) as { person_key: number; column_key: string },
    );
    const { rows: keyed } = await curator.query<{ column_key: string }>(
      'select distinct column_key from microdata.demographics where person_key = $1 order by 1',
      [keyOf(id)],
    );
    expect(rows.length).toBeGreaterThan(0);
    return keyed.map(({ column_key }) => column_key);
  };

  it('is withdrawn from the next release on: its values go, later loads are not read, the other one stays', async () => {
    const files = everyFile(['ada', 'ben']);
    await send(installation, files, { settings });
    const waiting = await stage(installation, files, { settings, source: 'other' });
    expect(await columns('ada')).toEqual(['demo_gender', 'demo_origin']);
    await inTransaction(curator, (tx) => withdrawConsent(tx, keyOf('ada'), ['demo_gender']));
    expect(await columns('ada')).toEqual(['demo_origin']);
    const ingest = installation.pool('ingest');
    await ingest.query('select microdata.confirm_staged($1)', [waiting.id]);
    await send(installation, files, { settings });
    expect(await columns('ada')).toEqual(['demo_origin']);
    expect(await columns('ben')).toEqual(['demo_gender', 'demo_origin']);
    expect((await known(installation)).people).toHaveLength(2);
    await giveConsent(curator, keyOf('ada'), ['demo_gender']);
    expect(await columns('ada')).toEqual(['demo_origin']);
    await send(installation, { 'people.csv': 'person_id,effective_from,demo_gender\nada,2024-02-03,b\n' }, { settings });
    expect(await columns('ada')).toEqual(['demo_gender', 'demo_origin']);
  });
});
