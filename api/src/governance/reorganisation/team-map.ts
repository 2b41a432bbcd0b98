import { t } from '#language';
import type { CalendarDate } from '../../kernel/index.js';

/** Teams that became others on a day, as the data steward entered it. */
export interface Reorganisation {
  readonly no: number;
  /** The first day on which the new teams are there. */
  readonly on: CalendarDate;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** One team that was renamed or moved is the same team; teams that merge, part or are drawn anew are not. */
export type ReorganisationKind = 'moved' | 'merged' | 'split' | 'redrawn';

export function kindOf({ from, to }: Pick<Reorganisation, 'from' | 'to'>): ReorganisationKind {
  if (from.length === 1) return to.length === 1 ? 'moved' : 'split';
  return to.length === 1 ? 'merged' : 'redrawn';
}

/** What became of a team between two days. */
export interface Followed {
  /** Its name on the other day; null where the name belonged to another team then. */
  readonly name: string | null;
  /** By which entries it was renamed or moved. */
  readonly moved: readonly Reorganisation[];
  /** Where it is not the same team on both days. */
  readonly broken: readonly Reorganisation[];
}

/** The days between which a team is followed: after the first, up to and with the second. */
export interface Stretch {
  readonly after: CalendarDate;
  readonly until: CalendarDate;
}

/** Follows a team of the later day back to the earlier one. */
export const nameBefore = (map: readonly Reorganisation[], team: string, stretch: Stretch): Followed =>
  follow(daysIn(map, stretch).reverse(), team, { here: 'to', there: 'from' });

/** Follows a team of the earlier day on to the later one. */
export const nameAfter = (map: readonly Reorganisation[], team: string, stretch: Stretch): Followed =>
  follow(daysIn(map, stretch), team, { here: 'from', there: 'to' });

/** Entries of one day happened at once. */
function daysIn(map: readonly Reorganisation[], { after, until }: Stretch): Reorganisation[][] {
  const within = map.filter(({ on }) => on > after && on <= until);
  const days = [...new Set(within.map(({ on }) => on))].sort();
  return days.map((day) => within.filter(({ on }) => on === day));
}

interface Direction {
  readonly here: 'from' | 'to';
  readonly there: 'from' | 'to';
}

function follow(days: readonly Reorganisation[][], team: string, { here, there }: Direction): Followed {
  let name: string | null = team;
  const [moved, broken]: [Reorganisation[], Reorganisation[]] = [[], []];
  for (const entries of days) {
    if (name === null) break;
    const entry = nearest(entries, name, here);
    if (entry && kindOf(entry) === 'moved') {
      name = `${entry[there][0] ?? ''}${name.slice((entry[here][0] ?? '').length)}`;
      moved.push(entry);
    } else if (entry) broken.push(entry);
    else {
      const taken = nearest(entries, name, there);
      if (!taken) continue;
      broken.push(taken);
      // On the other side of this day the name was another team's.
      if (kindOf(taken) === 'moved') name = null;
    }
  }
  return { name, moved, broken };
}

/** The entry that speaks of this team: of a team that moved, its own teams below too; the most particular one counts. */
function nearest(entries: readonly Reorganisation[], team: string, side: 'from' | 'to'): Reorganisation | undefined {
  const speaking = entries.filter((entry) =>
    entry[side].some((one) => one === team || (kindOf(entry) === 'moved' && isBelow(team, one))),
  );
  return speaking.sort((a, b) => longest(b[side], team) - longest(a[side], team))[0];
}

const longest = (teams: readonly string[], team: string): number =>
  Math.max(...teams.filter((one) => one === team || isBelow(team, one)).map(({ length }) => length));

export const isBelow = (team: string, node: string): boolean => team.startsWith(`${node}/`);

/** A node of the tree, by its name on either side of a reorganisation. */
export interface NodeThroughTime {
  readonly before: string;
  readonly after: string;
}

/**
 * Whether a reorganisation stayed inside a node or outside of it, so that the node holds the same people. What renames or
 * moves the node itself, or something above it, takes it along whole.
 */
export function leavesWhole(entry: Reorganisation, { before, after }: NodeThroughTime): boolean {
  const [from, to] = [entry.from.map((team) => isBelow(team, before)), entry.to.map((team) => isBelow(team, after))];
  return [...from, ...to].every(Boolean) || [...from, ...to].every((inside) => !inside);
}

/** A reorganisation in a sentence, in the language of whoever reads. */
export function describeReorganisation(entry: Pick<Reorganisation, 'on' | 'from' | 'to'>): string {
  const [from, to] = [listed(entry.from), listed(entry.to)];
  switch (kindOf(entry)) {
    case 'moved':
      return t('The team {from} has been {to} since {on}.', { from, to, on: entry.on });
    case 'merged':
      return t('The teams {from} were merged into {to} on {on}.', { from, to, on: entry.on });
    case 'split':
      return t('The team {from} was split into {to} on {on}.', { from, to, on: entry.on });
    case 'redrawn':
      return t('The teams {from} were drawn anew as {to} on {on}.', { from, to, on: entry.on });
  }
}

const listed = (teams: readonly string[]): string =>
  teams.length < 2 ? teams.join('') : t('{first} and {last}', { first: teams.slice(0, -1).join(', '), last: teams.at(-1) ?? '' });
