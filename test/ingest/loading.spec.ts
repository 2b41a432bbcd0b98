import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  beginLoad,
  checkLoad,
  confirmLoad,
  discardLoad,
  expireStaged,
  type IngestSettings,
  receiveFile,
  withdrawLoad,
} from '../../api/src/ingest/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { chunksOf, empty, errorsOf, known, send, stage, versions } from './support/loading.js';

const people = 'person_id,effective_from,hired_on,left_on,team,level\n';
const settings: IngestSettings = {
  demographics: [
    {
      column: 'demo_gender',
      label: 'Gender',
      why: 'Equity',
      values: [
        { key: 'f', label: 'Woman' },
        { key: 'm', label: 'Man' },
      ],
    },
  ],
  themes: ['workload', 'growth'],
};

let installation: TestInstallation;
beforeAll(async () => {
  installation = await freshInstallation();
});
beforeEach(() => empty(installation));

async function one(table: string): Promise<Record<string, unknown>> {
  const rows = (await known(installation))[table]!;
  expect(rows).toHaveLength(1);
  return JSON.parse(rows[0]!) as Record<string, unknown>;
}

describe('what a row says', () => {
  it('is kept where a later row is silent, replaced where it speaks, erased where it says \\N', async () => {
    await send(installation, { 'people.csv': `${people}p1,2024-01-01,2020-05-01,,Eng/Core,3\n` });
    await send(installation, { 'people.csv': `${people}p1,2024-01-01,,,Eng/Data,\n` });
    expect(await one('people')).toMatchObject({ hired_on: '2020-05-01', team: 'Eng/Data', level: '3', kind: 'human' });
    await send(installation, { 'people.csv': `${people}p1,2024-01-01,\\N,,,\\N\n` });
    expect(await one('people')).toMatchObject({ hired_on: null, team: 'Eng/Data', level: null });
  });

  it('changes nothing when it is said again', async () => {
    const file = { 'people.csv': `${people}p1,2024-01-01,2020-05-01,,Eng/Core,3\np2,2024-01-01,2021-01-01,,Eng,2\n` };
    await send(installation, file);
    const before = await known(installation);
    const { files } = await send(installation, file);
    expect(await known(installation)).toEqual(before);
    expect(files[0]).toMatchObject({ accepted: 2, added: 0, changed: 0, unchanged: 2 });
    expect(await versions(installation, 'microdata.people')).toBe(2);
  });

  it('holds as long as one of the loads that said it stands', async () => {
    const pool = installation.pool('ingest');
    const file = { 'people.csv': `${people}p1,2024-01-01,2020-05-01,,Eng/Core,3\n` };
    const [first, second] = [await send(installation, file), await send(installation, file)];
    const other = await send(installation, { 'people.csv': `${people}p1,2024-01-01,,,Eng/Data,\n` }, { source: 'other' });
    const third = await send(installation, file);
    expect(await one('people')).toMatchObject({ team: 'Eng/Core' });
    await withdrawLoad(pool, third.id, 'operator');
    expect(await one('people')).toMatchObject({ team: 'Eng/Data', level: '3' });
    await withdrawLoad(pool, first.id, 'operator');
    expect(await one('people')).toMatchObject({ team: 'Eng/Data', level: '3' });
    await withdrawLoad(pool, other.id, 'operator');
    expect(await one('people')).toMatchObject({ team: 'Eng/Core' });
    await withdrawLoad(pool, second.id, 'operator');
    expect((await known(installation)).people).toHaveLength(0);
  });

  it('may leave a column out of the file', async () => {
    await send(installation, { 'participations.csv': 'relationship_id,track_id,person_id,role\nr1,t1,p1,mentor\n' });
    expect(await one('participations')).toMatchObject({ started_on: '-infinity', ended_on: null, role: 'mentor' });
  });

  it('means the same in any spelling of the file', async () => {
    const text = 'person_id;effective_from;hired_on;team\r\n p1 ; 2024-01-01;2020-05-01 ;"Zürich / ""A"""\r\n';
    await send(installation, { 'people.csv': text });
    const plain = await known(installation);
    for (const bytes of [
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      Buffer.from(text, 'utf16le'),
      Buffer.from(`sep=;\n${text.replaceAll('\r\n', '\n')}`),
      Buffer.from(text.replaceAll(';', '\t').trimEnd()),
      Buffer.from(text.replaceAll('\r\n', '\r')),
      Buffer.from(text.normalize('NFD')),
    ]) {
      for (const chunk of [1, 7, 100_000]) await send(installation, { 'people.csv': bytes }, { chunk });
    }
    expect(await known(installation)).toEqual(plain);
  });

  it('recognises a file by its header', async () => {
    const { files } = await send(installation, { 'Export (3).csv': 'session_id,relationship_id,held_on\ns1,r1,2024-02-01\n' });
    expect(files[0]).toMatchObject({ file: 'sessions', accepted: 1, waiting: 1 });
  });
});

describe('personal characteristics', () => {
  it('are read where they are declared, by key or by label, and nowhere else', async () => {
    const text =
      'person_id,effective_from,demo_gender,demo_faith,consent_demographics,shoe\np1,2024-01-01,Woman,x,yes,9\np2,2024-01-01,m,,no,\np3,2024-01-01,other,,,\n';
    const load = await send(installation, { 'people.csv': text }, { settings });
    const state = await known(installation);
    expect(state.demographics!.map((row) => (JSON.parse(row) as { value: string }).value).sort()).toEqual(['f', 'm']);
    expect(load.files[0]!.remarks).toEqual([
      { code: 'unknown-columns', columns: ['shoe'] },
      { code: 'undeclared-demographics', columns: ['demo_faith'] },
    ]);
    expect(await errorsOf(installation, load)).toEqual([
      {
        file: 'people',
        part: 1,
        line: 4,
        column: 'demo_gender',
        rule: 'declared',
        message: 'must be one of the rows declared in the settings',
      },
    ]);
  });

  it('follow the same rules of silence and erasure', async () => {
    const header = 'person_id,effective_from,demo_gender,team\n';
    await send(installation, { 'people.csv': `${header}p1,2024-01-01,f,A\n` }, { settings });
    await send(installation, { 'people.csv': `${header}p1,2024-01-01,,B\n` }, { settings });
    expect(await one('demographics')).toMatchObject({ value: 'f' });
    await send(installation, { 'people.csv': `${header}p1,2024-01-01,\\N,\n` }, { settings });
    expect(await one('demographics')).toMatchObject({ value: null });
    expect(await one('people')).toMatchObject({ team: 'B' });
  });

  it('count as a change of their row, and as its content', async () => {
    const header = 'person_id,effective_from,demo_gender\n';
    await send(installation, { 'people.csv': `${header}p1,2024-01-01,f\n` }, { settings });
    const again = await stage(installation, { 'people.csv': `${header}p1,2024-01-01,m\n` }, { settings });
    expect(again.files[0]).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
    const torn = await stage(installation, { 'people.csv': `${header}p1,2024-01-01,m\np1,2024-01-01,f\n` }, { settings });
    expect(torn.files[0]).toMatchObject({ accepted: 0, rejected: 2 });
  });
});

describe('a track', () => {
  it('tells the catalogue that somebody owns it, and who only to microdata', async () => {
    await send(installation, { 'tracks.csv': 'track_id,name,owner_id,audience_levels\nt1,One,boss,4;3\nt2,Two,,\n' });
    const { rows } = await installation
      .pool('reader')
      .query('select track_id, owned, audience_levels from tracks.catalogue order by 1');
    expect(rows).toEqual([
      { track_id: 't1', owned: true, audience_levels: ['3', '4'] },
      { track_id: 't2', owned: false, audience_levels: null },
    ]);
    expect((await known(installation)).track_owner).toHaveLength(1);
    await send(installation, { 'tracks.csv': 'track_id,name,owner_id\nt1,One,\\N\n' });
    const after = await installation.pool('reader').query('select owned from tracks.catalogue order by track_id');
    expect(after.rows).toEqual([{ owned: false }, { owned: false }]);
  });

  it('needs a name in every row', async () => {
    const load = await send(installation, { 'tracks.csv': 'track_id,name\nt1,\n' });
    expect(await errorsOf(installation, load)).toMatchObject([{ line: 2, column: 'name', rule: 'required' }]);
  });
});

describe('free text', () => {
  it('is encrypted on the way in, and the same text is the same bytes', async () => {
    const file = {
      'exit_interviews.csv': 'person_id,held_on,themes,notes\np1,2024-03-01,growth;workload,"line one\nline ""two"""\n',
    };
    await send(installation, file, { settings });
    const row = await one('exit_interviews');
    expect(row.themes).toEqual(['growth', 'workload']);
    expect(String(row.notes)).toMatch(/^\\x[0-9a-f]{80,}$/);
    expect(String(row.notes)).not.toContain(Buffer.from('line').toString('hex'));
    const { files } = await send(installation, file, { settings });
    expect(files[0]).toMatchObject({ unchanged: 1 });
  });

  it('is not read as themes while the settings declare no codes', async () => {
    const load = await send(installation, { 'exit_interviews.csv': 'person_id,held_on,themes\np1,2024-03-01,whatever\n' });
    expect(load.files[0]!.remarks).toEqual([{ code: 'themes-without-codes', columns: ['themes'] }]);
    expect(await one('exit_interviews')).toMatchObject({ themes: null });
  });
});

describe('rows of one key in one load', () => {
  it('are one row when they agree, and all rejected when they do not', async () => {
    const load = await stage(installation, {
      'people.csv': `${people}p1,2024-01-01,,,A,\np1,2024-01-01,,,A,\np2,2024-01-01,,,A,\np2,2024-01-01,,,B,\n`,
    });
    expect(load.files[0]).toMatchObject({ accepted: 2, rejected: 2, added: 1, unchanged: 1 });
    expect(await errorsOf(installation, load)).toMatchObject([
      { line: 4, rule: 'duplicate', column: null },
      { line: 5, rule: 'duplicate', column: null },
    ]);
    await confirmLoad(installation.pool('ingest'), load.id, true);
    expect((await known(installation)).people).toHaveLength(1);
  });

  it('are held against each other across the files of the load', async () => {
    const load = await stage(installation, {
      'sessions.csv': 'session_id,minutes\ns1,30\ns2,45\n',
      'more.csv': 'session_id,minutes,relationship_id\ns1,31,\ns2,45.0,\n',
    });
    expect(load.files).toMatchObject([
      { part: 1, accepted: 1, rejected: 1 },
      { part: 2, accepted: 1, rejected: 1 },
    ]);
  });
});

describe('a load', () => {
  it('stands without broken rows only where the loader chose that', async () => {
    const load = await stage(installation, { 'people.csv': `${people}p1,2024-01-01,,,A,\np2,2024-02-30,,,A,\n` });
    await expect(confirmLoad(installation.pool('ingest'), load.id)).rejects.toMatchObject({ code: 'rows-rejected' });
    expect((await known(installation)).people).toHaveLength(0);
    await confirmLoad(installation.pool('ingest'), load.id, true);
    expect((await known(installation)).people).toHaveLength(1);
  });

  it('can be confirmed, discarded and checked again without effect', async () => {
    const pool = installation.pool('ingest');
    const load = await stage(installation, { 'people.csv': `${people}p1,2024-01-01,,,A,\n` });
    const confirmed = await confirmLoad(pool, load.id);
    expect(await confirmLoad(pool, load.id)).toEqual(confirmed);
    await expect(discardLoad(pool, load.id)).rejects.toMatchObject({ code: 'load-state' });
    expect(await versions(installation, 'microdata.people')).toBe(1);
  });

  it('does not stand when the server lost its waiting rows', async () => {
    const load = await stage(installation, { 'people.csv': `${people}p1,2024-01-01,,,A,\n` });
    await installation.pool('owner').query(`truncate staging.l${load.id}_people`);
    await expect(confirmLoad(installation.pool('ingest'), load.id)).rejects.toMatchObject({
      code: 'load-state',
      message: 'Waiting rows of this load were lost. Send the files again.',
    });
    expect(await versions(installation, 'microdata.people')).toBe(0);
  });

  it('is forgotten after a day', async () => {
    const load = await stage(installation, { 'people.csv': `${people}p1,2024-01-01,,,A,\n` });
    expect(await expireStaged(installation.pool('ingest'))).toBe(0);
    await installation.pool('owner').query(`update jobs.load set created_at = now() - interval '25 hours'`);
    expect(await expireStaged(installation.pool('ingest'))).toBe(1);
    await expect(confirmLoad(installation.pool('ingest'), load.id)).rejects.toMatchObject({ code: 'load-state' });
    const { rows } = await installation
      .pool('owner')
      .query(`select from pg_class where relnamespace = 'staging'::regnamespace and relname like 'l%'`);
    expect(rows).toHaveLength(0);
  });

  it('tells a source only what that source has said', async () => {
    const text = `${people}p1,2024-01-01,2020-01-01,,A,3\n`;
    await send(installation, { 'people.csv': text }, { source: 'hr' });
    expect((await stage(installation, { 'people.csv': text }, { source: 'other' })).files[0]).toMatchObject({
      added: 1,
      changed: 0,
      unchanged: 0,
    });
    expect((await stage(installation, { 'people.csv': text }, { source: 'hr' })).files[0]).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 1,
    });
    expect((await stage(installation, { 'people.csv': text.replace(',3', ',4') }, { source: 'hr' })).files[0]).toMatchObject({
      changed: 1,
    });
  });

  it('counts rows that wait for a person, a track or a relationship, until these arrive', async () => {
    const files = {
      'requests.csv': 'request_id,person_id,track_id\nq1,p1,t1\nq2,,\nq3,p1,\n',
      'sessions.csv': 'session_id,relationship_id\ns1,r1\ns2,\n',
    };
    expect((await stage(installation, files)).files).toMatchObject([{ waiting: 2 }, { waiting: 1 }]);
    const others = {
      'people.csv': `${people}p1,2024-01-01,,,A,\n`,
      'participations.csv': 'relationship_id,track_id,person_id,role\nr1,t1,p1,mentee\n',
    };
    expect((await stage(installation, { ...files, ...others })).files).toMatchObject([
      { waiting: 1 },
      { waiting: 0 },
      { waiting: 0 },
      { waiting: 1 },
    ]);
    await send(installation, others);
    expect((await stage(installation, files)).files).toMatchObject([{ waiting: 1 }, { waiting: 0 }]);
    await send(installation, { 'tracks.csv': 'track_id,name\nt1,One\n' });
    const loaded = await send(installation, others);
    expect(loaded.files).toMatchObject([{ waiting: 0 }, { waiting: 0 }]);
    await withdrawLoad(installation.pool('ingest'), loaded.id, 'operator');
    expect((await stage(installation, files)).files).toMatchObject([{ waiting: 0 }, { waiting: 0 }]);
  });

  it('takes rows of the erased in silence, and drops them', async () => {
    const files = {
      'people.csv': `${people}p1,2024-01-01,,,A,\np2,2024-01-01,,,A,\n`,
      'skills.csv': 'person_id,skill,assessed_on,level\np1,Go,2024-01-01,3\n',
    };
    const before = await stage(installation, files);
    await send(installation, files);
    const owner = installation.pool('owner');
    const { rows } = await owner.query<{ person_key: string }>('select person_key from microdata.skills');
    await owner.query('insert into microdata.tombstone (person_key) values ($1)', [rows[0]!.person_key]);
    await owner.query('truncate microdata.people, microdata.skills');
    const after = await send(installation, files, { source: 'another' });
    expect(after.files.map(({ accepted, rejected, waiting, added }) => ({ accepted, rejected, waiting, added }))).toEqual(
      before.files.map(({ accepted, rejected, waiting, added }) => ({ accepted, rejected, waiting, added })),
    );
    const state = await known(installation);
    expect([state.people!.length, state.skills!.length]).toEqual([1, 0]);
  });

  it('has its place in known time, which never runs backwards', async () => {
    const loads = [];
    for (let i = 0; i < 5; i++) loads.push(await send(installation, { 'people.csv': `${people}p${i},2024-01-01,,,A,\n` }));
    const times = loads.map(({ knownAt }) => knownAt!.getTime());
    expect([...times].sort((one, other) => one - other)).toEqual(times);
    const { rows } = await installation.pool('curator').query('select load_no from jobs.knowledge($1)', [loads[2]!.knownAt]);
    expect(rows).toEqual([{ load_no: 3 }]);
  });
});

describe('the ingest login', () => {
  it('cannot read what it wrote, nor what waits', async () => {
    const load = await stage(installation, { 'people.csv': `${people}p1,2024-01-01,,,A,\n` });
    for (const table of [
      'microdata.people',
      'tracks.track',
      'microdata.session_rollup',
      `staging.l${load.id}_people`,
      'staging.content',
    ]) {
      await expect(installation.pool('ingest').query(`select * from ${table}`)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(
      installation.pool('ingest').query(`select microdata.folded('microdata.people', '{1}', 'x')`),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('files that arrive side by side', () => {
  it('keep their rows apart, and wait for no connection that another one holds', async () => {
    const pool = installation.pool('ingest');
    const id = await beginLoad(pool, { source: 'many', createdBy: 'operator' });
    const header = 'person_id,effective_from,demo_gender\n';
    const receive = (name: string, text: string) =>
      receiveFile(pool, { keys: installation.keys, settings }, id, { name, bytes: chunksOf(Buffer.from(text), 64) });
    const rows = (from: number, n: number): string =>
      Array.from({ length: n }, (_, i) => `p${from + i},2024-01-01,${i % 2 ? 'f' : 'm'}\n`).join('');
    await Promise.all([
      ...[0, 1, 2, 3, 4].map((k) => receive('people.csv', header + rows(100 * k, 10 * (k + 1)))),
      ...[0, 1, 2, 3, 4].map((k) => receive('tracks.csv', `track_id,name,owner_id\nt${k},T,p${k}\n`)),
    ]);
    const load = await checkLoad(pool, id);
    const counts = load.files.map(({ file, accepted, added }) => [file, accepted, added].join(' ')).sort();
    expect(counts).toEqual([
      ...['people 10 10', 'people 20 20', 'people 30 30', 'people 40 40', 'people 50 50'],
      ...Array.from({ length: 5 }, () => 'tracks 1 1'),
    ]);
    await confirmLoad(pool, id);
    const state = await known(installation);
    expect([state.people!.length, state.demographics!.length, state.track_owner!.length]).toEqual([150, 150, 5]);
  });
});
