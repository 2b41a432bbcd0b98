import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, type GraphQLField, isLeafType, isNonNullType, isObjectType, isUnionType } from 'graphql';
import { setSettings } from '../../api/src/governance/index.js';
import { type ColumnDescription, fileDescriptions } from '../../api/src/ingest/index.js';
import { buildSchema } from '../../api/src/app/print-schema.js';
import { SAMPLE_SETTINGS } from '../../api/src/sample-organisation/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { type Client, everyRole, signedIn, webOn } from './support/web.js';
import { upload, work, workerOn } from './support/worker.js';

const PERIOD = '2026-Q3';
const PEOPLE = 120;
/** Every planted text begins with this and stands nowhere else in the world. */
const MARK = 'Kanarienvogel';

/** Planted rows fit together badly, and what they give is to be told all the same. */
const SETTINGS = { ...SAMPLE_SETTINGS, qualityFloors: { coverage: 0, pending: 1, newestLoadDays: 3650 } };

let installation: TestInstallation;
let clients: Client[];
let steward: Client;
const heard: string[] = [];
const said: string[] = [];
const write = process.stderr.write.bind(process.stderr);
const planted = new Set<string>();

/** A cell of this column: planted where it may hold any text, else some word that the rules allow. */
function cell({ type, name, classes }: ColumnDescription, file: string, row: number): string {
  if (name === 'person_id' || name === 'respondent_id' || name === 'owner_id') return plant(`person-${row}@example.org`);
  switch (type.kind) {
    case 'identifier':
      return plant(`${type.of}-${row}`);
    case 'notes':
      return plant(`${file} free text ${row}`);
    case 'text':
      return classes.includes('label') || classes.includes('dimension')
        ? `label ${row % 3}`
        : plant(`${file}-${name}-${row % 3}`);
    case 'path':
      return `eng/${row % 2 ? 'platform' : 'data'}`;
    case 'paths':
    case 'texts':
    case 'themes':
    case 'zone':
      return '';
    case 'date':
      return /until|ended|left|resolved|decided/.test(name) ? '' : '2026-07-15';
    case 'integer':
      return String(Math.max(type.least, 1));
    case 'number':
      return String(Math.min(type.most ?? 30, 30));
    case 'yesNo':
      return 'yes';
    case 'choice':
    case 'choices':
      return type.of[row % type.of.length] ?? '';
  }
}

function plant(text: string): string {
  const canary = `${MARK}-${text}`;
  planted.add(canary);
  return canary;
}

/** Every row of every file holds planted texts; two columns nobody asked for, and one row that breaks a rule. */
function fileOf({ name, columns }: (typeof fileDescriptions)[number]): string {
  const header = [...columns.map((column) => column.name), 'full_name', 'demo_undeclared'];
  const rows = Array.from({ length: PEOPLE }, (_, row) =>
    [...columns.map((column) => cell(column, name, row)), plant(`name ${row}`), plant(`secret ${row}`)].join(','),
  );
  const broken = header.map((_, place) => plant(`broken-${name}-${place}`)).join(',');
  return `${[header.join(','), ...rows, broken].join('\n')}\n`;
}

async function listen(client: Client, address: string, init?: RequestInit): Promise<void> {
  const response = await client.fetch(address, init);
  heard.push(await response.text(), JSON.stringify([...response.headers]));
}

/** Everything that a query can select, some levels deep. */
function selection(type: unknown, depth: number): string {
  const named = getNamedType(type as never);
  if (isUnionType(named))
    return `{ __typename ${named
      .getTypes()
      .map((one) => `... on ${one.name} ${selection(one, depth)}`)
      .join(' ')} }`;
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).filter((field) => isLeafType(getNamedType(field.type)) || depth > 0);
  return `{ __typename ${fields.map((field) => `${field.name} ${selection(field.type, depth - 1)}`).join(' ')} }`;
}

function query(field: GraphQLField<unknown, unknown>, load: string, release: string): string {
  const samples: Record<string, string> = {
    period: `"${PERIOD}"`,
    variant: '"mentee"',
    measure: '"parity"',
    by: '[]',
    id: field.name === 'release' ? `"${release}"` : `"${load}"`,
  };
  const needed = field.args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  return `{ ${field.name}${needed.length > 0 ? `(${needed.map(({ name }) => `${name}: ${samples[name]}`).join(', ')})` : ''} ${selection(field.type, 4)} }`;
}

beforeAll(async () => {
  process.stderr.write = (chunk: string | Uint8Array) => {
    said.push(String(chunk));
    return true;
  };
  installation = await freshInstallation();
  await setSettings(installation.pool('curator'), { document: SETTINGS, by: 'operator' });
  const address = await webOn(installation);
  await workerOn(installation);
  steward = await signedIn(installation, address, 'data-steward');
  clients = [...(await everyRole(installation, address)).values()];

  let load: string | undefined;
  for (const description of fileDescriptions) {
    const answer = await upload(steward, `${description.name}.csv`, fileOf(description), { load });
    heard.push(JSON.stringify(answer));
    expect(answer.file).toMatchObject({ file: description.name, state: 'received' });
    load ??= answer.load;
  }
  heard.push(JSON.stringify(await upload(steward, plant('file name.csv'), `${plant('header')},b\n${plant('cell')},2\n`)));
  heard.push(JSON.stringify(await work(steward, `checkLoad(id: "${load}")`)));
  heard.push(JSON.stringify(await work(steward, `confirmLoad(id: "${load}", withoutRejected: true)`)));
  const built = await work(steward, `buildRelease(period: "${PERIOD}")`);
  expect(built).toMatchObject({ state: 'done', message: '' });
  const owner = await signedIn(installation, address, 'programme-owner');
  const id = String((await owner.ask('{ releases { id } }')).data?.releases[0].id);
  expect(await work(owner, `publishRelease(id: "${id}")`)).toMatchObject({ state: 'done' });

  const fields = Object.values((await buildSchema()).getQueryType()?.getFields() ?? {});
  for (const client of clients) {
    for (const field of fields) {
      const answer = await client.ask(query(field, load ?? '', id));
      expect(answer.body).not.toContain('too large');
      heard.push(answer.body);
    }
    await listen(client, `/api/loads/${load}/errors.csv`);
    await listen(client, `/api/releases/${id}/export.json`);
    for (const by of ['organisation', 'team', 'level'])
      await listen(client, `/api/releases/${PERIOD}/tables/parity/mentee/${by}.csv`);
  }
}, 180_000);

afterAll(() => {
  process.stderr.write = write;
});

const found = (texts: readonly string[]): string[] =>
  texts
    .filter((text) => text.includes(MARK))
    .map((text) => text.slice(Math.max(0, text.indexOf(MARK) - 60), text.indexOf(MARK) + 60));

describe('a text planted in every column that is not a label', () => {
  it('was really planted, and the answers were really read', () => {
    expect(planted.size).toBeGreaterThan(500);
    expect(heard.length).toBeGreaterThan(150);
    expect(heard.some((text) => text.includes('"participants"'))).toBe(true);
    expect(heard.some((text) => text.includes('"SHOWN"'))).toBe(true);
  });

  it('is in no GraphQL body, file or header, for any role', () => {
    expect(found(heard)).toEqual([]);
  });

  it('is in no log line', () => {
    expect(found(said)).toEqual([]);
  });

  it('is in no table but those of microdata, and no identifier or note is even there', async () => {
    const { rows: tables } = await installation.pool('owner').query<{ name: string; schema: string }>(
      `select c.oid::regclass::text as name, c.relnamespace::regnamespace::text as schema from pg_class c
       where c.relkind = 'r' and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pg_toast')`,
    );
    expect(tables.length).toBeGreaterThan(40);
    const leaks: string[] = [];
    for (const { name, schema } of tables) {
      const { rows } = await installation
        .pool('owner')
        .query<{ text: string }>(`select t::text as text from ${name} t where t::text like '%${MARK}%' limit 3`);
      const sealed = rows.filter(
        ({ text }) =>
          schema !== 'microdata' || /@example\.org|relationship-|request-|session-|escalation-|free text|name /.test(text),
      );
      leaks.push(...sealed.map(({ text }) => `${name}: ${text.slice(0, 120)}`));
    }
    expect(leaks).toEqual([]);
  });
});
