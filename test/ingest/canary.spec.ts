import { beforeAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { fileDescriptions, readLoad, sayRemark } from '../../api/src/ingest/index.js';
import { setSettings } from '../../api/src/governance/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { overstory } from '../support/run-tool.js';
import { type Canaries, canarySettings, plant } from './support/canaries.js';

/**
 * Marks are planted in every column of every file, in rows that are taken and in rows that break rules, and everything
 * that loading emits or stores is searched for them.
 */
describe('nothing of a file comes out of ingest', () => {
  let installation: TestInstallation;
  let canaries: Canaries;
  const said: Record<string, string> = {};

  beforeAll(async () => {
    installation = await freshInstallation();
    await setSettings(installation.pool('owner'), { document: { demographics: demographics() }, by: 'operator' });
    canaries = plant();
    const folder = path.join(installation.config.home, 'canaries');
    fs.mkdirSync(folder);
    for (const [name, text] of Object.entries(canaries.files)) fs.writeFileSync(path.join(folder, name), text);
    const errors = path.join(folder, 'errors');
    const env = { ...installation.environment };
    const plain = await overstory(['ingest', folder, '--on-reject', 'quarantine', '--errors', errors], { env });
    expect(plain).toMatchObject({ status: 0 });
    const refused = await overstory(['ingest', folder, '--json'], { env });
    expect(refused).toMatchObject({ status: 3 });
    said.stdout = plain.stdout + refused.stdout;
    said.stderr = plain.stderr + refused.stderr;
    said.errors = fs.readFileSync(errors, 'utf8');
  }, 240_000);

  it('took a row of every file and rejected one', async () => {
    const load = await readLoad(installation.pool('ingest'), '1');
    expect(load.files.map(({ file, accepted, rejected }) => [file, accepted, rejected])).toEqual(
      fileDescriptions.map(({ name }) => [name, 1, 1]),
    );
    expect(load.files.flatMap(({ remarks }) => remarks.map(sayRemark))).toContain(
      'Columns about personal characteristics that the settings do not declare were not read: demo_secret.',
    );
    expect(said.stdout).toContain('demo_secret');
    expect(said.errors!.split('\r\n').length).toBeGreaterThan(50);
  });

  it('in what is printed, answered, or written to the file of errors', () => {
    for (const [where, text] of Object.entries(said)) {
      for (const canary of [...canaries.sealed, ...canaries.hidden])
        expect({ where, found: text.includes(canary) && canary }).toEqual({ where, found: false });
    }
  });

  it('in the database outside microdata; identifiers and free text nowhere in it', async () => {
    const owner = installation.pool('owner');
    const { rows: tables } = await owner.query<{ name: string; hides: boolean }>(
      `select c.oid::regclass::text as name, n.nspname <> 'microdata' as hides from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
    );
    expect(tables.length).toBeGreaterThan(30);
    for (const { name, hides } of tables) {
      const { rows } = await owner.query<{ text: string | null }>(`select string_agg(t::text, ' ') as text from ${name} t`);
      const text = rows[0]!.text ?? '';
      const settings =
        name === 'governance.settings' ? canarySettings.demographics.flatMap(({ values }) => values.map(({ key }) => key)) : [];
      const banned = [...canaries.sealed, ...(hides ? canaries.hidden : [])].filter((canary) => !settings.includes(canary));
      expect({ name, found: banned.filter((canary) => text.includes(canary)) }).toEqual({ name, found: [] });
    }
  });

  it('into the folder of the installation', () => {
    const folder = installation.config.home;
    for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.parentPath.includes('canaries')) continue;
      const text = fs.readFileSync(path.join(entry.parentPath, entry.name), 'latin1');
      expect([...canaries.sealed, ...canaries.hidden].some((canary) => text.includes(canary))).toBe(false);
    }
  });
});

function demographics(): unknown {
  return canarySettings.demographics.map((one) => ({ ...one, values: [...one.values, { key: 'other', label: 'Other' }] }));
}
