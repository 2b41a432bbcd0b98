import { describe, expect, it } from '@jest/globals';
import { setSettings } from '../../api/src/governance/index.js';
import type { ReleaseFile } from '../../api/src/kernel/index.js';
import { type Keys, Refusal } from '../../api/src/platform/index.js';
import { buildRelease, exportRelease, publishRelease } from '../../api/src/releases/index.js';
import { freshInstallation } from '../support/database.js';
import { GENERATED_SETTINGS, generatedOrganisation } from '../releases/generated-organisation.js';
import { plant, type Planted, type PlantedPerson } from '../releases/plant.js';

const keys: Keys = { read: () => Buffer.alloc(32, 9) };
const whole = generatedOrganisation(120, 11);
const each = (change: (person: PlantedPerson) => Partial<PlantedPerson> | object): Planted => ({
  ...whole,
  people: whole.people.map((person) => ({ ...person, ...change(person) })),
});
const only = (size: number): Planted => ({ ...whole, people: whole.people.slice(0, size) });
const bare = ({ id, hired }: PlantedPerson): PlantedPerson => ({ id, ...(hired !== undefined && { hired }) });

const ORGANISATIONS: Readonly<Record<string, Planted>> = {
  'of 120 people': whole,
  'of 60 people': only(60),
  'of 30 people': only(30),
  'of 12 people': only(12),
  'of 6 people': only(6),
  'with one team for all': each(() => ({ team: 'org' })),
  'with a chain of single teams': each(() => ({ team: 'org/eng/core' })),
  'with people at every node': each(({ team = '' }) => ({
    team: team
      .split('/')
      .slice(0, 1 + (team.length % 3))
      .join('/'),
  })),
  'with a ragged tree': each(({ team = '', level }) => ({ team: level === '1' ? 'elsewhere' : team })),
  'with one level, one location': each(() => ({ level: '1', location: 'Berlin' })),
  'with nobody who consented': each(() => ({ consent: false })),
  'with values that were not declared': each(() => ({ demographics: { demo_gender: 'undeclared' } })),
  'without tracks, so that every participation waits': { ...whole, tracks: [] },
  'without participations': { ...whole, participations: [], months: [] },
  'without sessions': { ...whole, months: [] },
  'where everybody takes part': {
    ...whole,
    participations: whole.people.map(({ id }) => ({
      relationship: id,
      person: id,
      role: 'mentee',
      track: 'lead',
      started: '2014-01-01',
    })),
  },
  'of people without any attribute': { ...whole, people: whole.people.map(bare) },
  'of people without even a hiring date': { ...whole, people: whole.people.map(({ id }) => ({ id, hired: null })) },
  'with names that look like ours': each(({ level = '' }) => ({
    team: level < '3' ? '(not said)' : 'org/(here)',
    level: '(not said)',
  })),
};

describe('an organisation', () => {
  it.each(Object.keys(ORGANISATIONS))(
    '%s has its releases, at the year’s end too, and the attack finds nothing',
    async (name) => {
      const installation = await freshInstallation();
      const curator = installation.pool('curator');
      await setSettings(curator, { document: GENERATED_SETTINGS, by: 'operator' });
      await plant(installation.pool('owner'), ORGANISATIONS[name] ?? {});
      for (const period of ['2025-Q3', '2025-Q4']) {
        const { id } = await buildRelease(curator, keys, { period, builtBy: 'steward' });
        await publishRelease(curator, { id, by: 'owner' });
        const { tables } = JSON.parse(await exportRelease(curator, id)) as ReleaseFile;
        expect(tables.some(({ measure, breakdown }) => measure === 'participation' && breakdown.length === 0)).toBe(true);
      }
    },
  );

  it('has its releases without settings, in a fiscal year of its own', async () => {
    const installation = await freshInstallation();
    const curator = installation.pool('curator');
    await plant(installation.pool('owner'), whole);
    const calendar = await buildRelease(curator, keys, { period: '2025-Q4', builtBy: 'steward' });
    expect(calendar).toMatchObject({ asOf: '2025-12-31' });
    expect(calendar.certificate.tables.some(({ table }) => table.includes('demo_'))).toBe(false);
    await setSettings(curator, { document: { fiscalYearStart: 7 }, by: 'operator' });
    expect(await buildRelease(curator, keys, { period: '2025-Q4', builtBy: 'steward' })).toMatchObject({ asOf: '2025-06-30' });
  });

  it('is refused a quarter in which nobody worked there yet, and says so', async () => {
    const installation = await freshInstallation();
    await plant(installation.pool('owner'), whole);
    const early = buildRelease(installation.pool('curator'), keys, { period: '2001-Q1', builtBy: 'steward' });
    await expect(early).rejects.toBeInstanceOf(Refusal);
    await expect(early).rejects.toMatchObject({ code: 'nobody-eligible' });
  });
});
