import { saying } from '#language';
import {
  maySeeBreakdown,
  maySeeGroup,
  namesOf,
  type Permission,
  type Reach,
  reachFor,
  type Role,
  type Viewer,
} from '../../access/index.js';
import type { ReleasedCell, ReleasedTable } from '../../kernel/index.js';

/** Whom a report is written for: it holds what the access policy lets such a reader see, and nothing else. */
export const AUDIENCES = {
  board: { role: 'executive', label: saying('Board: the whole organisation, no teams') },
  managers: { role: 'engineering-manager', label: saying('Engineering managers: with teams') },
  'works-council': { role: 'auditor', label: saying('Works council and privacy: everything that is released') },
  everyone: { role: 'employee', label: saying('Everybody: headlines of the organisation') },
} as const satisfies Record<string, { readonly role: Role; readonly label: string }>;

export type AudienceKey = keyof typeof AUDIENCES;
export const AUDIENCE_KEYS = Object.keys(AUDIENCES) as readonly AudienceKey[];

/** An audience, and the branch of the team tree that it is limited to; null is no limit. */
export interface Audience {
  readonly audience: AudienceKey;
  readonly branch: string | null;
}

export const isAudience = (text: string): text is AudienceKey => Object.hasOwn(AUDIENCES, text);

/** A reader as the policy knows one: nobody in particular, with the audience's role. */
export function readerOf({ audience, branch }: Audience): Viewer {
  const scope = audience === 'managers' ? branch : null;
  return { accountId: '', email: '', role: AUDIENCES[audience].role, scope, mustChangePassword: false };
}

/** The tables with the cells that the audience may see; tables of which it may see none are left out. */
export function tablesFor(audience: Audience, tables: readonly ReleasedTable[]): ReleasedTable[] {
  const reader = readerOf(audience);
  return tables
    .filter(({ breakdown }) => maySeeBreakdown(reader, breakdown))
    .map((table) => ({ ...table, cells: table.cells.filter(({ group }) => maySeeGroup(reader, group)).map(bare) }))
    .filter(({ cells }) => cells.length > 0);
}

/** A place that shows nothing is its group and the name of its absence, whatever else a file should hold of it. */
function bare(cell: ReleasedCell): ReleasedCell {
  if (cell.status === 'shown') return cell;
  const { group } = cell;
  return cell.status === 'notEstimable' ? { group, status: cell.status, reason: cell.reason } : { group, status: cell.status };
}

/** From the widest to the narrowest view of published results. */
const WIDTHS: readonly Reach[] = ['everything', 'own-branch', 'organisation', 'headline'];
/** What is in reports: results, and what was decided and agreed about them. */
const CONTENTS: readonly Permission[] = [
  { resource: 'cells', verb: 'read' },
  { resource: 'audits', verb: 'read' },
  { resource: 'tracks', verb: 'read' },
];

/** Whether a viewer may see all that a report for this audience holds: the policy of whoever receives it decides. */
export function mayReceive(viewer: Viewer | null, audience: Audience): boolean {
  const reader = readerOf(audience);
  return viewer !== null && CONTENTS.every((permission) => seesAsMuch(viewer, reader, permission));
}

function seesAsMuch(viewer: Viewer, reader: Viewer, permission: Permission): boolean {
  const [own, needed] = [reachFor(viewer, permission), reachFor(reader, permission)];
  if (needed === null) return true;
  if (own === null || !WIDTHS.includes(own)) return false;
  if (WIDTHS.indexOf(own) > WIDTHS.indexOf(needed)) return false;
  return own !== 'own-branch' || needed !== 'own-branch' || isWithin(reader.scope, viewer);
}

/** Whether all that is seen from one branch is seen from the other. */
function isWithin(branch: string | null, viewer: Viewer): boolean {
  if (viewer.scope === null) return true;
  return branch !== null && namesOf(viewer).some((name) => branch === name || branch.startsWith(`${name}/`));
}
