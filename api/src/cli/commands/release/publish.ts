import { Command } from 'commander';
import type pg from 'pg';
import { type Installation, Refusal } from '../../../platform/index.js';
import { answer } from '../../answer.js';
import { passwordFor } from '../../identity.js';
import { usingPool, withInstallation } from '../../with-installation.js';

interface PublishFlags {
  readonly as: string;
  readonly json?: boolean;
}

/** `overstory release publish`: the second half of the two-person step, by an account that may and did not build. */
export function publishCommand(): Command {
  return new Command('publish')
    .description('publish a draft as a programme owner or auditor; it never changes afterwards')
    .argument('<id>', 'of the draft, as "release build" and "release list" name it')
    .requiredOption('--as <email>', 'account that publishes; its password is read from OVERSTORY_PASSWORD or asked for')
    .option('--json', 'print one JSON object')
    .action(run);
}

async function run(id: string, { as: email, json }: PublishFlags): Promise<void> {
  const password = await passwordFor(email);
  const published = await withInstallation((installation) => publish(installation, { id, email, password }));
  answer(json, published, [`Published ${published.id} of ${published.period}`, published.hash]);
}

async function publish(installation: Installation, { id, email, password }: { id: string; email: string; password: string }) {
  const { mayPublish, verifyIdentity } = await import('../../../access/index.js');
  const { record } = await import('../../../audit-trail/index.js');
  const { publishRelease } = await import('../../../releases/index.js');
  const viewer = await usingPool(installation, 'reader', (reader: pg.Pool) => verifyIdentity(reader, email, password));
  return usingPool(installation, 'curator', async (curator) => {
    const actor = { id: viewer.accountId, role: viewer.role };
    if (!mayPublish(viewer)) {
      await record(curator, actor, { action: 'access.denied', subject: 'publish-release' });
      throw new Refusal('may-not-publish', 'A release is published by the programme owner or the auditor.');
    }
    const published = await publishRelease(curator, { id, by: viewer.accountId });
    await record(curator, actor, { action: 'publish-release.done', subject: id });
    return published;
  });
}
