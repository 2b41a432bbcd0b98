import { beforeAll, describe, expect, it } from '@jest/globals';
import { countRefusals, DOCUMENT_KEYS, POLICY_PACKS, setSettings } from '../../api/src/governance/index.js';
import { askForPerson } from '../../api/src/microdata/index.js';
import { publishMadeUpRelease } from '../api/support/release.js';
import { entriesOf } from '../api/support/trail.js';
import { Client, signedIn, webOn } from '../api/support/web.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';

let installation: TestInstallation;
let address: string;
let nobody: Client;
let owner: Client;
let auditor: Client;
let employee: Client;

beforeAll(async () => {
  installation = await freshInstallation();
  await publishMadeUpRelease(installation.pool('curator'));
  await setSettings(installation.pool('curator'), { document: { contact: 'Privacy office' }, by: 'operator' });
  address = await webOn(installation);
  nobody = new Client(address);
  owner = await signedIn(installation, address, 'programme-owner');
  auditor = await signedIn(installation, address, 'auditor');
  employee = await signedIn(installation, address, 'employee');
});

const POLICY =
  'version state effectiveFrom mayDecide proposedBy why decisionWhy thresholds { dimension special } explained { protection breakdowns purposes retention { label sentence } }';
const RESULT = `__typename ... on PolicyChanged { policy { ${POLICY} } } ... on Refused { code message }`;
const propose = (client: Client, pack: string, why = 'Agreed with the works council.') =>
  client.ask(`mutation ($pack: String!, $why: String!) { it: proposePolicy(pack: $pack, why: $why) { ${RESULT} } }`, {
    pack,
    why,
  });
const decide = (client: Client, verb: 'approve' | 'reject', version: string) =>
  client.ask(
    `mutation ($version: String!) { it: ${verb}Policy(version: $version, why: "We looked at it together.") { ${RESULT} } }`,
    { version },
  );

describe('the trust centre', () => {
  it('is read without an account: policy in force, uses, changes, certificates, whom to ask', async () => {
    const { data, errors } = await nobody.ask(
      `{ trustCentre { policy { ${POLICY} } neverUsedFor characteristics contact changes { on what why }
         certificates { period shown hidden attackFindings mostAboutOne hash } refusals { aboutPeople others } } policyPacks { key label forWhom } }`,
    );
    expect(errors).toEqual([]);
    const { policy, ...rest } = data!.trustCentre;
    expect(policy).toMatchObject({ version: 'standard/1', state: 'in-force', mayDecide: false, proposedBy: 'product' });
    expect(rest).toMatchObject({ contact: 'Privacy office', characteristics: [], refusals: { aboutPeople: null, others: null } });
    expect(rest.neverUsedFor).toHaveLength(5);
    expect(rest.changes[0]).toMatchObject({ what: 'Settings were changed (version 1).' });
    expect(rest.certificates).toMatchObject([{ period: '2026-Q3', attackFindings: 0 }]);
    expect(data!.policyPacks).toHaveLength(POLICY_PACKS.length);
  });
});

describe('a policy, by the web', () => {
  it('is proposed by the programme owner, decided by the auditor, and neither does both', async () => {
    for (const client of [nobody, employee, auditor]) {
      const { errors } = await propose(client, 'strict');
      expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const proposed = (await propose(owner, 'strict')).data!.it;
    expect(proposed).toMatchObject({
      __typename: 'PolicyChanged',
      policy: { version: 'strict/1', state: 'proposed', mayDecide: false },
    });
    expect((await decide(owner, 'approve', 'strict/1')).errors[0]?.extensions.code).toBe('NOT_FOUND');
    const { data } = await auditor.ask(`{ policies { version mayDecide } }`);
    expect(data!.policies[0]).toEqual({ version: 'strict/1', mayDecide: true });
    const approved = (await decide(auditor, 'approve', 'strict/1')).data!.it;
    expect(approved).toMatchObject({ policy: { state: 'approved', effectiveFrom: expect.stringMatching(/^\d{4}-\d{2}-01$/) } });
    expect((await decide(auditor, 'reject', 'strict/1')).data!.it).toMatchObject({
      __typename: 'Refused',
      code: 'policy-decided',
    });
    const [entry] = await entriesOf(installation, 'policy.approved', 1);
    expect(entry).toMatchObject({ role: 'auditor', subject: 'strict/1', login: expect.stringContaining('reader') });
  });

  it('is refused in words without a reason, and where there is no such pack', async () => {
    expect((await propose(owner, 'strict', 'no')).data!.it).toMatchObject({ code: 'reason-missing' });
    expect((await propose(owner, 'lax')).data!.it).toMatchObject({ code: 'policy-invalid' });
  });
});

describe('a policy of their own, by the form', () => {
  const RESULT =
    '__typename ... on PolicyChanged { policy { version explained { protection retention { sentence } } } } ... on Refused { code message }';
  const send = (client: Client, changes: Record<string, unknown>, pack = 'standard') =>
    client.ask(
      `mutation ($pack: String!, $changes: PolicyChanges!) { it: proposePolicy(pack: $pack, why: "Agreed with the council.", changes: $changes) { ${RESULT} } }`,
      { pack, changes },
    );
  const draft = (changes: Record<string, unknown>, pack = 'standard') =>
    owner.ask(
      `mutation ($pack: String!, $changes: PolicyChanges!) { it: draftPolicy(pack: $pack, changes: $changes) {
         __typename ... on PolicyDraft { explained { protection breakdowns purposes } } ... on Refused { code message } } }`,
      { pack, changes },
    );

  it('has a field for each number, within what any policy may have, and the numbers of each pack', async () => {
    const { data } = await nobody.ask(
      '{ policyForm { knobs { key label least most isWhole } purposes { key } columns { key } } policyPacks { key values { key value } purposes } }',
    );
    const keys = data!.policyForm.knobs.map(({ key }: { key: string }) => key);
    expect(keys).toEqual(
      expect.arrayContaining(['disclosure.thresholds.dimension', 'disclosure.noiseLevel', 'data.retention.notes']),
    );
    for (const { values } of data!.policyPacks as { values: { key: string; value: number }[] }[]) {
      expect(values.map(({ key }) => key)).toEqual(keys);
      for (const { key, value } of values) {
        const { least, most } = data!.policyForm.knobs.find((knob: { key: string }) => knob.key === key);
        expect([key, value >= least && value <= most]).toEqual([key, true]);
      }
    }
  });

  it('is said in words before it is proposed, and then waits for a second person', async () => {
    const changes = {
      name: 'ours',
      values: [
        { key: 'disclosure.thresholds.dimension', value: 8 },
        { key: 'disclosure.noiseLevel', value: 5 },
        { key: 'data.retention.notes', value: 6 },
      ],
      purposes: ['fair-access'],
      neverAGroup: ['location'],
    };
    const { explained } = (await draft(changes)).data!.it;
    expect(explained.protection.join(' ')).toMatch(/fewer than 8 people/);
    expect(explained.protection.join(' ')).toMatch(/by 5 or less/);
    expect(explained.breakdowns.join(' ')).not.toMatch(/location|place/i);
    expect(explained.purposes).toHaveLength(1);
    const { policy } = (await send(owner, changes)).data!.it;
    expect(policy.version).toBe('ours/1');
    expect(JSON.stringify(policy.explained.retention)).toContain('6 months');
    expect((await decide(auditor, 'approve', 'ours/1')).data!.it).toMatchObject({ policy: { state: 'approved' } });
  });

  it('is refused in words where it protects less than the standard one, or has what the form has not', async () => {
    const looser = { name: 'ours', values: [{ key: 'disclosure.exposure.release', value: 0.9 }] };
    expect((await draft(looser)).data!.it).toMatchObject({ __typename: 'Refused', code: 'policy-invalid' });
    const crossed = { name: 'ours', values: [{ key: 'disclosure.thresholds.dimension', value: 12 }] };
    expect((await draft(crossed)).data!.it.message).toContain('special is not below dimension');
    for (const key of ['__proto__.polluted', 'constructor.prototype.polluted', 'plan.version', '']) {
      const { it: answer } = (await draft({ name: 'ours', values: [{ key, value: 1 }] })).data!;
      expect(answer).toMatchObject({ __typename: 'Refused', code: 'policy-invalid' });
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect((await draft({ name: 'Ours!', values: [] })).data!.it.message).toContain('name');
    for (const client of [nobody, employee, auditor])
      expect((await send(client, { name: 'ours', values: [] })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('the documents', () => {
  it('are read by every role as pages and as files, and by nobody else', async () => {
    const query = '{ governanceDocuments { key title sections { title blocks { kind text items rows } } } }';
    const { data } = await employee.ask(query);
    expect(data!.governanceDocuments.map(({ key }: { key: string }) => key)).toEqual(DOCUMENT_KEYS);
    expect((await nobody.ask(query)).errors[0]?.extensions.code).toBe('NOT_FOUND');
    const file = await employee.fetch('/api/documents/works-council-annex.html');
    expect([file.status, file.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="works-council-annex.html"',
    ]);
    expect(await file.text()).toContain('Annex for the works council');
    expect((await employee.fetch('/api/documents/nothing.html')).status).toBe(404);
    expect((await nobody.fetch('/api/documents/works-council-annex.html')).status).toBe(404);
  });
});

describe('requests of people', () => {
  it('are listed by number, kind and state for those who carry them out, and name nobody', async () => {
    await askForPerson(installation.pool('curator'), {
      kind: 'erasure',
      personKey: '4711',
      verified: 'in-person',
      by: 'operator',
    });
    const query = '{ rightsCases { no kind verified state decidedAt } }';
    const { data, body } = await auditor.ask(query);
    expect(data!.rightsCases).toEqual([{ no: '1', kind: 'erasure', verified: 'in-person', state: 'waiting', decidedAt: null }]);
    expect(body).not.toContain('4711');
    expect((await owner.ask(query)).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('a question about a person', () => {
  it('has no field, and is put on record without its words before it is refused', async () => {
    const before = (await entriesOf(installation, 'access.denied')).length;
    const { data, errors, body } = await owner.ask('{ employee(name: "Erika") { performance } }');
    expect([data, errors.length > 0]).toEqual([null, true]);
    const entries = await entriesOf(installation, 'access.denied');
    expect(entries.length).toBe(before + 1);
    expect(entries.at(-1)).toMatchObject({
      subject: expect.stringContaining('question-about-a-person'),
      role: 'programme-owner',
    });
    expect(JSON.stringify(entries) + body).not.toContain('Erika');
    await owner.ask('{ installation { colour } }');
    const last = (await entriesOf(installation, 'access.denied')).at(-1);
    expect(last?.subject).not.toContain('question-about-a-person');
  });

  it('is counted for everybody to see, and not where it was seldom', async () => {
    const reader = installation.pool('reader');
    expect(await countRefusals(reader)).toEqual({ aboutPeople: null, others: null });
    const owner2 = await signedIn(installation, address, 'engineering-manager');
    for (let i = 0; i < 12; i++) await owner2.ask(`{ ${['person', 'people', 'mentor', 'ranking'][i % 4]} }`);
    // Repetitions are counted a second later; Jest ends what waits in vain.
    while (((await countRefusals(reader)).aboutPeople ?? 0) < 12) await new Promise((go) => setTimeout(go, 200));
    await expect(reader.query('select * from audit_trail.entry')).rejects.toMatchObject({ code: '42501' });
  });
});
