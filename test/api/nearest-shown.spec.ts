import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../api/src/access/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { madeUpTable, publishMadeUpRelease, TEAMS } from './support/release.js';
import { signedIn, webOn } from './support/web.js';

let installation: TestInstallation;
let address: string;

const groups = TEAMS.map((team) => ({ team }));

beforeAll(async () => {
  installation = await freshInstallation();
  const hidden = ['eng/data', 'ops'];
  await publishMadeUpRelease(installation.pool('curator'), '2026-Q3', [
    madeUpTable([], [{}]),
    madeUpTable(['team'], groups, ({ team }) => hidden.includes(team ?? '')),
  ]);
  address = await webOn(installation);
});

const TABLE = `query ($by: [String!]!) { participation(period: "2026-Q3", variant: "mentee", by: $by) {
  ... on ParticipationTable { nearestShown { value label } cells { status group { value } } } } }`;

async function offered(scope: string | null, role: Role = 'engineering-manager', by = ['team']): Promise<unknown> {
  const client = await signedIn(installation, address, role, scope);
  const { data } = await client.ask(TABLE, { by });
  return (data?.participation as { nearestShown: unknown }).nearestShown;
}

describe('the nearest shown team', () => {
  it('is offered to a manager whose own branch is hidden, or finer than the table', async () => {
    expect(await offered('eng/data')).toEqual([{ value: 'eng', label: 'ENG' }]);
    expect(await offered('eng/data/tools/compilers')).toEqual([{ value: 'eng', label: 'ENG' }]);
    expect(await offered('eng/platform/tools')).toEqual([{ value: 'eng/platform', label: 'ENG/PLATFORM' }]);
  });

  it('is the whole organisation where nothing above is shown', async () => {
    expect(await offered('ops')).toEqual([]);
    expect(await offered('ops/night')).toEqual([]);
  });

  it('is not offered where the own branch is shown, nor to those who have none, nor for other tables', async () => {
    expect(await offered('eng/platform')).toBeNull();
    expect(await offered('eng')).toBeNull();
    expect(await offered(null)).toBeNull();
    expect(await offered(null, 'auditor')).toBeNull();
    expect(await offered('eng/data', 'engineering-manager', [])).toBeNull();
  });
});

describe('what a scope hides', () => {
  it('is never what protection hides: two managers see the same cells alike, and together no more than the release shows', async () => {
    const cells = async (scope: string) => {
      const client = await signedIn(installation, address, 'engineering-manager', scope);
      const { data } = await client.ask(TABLE, { by: ['team'] });
      const table = data?.participation as { cells: { status: string; group: [{ value: string }] }[] };
      return new Map(table.cells.map(({ status, group }) => [group[0].value, status]));
    };
    const [one, other] = [await cells('eng/data'), await cells('eng/platform')];
    expect([...one.keys()].sort()).toEqual(['eng', 'eng/data']);
    expect([...other.keys()].sort()).toEqual(['eng', 'eng/platform']);
    expect(one.get('eng')).toBe(other.get('eng'));
    expect(one.get('eng/data')).toBe('SUPPRESSED');
  });
});
