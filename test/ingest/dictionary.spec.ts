import { beforeAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import {
  type ColumnDescription,
  type ColumnType,
  dataDictionary,
  fileDescriptions,
  messageOf,
  wordsOf,
} from '../../api/src/ingest/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { ROOT } from '../support/run-tool.js';

const sqlTypes: Record<ColumnType['kind'], string | ((type: never) => string)> = {
  identifier: (type: { of: string }) => (type.of === 'person' ? 'bigint' : 'uuid'),
  text: 'text',
  path: 'text',
  zone: 'text',
  choice: 'text',
  date: 'date',
  number: 'numeric',
  integer: (type: { most: number }) => (type.most <= 20 ? 'smallint' : 'integer'),
  yesNo: 'boolean',
  choices: 'text[]',
  texts: 'text[]',
  paths: 'text[]',
  themes: 'text[]',
  notes: 'bytea',
};

function sqlType({ type }: ColumnDescription): string {
  const found = sqlTypes[type.kind];
  return typeof found === 'string' ? found : found(type as never);
}

function storedAs({ name, stored, type }: ColumnDescription): string {
  return stored ?? (type.kind === 'identifier' ? `${type.of}_key` : name);
}

describe('the descriptions of the files', () => {
  let installation: TestInstallation;
  beforeAll(async () => {
    installation = await freshInstallation();
  });

  it.each(fileDescriptions.map((file) => [file.name, file] as const))('and the database agree on %s', async (_name, file) => {
    const { rows } = await installation
      .pool('owner')
      .query<{ name: string; type: string; is_key: boolean; comment: string | null }>(
        `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnum = any (i.indkey) as is_key, col_description(a.attrelid, a.attnum) as comment
       from pg_attribute a join pg_index i on i.indrelid = a.attrelid and i.indisprimary
       where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
        [file.table],
      );
    const own = file.columns.map((column) =>
      column.table
        ? { name: 'owned', type: 'boolean', is_key: false }
        : { name: storedAs(column), type: sqlType(column), is_key: column.key ?? false },
    );
    const keysFirst = [...own.filter((column) => column.is_key), ...own.filter((column) => !column.is_key)];
    expect(rows.map(({ name, type, is_key }) => ({ name, type, is_key }))).toEqual([
      ...keysFirst,
      { name: 'load_no', type: 'integer', is_key: true },
      { name: 'said', type: 'bigint', is_key: false },
      { name: 'gone', type: 'boolean', is_key: false },
    ]);
    expect(rows.every(({ comment }) => comment !== null)).toBe(true);
  });

  it('hold every file of the contract', () => {
    expect(fileDescriptions.map(({ name }) => name)).toEqual([
      'people',
      'tracks',
      'requests',
      'participations',
      'sessions',
      'skill_checks',
      'progressions',
      'reviews',
      'exit_interviews',
      'feedback',
      'team_sessions',
      'escalations',
      'delivery',
      'practice',
      'mentor_development',
      'skills',
      'skill_targets',
    ]);
  });

  it('seal every identifier of a person or a relationship, and every free text', () => {
    for (const { columns } of fileDescriptions) {
      for (const { type, classes } of columns)
        if (type.kind === 'identifier' || type.kind === 'notes') expect(classes).toEqual(['sealed']);
    }
  });

  it('say in words what a cell may hold, and why it is asked', () => {
    for (const column of fileDescriptions.flatMap(({ columns }) => columns)) {
      expect(wordsOf(column.type).length).toBeGreaterThan(5);
      expect(messageOf('required', column)).toBe('must be said');
      expect(column.why).toMatch(/\.$/);
    }
  });

  it('are what docs/data-dictionary.md says', () => {
    const file = path.join(ROOT, 'docs/data-dictionary.md');
    if (process.env.OVERSTORY_WRITE_DOCS) fs.writeFileSync(file, dataDictionary());
    expect(fs.readFileSync(file, 'utf8')).toBe(dataDictionary());
  });
});
