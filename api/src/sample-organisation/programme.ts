import { type Quarter } from './calendar.js';
import {
  BAND_FACTOR,
  CLOSED,
  LONG_WAIT,
  MENTEE_RATE,
  MENTOR_WEIGHT,
  STAYS,
  TRACKS,
  type TrackDesign,
  WAIT_DAYS,
} from './design.js';
import { type Random } from './random.js';
import { employedOn, type Member, positionAt } from './roster.js';

/** One mentee's time in a relationship. */
export interface Spell {
  readonly relationship: string;
  readonly track: TrackDesign;
  readonly mentee: Member;
  readonly mentor: Member;
  readonly asked: number;
  readonly started: number;
  readonly ended: number | undefined;
  readonly reason: string | undefined;
}

/** What the files are written from. */
export interface World {
  readonly members: readonly Member[];
  /** Of people. */
  readonly spells: readonly Spell[];
  /** Software agents, and their spells. */
  readonly agents: readonly Member[];
  readonly agentSpells: readonly Spell[];
  readonly quarters: readonly Quarter[];
  /** The last day that is known. */
  readonly until: number;
}

interface Stretch {
  readonly mentee: Member;
  readonly first: number;
  readonly last: number;
}

/** Everyone's spells as a mentee, in order of their start. */
export function simulateProgramme(random: Random, members: readonly Member[], quarters: readonly Quarter[]): Spell[] {
  const pools = quarters.map((quarter) => mentorPool(members, quarter));
  const groups = new Map<string, Member>();
  return members
    .flatMap((mentee) => stretchesOf(random, mentee, quarters))
    .map((stretch, index) => spellOf(random, stretch, index, { quarters, pools, groups }))
    .filter((spell) => spell !== undefined)
    .sort((a, b) => a.started - b.started || (a.relationship < b.relationship ? -1 : 1));
}

/**
 * Runs of quarters in which someone takes part: a stationary chain whose share in each quarter is the planted rate. The rate
 * is that of the level held as the quarter begins: by the level of its end, a promotion to come would decide who is mentored.
 */
function stretchesOf(random: Random, mentee: Member, quarters: readonly Quarter[]): Stretch[] {
  const stretches: Stretch[] = [];
  let since: number | undefined;
  let level: string | undefined;
  quarters.forEach((quarter, q) => {
    const present = employedOn(mentee, quarter.last);
    const now = levelIn(mentee, quarter);
    const takesPart = present && random.chance(chanceOf(rateOf(mentee, now), since !== undefined, now === level));
    if (!takesPart && since !== undefined) {
      stretches.push({ mentee, first: since, last: q - 1 });
      since = undefined;
    }
    if (takesPart) since ??= q;
    level = present ? now : undefined;
  });
  if (since !== undefined) stretches.push({ mentee, first: since, last: quarters.length - 1 });
  return stretches;
}

const levelIn = (mentee: Member, quarter: Quarter): string => positionAt(mentee, Math.max(quarter.first, mentee.hired)).level;

const rateOf = (mentee: Member, level: string): number => (MENTEE_RATE[level] as number) * (BAND_FACTOR[mentee.band] as number);

/** The chance that somebody takes part in a quarter, `closed` relationships left out. */
export const chanceIn = (mentee: Member, quarter: Quarter): number => rateOf(mentee, levelIn(mentee, quarter)) * (1 - CLOSED);

function chanceOf(rate: number, takesPart: boolean, sameLevel: boolean): number {
  if (!sameLevel) return rate;
  return takesPart ? STAYS : (rate * (1 - STAYS)) / (1 - rate);
}

export type Pool = readonly (readonly [members: readonly Member[], weight: number])[];

export function mentorPool(members: readonly Member[], quarter: Quarter): Pool {
  const present = members.filter((member) => employedOn(member, quarter.last));
  return Object.entries(MENTOR_WEIGHT).map(([level, weight]) => {
    const some = present.filter((member) => positionAt(member, quarter.last).level === level);
    return [some, weight * some.length] as const;
  });
}

/** What all spells share: the calendar, who may mentor in each quarter, and who leads which group. */
interface Stage {
  readonly quarters: readonly Quarter[];
  readonly pools: readonly Pool[];
  readonly groups: Map<string, Member>;
}

function spellOf(random: Random, stretch: Stretch, index: number, { quarters, pools, groups }: Stage): Spell | undefined {
  const { mentee } = stretch;
  const from = quarters[stretch.first] as Quarter;
  const started = random.whole(Math.max(from.first, mentee.hired), from.last);
  const track = trackFor(random, positionAt(mentee, started).level);
  const pool = pools[stretch.first] as Pool;
  const among = Math.max(1, Math.round(mentorCount(pool) / 60));
  const group = `group-${track.id}-${from.key}-${random.whole(1, among)}`;
  // Nobody is in a group of their own.
  const together = groups.get(group) === mentee ? `${group}-next` : group;
  const relationship = track.format === 'one_to_one' || groups.get(together) === mentee ? `pair-${index}` : together;
  const mentor = groups.get(relationship) ?? mentorFor(random, pool, mentee);
  if (!mentor) return undefined;
  if (relationship === together) groups.set(relationship, mentor);
  const { ended, reason } = endOf(random, stretch, started, quarters);
  return { relationship, track, mentee, mentor, started, ended, reason, asked: started - waitOf(random, mentee, started) };
}

const mentorCount = (pool: Pool): number => pool.reduce((sum, [some]) => sum + some.length, 0);

function trackFor(random: Random, level: string): TrackDesign {
  return random.weighted(
    TRACKS.filter((track) => track.levels.length === 0 || track.levels.includes(level)).map(
      (track) => [track, track.weight] as const,
    ),
  );
}

export function mentorFor(random: Random, pool: Pool, mentee: Member): Member | undefined {
  if (mentorCount(pool) === 0) return undefined;
  for (let tries = 0; tries < 8; tries += 1) {
    const mentor = random.pick(random.weighted(pool));
    if (mentor !== mentee) return mentor;
  }
  return undefined;
}

function endOf(random: Random, stretch: Stretch, started: number, quarters: readonly Quarter[]): Pick<Spell, 'ended' | 'reason'> {
  const { mentee } = stretch;
  const last = quarters[stretch.last] as Quarter;
  const isLatest = stretch.last === quarters.length - 1;
  if (
    mentee.left !== undefined &&
    stretch.last + 1 < quarters.length &&
    mentee.left <= (quarters[stretch.last + 1] as Quarter).last &&
    mentee.left > last.last
  )
    return { ended: mentee.left, reason: 'left' };
  if (isLatest && random.chance(STAYS)) return { ended: undefined, reason: undefined };
  return { ended: random.whole(Math.max(started, last.first), last.last), reason: random.weighted(ENDINGS) };
}

const ENDINGS = [
  ['completed', 0.46],
  ['independent', 0.22],
  ['sunset', 0.06],
  ['mismatch', 0.08],
  ['reorganised', 0.07],
  ['lapsed', 0.11],
] as const;

function waitOf(random: Random, mentee: Member, day: number): number {
  const slow = positionAt(mentee, day).team.startsWith(`${LONG_WAIT.team}/`);
  return Math.floor(random.exponential(slow ? LONG_WAIT.days : WAIT_DAYS));
}

/** Somebody who had asked by the last day and will be matched later. */
export interface Waiting {
  readonly mentee: Member;
  readonly track: TrackDesign;
  readonly asked: number;
}

/** How many quarters ahead are looked at: who asked by now has hardly ever waited longer. */
const AHEAD = 4;

/** Without those who still wait, the newest requests would all have been served at once. */
export function stillWaiting(random: Random, members: readonly Member[], last: Quarter): Waiting[] {
  const days = last.last - last.first + 1;
  return members
    .filter((member) => employedOn(member, last.last))
    .flatMap((mentee) =>
      Array.from({ length: AHEAD }, (_, ahead): Waiting[] => {
        const begins = random.chance(rateOf(mentee, levelIn(mentee, last)) * (1 - STAYS));
        const started = last.last + 1 + ahead * days + random.whole(0, days - 1);
        const asked = started - waitOf(random, mentee, last.last);
        const track = trackFor(random, positionAt(mentee, last.last).level);
        return begins && asked <= last.last ? [{ mentee, track, asked }] : [];
      }).flat(),
    );
}
