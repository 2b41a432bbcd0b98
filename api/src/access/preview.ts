import { may } from './may.js';
import { isRole, type Viewer } from './roles.js';
import { isScope } from './scope.js';

/** Why there is no preview, for the person who asked. */
export const PREVIEW_PROBLEM = 'A preview is of one of the roles, and of a path of the team tree like eng/platform.';

/**
 * The same person, looking with the eyes of a role: answers are that role's, and never more than the own role's.
 *
 * @returns null where this viewer may not look so, or where there is no such role or path.
 */
export function asRole(viewer: Viewer, role: string, scope: string | null): Viewer | null {
  const own = viewer.previewedBy ?? viewer.role;
  if (!may(viewer, 'write', 'preview') || !isRole(role) || (scope !== null && !isScope(scope))) return null;
  return { ...viewer, role, scope, previewedBy: own };
}
