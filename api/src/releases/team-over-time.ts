import { isBelow, leavesWhole, nameAfter, nameBefore, type Reorganisation } from '../governance/index.js';
import type { Dimension, DimensionValue } from '../kernel/index.js';

/** The dimension that a reorganisation changes. */
export const TEAM = 'team';

/** One release, as far as the name of a team needs it. */
export interface Dated {
  readonly asOf: string;
  readonly dimensions: readonly Dimension[];
}

const teamsOf = ({ dimensions }: Dated): readonly DimensionValue[] => dimensions.find(({ key }) => key === TEAM)?.values ?? [];

/**
 * How a team is called in each release, oldest first; null where the name was another team's, or nobody's. The name is read as
 * the newest release that has it means it, and followed from there both ways.
 */
export function teamOverTime(releases: readonly Dated[], team: string, map: readonly Reorganisation[]): (string | null)[] {
  const has = releases.map((release) => teamsOf(release).some(({ key }) => key === team));
  const anchor = Math.max(has.lastIndexOf(true), has.includes(true) ? 0 : releases.length - 1);
  const names: (string | null)[] = releases.map(() => team);
  for (let at = anchor - 1; at >= 0; at -= 1) names[at] = followed(names[at + 1], stretchOf(releases[at], releases[at + 1]));
  for (let at = anchor + 1; at < releases.length; at += 1)
    names[at] = followed(names[at - 1], stretchOf(releases[at - 1], releases[at]), true);
  return names;

  function followed(name: string | null | undefined, stretch: Stretch, onward = false): string | null {
    return name ? (onward ? nameAfter : nameBefore)(map, name, stretch).name : null;
  }
}

interface Stretch {
  readonly after: string;
  readonly until: string;
}

/** The days after one release, up to another. */
export const stretchOf = (before: Dated | undefined, now: Dated | undefined): Stretch => ({
  after: before?.asOf ?? '',
  until: now?.asOf ?? '',
});

/** A team in two releases. */
export interface TeamInTwo {
  readonly before: Dated;
  readonly now: Dated;
  /** Its names in them. */
  readonly was: string;
  readonly is: string;
}

/** Reorganisations by which a team is not the same in two releases; those of which it came out whole are none. */
export function reorganisationsOf(
  { before, now, was, is }: TeamInTwo,
  map: readonly Reorganisation[],
): readonly Reorganisation[] {
  const stretch = stretchOf(before, now);
  const { broken } = nameBefore(map, is, stretch);
  return within(map, stretch).filter((entry) => broken.includes(entry) || !leavesWhole(entry, { before: was, after: is }));
}

const within = (map: readonly Reorganisation[], { after, until }: Stretch): Reorganisation[] =>
  map.filter(({ on }) => on > after && on <= until);

/** Whether a team stands for other teams than before, beyond what the map explains. */
export function standsForOthers(team: TeamInTwo, map: readonly Reorganisation[]): boolean {
  const { before, now, was, is } = team;
  const explained = within(map, stretchOf(before, now));
  const [then, after] = [
    partsOf(
      before,
      was,
      explained.flatMap(({ from }) => from),
    ),
    partsOf(
      now,
      is,
      explained.flatMap(({ to }) => to),
    ),
  ];
  const parents = [parentOf(before, was), parentOf(now, is)];
  return then !== after || (was === is && parents[0] !== parents[1]);
}

/** The teams directly below, by their names inside it; those of a reorganisation are left out. */
function partsOf(release: Dated, team: string, explained: readonly string[]): string {
  return teamsOf(release)
    .filter(({ key, parent }) => parent === team && isBelow(key, team) && !explained.includes(key))
    .map(({ key }) => key.slice(team.length))
    .sort()
    .join('\n');
}

const parentOf = (release: Dated, team: string): string => teamsOf(release).find(({ key }) => key === team)?.parent ?? '';
