import type { Request, RequestHandler } from 'express';
import { asRole, type Viewer } from '../../access/index.js';
import { currentViewer } from './session.js';

declare module 'express-session' {
  interface SessionData {
    /** With whose eyes the account looks. */
    preview: { readonly role: string; readonly scope: string | null };
  }
}

/**
 * Lets the rest of the server see the viewer as the role that they chose to look as. It stands in the session, so that every
 * door answers alike: pages, tables and files.
 */
export const attachPreview: RequestHandler = (request, response, next) => {
  const viewer = currentViewer(response);
  const { preview } = request.session;
  // An account that may not look so any more sees nothing, rather than what is its own.
  if (viewer && preview) response.locals.viewer = asRole(viewer, preview.role, preview.scope);
  next();
};

/** Begins to look with a role's eyes, until `endPreview` or the end of the session. */
export function beginPreview(request: Request, { role, scope }: Viewer): void {
  request.session.preview = { role, scope };
}

/** Looks with the own eyes again. */
export function endPreview(request: Request): void {
  delete request.session.preview;
}
