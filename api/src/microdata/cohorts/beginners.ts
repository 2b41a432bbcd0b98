import { onGrid } from './grid.js';
import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';
import { RAISES, STEPS } from './steps.js';

export interface BeginnersOptions {
  readonly key: string;
  /** Months after the beginning at which the share is told, in rising order. */
  readonly points: readonly number[];
  /** SQL: which steps are the event. */
  readonly event: string;
  readonly role?: 'mentee' | 'mentor';
  readonly kind?: 'human' | 'agent';
}

/**
 * Whoever began in a role within the three years up to the period's last day, followed to the first of certain steps after
 * that day; leaving the company competes. A step on the day of leaving still counts. Calendar months: somebody who began on
 * 15 January and stepped up on 15 April did so within three.
 *
 * A person counts once, from the first beginning of all; in tables by track once in each track, from the first beginning
 * there. Rows that name no track are the former, the others the latter.
 */
export function beginners({ key, points, event, role = 'mentee', kind = 'human' }: BeginnersOptions): Population {
  const months = points.map((point) => `when ended_on <= began_on + interval '${point} months' then ${point}`).join(' ');
  return {
    key,
    gives: 'tally',
    files: ['participations', 'progressions'],
    secret: ['track'],
    sql: `${STEPS},
  began_in as (
    select person_key, track_id, min(started_on) as began_on from relationship_row where role = '${role}' group by person_key, track_id
  ),
  began as (
    select person_key, null as track, min(began_on) as began_on from began_in group by person_key
    union all select person_key, track_id, began_on from began_in
  ),
  stepped as (
    select b.person_key, b.track, b.began_on, min(s.occurred_on) as stepped_on
    from began b left join (select * from step where ${event}) s on s.person_key = b.person_key and s.occurred_on > b.began_on
    where b.began_on > $2::date - interval '3 years'
    group by b.person_key, b.track, b.began_on
  ),
  followed as (
    select ${ATTRIBUTES}, track, began_on, least(stepped_on, left_on, $2::date) as ended_on,
      stepped_on is not null and (left_on is null or stepped_on <= left_on) as stepped, coalesce(left_on <= $2, false) as gone
    from stepped join attributed using (person_key)
    where kind = '${kind}' and (left_on is null or left_on > began_on)
  ),
  placed as (select *, case ${months} else ${Number(points.at(-1)) + 1} end as months from followed)
  select ${ATTRIBUTES}, track,
    ${onGrid({ points, time: 'months', event: 'stepped', competing: '(not stepped and gone)', weight: '1' })}
  from placed group by ${ATTRIBUTES}, track`,
  };
}

/** Mentees to their first step up. */
export const PROGRESSION: Population = beginners({ key: 'progression', points: [3, 6, 9, 12, 18, 24], event: RAISES });

/** Mentees to the first new situation that they handled alone; agents apart. */
const novelSituations = (key: string, kind: 'human' | 'agent'): Population =>
  beginners({ key, kind, points: [6, 12], event: `kind = 'novel_situation'` });

export const NOVEL_SITUATIONS: Population = novelSituations('novel_situations', 'human');
export const NOVEL_SITUATIONS_OF_AGENTS: Population = novelSituations('novel_situations_of_agents', 'agent');
