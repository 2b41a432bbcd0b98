import { namesOf, reachFor, type Viewer } from '../../access/index.js';
import type { GroupValue } from '../types/result.types.js';
import { CellStatus } from '../types/catalogue.types.js';
import type { ViewedCell } from './results.js';

const TEAM = 'team';

/**
 * What a manager is offered whose own branch is too small, or finer than the table: the nearest node above it that is shown.
 * The empty name is the whole organisation; null where the own branch is shown, and for everybody who has none.
 */
export function nearestShown(
  viewer: Viewer | null,
  by: readonly string[],
  cells: readonly ViewedCell[],
): readonly GroupValue[] | null {
  const names = viewer === null ? [] : namesOf(viewer);
  if (names.length === 0 || by.length !== 1 || by[0] !== TEAM) return null;
  const scope = names.find((one) => cells.some(({ name }) => name[TEAM] === one)) ?? names[0] ?? '';
  if (reachFor(viewer, { verb: 'read', resource: 'cells' }) !== 'own-branch') return null;
  const shown = new Map(cells.filter(({ status }) => status === CellStatus.SHOWN).map(({ name, group }) => [name[TEAM], group]));
  const [own, ...above] = pathsUpward(scope);
  if (shown.has(own)) return null;
  const nearest = above.find((node) => shown.has(node));
  return shown.get(nearest) ?? [];
}

/** `a/b/c`, `a/b`, `a`. */
function pathsUpward(path: string): string[] {
  const segments = path.split('/');
  return segments.map((_, at) => segments.slice(0, segments.length - at).join('/'));
}
