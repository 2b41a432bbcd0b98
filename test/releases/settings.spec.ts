import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import {
  DEFAULT_SETTINGS,
  listPolicies,
  parseSettings,
  readPolicy,
  readSettings,
  setSettings,
  SETTINGS_SCHEMA,
  STANDARD,
} from '../../api/src/governance/index.js';
import { SAMPLE_SETTINGS } from '../../api/src/sample-organisation/settings.js';
import { freshInstallation } from '../support/database.js';
import { GENERATED_SETTINGS } from './generated-organisation.js';

const faultsOf = (document: unknown): string => {
  try {
    parseSettings(document);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('settings', () => {
  it('may leave everything out', () => {
    expect(parseSettings({})).toEqual(DEFAULT_SETTINGS);
    expect(parseSettings({ levels: ['1'] })).toEqual({ ...DEFAULT_SETTINGS, levels: ['1'] });
  });

  it.each([
    ['a list', [], 'the document is an object'],
    ['an unknown key', { organization: 'x' }, 'the document has a key that is not known'],
    ['a month that is none', { fiscalYearStart: 13 }, 'fiscalYearStart is a whole number from 1 to 12'],
    ['a level twice', { levels: ['1', '1'] }, 'levels names something twice'],
    ['an empty name', { organisation: ' ' }, 'organisation is empty'],
    [
      'a column that is not demographic',
      { demographics: [{ column: 'gender', label: 'x', why: 'x', values: [] }] },
      'demographics[0].column has the form',
    ],
    [
      'one row only',
      { demographics: [{ column: 'demo_x', label: 'x', why: 'x', values: [{ key: 'a', label: 'a' }] }] },
      'demographics[0].values needs at least 2',
    ],
    ['no reason to ask', { demographics: [{ column: 'demo_x', label: 'x', values: [] }] }, 'demographics[0].why is missing'],
    ['a theme that is no code', { themes: ['Pay & perks'] }, 'themes[0] has the form'],
  ])('with %s are refused by place and rule', (_name, document, fault) => {
    expect(faultsOf(document)).toContain(fault);
  });

  it('are refused for a column or a row that stands twice', () => {
    const values = [
      { key: 'a', label: 'a' },
      { key: 'a', label: 'b' },
    ];
    expect(faultsOf({ demographics: [{ column: 'demo_x', label: 'x', why: 'x', values }] })).toContain(
      'demographics[0].values names a key twice',
    );
    const [gender] = GENERATED_SETTINGS.demographics;
    expect(faultsOf({ demographics: [gender, gender] })).toContain('demographics names a column twice');
  });

  it('never repeat what stood in the document', () => {
    expect(faultsOf({ levels: [{ secret: 'Erika Mustermann' }], organisation: 7, whatever: 'Erika Mustermann' })).not.toContain(
      'Erika',
    );
  });

  it('of the sample organisation can be used', () => {
    expect(parseSettings(SAMPLE_SETTINGS).demographics).toHaveLength(2);
  });

  it('are described by the schema in docs', () => {
    const printed = JSON.parse(fs.readFileSync('docs/settings.schema.json', 'utf8')) as unknown;
    expect(printed).toEqual(JSON.parse(JSON.stringify(SETTINGS_SCHEMA)));
    for (const key of Object.keys(SETTINGS_SCHEMA.properties ?? {}))
      expect(fs.readFileSync('docs/settings.md', 'utf8')).toContain(`\`${key}\``);
  });
});

describe('settings in the database', () => {
  it('are versions: added, read as of a moment, never changed', async () => {
    const installation = await freshInstallation();
    const curator = installation.pool('curator');
    expect(await readSettings(curator)).toEqual({ version: 0, knownAt: null, settings: DEFAULT_SETTINGS });
    const first = await setSettings(curator, { document: { organisation: 'One' }, by: 'operator' });
    expect(first).toMatchObject({ version: 1, settings: { organisation: 'One', fiscalYearStart: 1 } });
    expect(await setSettings(curator, { document: { organisation: 'One' }, by: 'operator' })).toEqual(first);
    const second = await setSettings(curator, { document: { organisation: 'Two' }, by: 'operator' });
    expect(await readSettings(installation.pool('reader'))).toEqual(second);
    expect(await readSettings(curator, first.knownAt ?? '')).toEqual(first);
    for (const statement of [
      'update governance.settings set document = document',
      'delete from governance.settings',
      'truncate governance.settings',
    ])
      await expect(installation.pool('owner').query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('policies', () => {
  it('begin with the standard one, which is the program’s own', async () => {
    const installation = await freshInstallation();
    expect(await readPolicy(installation.pool('curator'), 'standard/1')).toEqual(STANDARD);
    expect(await listPolicies(installation.pool('reader'))).toMatchObject([
      { version: 'standard/1', state: 'approved', ...STANDARD },
    ]);
    await expect(installation.pool('owner').query('update governance.policy set approved = false')).rejects.toMatchObject({
      code: '42501',
    });
  });
});
