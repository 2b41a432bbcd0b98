import { beforeAll, describe, expect, it } from '@jest/globals';
import { addAccount, type Role } from '../../api/src/access/index.js';
import { giveSampleLife } from '../../api/src/cli/serve/sample-life.js';
import type { SampleAccount } from '../../api/src/cli/serve/sample-accounts.js';
import { parityQuarter } from '../api/support/parity.js';
import { publishMadeUpRelease } from '../api/support/release.js';
import { webOn } from '../api/support/web.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';

let installation: TestInstallation;
let address: string;
let accounts: SampleAccount[];

beforeAll(async () => {
  installation = await freshInstallation();
  address = await webOn(installation);
  const curator = installation.pool('curator');
  await publishMadeUpRelease(curator, '2026-Q2', parityQuarter([0.4, 0.3, 0.5, 'clearly_lower']));
  await publishMadeUpRelease(curator, '2026-Q3', parityQuarter([0.9, 0.8, 0.99, 'slightly_lower']));
  const roles: Role[] = ['engineering-manager', 'programme-owner'];
  accounts = await Promise.all(
    roles.map(async (role) => {
      const email = `${role}@sample.example`;
      return { email, role, label: '', password: await addAccount(installation.pool('owner'), email, role) };
    }),
  );
});

const live = (more: Partial<Parameters<typeof giveSampleLife>[0]> = {}): Promise<void> =>
  giveSampleLife({ address, accounts, quarters: 2, ended: new AbortController().signal, ...more });
const state = async () => {
  const { rows } = await installation.pool('owner').query(
    `select a.period, (select count(*)::int from audits.record r where r.audit_id = a.audit_id) as records,
       (select max(s.step) from audits.record r join audits.record_step s using (record_id) where r.audit_id = a.audit_id) as step,
       (select count(*)::int from audits.action x where x.audit_id = a.audit_id) as actions
     from audits.audit a order by a.period`,
  );
  return rows as { period: string; records: number; step: string | null; actions: number }[];
};
const Q3 = { period: '2026-Q3', records: 0, step: null, actions: 0 };

describe('the past of the sample', () => {
  it('stays empty where the accounts have other passwords, and when the server ends', async () => {
    await live({ accounts: accounts.map((one) => ({ ...one, password: 'another one by now' })) });
    const leaving = new AbortController();
    leaving.abort();
    await live({ ended: leaving.signal });
    expect((await state()).filter(({ records, actions }) => records + actions > 0)).toEqual([]);
  });

  it('is an audit of the quarter before, decided and signed by two, through the interface', async () => {
    await live();
    expect(await state()).toEqual([{ period: '2026-Q2', records: 1, step: 'countersigned', actions: 1 }, Q3]);
    const { rows } = await installation
      .pool('auditor')
      .query("select 1 from audit_trail.entry where action = 'audit.countersigned'");
    expect(rows).toHaveLength(1);
  });

  it('is given once', async () => {
    await live();
    expect(await state()).toEqual([{ period: '2026-Q2', records: 1, step: 'countersigned', actions: 1 }, Q3]);
  });
});
