import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { record } from '../../api/src/audit-trail/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { overstory, type Ran, ROOT } from '../support/run-tool.js';

let installation: TestInstallation;
const call = (...args: string[]): Promise<Ran> => overstory(['trail', ...args, '--json'], { env: installation.environment });
const numbers = async (): Promise<number[]> =>
  (
    await installation.pool('auditor').query<{ no: number }>('select entry_no::int as no from audit_trail.entry order by 1')
  ).rows.map(({ no }) => no);

beforeAll(async () => {
  spawnSync(process.execPath, [path.join(ROOT, 'api/scripts/build.mjs'), '--api']);
  installation = await freshInstallation();
  for (const action of ['table.read', 'publish-release.done', 'table.read', 'table.read'])
    await record(installation.pool('reader'), { id: 'me', role: null }, { action });
  await twoYearsAgo();
  await record(installation.pool('reader'), { id: 'me', role: null }, { action: 'table.read' });
}, 120_000);

/** Lets what is on the trail have happened long ago, hashes and all, as nobody but a test can. */
async function twoYearsAgo(): Promise<void> {
  await installation.pool('owner').query(`
    alter table audit_trail.entry disable trigger all;
    update audit_trail.entry set at = at - interval '2 years';
    do $$ begin for place in 1..4 loop
      update audit_trail.entry e set previous = coalesce((select hash from audit_trail.entry where entry_no = place - 1),
        decode(repeat('00', 32), 'hex')) where entry_no = place;
      update audit_trail.entry e set hash = audit_trail.entry_hash(e) where entry_no = place;
    end loop; end $$;
    alter table audit_trail.entry enable trigger all`);
}

describe('overstory trail', () => {
  it('says what would go, removes it, and the trail is whole before and after', async () => {
    const due = { stretches: 2, counts: { read: 3 } };
    expect(JSON.parse((await call('prune', '--dry-run')).stdout)).toEqual({ ...due, dryRun: true });
    expect(await numbers()).toEqual([1, 2, 3, 4, 5]);
    expect(JSON.parse((await call('prune')).stdout)).toEqual({ ...due, dryRun: false });
    expect(await numbers()).toEqual([2, 5, 6]);
    const { rows } = await installation
      .pool('auditor')
      .query(`select actor, action, details from audit_trail.entry where entry_no = 6`);
    expect(rows).toEqual([{ actor: 'operator', action: 'trail.pruned', details: { read: 3 } }]);
    expect(JSON.parse((await call('verify')).stdout)).toEqual({ whole: true, fault: null });
    expect(JSON.parse((await call('prune')).stdout)).toMatchObject({ stretches: 0 });
  }, 120_000);

  it('shortens no trail that is broken, and says where it is', async () => {
    await installation
      .pool('owner')
      .query(`alter table audit_trail.entry disable trigger all; update audit_trail.entry set actor = 'you' where entry_no = 2`);
    for (const command of ['verify', 'prune']) {
      const { status, stderr } = await call(command);
      expect([command, status]).toEqual([command, 3]);
      expect(stderr).toContain('entry 2 was altered');
    }
    expect(await numbers()).toEqual([2, 5, 6]);
  }, 120_000);
});
