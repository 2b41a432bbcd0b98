import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { addAccount, type Role } from '../../api/src/access/index.js';
import { type RunningWeb, startWeb } from '../../api/src/app/web.js';
import {
  type AlertKind,
  ALERTS,
  alertsFor,
  dueOf,
  letterOf,
  proposePolicy,
  tellAccount,
} from '../../api/src/governance/index.js';
import type { ReleasedTable } from '../../api/src/kernel/index.js';
import { openMail, readConfiguration } from '../../api/src/platform/index.js';
import { madeUpTable, publishMadeUpRelease } from '../api/support/release.js';
import { entriesOf } from '../api/support/trail.js';
import { Client, socketOf } from '../api/support/web.js';
import { atEnd, freshInstallation, type TestInstallation } from '../support/database.js';
import { type PostOffice, postOffice } from './support/post-office.js';

const ADDRESS = 'https://overstory.example.org';
const THURSDAY = new Date('2026-11-19T09:00:00Z');
const MONDAY = new Date('2026-11-23T09:00:00Z');

let installation: TestInstallation;
let office: PostOffice;
let web: RunningWeb;
let reader: pg.Pool;

const TEAMS = ['eng/platform', 'eng/data', 'ops'];
/** A comparison of teams whose verdicts are given in their order; `[c]` is hidden. */
const compared = (verdicts: readonly string[]): ReleasedTable => {
  const table = madeUpTable(
    ['team'],
    TEAMS.map((team) => ({ team })),
    ({ team }) => verdicts[TEAMS.indexOf(team ?? '')] === '[c]',
  );
  const cells = table.cells.map((cell, at) =>
    cell.status === 'shown' ? { ...cell, values: { ...cell.values, verdict: verdicts[at] ?? '' } } : cell,
  );
  return { ...table, measure: 'parity', derived: { verdict: { by: 'verdict', of: [] } }, cells };
};

beforeAll(async () => {
  installation = await freshInstallation();
  reader = installation.pool('reader');
  office = await postOffice();
  web = await startWeb({
    url: (login) => installation.url(login),
    keys: installation.keys,
    workerSocket: socketOf(installation),
    production: false,
    host: '127.0.0.1',
    port: 0,
    requestsPerMinute: 100_000,
    mail: { server: office.server, from: 'overstory@example.org', address: ADDRESS },
  });
  atEnd(() => web.close());
  const curator = installation.pool('curator');
  await publishMadeUpRelease(curator, '2026-Q2', [compared(['similar', 'cannot_tell', 'similar'])]);
  await publishMadeUpRelease(curator, '2026-Q3', [compared(['clearly_lower', 'slightly_lower', 'similar'])]);
});

let clients: Map<string, Client>;
beforeEach(async () => {
  await installation.pool('owner').query('delete from access.account');
  office.letters.length = 0;
  clients = new Map();
});

async function reading(role: Role, kinds: readonly AlertKind[], scope: string | null = null): Promise<string> {
  const email = `${role}.${clients.size}@example.org`;
  const password = await addAccount(installation.pool('owner'), email, role, scope);
  const client = new Client(`http://127.0.0.1:${web.port}`);
  await client.signIn(email, password);
  clients.set(email, client);
  if (kinds.length > 0) expect((await choose(email, kinds)).__typename).toBe('OwnAlerts');
  return email;
}

async function choose(email: string, keys: readonly string[]) {
  const { data } = await clients.get(email)!.ask(
    `mutation ($keys: [String!]!) { done: chooseAlerts(keys: $keys) {
       __typename ... on OwnAlerts { available offers { key chosen } } ... on Refused { code } } }`,
    { keys },
  );
  return data!.done;
}

const tell = (day: Date): Promise<number> => web.tell(() => day);
const posted = (): string[] => office.letters.map(({ to }) => to).sort();

describe('alerts', () => {
  it('reach nobody who did not ask, and each role is offered its own', async () => {
    const email = await reading('auditor', []);
    const client = clients.get(email)!;
    expect(await tell(MONDAY)).toBe(0);
    const { data } = await client.ask('{ ownAlerts { available offers { key label about chosen } } }');
    expect(data!.ownAlerts.available).toBe(true);
    expect(data!.ownAlerts.offers.map(({ key }: { key: string }) => key)).toEqual(alertsFor('auditor'));
    expect(data!.ownAlerts.offers.every(({ chosen }: { chosen: boolean }) => !chosen)).toBe(true);
    expect((await new Client(client.address).ask('{ ownAlerts { available } }')).data!.ownAlerts).toBeNull();
    expect(await choose(await reading('executive', []), ['stale-data'])).toEqual({
      __typename: 'Refused',
      code: 'alert-unknown',
    });
    expect(alertsFor('employee')).toEqual([]);
    expect(alertsFor('administrator')).toEqual([]);
  });

  it('say once, to those whose branch it is in, that findings crossed a verdict', async () => {
    const auditor = await reading('auditor', ['verdicts']);
    const platform = await reading('engineering-manager', ['verdicts'], 'eng/platform');
    await reading('engineering-manager', ['verdicts'], 'ops');
    expect(await tell(THURSDAY)).toBe(2);
    expect(posted()).toEqual([auditor, platform].sort());
    const [toAuditor, toPlatform] = [auditor, platform].map((to) => office.letters.find((one) => one.to === to)!.text);
    expect(toAuditor).toContain('2 things wait for you');
    expect(toPlatform).toContain('1 thing waits for you');
    expect(await tell(THURSDAY)).toBe(0);
    expect((await entriesOf(installation, 'alerts.sent', 2)).map(({ subject }) => subject)).toEqual(['verdicts', 'verdicts']);
  });

  it('hold no number but how many things wait, no name of a group or measure, and links that need signing in', async () => {
    await reading('auditor', ['verdicts', 'stale-data', 'weekly']);
    await proposePolicy(
      reader,
      { name: 'strict', from: 'strict' },
      { by: { id: 'x', role: 'programme-owner' }, why: 'It was agreed.' },
    );
    expect(await tell(new Date('2027-02-08T09:00:00Z'))).toBe(1);
    const [{ raw = '', text = '' } = {}] = office.letters;
    expect(text.match(/\d+/g)).toEqual(['4']);
    expect(text).not.toMatch(/eng|platform|clearly|parity|rate|strict/i);
    expect(raw).toMatch(/^subject: Overstory: something waits for you\r$/im);
    expect(raw).toMatch(/^content-type: text\/plain/im);
    const links = text.match(/https?:\S+/g)!;
    expect(links.every((link) => link.startsWith(`${ADDRESS}/`))).toBe(true);
    expect(links).toContain(`${ADDRESS}/account`);
  });

  it('say of data that are out of date once, and not before a month is over', async () => {
    await reading('data-steward', ['stale-data']);
    expect(await tell(new Date('2027-01-28T09:00:00Z'))).toBe(0);
    expect(await tell(new Date('2027-02-02T09:00:00Z'))).toBe(1);
    expect(await tell(new Date('2027-02-03T09:00:00Z'))).toBe(0);
    expect(office.letters[0]?.text).toContain('Data that are out of date');
  });

  it('are tried again when the mail server takes nothing, and then told once', async () => {
    await reading('auditor', ['verdicts']);
    office.shut = true;
    expect(await tell(THURSDAY)).toBe(0);
    office.shut = false;
    expect(await tell(THURSDAY)).toBe(1);
    expect(await tell(THURSDAY)).toBe(0);
  });

  it('go to no account that is closed, and to none that has ended them', async () => {
    const closed = await reading('auditor', ['verdicts']);
    await installation.pool('owner').query('update access.account set disabled_at = now() where email = $1', [closed]);
    const ended = await reading('executive', ['verdicts']);
    expect((await choose(ended, [])).offers.every(({ chosen }: { chosen: boolean }) => !chosen)).toBe(true);
    expect(await tell(THURSDAY)).toBe(0);
  });

  it('are told once by two processes at a time', async () => {
    const email = await reading('auditor', ['verdicts']);
    const { rows } = await installation.pool('owner').query<{ id: string }>('select account_id as id from access.account');
    const mail = await openMail({ server: office.server, from: 'overstory@example.org', address: ADDRESS });
    const lists = [() => Promise.resolve([{ subject: 's', label: 'Things', path: '/', things: 1, alert: 'verdicts' as const }])];
    const telling = { mail, address: ADDRESS, lists, now: THURSDAY };
    const left = await Promise.all([1, 2, 3].map(() => tellAccount(reader, rows[0]!.id, telling)));
    expect(left.filter(Boolean)).toHaveLength(1);
    expect(posted()).toEqual([email]);
  });
});

describe('the weekly letter', () => {
  it('leaves on Mondays, once a week, and only while something waits', async () => {
    const owner = await reading('programme-owner', ['weekly']);
    await reading('executive', ['weekly']);
    expect(await tell(MONDAY)).toBe(0);
    await installation.pool('curator').query(
      `insert into release.release (release_id, period, starts_on, as_of, known_at, noise_level, sample, header, policy, dimensions,
         certificate, hash, document, built_by)
       select '2026-Q4-fedcba987654', '2026-Q4', '2026-10-01', '2026-12-31', now(), noise_level, sample, header, policy, dimensions,
         certificate, $1, '{}', 'operator' from release.release limit 1`,
      [`sha256:${'1'.repeat(64)}`],
    );
    expect(await tell(THURSDAY)).toBe(0);
    expect(await tell(new Date('2026-11-23T06:00:00Z'))).toBe(0);
    expect(await tell(MONDAY)).toBe(1);
    expect(await tell(new Date('2026-11-23T17:00:00Z'))).toBe(0);
    expect(await tell(new Date('2026-11-30T09:00:00Z'))).toBe(1);
    expect(posted()).toEqual([owner, owner]);
    expect(office.letters[0]?.text).toMatch(/1 thing waits .*\n[^]*Releases to publish, or to leave/);
  });

  it('holds all the work that waits and no old news', () => {
    const thing = { label: 'Actions', path: '/', things: 1 };
    const news = { ...thing, label: 'Verdicts', subject: 'v', alert: 'verdicts', isNews: true } as const;
    const late = { ...thing, subject: 'a', alert: 'late-actions' } as const;
    const due = (told: string[], kinds: AlertKind[] = ['verdicts', 'late-actions', 'weekly'], now = MONDAY) =>
      dueOf({ kinds, told: new Set(told), now }, [news, late, { ...thing, subject: 'd' }]);
    expect(due([]).things.map(({ subject }) => subject)).toEqual(['v', 'a', 'd']);
    expect(due(['v', 'a']).things.map(({ subject }) => subject)).toEqual(['a', 'd']);
    expect(due(['v', 'a', 'week:2026-11-23'])).toEqual({ kinds: [], things: [], subjects: [] });
    expect(due([], ['late-actions'], THURSDAY)).toMatchObject({ kinds: ['late-actions'], subjects: ['a'] });
  });

  it('counts things, and writes each kind once', () => {
    const { text } = letterOf({
      kinds: ['weekly'],
      address: ADDRESS,
      waiting: [{ label: 'Actions', path: '/audits', things: 1 }],
    });
    expect(text.split('\n').slice(0, 4)).toEqual(['1 thing waits for you in Overstory:', '', '- Actions', `  ${ADDRESS}/audits`]);
    expect(text).toContain(ALERTS.weekly.label);
  });
});

// Last: what an audit holds stays.
describe('an action that is late', () => {
  it('is told of once, to those who see its audit', async () => {
    const auditor = await reading('auditor', ['late-actions']);
    await reading('engineering-manager', ['late-actions'], 'ops');
    const { rows } = await installation.pool('owner').query<{ id: string }>(
      `insert into audits.audit (release_id, period, scope, policy_version, due_on, opened_by)
       select release_id, period, 'eng/data', 'standard/1', '2026-12-31', 'somebody' from release.release where period = '2026-Q2' returning audit_id as id`,
    );
    const agreed = (due: string) =>
      installation.pool('owner').query(
        `insert into audits.action (audit_id, finding, kind, owner_role, due_period, measured_by, smallest_change, agreed_by)
         values ($1, 'parity', 'cap-load', 'engineering-manager', $2, 'parity', 0.1, 'somebody')`,
        [rows[0]!.id, due],
      );
    await agreed('2026-Q4');
    expect(await tell(THURSDAY)).toBe(0);
    await agreed('2026-Q3');
    expect(await tell(THURSDAY)).toBe(1);
    expect(await tell(THURSDAY)).toBe(0);
    expect([posted(), office.letters[0]?.text.includes('Actions that are late')]).toEqual([[auditor], true]);
  });
});

describe('the way to the mail server', () => {
  it('is encrypted, or it lies on this machine', async () => {
    const far = await postOffice('127.0.0.2');
    const mail = await openMail({ server: far.server, from: 'overstory@example.org', address: ADDRESS });
    await expect(mail.send({ to: 'a@example.org', subject: 's', text: 't' })).rejects.toMatchObject({ code: 'ETLS' });
    expect(far.letters).toEqual([]);
  });

  it.each([
    [{ OVERSTORY_SMTP: 'mail.example.org' }, 'OVERSTORY_SMTP'],
    [{ OVERSTORY_SMTP: 'https://user:secret@example.org' }, 'OVERSTORY_SMTP'],
    [{ OVERSTORY_SMTP: 'smtps://mail.example.org', OVERSTORY_MAIL_FROM: 'Overstory' }, 'OVERSTORY_MAIL_FROM'],
    [{ OVERSTORY_SMTP: 'smtps://mail.example.org', OVERSTORY_MAIL_FROM: 'o@example.org' }, 'OVERSTORY_ADDRESS'],
  ])('is refused where it is not whole, without repeating it', (env, named) => {
    const read = (): unknown => readConfiguration(env);
    expect(read).toThrow(expect.objectContaining({ code: 'bad-mail', exitCode: 2 }));
    expect(read).toThrow(named);
    expect(read).not.toThrow('secret');
  });
});
