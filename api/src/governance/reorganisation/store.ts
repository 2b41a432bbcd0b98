import { t } from '#language';
import type pg from 'pg';
import { type Actor, record } from '../../audit-trail/index.js';
import { isCalendarDate } from '../../kernel/index.js';
import { inTransaction, Refusal } from '../../platform/index.js';
import { inLanguage } from '../../translation/index.js';
import { describeReorganisation, type Reorganisation } from './team-map.js';

const STANDING = `select r.entry_no as no, r.takes_effect::text as "on", r.from_teams as "from", r.to_teams as "to"
  from governance.reorganisation r
  where not exists (select from governance.reorganisation_withdrawal w where w.entry_no = r.entry_no)`;

/** Whatever sends a question to the database and answers its rows. */
export type Rows = (sql: string) => Promise<readonly Reorganisation[]>;

/** Every reorganisation that stands, by the day on which it took effect. */
export const readReorganisations = (rows: Rows): Promise<readonly Reorganisation[]> =>
  rows(`${STANDING} order by r.takes_effect, r.entry_no`);

/** The same where there is a pool or a client at hand. */
export const reorganisationsOn = (tx: pg.Pool | pg.PoolClient): Promise<readonly Reorganisation[]> =>
  readReorganisations(async (sql) => (await tx.query<Reorganisation>(sql)).rows);

/** A team as published releases name it, and when they did. */
export interface TeamsOfQuarter {
  readonly asOf: string;
  readonly teams: readonly string[];
}

/** What stands already, and what is published: an entry is held against both. */
export interface Known {
  readonly map: readonly Reorganisation[];
  /** Oldest first. */
  readonly quarters: readonly TeamsOfQuarter[];
}

const MOST_TEAMS = 20;

/**
 * Enters a reorganisation. It changes no release: it says how the teams of one are called in another.
 *
 * @throws Refusal `day-invalid`, `teams-missing`, `teams-same`, `team-unknown`, `entered-already` (2).
 */
export async function enterReorganisation(
  pool: pg.Pool,
  by: Actor,
  entry: Omit<Reorganisation, 'no'>,
  known: Known,
): Promise<void> {
  refuseUnusable(entry);
  refuseUnknown(entry, known);
  await inTransaction(pool, async (tx) => {
    await tx.query(
      'insert into governance.reorganisation (takes_effect, from_teams, to_teams, entered_by) values ($1, $2, $3, $4)',
      [entry.on, entry.from, entry.to, by.id],
    );
    await record(tx, by, { action: 'reorganisation.entered', subject: subjectOf(entry) });
  });
}

/** Takes an entry back. @throws Refusal `reorganisation-unknown` (2). */
export async function withdrawReorganisation(pool: pg.Pool, by: Actor, no: number): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const entry = (await reorganisationsOn(tx)).find((one) => one.no === no);
    if (!entry) throw new Refusal('reorganisation-unknown', 'There is no such entry, or it was taken back already.', 2);
    await tx.query(
      `insert into governance.reorganisation_withdrawal (entry_no, withdrawn_by) values ($1, $2) on conflict do nothing`,
      [no, by.id],
    );
    await record(tx, by, { action: 'reorganisation.withdrawn', subject: subjectOf(entry) });
  });
}

/** The trail is English, whoever enters something. */
const subjectOf = (entry: Omit<Reorganisation, 'no'>): string =>
  inLanguage('en', () => describeReorganisation(entry)).slice(0, 200);

function refuseUnusable({ on, from, to }: Omit<Reorganisation, 'no'>): void {
  if (!isCalendarDate(on)) throw new Refusal('day-invalid', 'Say the first day of the new teams, like 2026-07-01.', 2);
  const usable = [from, to].every((teams) => teams.length > 0 && teams.length <= MOST_TEAMS && isDistinct(teams));
  if (!usable)
    throw new Refusal(
      'teams-missing',
      t('Name 1 to {most} teams as they were, and as they are; each of them once.', { most: MOST_TEAMS }),
      2,
    );
  if (from.length === to.length && from.every((team) => to.includes(team)))
    throw new Refusal('teams-same', 'Nothing changed: the teams before and after are the same.', 2);
}

const isDistinct = (teams: readonly string[]): boolean => new Set(teams).size === teams.length;

/** A name that no release knows would join nothing, and nobody would see why. */
function refuseUnknown({ on, from, to }: Omit<Reorganisation, 'no'>, { map, quarters }: Known): void {
  const before = new Set(quarters.filter(({ asOf }) => asOf < on).flatMap(({ teams }) => teams));
  const unknown = from.find((team) => !before.has(team));
  if (unknown !== undefined)
    throw new Refusal(
      'team-unknown',
      t('No quarter that was published for before {on} has a team {team}.', { on, team: unknown }),
      2,
    );
  const later = quarters.filter(({ asOf }) => asOf >= on);
  const after = new Set(later.flatMap(({ teams }) => teams));
  const missing = later.length > 0 ? to.find((team) => !after.has(team)) : undefined;
  if (missing !== undefined)
    throw new Refusal(
      'team-unknown',
      t('No quarter that was published for {on} or later has a team {team}.', { on, team: missing }),
      2,
    );
  if (map.some((one) => one.on === on && (overlaps(one.from, from) || overlaps(one.to, to))))
    throw new Refusal('entered-already', 'One of these teams has an entry of this day already. Take that back first.', 2);
}

const overlaps = (some: readonly string[], others: readonly string[]): boolean => some.some((team) => others.includes(team));
