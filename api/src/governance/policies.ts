import type pg from 'pg';
import { type DisclosurePolicy, STANDARD_POLICY, type TablePlan } from '../kernel/index.js';
import { Refusal } from '../platform/index.js';
import { DEFAULT_PLAN } from './plan.js';

/** A policy as it is kept: what may be published, and which tables. */
export interface Policy {
  readonly disclosure: DisclosurePolicy;
  readonly plan: TablePlan;
}

/** The policy that every installation begins with. */
export const STANDARD: Policy = { disclosure: STANDARD_POLICY, plan: DEFAULT_PLAN };

/**
 * An approved version of a policy.
 *
 * @throws Refusal `policy-unknown` (2) when there is no such version, `policy-not-approved` (3) when it may not be used.
 */
export async function readPolicy(tx: pg.Pool | pg.PoolClient, version: string = STANDARD_POLICY.version): Promise<Policy> {
  const { rows } = await tx.query<{ document: Policy; approved: boolean }>(
    'select document, approved from governance.policy where version = $1',
    [version],
  );
  const [found] = rows;
  if (!found) throw new Refusal('policy-unknown', `There is no policy ${version}. "overstory policy show" lists them.`, 2);
  if (!found.approved) throw new Refusal('policy-not-approved', `The policy ${version} is not approved.`);
  return found.document;
}

/** Every version with its document, in the order of their making. */
export async function listPolicies(tx: pg.Pool | pg.PoolClient): Promise<(Policy & { version: string; approved: boolean })[]> {
  const { rows } = await tx.query<{ version: string; document: Policy; approved: boolean }>(
    'select version, document, approved from governance.policy order by created_at, version',
  );
  return rows.map(({ version, document, approved }) => ({ version, approved, ...document }));
}
