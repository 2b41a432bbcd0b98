import { beforeAll, describe, expect, it } from '@jest/globals';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { publishMadeUpRelease } from './support/release.js';
import { addTracks, change, charterInput, portfolioTables, skillTables } from './support/tracks.js';
import { entriesOf } from './support/trail.js';
import { Client, signedIn, webOn } from './support/web.js';

const LOOKS = ['2026-Q3', '2026-Q4', '2027-Q1'];
const WHY = 'Because of what the looks have shown so far.';

let installation: TestInstallation;
let owner: Client;
let executive: Client;
let auditor: Client;
let anybody: Client;

beforeAll(async () => {
  installation = await freshInstallation();
  await addTracks(installation, ['none', 'open', 'bare', 'late']);
  const address = await webOn(installation);
  anybody = new Client(address);
  [owner, executive, auditor] = await Promise.all([
    signedIn(installation, address, 'programme-owner'),
    signedIn(installation, address, 'executive'),
    signedIn(installation, address, 'auditor'),
  ]);
});

/** With nothing to see, and with too little to tell. */
const EFFECTS = { none: { value: 0.2, half: 1.2, people: 250 }, open: { value: 2, half: 5, people: 110 } };
const ofPeople = (share: number) =>
  skillTables(Object.fromEntries(Object.entries(EFFECTS).map(([track, one]) => [track, { ...one, people: one.people * share }])));

async function asked(client: Client, key: string, fields: string): Promise<Record<string, unknown>> {
  const { data, errors } = await client.ask(`query ($key: String!) { track(key: $key) { ${fields} } }`, { key });
  expect(errors).toEqual([]);
  return data?.track as Record<string, unknown>;
}

const decide = (key: string, kind: string, more = ''): Promise<string> =>
  change(owner, `decideTrack(key: "${key}", kind: "${kind}", why: $why ${more})`, { why: WHY });

describe('a charter', () => {
  it('says before it is locked what its looks could detect', async () => {
    const { data } = await owner.ask(
      `query ($charter: CharterInput!) { charterPower(charter: $charter) {
         ... on CharterPower { fewest looks { period people published detectable finding } } ... on Refused { message } } }`,
      { charter: charterInput(LOOKS, { first: 12, each: 0, minimum: 5 }) },
    );
    expect(data?.charterPower.looks[0]).toMatchObject({ people: 12, published: false, detectable: null, finding: 0 });
    expect(data?.charterPower.fewest).toBeGreaterThan(12);
  });

  it('is written by the programme owner alone, and refused with every fault named', async () => {
    const draft = { charter: charterInput(LOOKS) };
    expect(await change(executive, 'writeCharter(key: "none", charter: $charter)', draft)).toBe('error NOT_FOUND');
    const faulty = { charter: charterInput([], { aim: 'short' }) };
    expect(await change(owner, 'writeCharter(key: "none", charter: $charter)', faulty)).toBe('charter-invalid');
    expect(await change(owner, 'writeCharter(key: "nowhere", charter: $charter)', draft)).toBe('track-unknown');
    for (const key of ['none', 'open'])
      expect(await change(owner, `writeCharter(key: "${key}", charter: $charter)`, draft)).toBe('done');
  });

  it('is changed as long as it is a draft, and then never again', async () => {
    const again = { charter: charterInput(LOOKS, { smallestEffect: 5 }) };
    expect(await change(owner, 'writeCharter(key: "none", charter: $charter)', again)).toBe('done');
    for (const key of ['none', 'open']) expect(await change(owner, `lockCharter(key: "${key}", version: 1)`)).toBe('done');
    expect(await change(owner, 'lockCharter(key: "none", version: 1)')).toBe('charter-unknown');
    const { charters } = await asked(owner, 'none', 'charters { version hash smallestEffect lockedAt }');
    expect(charters).toEqual([
      expect.objectContaining({ version: 1, smallestEffect: 5, hash: expect.stringMatching(/^sha256:/) }),
    ]);
    for (const sql of ['update tracks.charter set document = document', 'delete from tracks.charter'])
      await expect(installation.pool('owner').query(sql)).rejects.toThrow(/frozen/);
  });

  it('can be copied as a playbook, and is locked before its first look or not at all', async () => {
    const copy = { charter: charterInput(LOOKS), copied: 'none' };
    expect(await change(owner, 'writeCharter(key: "late", charter: $charter, copiedFrom: $copied)', copy)).toBe('done');
    await publishMadeUpRelease(installation.pool('curator'), '2026-Q3', ofPeople(0.4));
    expect(await change(owner, 'lockCharter(key: "late", version: 1)')).toBe('charter-too-late');
    await expect(installation.pool('curator').query(`select tracks.lock_charter('late', 1, 'x')`)).rejects.toThrow(
      /published already/,
    );
  });
});

describe('the evidence of a track', () => {
  it('is read at looks, each with its own bound, and says inconclusive apart from no effect', async () => {
    await publishMadeUpRelease(installation.pool('curator'), '2026-Q4', [
      ...ofPeople(0.9),
      ...portfolioTables('backend', { none: 22 }),
    ]);
    const fields =
      'summary { verdict strength nextLook } looks { period state bound verdict } supported whyNotRetire settling { people }';
    const none = await asked(owner, 'none', fields);
    expect(none).toMatchObject({
      summary: { verdict: 'no_measurable_effect', strength: 'moderate', nextLook: '2027-Q1' },
      whyNotRetire: null,
    });
    expect(none.supported).toEqual(['adjust', 'retire']);
    const bounds = (none.looks as { bound: number | null }[]).map(({ bound }) => bound);
    expect(bounds[0]).toBeGreaterThan(bounds[1] ?? Infinity);
    expect(bounds[2]).toBeNull();
    const open = await asked(owner, 'open', fields);
    expect(open).toMatchObject({ summary: { verdict: 'inconclusive' }, supported: ['extend', 'adjust'] });
    expect((open.settling as { people: number }).people).toBeGreaterThan(0);
  });

  it('is none where nobody agreed beforehand how to judge', async () => {
    const bare = await asked(auditor, 'bare', 'summary { verdict strength charter { version } } supported whyNotRetire');
    expect(bare).toMatchObject({ summary: { verdict: null, strength: 'none', charter: null }, supported: [] });
    expect(await decide('bare', 'continue')).toBe('no-charter');
  });

  it('never shows the outcome that decides among the others', async () => {
    const { figures } = await asked(owner, 'none', 'figures { key }');
    expect((figures as { key: string }[]).map(({ key }) => key)).toContain('skill_change.checked.change');
    expect(JSON.stringify(figures)).not.toContain('skill_comparison');
  });
});

describe('what needs a decision', () => {
  const kindsFor = async (client: Client): Promise<string[]> => {
    const { data } = await client.ask('{ needsDecision { kind key period } }');
    return (data?.needsDecision as { kind: string; key: string; period: string | null }[]).map(
      ({ kind, key }) => `${kind} ${key}`,
    );
  };

  it('is one list, of which each role sees what it may decide', async () => {
    expect(await kindsFor(owner)).toEqual(['noCharter bare', 'noCharter late', 'decisionDue none', 'decisionDue open']);
    expect(await kindsFor(executive)).toEqual([]);
  });
});

describe('a decision', () => {
  it('that the evidence supports holds at once, and says what changed', async () => {
    expect(await decide('open', 'adjust')).toBe('change-missing');
    expect(await decide('open', 'adjust', 'changed: "Groups of three in place of pairs."')).toBe('done');
    expect(await change(owner, 'decideTrack(key: "open", kind: "continue", why: $why)', { why: 'ask anna@example.org' })).toBe(
      'reason-names-somebody',
    );
    const { decisions } = await asked(owner, 'open', 'decisions { kind state verdict followed }');
    expect(decisions).toEqual([{ kind: 'adjust', state: 'holds', verdict: 'inconclusive', followed: 'too_early' }]);
  });

  it('is a mark on the charts of its track, after its charter', async () => {
    const { data } = await auditor.ask('{ trackMarks(key: "open") { kind period version changed } }');
    expect(data?.trackMarks).toEqual([
      { kind: 'charter', period: '2026-Q3', version: 1, changed: null },
      { kind: 'adjust', period: expect.stringMatching(/^20/), version: null, changed: 'Groups of three in place of pairs.' },
    ]);
  });

  it('says which skills of the roadmap no track builds', async () => {
    const { data } = await owner.ask('{ trackGaps { period skills { skill tracks { key } } without { key } } }');
    const without = ['bare', 'late', 'none', 'open'].map((key) => ({ key }));
    expect(data?.trackGaps).toEqual({ period: '2026-Q4', skills: [{ skill: 'backend', tracks: [] }], without });
  });

  it('stands on the scorecard with what followed', async () => {
    const { data } = await executive.ask('{ trackScorecard { key decision { kind followed } } }');
    expect(data?.trackScorecard).toEqual([{ key: 'open', decision: { kind: 'adjust', followed: 'too_early' } }]);
  });

  it('to extend adds looks to those of the charter', async () => {
    expect(await decide('open', 'extend', 'looks: 2')).toBe('done');
    const { looks } = await asked(owner, 'open', 'looks { period }');
    expect((looks as { period: string }[]).map(({ period }) => period)).toEqual([...LOOKS, '2027-Q2', '2027-Q3']);
  });

  it('against the evidence waits for a second person of another role', async () => {
    expect(await decide('open', 'retire')).toBe('done');
    expect(await decide('open', 'continue')).toBe('decision-waits');
    const waiting = await asked(executive, 'open', 'decisions { no state mayAnswer } retirement { state }');
    const [{ no, state, mayAnswer }] = waiting.decisions as [{ no: string; state: string; mayAnswer: boolean }];
    expect([state, mayAnswer, (waiting.retirement as { state: string }).state]).toEqual(['waits', true, 'waiting']);
    expect((await executive.ask('{ needsDecision { kind key } }')).data?.needsDecision).toEqual([
      { kind: 'secondOpinion', key: 'open' },
    ]);
    const answer = `answerDecision(key: "open", no: "${no}", agree: true, why: $why)`;
    expect(await change(owner, answer, { why: WHY })).toBe('error NOT_FOUND');
    expect(await change(executive, answer, { why: WHY })).toBe('done');
    expect(await asked(owner, 'open', 'summary { status } retirement { state }')).toEqual({
      summary: { status: 'retiring' },
      retirement: { state: 'challenge' },
    });
    await expect(installation.pool('owner').query('update decisions.decision set supported = true')).rejects.toThrow(
      /stays on record/,
    );
  });
});

describe('a retirement', () => {
  const retirement = async (key: string) =>
    (await asked(owner, key, 'retirement { no state next steps { step role why } }')).retirement as {
      no: string;
      state: string;
      next: string[];
      steps: { step: string; role: string }[];
    };

  it('hears objections while its window is open, and can be taken back', async () => {
    const { no } = await retirement('open');
    const step = (name: string, client = owner, more = '') =>
      change(client, `${name}(key: "open", no: "${no}", why: $why ${more})`, { why: WHY });
    expect(await step('objectToRetirement', auditor)).toBe('done');
    expect(await step('confirmRetirement', owner, 'from: "2099-01-01"')).toBe('step-not-due');
    expect(await decide('open', 'continue')).toBe('retirement-under-way');
    expect(await step('withdrawRetirement')).toBe('done');
    const { state, next, steps } = await retirement('open');
    expect([state, next, steps.map(({ step, role }) => `${step} by ${role}`)]).toEqual([
      'withdrawn',
      [],
      ['objected by auditor', 'withdrawn by programme-owner'],
    ]);
  });

  it('is confirmed after the window, and closed with a judgment that stays', async () => {
    await installation.pool('owner').query(
      `insert into decisions.decision (track_id, charter_version, period, kind, verdict, strength, supported, why, challenge_days, decided_by, decided_at)
       values ('none', 1, '2026-Q4', 'retire', 'no_measurable_effect', 'moderate', true, $1, 14, 'operator', now() - interval '15 days')`,
      [WHY],
    );
    const { no, state, next } = await retirement('none');
    expect([state, next]).toEqual(['answer', ['confirmed', 'withdrawn']]);
    const step = (name: string, text: string, more = '') =>
      change(owner, `${name}(key: "none", no: "${no}", ${text}: $why ${more})`, { why: WHY });
    expect(await step('closeTrack', 'judgment')).toBe('step-not-due');
    expect(await step('confirmRetirement', 'why', 'from: "2020-01-01"')).toBe('day-missing');
    expect(await step('confirmRetirement', 'why', `from: "${new Date().toISOString().slice(0, 10)}"`)).toBe('done');
    expect((await retirement('none')).state).toBe('windingDown');
    const { retirement: running } = await asked(owner, 'none', 'retirement { stillRunning { period status mentees } }');
    expect(running).toEqual({ stillRunning: { period: '2026-Q4', status: 'shown', mentees: 22 } });
    expect(await step('closeTrack', 'judgment')).toBe('done');
    expect(await step('withdrawRetirement', 'why')).toBe('step-not-due');
    expect(await asked(owner, 'none', 'summary { status }')).toEqual({ summary: { status: 'retired' } });
    expect((await entriesOf(installation, 'retirement.closed', 1))[0]).toMatchObject({
      role: 'programme-owner',
      subject: 'none',
    });
  });
});

describe('the calendar', () => {
  it('is read by an address that names nobody, until its owner ends it', async () => {
    const { data } = await owner.ask('mutation { makeCalendar }');
    const address = data?.makeCalendar as string;
    const file = await anybody.fetch(address);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const text = await file.text();
    expect(text).toContain('SUMMARY:Monthly check-in: OPEN\\, ');
    expect(text).not.toContain('NONE');
    expect(text).not.toMatch(/@example|verdict|people/i);
    expect((await anybody.fetch(`/api/calendar/${'x'.repeat(43)}.ics`)).status).toBe(404);
    await owner.ask('mutation { endCalendar }');
    expect((await anybody.fetch(address)).status).toBe(404);
  });
});
