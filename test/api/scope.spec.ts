import { beforeAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { type Role, ROLES } from '../../api/src/access/index.js';
import type { Group } from '../../api/src/kernel/index.js';
import { type MeasureContract, MEASURES } from '../../api/src/measures/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { ROOT } from '../support/run-tool.js';
import { madeUpTable, publishMadeUpRelease, TEAMS } from './support/release.js';
import { Client, signedIn, webOn } from './support/web.js';

const LEVELS = ['1', '2'];
const BREAKDOWNS: readonly (readonly string[])[] = [[], ['team'], ['level'], ['team', 'level']];

const groupsOf = (by: readonly string[]): Group[] =>
  by.reduce<Group[]>(
    (groups, key) => groups.flatMap((group) => (key === 'team' ? TEAMS : LEVELS).map((value) => ({ ...group, [key]: value }))),
    [{}],
  );

let installation: TestInstallation;
let address: string;
beforeAll(async () => {
  installation = await freshInstallation();
  const tables = MEASURES.flatMap(({ key, variants }) =>
    BREAKDOWNS.map((by) => ({
      ...madeUpTable([...by], groupsOf(by)),
      ...{ measure: key, variant: variants[0]?.key ?? '' },
    })),
  );
  await publishMadeUpRelease(installation.pool('curator'), '2026-Q3', tables);
  address = await webOn(installation);
});

/** How far a role reaches, as the committed table says it; the code is not asked. */
function committedReach(role: Role): string {
  const lines = fs.readFileSync(path.join(ROOT, 'test/api/access.expected.txt'), 'utf8').split('\n');
  const line = lines.find((one) => one.startsWith(`read cells | ${role}: `)) ?? '';
  return line.slice(`read cells | ${role}: `.length).split(' ')[0] ?? '';
}

/** What a role of this scope may see of a table, said once more and in other words; null: not even that there is one. */
function due(reach: string, scope: string, by: readonly string[]): string[] | null {
  const all = groupsOf(by);
  const named = (groups: readonly Group[]): string[] => groups.map((group) => Object.values(group).join(' × ')).sort();
  if (reach === 'everything') return named(all);
  if (reach === 'headline') return by.length === 0 ? named(all) : null;
  if (reach === 'organisation') return by.includes('team') ? null : named(all);
  if (reach !== 'own-branch') return null;
  const branch = ['eng', 'eng/platform', 'eng/data', 'eng/(here)', 'ops'].filter((team) =>
    scope === 'eng' ? team !== 'ops' : scope === 'ops' ? team === 'ops' : team === scope || team === 'eng',
  );
  return named(all.filter(({ team }) => team === undefined || branch.includes(team)));
}

const prefixOf = (key: string): string =>
  key
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** Every field of a measure's table and cell, for one breakdown. */
function query({ field, key, variants, values }: MeasureContract, by: readonly string[]): string {
  const list = by.map((one) => `"${one}"`).join(', ');
  const numbers = values.map((value) => `${value.key} { value text absent }`).join(' ');
  return `{ ${field}(period: "2026-Q3", variant: "${variants[0]?.key}", by: [${list}]) { __typename
    ... on ${prefixOf(key)}Table { period releaseId measure variant by subject unit special sample suppressed
      derived { key label formula of } cells { group { dimension value } status reason values { ${numbers} } } }
    ... on TooNarrow { message alternatives { by } } } }`;
}

interface Seen {
  readonly __typename: string;
  readonly by?: readonly string[];
  readonly cells?: readonly { readonly group: readonly { readonly value: string }[] }[];
  readonly alternatives?: readonly { readonly by: readonly string[] }[];
}

async function seen(client: Client, measure: MeasureContract, by: readonly string[]): Promise<string[] | null> {
  const { data, errors } = await client.ask(query(measure, by));
  if (errors.length > 0) return expect(errors.map(({ extensions }) => extensions.code)).toContain('NOT_FOUND') ?? null;
  const table = data?.[measure.field] as Seen;
  if (table.__typename === 'TooNarrow') return null;
  return (table.cells ?? []).map(({ group }) => group.map(({ value }) => value).join(' × ')).sort();
}

describe('every role, every measure, within reach and beyond', () => {
  it.each<[Role, string]>([
    ...ROLES.filter((role) => role !== 'engineering-manager').map((role): [Role, string] => [role, 'eng/platform']),
    ['engineering-manager', 'eng'],
    ['engineering-manager', 'eng/platform'],
    ['engineering-manager', 'ops'],
  ])('%s with the scope %s sees exactly what the table says', async (role, scope) => {
    const client = await signedIn(installation, address, role, scope);
    const reach = committedReach(role);
    const wrong: string[] = [];
    let asked = 0;
    for (const measure of MEASURES)
      for (const by of BREAKDOWNS) {
        const [found, right] = [await seen(client, measure, by), due(reach, scope, by)];
        asked += 1;
        if (JSON.stringify(found) !== JSON.stringify(right))
          wrong.push(`${measure.field} by ${by.join('+')}: ${JSON.stringify(found)}`);
      }
    expect(asked).toBe(MEASURES.length * BREAKDOWNS.length);
    expect(wrong).toEqual([]);
  });

  it('hears nothing signed out', async () => {
    const nobody = new Client(address);
    for (const measure of MEASURES) for (const by of BREAKDOWNS) expect(await seen(nobody, measure, by)).toBeNull();
  });
});
