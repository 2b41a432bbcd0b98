import type { TeamsOfQuarter } from './store.js';
import { isBelow, kindOf, type Reorganisation } from './team-map.js';

/**
 * Every other name that a branch had or has, where it was renamed or moved and nothing else. A name that another team bears
 * on the same side of that day is left out: following somebody else's team would widen what is seen.
 */
export function namesOfBranch(
  map: readonly Reorganisation[],
  branch: string,
  quarters: readonly TeamsOfQuarter[],
): readonly string[] {
  const moves = map.filter((entry) => kindOf(entry) === 'moved').sort((a, b) => (a.on < b.on ? -1 : 1));
  const later = moves.reduce((names, { on, from, to }) => {
    const next = renamed(names.at(-1) ?? branch, from[0] ?? '', to[0] ?? '');
    return next === null || bears(quarters, names.at(-1) ?? branch, (asOf) => asOf >= on) ? names : [...names, next];
  }, [] as string[]);
  const earlier = [...moves].reverse().reduce((names, { on, from, to }) => {
    const next = renamed(names.at(-1) ?? branch, to[0] ?? '', from[0] ?? '');
    return next === null || bears(quarters, next, (asOf) => asOf >= on) ? names : [...names, next];
  }, [] as string[]);
  return [...new Set([...later, ...earlier])].filter((name) => name !== branch);
}

/** The name with its beginning replaced; null where it does not begin so. */
function renamed(team: string, from: string, to: string): string | null {
  return team === from || isBelow(team, from) ? `${to}${team.slice(from.length)}` : null;
}

const bears = (quarters: readonly TeamsOfQuarter[], team: string, then: (asOf: string) => boolean): boolean =>
  quarters.some(({ asOf, teams }) => then(asOf) && teams.some((one) => one === team || isBelow(one, team)));
