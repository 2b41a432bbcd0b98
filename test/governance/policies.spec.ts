import { beforeAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import type pg from 'pg';
import {
  DATA_PURPOSES,
  decidePolicy,
  DEFAULT_DATA_POLICY,
  explainPolicy,
  findPolicy,
  listPolicies,
  loosenings,
  nextPeriodFrom,
  parsePolicy,
  policyForRelease,
  policyInForce,
  POLICY_PACKS,
  POLICY_SCHEMA,
  proposePolicy,
  readPolicy,
  setSettings,
  STANDARD,
} from '../../api/src/governance/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';

const owner = { id: 'owner-account', role: 'programme-owner' };
const auditor = { id: 'auditor-account', role: 'auditor' };
const today = '2026-11-20';
const why = 'Agreed with the works council.';

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return '';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a policy that is proposed', () => {
  it('may be each pack as it is, and each is described', () => {
    for (const { key, forWhom } of POLICY_PACKS) {
      const { name, content } = parsePolicy({ name: key, from: key });
      expect(name).toBe(key);
      expect(content.data).toEqual(DEFAULT_DATA_POLICY);
      expect(forWhom.length).toBeGreaterThan(50);
    }
    expect(parsePolicy({ name: 'mine', from: 'strict' }).content.disclosure).toMatchObject({
      thresholds: { dimension: 10, special: 20 },
      noiseLevel: 4,
    });
  });

  it.each([
    ['groups of four', { disclosure: { thresholds: { dimension: 4, special: 10 } } }],
    ['groups of nine by a characteristic', { disclosure: { thresholds: { special: 9 } } }],
    ['less noise', { disclosure: { noiseLevel: 2 } }],
    ['less noise in a smaller organisation', { disclosure: { lowerNoise: { from: 800 } } }],
    ['a larger budget', { disclosure: { exposure: { release: 0.4 } } }],
    ['a shorter history', { disclosure: { exposure: { periods: 4 } } }],
    ['finer tables for fewer people', { disclosure: { otherTables: { minimumOpen: 10 } } }],
    ['a longer keeping than ten years', { data: { retention: { sessions: 121 } } }],
    ['a purpose that is not on the list', { data: { purposes: ['appraisal'] } }],
    ['no name', { name: undefined }],
    ['a key that nobody knows', { disclosure: { treshold: 5 } }],
  ])('is refused with %s', (_what, change) => {
    expect(codeOf(() => parsePolicy({ name: 'mine', ...change }))).toBe('policy-invalid');
  });

  it('is refused where it splits more finely, or more often, than the standard one', () => {
    const classes = (by: unknown) => ({ name: 'mine', plan: { classes: { other: [{ by: [], cadence: 'quarter' }, by] } } });
    expect(codeOf(() => parsePolicy(classes({ by: ['location'], cadence: 'quarter' })))).toBe('policy-too-loose');
    expect(codeOf(() => parsePolicy(classes({ by: ['team'], layers: 'lowest', cadence: 'year' })))).toBe('policy-too-loose');
    expect(codeOf(() => parsePolicy(classes({ by: ['level'], cadence: 'year' })))).toBe('');
  });

  it('is refused where a column that never forms a group forms one', () => {
    expect(codeOf(() => parsePolicy({ name: 'mine', data: { neverAGroup: ['location'] } }))).toBe('policy-invalid');
    const classes = Object.fromEntries(
      Object.entries(STANDARD.plan.classes).map(([key, of]) => [key, of.filter(({ by }) => !by.includes('location'))]),
    );
    const without = { name: 'mine', data: { neverAGroup: ['location'] }, plan: { classes } };
    expect(parsePolicy(without).content.data.neverAGroup).toEqual(['location']);
  });

  it('never repeats what stood in the document', () => {
    try {
      parsePolicy({ name: 'Erika Mustermann', from: 'Erika', whatever: 'Erika' });
    } catch (error) {
      expect((error as Error).message).not.toContain('Erika');
    }
    expect.assertions(1);
  });
});

describe('strictness', () => {
  it('finds nothing looser in a policy than in itself, and something in every direction of change', () => {
    const [standard, strict, small] = POLICY_PACKS.map(({ content }) => content);
    for (const { content } of POLICY_PACKS) expect(loosenings(content, content)).toEqual([]);
    expect(loosenings(strict!, standard!)).toEqual([]);
    expect(loosenings(small!, standard!)).toEqual([]);
    expect(loosenings(standard!, strict!)).toHaveLength(3);
    expect(loosenings(standard!, small!).length).toBeGreaterThan(0);
    const judged = { ...standard!, disclosure: { ...standard!.disclosure, similar: { low: 0.7, high: 1.4 } } };
    expect(loosenings(judged, standard!)).toEqual(['ratios are judged by another range']);
  });
});

describe('in words', () => {
  it('a policy names its own numbers, its breakdowns, its purposes and how long each kind of file is kept', () => {
    const { protection, breakdowns, purposes, retention } = explainPolicy(POLICY_PACKS[1]!.content);
    expect(protection.join(' ')).toContain('fewer than 10 people, or fewer than 20');
    expect(protection.join(' ')).toContain('by 4 or less');
    expect(breakdowns[0]).toContain(
      'Who takes part: every quarter the whole organisation; every unit but the smallest teams; level; place;',
    );
    expect(purposes).toHaveLength(3);
    expect(retention.map(({ sentence }) => sentence)).toContain('Sessions: deleted 3 years after they were held.');
    expect(JSON.stringify([breakdowns, protection])).not.toContain('(characteristic)');
  });

  it.each([
    ['2026-11-20', 1, '2027-01-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-10-01', 1, '2027-01-01'],
    ['2026-11-20', 2, '2027-02-01'],
    ['2026-01-31', 2, '2026-02-01'],
  ])('on %s, fiscal year from month %i, the next period begins on %s', (day, start, first) => {
    expect(nextPeriodFrom(day, start)).toBe(first);
  });
});

describe('policies in the database', () => {
  let installation: TestInstallation;
  let curator: pg.Pool;
  beforeAll(async () => {
    installation = await freshInstallation();
    curator = installation.pool('curator');
  });

  it('begin with the standard one, in force since ever', async () => {
    expect((await policyInForce(curator, '1999-01-01')).disclosure).toEqual(STANDARD.disclosure);
    expect(await listPolicies(installation.pool('reader'))).toMatchObject([
      { version: 'standard/1', state: 'approved', proposedBy: 'product', effectiveFrom: null },
    ]);
  });

  it('take two people, hold from the next period on, and are never changed', async () => {
    const version = await proposePolicy(curator, { name: 'strict', from: 'strict' }, { by: owner, why });
    expect(version).toBe('strict/1');
    await expect(readPolicy(curator, version)).rejects.toMatchObject({ code: 'policy-not-approved', exitCode: 3 });
    await expect(decidePolicy(curator, { version, approve: true, by: owner, why, today })).rejects.toMatchObject({
      code: 'same-person',
    });
    const reader = installation.pool('reader');
    const byHand = (by: string, day: string): Promise<unknown> =>
      reader.query('select governance.decide_policy($1, true, $2, $3, $4)', [version, by, day, why]);
    await expect(byHand(owner.id, '2030-01-01')).rejects.toMatchObject({ code: '42501' });
    await expect(byHand('operator', '2030-01-01')).rejects.toMatchObject({ code: '42501' });
    await expect(byHand(auditor.id, '2020-01-01')).rejects.toMatchObject({ code: '23514' });
    const first = await decidePolicy(reader, { version, approve: true, by: auditor, why });
    expect(first! > new Date().toISOString().slice(0, 10)).toBe(true);
    await expect(decidePolicy(curator, { version, approve: false, by: auditor, why })).rejects.toMatchObject({
      code: 'policy-decided',
    });
    expect((await policyInForce(curator, first!)).disclosure).toMatchObject({
      version,
      thresholds: { dimension: 10, special: 20 },
    });
    const now = new Date().toISOString().slice(0, 10);
    expect((await policyInForce(curator, now)).disclosure).toEqual(STANDARD.disclosure);
    for (const statement of ['update governance.policy_decision set approved = false', 'delete from governance.policy_decision'])
      await expect(installation.pool('owner').query(statement)).rejects.toMatchObject({ code: '42501' });
    for (const statement of [
      'insert into governance.policy select * from governance.policy',
      'update governance.policy set approved = true',
    ])
      await expect(curator.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('are not loosened inside a period, by asking for another version or by restating', async () => {
    const { effectiveFrom } = await findPolicy(curator, 'strict/1');
    const startsOn = effectiveFrom!;
    expect((await policyForRelease(curator, { startsOn })).disclosure.version).toBe('strict/1');
    await expect(policyForRelease(curator, { startsOn, version: 'standard/1' })).rejects.toMatchObject({ code: 'policy-looser' });
    const before = { startsOn: '2025-01-01' };
    expect((await policyForRelease(curator, before)).disclosure.version).toBe('standard/1');
    expect((await policyForRelease(curator, { ...before, version: 'strict/1' })).disclosure.version).toBe('strict/1');
    await expect(policyForRelease(curator, { ...before, restates: 'strict/1' })).rejects.toMatchObject({ code: 'policy-looser' });
    await expect(policyForRelease(curator, { ...before, version: 'nobody/1' })).rejects.toMatchObject({ code: 'policy-unknown' });
  });

  it('may be rejected, and proposed again under the next number', async () => {
    const version = await proposePolicy(curator, { name: 'small', from: 'small' }, { by: owner, why });
    expect(await decidePolicy(curator, { version, approve: false, by: auditor, why })).toBeNull();
    expect(await findPolicy(curator, version)).toMatchObject({ state: 'rejected', effectiveFrom: null, decisionWhy: why });
    await expect(readPolicy(curator, version)).rejects.toMatchObject({ code: 'policy-not-approved' });
    expect(await proposePolicy(curator, { name: 'small', from: 'small' }, { by: owner, why })).toBe('small/2');
  });

  it('leave every step on the trail, and ask for a reason', async () => {
    await expect(proposePolicy(curator, { name: 'small' }, { by: owner, why: ' ' })).rejects.toMatchObject({
      code: 'reason-missing',
    });
    const { rows } = await installation
      .pool('auditor')
      .query<{ said: string }>(
        `select action || ' ' || subject || ' ' || actor as said from audit_trail.entry order by entry_no`,
      );
    expect(rows.map(({ said }) => said)).toEqual([
      'policy.proposed strict/1 owner-account',
      'policy.approved strict/1 auditor-account',
      'policy.proposed small/1 owner-account',
      'policy.rejected small/1 auditor-account',
      'policy.proposed small/2 owner-account',
    ]);
  });

  it('begin with the fiscal quarter of the settings', async () => {
    await setSettings(curator, { document: { fiscalYearStart: 2 }, by: 'operator' });
    const first = await decidePolicy(curator, { version: 'small/2', approve: true, by: auditor, why });
    expect(['02', '05', '08', '11']).toContain(first!.slice(5, 7));
  });
});

describe('the form of a policy', () => {
  it('stands in docs', () => {
    const printed = JSON.parse(fs.readFileSync('docs/policy.schema.json', 'utf8')) as unknown;
    expect(printed).toEqual(JSON.parse(JSON.stringify(POLICY_SCHEMA)));
    const page = fs.readFileSync('docs/policies.md', 'utf8');
    for (const key of [
      ...Object.keys(STANDARD.data.retention),
      ...Object.keys(DATA_PURPOSES),
      ...POLICY_PACKS.map(({ key }) => key),
    ])
      expect(page).toContain(`\`${key}\``);
  });
});
