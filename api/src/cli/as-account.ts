import type { Permission } from '../access/index.js';
import type { Actor } from '../audit-trail/index.js';
import { type Installation, Refusal } from '../platform/index.js';
import { passwordFor } from './identity.js';
import { usingPool } from './with-installation.js';

/**
 * Whoever is named by `--as`, with a proven password and the right to do this; a refusal is put on record.
 *
 * @throws Refusal `not-signed-in`, `not-allowed` (3).
 */
export async function asAccount(installation: Installation, email: string, permission: Permission): Promise<Actor> {
  const { may, verifyIdentity } = await import('../access/index.js');
  const { record } = await import('../audit-trail/index.js');
  const password = await passwordFor(email);
  const viewer = await usingPool(installation, 'reader', (reader) => verifyIdentity(reader, email, password));
  const actor = { id: viewer.accountId, role: viewer.role };
  if (may(viewer, permission.verb, permission.resource)) return actor;
  await usingPool(installation, 'curator', (curator) =>
    record(curator, actor, { action: 'access.denied', subject: `${permission.verb} ${permission.resource}` }),
  );
  throw new Refusal('not-allowed', 'The role of this account may not do that. The page "Who can see what" says who may.');
}
