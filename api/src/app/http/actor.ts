import { type Permission, purposeFor, type Viewer } from '../../access/index.js';
import type { Actor, TrailEntry } from '../../audit-trail/index.js';

/** Nobody who is signed in. */
export const ANONYMOUS: Actor = { id: 'anonymous', role: null };

/** How somebody is named on the trail: by the own role, also while they look with another one's eyes. */
export const actorOf = (viewer: Viewer | null): Actor =>
  viewer ? { id: viewer.accountId, role: viewer.previewedBy ?? viewer.role } : ANONYMOUS;

/** What goes with every entry about a request: what it was made for, and as whom somebody looked. */
export function circumstances(viewer: Viewer | null, permission: Permission | undefined): NonNullable<TrailEntry['details']> {
  const purpose = viewer && permission && purposeFor(viewer, permission);
  return {
    ...(purpose ? { purpose } : {}),
    ...(viewer?.previewedBy ? { previewOf: viewer.scope ? `${viewer.role} ${viewer.scope}` : viewer.role } : {}),
  };
}
