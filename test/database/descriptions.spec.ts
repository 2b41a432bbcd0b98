import { beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { type ColumnDescription, type ColumnType, fileDescriptions } from '../../api/src/ingest/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';

/** What a row of facts is, is said once, in the descriptions of ingest; the tables must say the same. */
const SQL_TYPE: Readonly<Record<ColumnType['kind'], readonly string[]>> = {
  identifier: ['bigint', 'uuid'],
  text: ['text'],
  path: ['text'],
  zone: ['text'],
  date: ['date'],
  integer: ['smallint', 'integer'],
  number: ['numeric', 'double precision', 'real'],
  yesNo: ['boolean'],
  choice: ['text'],
  choices: ['text[]'],
  texts: ['text[]'],
  paths: ['text[]'],
  themes: ['text[]'],
  notes: ['bytea'],
};
/** What every version says of itself. */
const OF_THE_VERSION = ['load_no', 'said', 'gone'];
/** Of the accountable person, whom microdata seals, this is all that the catalogue of tracks knows. */
const DERIVED = ['tracks.track.owned'];

interface Column {
  readonly relation: string;
  readonly name: string;
  readonly type: string;
  readonly inKey: boolean;
}
let columns: readonly Column[] = [];
let installation: TestInstallation;

async function readColumns(owner: pg.Pool | pg.PoolClient): Promise<readonly Column[]> {
  const { rows } = await owner.query<Column>(`
    select c.oid::regclass::text as relation, a.attname as name, format_type(a.atttypid, null) as type,
      coalesce(a.attnum = any (k.conkey), false) as "inKey"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
    where c.relkind in ('r', 'p') and c.relnamespace in ('microdata'::regnamespace, 'tracks'::regnamespace)`);
  return rows;
}

const storedName = ({ name, stored, type }: ColumnDescription): string =>
  stored ?? (type.kind === 'identifier' ? `${type.of}_key` : name);

/** Columns by the table that holds them, as the descriptions have it. */
function described(): Map<string, ColumnDescription[]> {
  const tables = new Map<string, ColumnDescription[]>();
  for (const file of fileDescriptions)
    for (const column of file.columns) {
      const table = column.table ?? file.table;
      tables.set(table, [...(tables.get(table) ?? []), column]);
    }
  return tables;
}

function disagreements(found: readonly Column[]): string[] {
  return [...described()].flatMap(([table, wanted]) => {
    const has = found.filter(({ relation }) => relation === table);
    const missing = wanted.flatMap((column) => faultsOf(table, column, has));
    const names = new Set([...wanted.map(storedName), ...OF_THE_VERSION]);
    // What identifies a row stands in each of its tables, also in one that holds a single column of the file.
    const unknown = has
      .filter(({ name, inKey }) => !names.has(name) && !inKey && !DERIVED.includes(`${table}.${name}`))
      .map(({ name }) => `${table}.${name} is described nowhere`);
    return has.length === 0 ? [`${table} does not exist`] : [...missing, ...unknown];
  });
}

function faultsOf(table: string, column: ColumnDescription, has: readonly Column[]): string[] {
  const found = has.find(({ name }) => name === storedName(column));
  if (!found) return [`${table}.${storedName(column)} does not exist`];
  const { kind } = column.type;
  const type = SQL_TYPE[kind].includes(found.type) ? [] : [`${table}.${found.name} is ${found.type}, not ${kind}`];
  const key = !column.key || found.inKey ? [] : [`${table}.${found.name} is not part of the key`];
  return [...type, ...key];
}

beforeAll(async () => {
  installation = await freshInstallation();
  columns = await readColumns(installation.pool('owner'));
});

describe('descriptions and database', () => {
  it('agree on every table, column, type and key', () => {
    expect(described().size).toBeGreaterThan(15);
    expect(disagreements(columns)).toEqual([]);
  });

  it('name every table of facts', () => {
    const versions = new Set(columns.filter(({ name }) => name === 'said').map(({ relation }) => relation));
    expect(versions.size).toBeGreaterThan(15);
    const known = new Set(described().keys());
    // Declared personal characteristics are columns of people.csv and rows of this table.
    expect([...versions].filter((table) => !known.has(table))).toEqual(['microdata.demographics']);
  });

  it.each([
    ['a column that is gone', 'alter table microdata.people drop column level cascade'],
    ['a column nobody described', 'alter table microdata.people add column shoe_size text'],
    ['another type', 'alter table microdata.reviews alter column goals_set type text'],
  ])('are found to disagree after %s', async (_name, sql) => {
    const client = await installation.pool('owner').connect();
    await client.query('begin');
    await client.query(sql);
    const changed = await readColumns(client);
    await client.query('rollback');
    client.release();
    expect(disagreements(changed)).toHaveLength(1);
  });
});
