import { t } from '#language';
import type pg from 'pg';
import { type CalendarDate, type DisclosurePolicy, STANDARD_POLICY, type TablePlan } from '../kernel/index.js';
import { Refusal } from '../platform/index.js';
import { type DataPolicy, DEFAULT_DATA_POLICY } from './data-policy.js';
import { DEFAULT_PLAN } from './plan.js';
import { loosenings } from './strictness.js';

/** A policy as it is kept: what may be published, which tables, and what may be done with the data. */
export interface Policy {
  readonly disclosure: DisclosurePolicy;
  readonly plan: TablePlan;
  readonly data: DataPolicy;
}

/** A policy before it has a version. */
export interface PolicyContent extends Omit<Policy, 'disclosure'> {
  readonly disclosure: Omit<DisclosurePolicy, 'version'>;
}

/** The policy that every installation begins with. */
export const STANDARD: Policy = { disclosure: STANDARD_POLICY, plan: DEFAULT_PLAN, data: DEFAULT_DATA_POLICY };

export type PolicyState = 'proposed' | 'approved' | 'rejected';

/** A version of a policy, and how it came to be. */
export interface PolicyVersion extends Policy {
  readonly version: string;
  readonly state: PolicyState;
  /** An account id, `operator`, or `product` for the one that came with it. */
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly why: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionWhy: string | null;
  /** The first day of the first period that it holds for; null for the one that always held, and for what is not approved. */
  readonly effectiveFrom: CalendarDate | null;
}

type Database = pg.Pool | pg.PoolClient;

const VERSIONS = `
  select p.version, p.document, p.proposed_by as "proposedBy", p.created_at as "proposedAt", p.why,
    case when p.approved or d.approved then 'approved' when d.approved is null then 'proposed' else 'rejected' end as state,
    d.decided_by as "decidedBy", d.decided_at as "decidedAt", d.why as "decisionWhy", d.effective_from::text as "effectiveFrom"
  from governance.policy p left join governance.policy_decision d using (version)`;

interface Row extends Omit<PolicyVersion, keyof Policy> {
  readonly document: Omit<Policy, 'data'> & { readonly data?: DataPolicy };
}

/** What the first version was stored without, it means by default. */
const versionOf = ({ document, ...row }: Row): PolicyVersion => ({ ...row, data: DEFAULT_DATA_POLICY, ...document });

/** Every version with its document, in the order of their making. */
export async function listPolicies(tx: Database): Promise<PolicyVersion[]> {
  const { rows } = await tx.query<Row>(`${VERSIONS} order by p.created_at, p.version`);
  return rows.map(versionOf);
}

/** A version, approved or not. @throws Refusal `policy-unknown` (2). */
export async function findPolicy(tx: Database, version: string): Promise<PolicyVersion> {
  const { rows } = await tx.query<Row>(`${VERSIONS} where p.version = $1`, [version]);
  const [found] = rows;
  if (!found)
    throw new Refusal('policy-unknown', t('There is no policy {version}. "overstory policy list" names them.', { version }), 2);
  return versionOf(found);
}

/**
 * An approved version of a policy.
 *
 * @throws Refusal `policy-unknown` (2) when there is no such version, `policy-not-approved` (3) when it may not be used.
 */
export async function readPolicy(tx: Database, version: string = STANDARD_POLICY.version): Promise<Policy> {
  const found = await findPolicy(tx, version);
  if (found.state !== 'approved')
    throw new Refusal('policy-not-approved', t('The policy {version} is not approved.', { version }));
  return contentOf(found);
}

const contentOf = ({ disclosure, plan, data }: PolicyVersion): Policy => ({ disclosure, plan, data });

/** The policy that holds for a period that begins on this day, or on this day. */
export async function policyInForce(tx: Database, day: CalendarDate): Promise<Policy> {
  const { rows } = await tx.query<Row>(
    `${VERSIONS} where (p.approved or d.approved) and coalesce(d.effective_from, '-infinity') <= $1::date
     order by coalesce(d.effective_from, '-infinity') desc, d.decided_at desc nulls last, p.created_at desc, p.version desc limit 1`,
    [day],
  );
  const [found] = rows;
  if (!found) throw new Error('governance.policy holds no policy that is in force');
  return contentOf(versionOf(found));
}

/** What a release is to be built under. */
export interface PolicyAsked {
  /** The first day of the period. */
  readonly startsOn: CalendarDate;
  /** An approved version other than the one in force; it may be stricter, also before it takes effect. */
  readonly version?: string | undefined;
  /** The version of the release that this one restates. */
  readonly restates?: string | undefined;
}

/**
 * The policy for a release: the one in force when the period began, or a stricter one that was asked for. Nothing is
 * loosened inside a period: neither against the policy in force nor against the release that is restated.
 *
 * @throws Refusal `policy-unknown` (2), `policy-not-approved`, `policy-looser` (3).
 */
export async function policyForRelease(tx: Database, { startsOn, version, restates }: PolicyAsked): Promise<Policy> {
  const inForce = await policyInForce(tx, startsOn);
  const chosen = version === undefined ? inForce : await readPolicy(tx, version);
  const bounds = restates === undefined ? [inForce] : [inForce, await readPolicy(tx, restates)];
  for (const bound of bounds) refuseLooser(chosen, bound);
  return chosen;
}

function refuseLooser(chosen: Policy, bound: Policy): void {
  const looser = loosenings(chosen, bound);
  if (looser.length === 0) return;
  throw new Refusal(
    'policy-looser',
    [
      `The policy ${chosen.disclosure.version} is looser than ${bound.disclosure.version}, which holds for this period:`,
      ...looser.map((one) => `- ${one}`),
      'A policy that was approved holds from the next period on.',
    ].join('\n'),
  );
}
