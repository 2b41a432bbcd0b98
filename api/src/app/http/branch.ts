import type { RequestHandler } from 'express';
import type { EntityManager } from 'typeorm';
import { namesOfBranch } from '../../governance/index.js';
import { reorganisationsFor, teamsOfQuarters } from '../../releases/index.js';
import { currentViewer } from './session.js';

/** Whoever reads one branch reads it under each name that it had: a reorganisation takes nobody's own past away. */
export function attachBranch(tx: EntityManager): RequestHandler {
  return (_request, response, next) => {
    const viewer = currentViewer(response);
    if (viewer === null || viewer.scope === null) return next();
    otherNames(tx, viewer.scope).then((alsoNamed) => {
      if (alsoNamed.length > 0) response.locals.viewer = { ...viewer, alsoNamed };
      next();
    }, next);
  };
}

async function otherNames(tx: EntityManager, branch: string): Promise<readonly string[]> {
  const map = await reorganisationsFor(tx);
  // Releases are asked only where there is something to follow.
  return namesOfBranch(map, branch, []).length === 0 ? [] : namesOfBranch(map, branch, await teamsOfQuarters(tx));
}
