import { beforeAll, describe, expect, it } from '@jest/globals';
import { Column, DataSource, type EntityMetadata, PrimaryColumn, Entity as Table, ViewEntity } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { ENTITIES } from '../../api/src/app/app.module.js';
import { dataSourceOn } from '../../api/src/platform/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';

type Entity = new () => object;

interface DatabaseColumn {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly key: boolean;
}

let installation: TestInstallation;
beforeAll(async () => {
  installation = await freshInstallation();
});

async function columnsOf(schema: string, relation: string): Promise<{ kind: string; columns: DatabaseColumn[] }> {
  const { rows } = await installation.pool('owner').query<DatabaseColumn & { kind: string }>(
    `select c.relkind as kind, a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
       coalesce(a.attnum = any(k.conkey), false) as key
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
     where c.oid = to_regclass(format('%I.%I', $1::text, $2::text))`,
    [schema, relation],
  );
  return { kind: rows[0]?.kind ?? 'nothing', columns: rows };
}

/** Where the entities and the database say different things, in words. */
async function disagreements(entities: readonly Entity[]): Promise<string[]> {
  const source = await new DataSource(dataSourceOn(installation.pool('reader'), entities)).initialize();
  const found = await Promise.all(source.entityMetadatas.map((entity) => compare(source, entity)));
  return found.flat().sort();
}

async function compare(source: DataSource, entity: EntityMetadata): Promise<string[]> {
  const { kind, columns } = await columnsOf(entity.schema ?? '', entity.tableName);
  const place = `${entity.schema ?? ''}.${entity.tableName}`;
  const due = entity.tableType === 'view' ? 'v' : 'r';
  if (kind !== due) return [`${place} is ${kind}, not ${due}`];
  const unknown = columns.filter(({ name }) => !entity.columns.some(({ databaseName }) => databaseName === name));
  return [
    ...unknown.map(({ name }) => `${place}.${name} is in no entity`),
    ...entity.columns.flatMap((column) => {
      const real = columns.find(({ name }) => name === column.databaseName);
      const faults = real ? differences(source, kind, column, real) : ['is not in the database'];
      return faults.map((fault) => `${place}.${column.databaseName} ${fault}`);
    }),
  ];
}

/** PostgreSQL does not say of a view which of its columns can be null, nor has a view a key. */
function differences(source: DataSource, kind: string, column: ColumnMetadata, real: DatabaseColumn): string[] {
  const type = source.driver.normalizeType(column) + (column.isArray ? '[]' : '');
  const ofTable = [
    column.isNullable === real.nullable ? '' : real.nullable ? 'can be null' : 'cannot be null',
    column.isPrimary === real.key ? '' : real.key ? 'is of the key' : 'is not of the key',
  ];
  return [type === real.type ? '' : `is ${real.type}, not ${type}`, ...(kind === 'r' ? ofTable : [])].filter((fault) => fault);
}

describe('entities and database', () => {
  it('agree on every table, column, type, null and key', async () => {
    expect(ENTITIES.length).toBeGreaterThan(5);
    expect(await disagreements(ENTITIES)).toEqual([]);
  });

  it('are read by the login that serves pages: every entity, every column of it', async () => {
    const source = await new DataSource(dataSourceOn(installation.pool('reader'), ENTITIES)).initialize();
    for (const { target, columns } of source.entityMetadatas) {
      const select = Object.fromEntries(columns.map(({ propertyName }) => [propertyName, true]));
      await expect(source.manager.find(target, { select })).resolves.toEqual([]);
    }
    await expect(source.manager.query('select password_hash from access.account')).rejects.toThrow('permission denied');
  });

  it('are found out when they differ', async () => {
    @Table({ schema: 'jobs', name: 'load' })
    class WrongLoad {
      @PrimaryColumn({ name: 'load_id', type: 'int' })
      id!: number;
      @PrimaryColumn({ type: 'text' })
      source!: string;
      @Column({ name: 'load_no', type: 'int' })
      number!: number;
      @Column({ type: 'text', nullable: true })
      state!: string | null;
      @Column({ type: 'text' })
      invented!: string;
    }
    @ViewEntity({ schema: 'release', name: 'published_table' })
    class WrongTable {
      @Column({ type: 'text' })
      breakdown!: string;
    }
    @ViewEntity({ schema: 'jobs', name: 'load_file' })
    class NoView {
      @Column({ type: 'text' })
      file!: string;
    }
    @Table({ schema: 'jobs', name: 'nowhere' })
    class NoTable {
      @PrimaryColumn({ type: 'text' })
      id!: string;
    }
    const found = await disagreements([WrongLoad, WrongTable, NoView, NoTable]);
    expect(found).toEqual(
      expect.arrayContaining([
        'jobs.load.invented is not in the database',
        'jobs.load.load_id is bigint, not integer',
        'jobs.load.load_no can be null',
        'jobs.load.sample is in no entity',
        'jobs.load.source is not of the key',
        'jobs.load.state cannot be null',
        'jobs.load_file is r, not v',
        'jobs.nowhere is nothing, not r',
        'release.published_table.breakdown is text[], not text',
        'release.published_table.content is in no entity',
      ]),
    );
  });

  it('have no way to change a table', () => {
    const { synchronize, migrationsRun, logging } = dataSourceOn(installation.pool('reader'), ENTITIES);
    expect({ synchronize, migrationsRun, logging }).toEqual({ synchronize: false, migrationsRun: false, logging: false });
  });
});
