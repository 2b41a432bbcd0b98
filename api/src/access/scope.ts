import type { Group } from '../kernel/index.js';
import { reachFor } from './may.js';
import type { Permission, Reach } from './policy.js';
import type { Viewer } from './roles.js';

/** The dimension along which a scope narrows. */
export const TEAM = 'team';

const CELLS = { resource: 'cells', verb: 'read' } as const;

/**
 * Whether this viewer may see the cell of this group. Protection was computed for all cells of all roles
 * together, so pooling what several viewers see gains nothing; a scope is about need, not about safety.
 */
export function maySeeGroup(viewer: Viewer | null, group: Group): boolean {
  return reachesGroup(viewer, CELLS, group);
}

function reachesGroup(viewer: Viewer | null, permission: Permission, group: Group): boolean {
  const reach = reachFor(viewer, permission);
  if (reach === null || viewer === null) return false;
  return within(reach, viewer, group);
}

const AUDITS = { resource: 'audits', verb: 'read' } as const;

/** Whether this viewer may see the finding of this group in an audit: whoever countersigns sees what is signed. */
export const maySeeFinding = (viewer: Viewer | null, group: Group): boolean => reachesGroup(viewer, AUDITS, group);

/** Whether this viewer may see the audit of a branch at all; an empty branch is the programme. */
export function maySeeAudit(viewer: Viewer | null, branch: string): boolean {
  const reach = reachFor(viewer, AUDITS);
  if (reach === null || viewer === null) return false;
  return branch === '' || reach === 'everything' || (reach === 'own-branch' && covers(viewer, branch));
}

/** Whether this viewer may work on the audit of a branch: their own, or one below it. No scope covers the programme. */
export function mayWorkOnAudit(viewer: Viewer, branch: string): boolean {
  const reach = reachFor(viewer, { resource: 'audits', verb: 'write' });
  return reach === 'own-branch' && covers(viewer, branch);
}

const covers = (viewer: Viewer, branch: string): boolean =>
  viewer.scope === null || namesOf(viewer).some((name) => branch === name || branch.startsWith(`${name}/`));

/** A branch is the same one under each of its names. */
export const namesOf = ({ scope, alsoNamed = [] }: Viewer): readonly string[] => (scope === null ? [] : [scope, ...alsoNamed]);

/** Whether a table with this breakdown can hold any cell that this viewer may see. */
export function maySeeBreakdown(viewer: Viewer | null, breakdown: readonly string[]): boolean {
  const reach = reachFor(viewer, CELLS);
  if (reach === null) return false;
  if (reach === 'headline') return breakdown.length === 0;
  return reach !== 'organisation' || !breakdown.includes(TEAM);
}

function within(reach: Reach, viewer: Viewer, group: Group): boolean {
  switch (reach) {
    case 'everything':
      return true;
    case 'own-branch':
      return onBranch(viewer, group[TEAM]);
    case 'organisation':
      return group[TEAM] === undefined;
    case 'headline':
      return Object.keys(group).length === 0;
    case 'own':
      return false;
  }
}

/** Own branch: the node itself, what hangs below it, and the nodes above it. No scope is the root. */
function onBranch(viewer: Viewer, team: string | undefined): boolean {
  if (viewer.scope === null || team === undefined) return true;
  return namesOf(viewer).some((name) => team === name || team.startsWith(`${name}/`) || name.startsWith(`${team}/`));
}

/** Whether the text can name a node of the team tree: names with slashes between them. */
export const isScope = (text: string): boolean => text.length <= 500 && /^[^/\p{Cc}]+(\/[^/\p{Cc}]+)*$/u.test(text);
