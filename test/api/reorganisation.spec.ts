import { beforeAll, describe, expect, it } from '@jest/globals';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { madeUpTable, publishMadeUpRelease, teamTree } from './support/release.js';
import { type Client, signedIn, webOn } from './support/web.js';

const BEFORE = ['eng', 'eng/platform', 'eng/data', 'ops', 'ops/net'];
const AFTER = ['eng', 'eng/foundation', 'eng/data', 'ops', 'ops/all'];

let installation: TestInstallation;
let address: string;
let steward: Client;
let auditor: Client;
let old: Client;
let renamed: Client;

async function publish(period: string, teams: readonly string[]): Promise<void> {
  const tables = [
    madeUpTable([], [{}]),
    madeUpTable(
      ['team'],
      teams.map((team) => ({ team })),
    ),
  ];
  await publishMadeUpRelease(installation.pool('curator'), period, tables, [teamTree(teams)]);
}

beforeAll(async () => {
  installation = await freshInstallation();
  address = await webOn(installation);
  old = await signedIn(installation, address, 'engineering-manager', 'eng/platform');
  await publish('2026-Q2', BEFORE);
  [steward, auditor, renamed] = [
    await signedIn(installation, address, 'data-steward'),
    await signedIn(installation, address, 'auditor'),
    await signedIn(installation, address, 'engineering-manager', 'eng/foundation'),
  ];
});

const ENTER = `mutation ($entry: NewReorganisation!) { done: enterReorganisation(entry: $entry) {
  __typename ... on Refused { code message } ... on ReorganisationsChanged { map { entries { no kind sentence } } } } }`;
const enter = async (who: Client, from: string[], to: string[], on = '2026-07-01') => {
  const { data, errors } = await who.ask(ENTER, { entry: { on, from, to } });
  return data?.done ?? errors[0]?.extensions;
};
const series = async (who: Client, team: string) =>
  (
    await who.ask(
      `query ($group: [GroupPart!]!) { series(measure: "participation", variant: "mentee", group: $group) {
        period status team moved breaks } }`,
      { group: [{ dimension: 'team', value: team }] },
    )
  ).data?.series as { period: string; status: string; team: string; moved: string[]; breaks: string[] }[];

describe('the reorganisation map', () => {
  it('is entered by the steward, before or after the quarter is published, and stands on the trail', async () => {
    expect(await enter(steward, ['eng/platform'], ['eng/foundation'])).toMatchObject({
      map: { entries: [{ kind: 'moved', sentence: 'The team eng/platform has been eng/foundation since 2026-07-01.' }] },
    });
    await publish('2026-Q3', AFTER);
    expect(await enter(steward, ['ops', 'ops/net'], ['ops/all'])).toMatchObject({ __typename: 'ReorganisationsChanged' });
    const { rows } = await installation
      .pool('auditor')
      .query("select subject from audit_trail.entry where action = 'reorganisation.entered' order by 1");
    expect(rows).toHaveLength(2);
  });

  it.each([
    ['a team that no earlier quarter has', ['eng/nowhere'], ['eng/data'], 'team-unknown'],
    ['a team that no later quarter has', ['eng/data'], ['eng/nowhere'], 'team-unknown'],
    ['nothing that changed', ['eng/data'], ['eng/data'], 'teams-same'],
    ['no team', [], ['eng/data'], 'teams-missing'],
    ['a second entry of the day', ['eng/platform'], ['eng/data'], 'entered-already'],
    ['what is no path', ['eng//data'], ['eng/data'], 'team-invalid'],
  ])('refuses %s', async (_what, from, to, code) => {
    expect(await enter(steward, from, to)).toMatchObject({ __typename: 'Refused', code });
  });

  it('refuses a day that is none, and everybody but the steward', async () => {
    expect(await enter(steward, ['eng/data'], ['eng/foundation'], '2026-02-30')).toMatchObject({ code: 'day-invalid' });
    for (const who of [auditor, renamed])
      expect(await enter(who, ['eng/data'], ['eng/foundation'])).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is added to and never changed, by its owner neither', async () => {
    const owner = installation.pool('owner');
    await expect(owner.query("update governance.reorganisation set takes_effect = '2026-01-01'")).rejects.toThrow(
      /never changed/,
    );
    await expect(owner.query('delete from governance.reorganisation')).rejects.toThrow(/never changed/);
  });
});

describe('a series through it', () => {
  it('joins what was published under the old name, and says so in words', async () => {
    expect(await series(auditor, 'eng/foundation')).toMatchObject([
      { period: '2026-Q2', status: 'shown', team: 'eng/platform', moved: [], breaks: [] },
      { period: '2026-Q3', status: 'shown', team: 'eng/foundation', breaks: [] },
    ]);
    expect((await series(auditor, 'eng/foundation'))[1]?.moved).toEqual([
      'The team eng/platform has been eng/foundation since 2026-07-01.',
    ]);
    expect((await series(auditor, 'eng')).flatMap(({ breaks }) => breaks)).toEqual([]);
  });

  it('names the break where teams merged', async () => {
    const [, after] = await series(auditor, 'ops/all');
    expect(after?.breaks[0]).toMatch(/^The teams ops and ops\/net were merged into ops\/all on 2026-07-01\./);
  });

  it('leaves as a file the value under the name that it had', async () => {
    const text = await (await auditor.fetch('/api/releases/series/participation/mentee.csv?team=eng/foundation')).text();
    expect(text).toMatch(/2026-Q2,.*ENG\/PLATFORM.*,0\.25,/);
    expect(text).toMatch(/2026-Q3,.*ENG\/FOUNDATION.*,0\.25,/);
  });
});

describe('a branch through it', () => {
  it('is the same one under its old and its new name, and no other', async () => {
    for (const who of [old, renamed])
      for (const team of ['eng/foundation', 'eng/platform'])
        expect((await series(who, team)).map(({ period }) => period)).toEqual(['2026-Q2', '2026-Q3']);
    for (const who of [old, renamed]) expect(await series(who, 'eng/data')).toEqual([]);
  });

  it('has its audit opened under the name of the quarter, for whoever holds the old one', async () => {
    const { data } = await old.ask('{ audits { period scope } }');
    expect(data?.audits).toEqual(
      expect.arrayContaining([
        { period: '2026-Q3', scope: 'eng/foundation' },
        { period: '2026-Q2', scope: 'eng/platform' },
      ]),
    );
    const opened = await installation.pool('owner').query("select scope from audits.audit where period = '2026-Q3' order by 1");
    expect(opened.rows).toEqual([{ scope: '' }, { scope: 'eng/foundation' }]);
  });

  it('ends where another team bears the name, and when the entry is taken back', async () => {
    await publish('2026-Q4', [...AFTER, 'eng/platform']);
    expect((await series(renamed, 'eng/platform')).length).toBe(0);
    const { data } = await steward.ask('{ reorganisations { entries { no to } teams } }');
    const { no } = data?.reorganisations.entries.find(({ to }: { to: string[] }) => to[0] === 'eng/foundation');
    const taken = await steward.ask(`mutation { done: withdrawReorganisation(no: ${no}) { __typename } }`);
    expect(taken.data?.done).toEqual({ __typename: 'ReorganisationsChanged' });
    expect((await series(auditor, 'eng/foundation'))[0]?.status).toBe('notPlanned');
  });
});
