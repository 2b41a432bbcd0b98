import { type Quarter } from './calendar.js';
import { BANDS, FAMILIES, GENDERS, LEVELS, LOCATIONS, ORIGINS, PROMOTION, TEAMS } from './design.js';
import { type Random } from './random.js';

/** What holds from a day on. */
export interface Position {
  readonly from: number;
  readonly team: string;
  readonly level: string;
}

export interface Member {
  readonly id: string;
  readonly kind: 'human' | 'agent';
  readonly hired: number;
  left?: number;
  readonly location: string;
  readonly zone: string;
  readonly family: string;
  readonly band: string;
  readonly gender: string;
  readonly origin: string;
  readonly consents: boolean;
  readonly positions: Position[];
  readonly promotions: { day: number; from: number; to: number }[];
}

const TEAM_WEIGHTS = TEAMS.flatMap(([group, teams]) =>
  teams.map(([name, weight]) => [`Engineering/${group}/${name}`, weight] as const),
);
export const TEAM_PATHS: readonly string[] = TEAM_WEIGHTS.map(([path]) => path);

export const positionAt = (member: Member, day: number): Position =>
  member.positions.findLast((position) => position.from <= day) ?? (member.positions[0] as Position);

export const employedOn = (member: Member, day: number): boolean =>
  member.hired <= day && (member.left === undefined || member.left > day);

/** The roster over all quarters: people leave and are replaced, move team and step up. */
export function simulateRoster(random: Random, people: number, quarters: readonly Quarter[]): Member[] {
  const start = (quarters[0] as Quarter).first;
  const members = Array.from({ length: people }, (_, i) => newMember(random, i, start - 1 - Math.floor(random.exponential(950))));
  let present: Member[] = [...members];
  for (const quarter of quarters) {
    present = present.filter((member) => !leaves(random, member, quarter));
    while (present.length < people) {
      const member = newMember(random, members.length, random.whole(quarter.first, quarter.last));
      members.push(member);
      present.push(member);
    }
    for (const member of present) change(random, member, quarter);
  }
  return members;
}

function newMember(random: Random, index: number, hired: number): Member {
  const [location, zone] = random.weighted(
    LOCATIONS.map(([place, timeZone, share]) => [[place, timeZone] as const, share] as const),
  );
  return {
    id: `sample-${String(index + 1).padStart(6, '0')}`,
    kind: 'human',
    hired,
    location,
    zone,
    family: random.weighted(FAMILIES),
    band: random.weighted(BANDS),
    gender: random.weighted(GENDERS),
    origin: random.weighted(ORIGINS),
    consents: random.chance(0.93),
    positions: [{ from: hired, team: random.weighted(TEAM_WEIGHTS), level: random.weighted(LEVELS) }],
    promotions: [],
  };
}

function leaves(random: Random, member: Member, quarter: Quarter): boolean {
  if (!random.chance(0.03)) return false;
  member.left = random.whole(quarter.first, quarter.last);
  return true;
}

function change(random: Random, member: Member, quarter: Quarter): void {
  const first = Math.max(quarter.first, member.hired + 1);
  if (first > quarter.last) return;
  const now = positionAt(member, quarter.last);
  // Who came in the middle has only the rest of the quarter, or short quarters would promote faster.
  const there = (quarter.last - first + 1) / (quarter.last - quarter.first + 1);
  if (random.chance(((PROMOTION[member.band] as number) / 4) * Math.min(1, there)) && now.level !== '6')
    promote(member, now, random.whole(first, quarter.last));
  else if (random.chance(0.03))
    member.positions.push({ ...now, from: random.whole(first, quarter.last), team: random.weighted(TEAM_WEIGHTS) });
}

function promote(member: Member, now: Position, day: number): void {
  const from = Number(now.level);
  member.positions.push({ ...now, from: day, level: String(from + 1) });
  member.promotions.push({ day, from, to: from + 1 });
}
