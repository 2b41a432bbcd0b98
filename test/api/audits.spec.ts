import { beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { parityQuarter } from './support/parity.js';
import { publishMadeUpRelease } from './support/release.js';
import { type Client, signedIn, webOn } from './support/web.js';

let installation: TestInstallation;
let address: string;
let manager: Client;
let branch: Client;
let owner: Client;

beforeAll(async () => {
  installation = await freshInstallation();
  address = await webOn(installation);
  branch = await signedIn(installation, address, 'engineering-manager', 'eng/platform');
  const curator = installation.pool('curator');
  await publishMadeUpRelease(curator, '2026-Q2', parityQuarter([0.4, 0.3, 0.5, 'clearly_lower']));
  await publishMadeUpRelease(curator, '2026-Q3', parityQuarter([0.9, 0.8, 0.99, 'slightly_lower']));
  [manager, owner] = [
    await signedIn(installation, address, 'engineering-manager'),
    await signedIn(installation, address, 'programme-owner'),
  ];
});

const LEVEL = 'parity.mentee:level=1';
const TEAM = 'parity.mentee:team=eng/platform';
const PARTS = `state steps { toDecide decided lacks } rights { work sign countersign reopen } answer { answer }
  findings { key class needsWord status comparison { verdict shortfall { people { value } lower { value } upper { value } } } decision { choice branch } change }
  agreed { id step } promised { action { id step } late verdict key decision { choice } } records { no hash signedRoleLabel steps { step } }
  branches { scope decided } data { hidden comparisons } notes { no finding label words roleLabel }`;
const RESULT = `{ __typename ... on Refused { code } ... on AuditChanged { audit { ${PARTS} } } }`;

const audit = async (who: Client, period: string, scope = '') =>
  (await who.ask(`query ($p: String!, $s: String!) { audit(period: $p, scope: $s) { ${PARTS} } }`, { p: period, s: scope })).data
    ?.audit;

/** Sends a change of the programme's audit; the answer is the refusal's code or the audit. */
async function change(who: Client, field: string, parts = '', { period = '2026-Q2', scope = '' } = {}) {
  const { data, errors } = await who.ask(
    `mutation ($p: String!, $s: String!) { done: ${field}(period: $p, scope: $s${parts && `, ${parts}`}) ${RESULT} }`,
    { p: period, s: scope },
  );
  return data?.done?.audit ?? data?.done?.code ?? errors[0]?.extensions.code;
}

const ACTION = (finding: string, due = '2026-Q3', measuredBy = finding) =>
  `action: { finding: "${finding}", kind: "open-invitation", ownerRole: "team-lead", duePeriod: "${due}", measuredBy: "${measuredBy}", smallestChange: 0.1 }`;

describe('an equity audit', () => {
  it('opens by itself when a newer quarter is published: for the programme, and for the branch of every manager', async () => {
    const { data } = await manager.ask('{ audits { period scope state overdue } }');
    expect(data?.audits).toEqual(
      ['2026-Q3', '2026-Q2'].flatMap((period) =>
        ['', 'eng/platform'].map((scope) => ({ period, scope, state: 'open', overdue: false })),
      ),
    );
  });

  it('lists findings by class, hidden ones last, and says what it lacks', async () => {
    const found = await audit(manager, '2026-Q2');
    expect(found.findings.map((one: { key: string; class: string }) => [one.key, one.class])).toEqual([
      [LEVEL, 'clear-gap'],
      [TEAM, 'gap-of-uncertain-size'],
      ['parity.mentee:team=eng/data', 'cannot-tell'],
      ['parity.mentee:level=2', 'similar'],
      ['parity.mentee:team=ops', 'hidden'],
    ]);
    expect(found.findings[0].comparison.shortfall).toEqual({ people: { value: 8 }, lower: { value: 0 }, upper: { value: 12 } });
    expect(found.steps.lacks).toEqual(['Say whether the data are good enough.', 'Decide about 2 findings more.']);
    expect(found.data).toEqual({ hidden: 1, comparisons: 5 });
  });

  it('shows a branch its own, and what everybody sees of the programme; to others it does not exist', async () => {
    const own = await audit(branch, '2026-Q2', 'eng/platform');
    expect(own.findings.map(({ key }: { key: string }) => key)).toEqual([TEAM]);
    const programme = await audit(branch, '2026-Q2');
    expect(programme.findings.map(({ key }: { key: string }) => key)).toEqual([LEVEL, TEAM, 'parity.mentee:level=2']);
    expect(programme.data).toEqual({ hidden: 0, comparisons: 3 });
    const elsewhere = await signedIn(installation, address, 'engineering-manager', 'ops');
    expect(await audit(elsewhere, '2026-Q2', 'eng/platform')).toBeNull();
    expect(await audit(await signedIn(installation, address, 'executive'), '2026-Q2')).toBeNull();
  });

  it('is worked on by the manager of the branch alone', async () => {
    expect(await change(branch, 'answerAuditData', 'answer: "yes", limits: []')).toBe('not-your-branch');
    expect(await change(owner, 'answerAuditData', 'answer: "yes", limits: []')).toBe('NOT_FOUND');
    expect(await change(manager, 'answerAuditData', 'answer: "with-limits", limits: []')).toBe('limits-missing');
    expect(await change(manager, 'decideFinding', `finding: "${LEVEL}", choice: "ignore", reason: "x"`)).toBe('reason-missing');
    expect(await change(manager, 'decideFinding', 'finding: "late:x", choice: "act", reason: "low-cost"')).toBe(
      'finding-unknown',
    );
  });

  it('keeps what is answered, decided and taken back', async () => {
    expect((await change(manager, 'answerAuditData', 'answer: "yes", limits: []')).answer).toEqual({ answer: 'yes' });
    const decided = await change(manager, 'decideFinding', `finding: "${LEVEL}", choice: "watch", reason: "first-time"`);
    expect(decided.findings[0].decision).toEqual({ choice: 'watch', branch: null });
    expect((await change(manager, 'decideFinding', `finding: "${LEVEL}"`)).findings[0].decision).toBeNull();
    await change(manager, 'decideFinding', `finding: "${LEVEL}", choice: "act", reason: "gap-matters"`);
  });

  it('collects what its branches decided', async () => {
    const scoped = { period: '2026-Q2', scope: 'eng/platform' };
    await change(branch, 'decideFinding', `finding: "${TEAM}", choice: "watch", reason: "size-uncertain"`, scoped);
    const found = await audit(manager, '2026-Q2');
    expect(found.findings[1].decision).toEqual({ choice: 'watch', branch: 'eng/platform' });
    expect(found.branches).toEqual([{ scope: 'eng/platform', decided: 1 }]);
  });

  it('takes notes of auditors and of nobody else, from a list first, with words that name nobody', async () => {
    const auditor = await signedIn(installation, address, 'auditor');
    const note = (who: Client, parts: string) => change(who, 'leaveAuditNote', parts);
    for (const who of [manager, owner]) expect(await note(who, 'kind: "data-doubted"')).toBe('NOT_FOUND');
    expect(await note(auditor, 'kind: "whatever"')).toBe('note-unclear');
    expect(await note(auditor, 'kind: "data-doubted", finding: "parity.mentee:level=9"')).toBe('finding-unknown');
    expect(await note(auditor, 'kind: "data-doubted", words: "It was Jane Doe who said so"')).toBe('names-somebody');
    await note(auditor, `kind: "action-unfit", finding: "${TEAM}"`);
    const [first] = (await note(auditor, 'kind: "data-doubted", words: "Half of the levels are old."')).notes;
    expect((await change(auditor, 'withdrawAuditNote', `no: ${first.no}`)).notes).toHaveLength(1);
    expect(await change(auditor, 'withdrawAuditNote', `no: ${first.no}`)).toBe('note-unknown');
    expect((await audit(owner, '2026-Q2')).notes).toEqual([
      expect.objectContaining({ label: 'The data may not carry this', roleLabel: 'Auditor (works council, privacy)' }),
    ]);
    await expect(installation.pool('owner').query('update audits.note set words = null')).rejects.toThrow(/never changed/);
  });

  it('takes only actions that somebody could see work', async () => {
    expect(await change(manager, 'signAudit')).toBe('audit-incomplete');
    const agree = (action: string) => change(manager, 'agreeAuditAction', action);
    expect(await agree(ACTION(LEVEL, '2026-Q3', 'parity.mentee:team=ops'))).toBe('not-measurable');
    expect(await agree(ACTION(LEVEL, '2026-Q2'))).toBe('due-too-early');
    expect(await agree(ACTION(LEVEL).replace('"open-invitation"', '"own", ownWords: "Ask Jane Doe to mentor"'))).toBe(
      'names-somebody',
    );
    const agreed = await agree(ACTION(LEVEL));
    expect(agreed.steps).toEqual({ toDecide: 2, decided: 2, lacks: [] });
    const again = await agree(ACTION(LEVEL));
    const withdrawn = await change(manager, 'withdrawAuditAction', `id: "${again.agreed[1].id}"`);
    expect(withdrawn.agreed).toHaveLength(1);
  });

  it('is signed by two people in two roles, and then frozen with its hash', async () => {
    expect((await change(manager, 'signAudit')).state).toBe('signed-once');
    expect(await change(manager, 'decideFinding', `finding: "${LEVEL}"`)).toBe('audit-frozen');
    const auditor = await signedIn(installation, address, 'auditor');
    expect(await change(auditor, 'leaveAuditNote', 'kind: "nothing-to-add"')).toBe('audit-frozen');
    expect((await change(owner, 'returnAudit', 'why: "The action names no group that can be seen"')).state).toBe('returned');
    await change(manager, 'signAudit');
    const signed = await change(owner, 'countersignAudit');
    expect([signed.state, signed.records.length, signed.records[0].signedRoleLabel]).toEqual([
      'signed',
      2,
      'Engineering manager',
    ]);
    const { rows } = await installation
      .pool('reader')
      .query<{ id: string; document: string; hash: string }>(
        `select record_id as id, document, hash from audits.record order by record_no desc limit 1`,
      );
    const read = await owner.ask('query ($id: ID!) { auditRecord(period: "2026-Q2", id: $id) }', { id: rows[0]?.id });
    expect(`sha256:${createHash('sha256').update(String(read.data?.['auditRecord'])).digest('hex')}`).toBe(rows[0]?.hash);
    const executive = await signedIn(installation, address, 'executive');
    expect((await audit(executive, '2026-Q2')).findings.map(({ key }: { key: string }) => key)).toEqual([
      LEVEL,
      'parity.mentee:level=2',
    ]);
  });

  it('cannot be changed past the product either', async () => {
    const ownerOfAll = installation.pool('owner');
    for (const statement of [
      `update audits.record set document = 'x'`,
      'delete from audits.decision',
      'truncate audits.action cascade',
      `insert into audits.decision (audit_id, finding, choice, reason, decided_by) select audit_id, 'f', 'act', 'low-cost', 'x' from audits.record`,
      `insert into audits.record_step (record_id, step, taken_by, taken_role) select record_id, 'countersigned', signed_by, 'executive' from audits.record`,
    ])
      await expect(ownerOfAll.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('is followed up by the next one: what was promised late is a finding, and what came of it is measured', async () => {
    const next = await audit(manager, '2026-Q3');
    // From 40 % (30 to 50) to 90 % (80 to 99) of the others' rate: far more than the ten points agreed.
    expect(next.promised).toMatchObject([{ late: true, verdict: 'moved-enough', decision: null }]);
    expect(next.findings.find(({ key }: { key: string }) => key === LEVEL)).toMatchObject({
      class: 'slight-gap',
      needsWord: false,
    });
    const { key, action } = next.promised[0];
    const at = { period: '2026-Q3' };
    expect(next.steps.toDecide).toBe(2);
    const decided = await change(manager, 'decideFinding', `finding: "${key}", choice: "no-action", reason: "done-already"`, at);
    expect(decided.promised[0].decision).toEqual({ choice: 'no-action' });
    const closed = await change(manager, 'closeAuditAction', `id: "${action.id}", done: true`, at);
    expect(closed.promised[0]).toMatchObject({ late: false, action: { step: 'done' } });
  });

  it('stands on the scorecard once two people signed, with what followed, for the board without teams', async () => {
    const fields = 'period finding choice actions followed before { value } now { value } until';
    const scored = async (who: Client) => (await who.ask(`{ auditScorecard { ${fields} } }`)).data?.['auditScorecard'];
    const action = expect.stringMatching(/./);
    const level = { period: '2026-Q2', finding: LEVEL, choice: 'act', actions: [action], followed: 'better', until: '2026-Q3' };
    expect(await scored(owner)).toEqual([{ ...level, before: { value: 0.4 }, now: { value: 0.9 } }]);
    expect(await scored(await signedIn(installation, address, 'executive'))).toHaveLength(1);
    expect(
      (await (await signedIn(installation, address, 'employee')).ask(`{ auditScorecard { ${fields} } }`)).errors,
    ).not.toEqual([]);
  });

  it('is reopened with a reason, and the signed record stays', async () => {
    expect(await change(manager, 'reopenAudit', 'why: "soon"')).toBe('words-missing');
    const reopened = await change(manager, 'reopenAudit', 'why: "A decision was taken for the wrong group"');
    expect([reopened.state, reopened.records.length]).toEqual(['reopened', 2]);
    expect(reopened.records[0].steps.map(({ step }: { step: string }) => step)).toEqual(['countersigned', 'reopened']);
  });

  it('is opened for an older quarter on request, once, and only for a branch that there was', async () => {
    await publishMadeUpRelease(installation.pool('curator'), '2026-Q1', parityQuarter(null));
    expect(await audit(manager, '2026-Q1')).toBeNull();
    const at = { period: '2026-Q1' };
    expect((await change(manager, 'openAudit', '', at)).state).toBe('open');
    expect((await change(manager, 'openAudit', '', at)).state).toBe('open');
    expect(await change(manager, 'openAudit', '', { period: '2026-Q1', scope: 'nowhere' })).toBe('branch-unknown');
    const { data } = await manager.ask(
      '{ auditFinding(period: "2026-Q3", finding: "parity.mentee:level=1") { history { period status change } } }',
    );
    expect(data?.['auditFinding'].history).toEqual([
      { period: '2026-Q1', status: 'suppressed', change: null },
      { period: '2026-Q2', status: 'shown', change: null },
      { period: '2026-Q3', status: 'shown', change: 'higher' },
    ]);
  });

  it('is on the trail, step by step', async () => {
    const { rows } = await installation
      .pool('auditor')
      .query<{ action: string; actor: string }>(
        `select distinct action, actor from audit_trail.entry where action like 'audit.%' and action <> 'audit.read'`,
      );
    const actions = [...new Set(rows.map(({ action }) => action))].sort();
    expect(actions).toEqual([
      'audit.action-agreed',
      'audit.action-done',
      'audit.action-withdrawn',
      'audit.countersigned',
      'audit.data-judged',
      'audit.decided',
      'audit.note-taken-back',
      'audit.noted',
      'audit.opened',
      'audit.reopened',
      'audit.returned',
      'audit.signed',
    ]);
  });
});
