import type pg from 'pg';
import { isRole, type Viewer } from '../../access/index.js';
import { record } from '../../audit-trail/index.js';
import { inTransaction, type Mail } from '../../platform/index.js';
import { type AlertKind, alertsFor } from './kinds.js';
import { letterOf, type Waiting } from './letter.js';

/** A thing that waits: named so that nobody is told of it twice. */
export interface WaitingThing extends Waiting {
  /** A release, an action, a period. */
  readonly subject: string;
  /** The alert that tells of it at once; without one only the weekly letter does. */
  readonly alert?: AlertKind;
  /** Worth being told of once; it asks for no decision, so the weekly letter does not repeat it. */
  readonly isNews?: true;
}

/** What waits for a reader, now. Rooms add theirs; each sees to what this reader may know of. */
export type WaitingList = (viewer: Viewer) => Promise<readonly WaitingThing[]>;

/** What telling needs. */
export interface Telling {
  readonly mail: Mail;
  readonly address: string;
  readonly lists: readonly WaitingList[];
  readonly now: Date;
}

/** Accounts that asked to be told of something. */
export async function alertAccounts(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ account: string }>('select account from governance.alert_accounts() as account');
  return rows.map(({ account }) => account);
}

interface Row {
  readonly email: string;
  readonly role: string;
  readonly scope: string | null;
  readonly kinds: readonly string[];
  readonly told: readonly string[];
}

/**
 * Tells one account what is new since it was told last, and once a week all that waits. One letter at most; it is noted once
 * the mail server has taken it, so a fault on the way is tried again and nothing is told twice.
 *
 * @returns whether a letter left.
 */
export async function tellAccount(pool: pg.Pool, accountId: string, { mail, address, lists, now }: Telling): Promise<boolean> {
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<Row>('select * from governance.begin_alerts($1)', [accountId]);
    const [row] = rows;
    if (!row || !isRole(row.role)) return false;
    const { email, role, scope, told } = row;
    const kinds = alertsFor(role).filter((kind) => row.kinds.includes(kind));
    const viewer: Viewer = { accountId, email, role, scope, mustChangePassword: false };
    const due = dueOf({ kinds, told: new Set(told), now }, (await Promise.all(lists.map((list) => list(viewer)))).flat());
    if (due.things.length === 0) return false;
    await mail.send({ to: email, ...letterOf({ kinds: due.kinds, waiting: byPage(due.things), address }) });
    await tx.query('select governance.note_alerts($1, $2)', [accountId, due.subjects]);
    await record(tx, { id: accountId, role }, { action: 'alerts.sent', subject: due.kinds.join(' ') });
    return true;
  });
}

interface Asked {
  readonly kinds: readonly AlertKind[];
  readonly told: ReadonlySet<string>;
  readonly now: Date;
}

interface Due {
  readonly kinds: readonly AlertKind[];
  readonly things: readonly WaitingThing[];
  readonly subjects: readonly string[];
}

/** What is new of what was asked for; on the day of the weekly letter everything that waits. */
export function dueOf({ kinds, told, now }: Asked, waiting: readonly WaitingThing[]): Due {
  const fresh = waiting.filter(({ alert, subject }) => alert && kinds.includes(alert) && !told.has(subject));
  const week = `week:${mondayOf(now)}`;
  const work = waiting.filter(({ isNews }) => !isNews);
  const weekly = kinds.includes('weekly') && isMonday(now) && !told.has(week) && work.length > 0;
  const things = weekly ? [...fresh.filter(({ isNews }) => isNews), ...work] : fresh;
  const subjects = [...fresh.map(({ subject }) => subject), ...(weekly ? [week] : [])];
  const alerts = kinds.filter((kind) => (kind === 'weekly' ? weekly : fresh.some(({ alert }) => alert === kind)));
  return { kinds: alerts, things, subjects };
}

const DAY = 86_400_000;
/** Mondays from seven in the morning, by the server's own hours in UTC. */
const isMonday = (now: Date): boolean => now.getUTCDay() === 1 && now.getUTCHours() >= 7;
const mondayOf = (now: Date): string => new Date(now.getTime() - ((now.getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10);

/** Things that wait on the same page under the same name are one line. */
function byPage(things: readonly WaitingThing[]): Waiting[] {
  const lines = new Map<string, Waiting>();
  for (const { label, path, things: many } of things)
    lines.set(label, { label, path, things: (lines.get(label)?.things ?? 0) + many });
  return [...lines.values()];
}
