import { beforeAll, describe, expect, it } from '@jest/globals';
import { addServiceToken, ROLES } from '../../api/src/access/index.js';
import { record } from '../../api/src/audit-trail/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { publishMadeUpRelease } from './support/release.js';
import { entriesOf } from './support/trail.js';
import { type Client, signedIn, webOn } from './support/web.js';

let installation: TestInstallation;
let address: string;
let auditor: Client;
beforeAll(async () => {
  installation = await freshInstallation();
  await publishMadeUpRelease(installation.pool('curator'));
  address = await webOn(installation);
  auditor = await signedIn(installation, address, 'auditor');
});

interface Line {
  readonly number: number;
  readonly who: string;
  readonly roleLabel: string | null;
  readonly kind: string;
  readonly action: string;
  readonly subject: string;
  readonly purpose: string | null;
  readonly times: number;
  readonly more: readonly { key: string; value: string }[];
}

const QUERY = `query ($who: String, $kind: String, $subject: String, $from: String, $until: String, $below: Int, $first: Int! = 50) {
  trail(who: $who, kind: $kind, subject: $subject, from: $from, until: $until, below: $below, first: $first) {
    hasOlder entries { number at who roleLabel kind action subject purpose times more { key value } } } }`;

async function trail(filter: Record<string, unknown> = {}): Promise<{ hasOlder: boolean; entries: Line[] }> {
  const { data, body } = await auditor.ask(QUERY, filter);
  if (!data?.trail) throw new Error(body);
  return data.trail as { hasOlder: boolean; entries: Line[] };
}

describe('the trail, for an auditor', () => {
  it('names who it was, in which role, what it was about and for which purpose', async () => {
    const manager = await signedIn(installation, address, 'engineering-manager', 'eng');
    const { email } = (await manager.ask('{ viewer { email } }')).data?.viewer as { email: string };
    await manager.ask('{ participation(period: "2026-Q3", variant: "mentee", by: ["team"]) { __typename } }');
    await manager.fetch('/api/releases/2026-Q3/tables/participation/mentee/team.csv');
    await manager.ask('{ loads { id } }');
    await manager.ask('mutation { signOut }');
    await entriesOf(installation, 'table.read', 1);
    const { entries } = await trail({ who: email.toUpperCase() });
    expect(entries.map(({ action, kind }) => [action, kind]).sort()).toEqual([
      ['access.denied', 'denial'],
      ['release.exported', 'export'],
      ['sign-in.done', 'sign-in'],
      ['sign-out.done', 'sign-in'],
      ['table.read', 'read'],
    ]);
    expect(entries.find(({ kind }) => kind === 'read')).toMatchObject({
      who: email,
      roleLabel: 'Engineering manager',
      subject: '2026-Q3-0123456789ab/participation/mentee/team',
      purpose: 'Reviewing the quarter for the own teams',
      times: 1,
      more: [],
    });
    expect(entries.find(({ kind }) => kind === 'export')).toMatchObject({ purpose: 'Reviewing the quarter for the own teams' });
    expect(entries.find(({ kind }) => kind === 'denial')).toMatchObject({ subject: 'Query.loads', purpose: null });
  });

  it('names systems by their tokens', async () => {
    await addServiceToken(installation.pool('owner'), {
      ...{
        name: 'nightly feed',
        sources: ['lms'],
        files: ['people'],
        columns: null,
        specialReason: null,
        control: false,
        days: 1,
      },
    });
    const { rows } = await installation.pool('owner').query<{ id: string }>('select token_id as id from access.service_token');
    await record(installation.pool('reader'), { id: `token:${rows[0]?.id}`, role: null }, { action: 'upload.begun' });
    expect((await trail({ who: 'nightly feed' })).entries).toMatchObject([
      { who: 'nightly feed', kind: 'load', roleLabel: null },
    ]);
  });

  it('comes page by page, from the newest to the oldest, without gap or repetition', async () => {
    for (let place = 0; place < 7; place += 1)
      await record(installation.pool('reader'), { id: 'pages', role: null }, { action: 'table.read', subject: `${place}` });
    const seen: number[] = [];
    for (let below: number | undefined; ;) {
      const page = await trail({ who: 'pages', first: 3, below });
      seen.push(...page.entries.map(({ number }) => number));
      if (!page.hasOlder) break;
      below = page.entries.at(-1)?.number;
    }
    expect(seen).toHaveLength(7);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
  });

  it('puts the reading of it on the trail, with what was looked for', async () => {
    await trail({ kind: 'denial', from: '2026-01-01' });
    const said = async () => (await entriesOf(installation, 'trail.read')).map(({ subject }) => subject);
    // A test that waits in vain is a test that fails: Jest ends it.
    while (!(await said()).includes('from=2026-01-01 kind=denial')) await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await entriesOf(installation, 'trail.read')).at(-1)).toMatchObject({
      role: 'auditor',
      details: { purpose: 'supervision' },
    });
  });

  it.each([{ kind: 'everything' }, { from: 'yesterday' }, { until: '2026-02-30' }, { who: 'x'.repeat(255) }])(
    'says what is wrong with %p',
    async (filter) => {
      const { errors } = await auditor.ask(QUERY, filter);
      expect(errors[0]?.extensions.code).toBe('BAD_FILTER');
    },
  );

  it('takes no text for a pattern or a piece of SQL', async () => {
    for (const text of ["' or true --", '%', '_', '.*', '\\']) {
      expect((await trail({ who: text })).entries).toEqual([]);
      expect((await trail({ subject: `${text}${text}` })).entries).toEqual([]);
    }
  });

  it('is for nobody else', async () => {
    for (const role of ROLES.filter((one) => one !== 'auditor')) {
      const client = await signedIn(installation, address, role);
      expect((await client.ask(QUERY)).errors[0]?.extensions.code).toBe('NOT_FOUND');
      expect((await client.ask('{ trailKinds { key } }')).errors[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });

  it('says how long each kind is kept', async () => {
    const { data } = await auditor.ask('{ trailKinds { key label months } }');
    expect(data?.trailKinds).toContainEqual({ key: 'read', label: 'Reading', months: 12 });
    expect(data?.trailKinds).toContainEqual({ key: 'decision', label: 'Decisions, policies and accounts', months: null });
  });
});
