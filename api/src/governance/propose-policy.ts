import { t } from '#language';
import type pg from 'pg';
import { type Actor, record } from '../audit-trail/index.js';
import { type CalendarDate, canonicalJson, periodOf, shiftPeriod } from '../kernel/index.js';
import { inTransaction, Refusal } from '../platform/index.js';
import { checkSchema } from './check-schema.js';
import { forbiddenBreakdowns } from './data-policy.js';
import { DEFAULT_PLAN } from './plan.js';
import { findPolicy, type PolicyContent, STANDARD } from './policies.js';
import { packOf } from './policy-packs.js';
import { POLICY_SCHEMA } from './policy-schema.js';
import { readSettings } from './settings.js';
import { loosenings } from './strictness.js';

/** A policy as it is proposed: what `docs/policies.md` describes, complete. */
export interface PolicyDraft {
  readonly name: string;
  readonly content: PolicyContent;
}

type Overrides = {
  readonly [Part in keyof PolicyContent]?: { readonly [Key in keyof PolicyContent[Part]]?: Partial<PolicyContent[Part][Key]> };
};

/**
 * A document of `policy propose`, with its pack filled in.
 *
 * @throws Refusal `policy-invalid` (2) that names every place and rule; `policy-too-loose` (3) where it protects less than
 *   the standard policy, which is the loosest that the product accepts.
 */
export function parsePolicy(document: unknown): PolicyDraft {
  const faults = checkSchema(document, POLICY_SCHEMA);
  if (faults.length > 0) throw invalid(faults);
  const { name, from = 'standard', ...own } = document as { name: string; from?: string } & Overrides;
  const pack = packOf(from);
  if (!pack) throw invalid(['from names no pack']);
  const content = merged(pack.content, own);
  const clashes = clashesOf(content);
  if (clashes.length > 0) throw invalid(clashes);
  refuseTooLoose(content);
  return { name, content };
}

function merged(pack: PolicyContent, own: Overrides): PolicyContent {
  const { disclosure, data } = pack;
  const classes = { ...pack.plan.classes, ...own.plan?.classes };
  const isKnown = own.plan === undefined;
  return {
    disclosure: {
      ...disclosure,
      ...own.disclosure,
      thresholds: { ...disclosure.thresholds, ...own.disclosure?.thresholds },
      lowerNoise: { ...disclosure.lowerNoise, ...own.disclosure?.lowerNoise },
      exposure: { ...disclosure.exposure, ...own.disclosure?.exposure },
      otherTables: { ...disclosure.otherTables, ...own.disclosure?.otherTables },
      similar: { ...disclosure.similar, ...own.disclosure?.similar },
    } as PolicyContent['disclosure'],
    plan: isKnown ? pack.plan : { version: 'own', classes },
    data: { ...data, ...own.data, retention: { ...data.retention, ...own.data?.retention } } as PolicyContent['data'],
  };
}

/** What no single place shows to be wrong. */
function clashesOf({ disclosure, plan, data }: PolicyContent): readonly string[] {
  const { thresholds, noiseSteps, noiseLevel } = disclosure;
  const forbidden = forbiddenBreakdowns(plan, data);
  return [
    thresholds.special < thresholds.dimension ? 'disclosure.thresholds.special is not below dimension' : '',
    noiseSteps.some((step, i) => step <= (noiseSteps[i - 1] ?? 0)) ? 'disclosure.noiseSteps ascends' : '',
    noiseSteps.some((step) => step < noiseLevel) ? 'disclosure.noiseSteps does not go below noiseLevel' : '',
    plan.classes.representation.some(({ by }) => by.length === 0)
      ? ''
      : 'plan.classes.representation lacks the whole organisation',
    forbidden.length > 0 ? `plan.classes use a column that data.neverAGroup names: ${forbidden.join(', ')}` : '',
  ].filter(Boolean);
}

function invalid(faults: readonly string[]): Refusal {
  const listed = faults.slice(0, 20).map((fault) => `- ${fault}`);
  return new Refusal(
    'policy-invalid',
    [t('This policy cannot be used:'), ...listed, t('docs/policies.md explains each.')].join('\n'),
    2,
  );
}

function refuseTooLoose(content: PolicyContent): void {
  // A range of similar ratios is a judgement, which every organisation may make before it sees results.
  const { similar } = content.disclosure;
  const looser = loosenings(content, { disclosure: { ...STANDARD.disclosure, similar }, plan: DEFAULT_PLAN });
  if (looser.length === 0) return;
  const listed = looser.map((one) => `- ${t(one)}`);
  const problem = t('No policy is looser than the standard one. In this one:');
  throw new Refusal('policy-too-loose', [problem, ...listed].join('\n'));
}

/** Who acts, and the reason that everybody will read. */
export interface Deciding {
  readonly by: Actor;
  readonly why: string;
}

const LONGEST_REASON = 1000;

/** Adds a policy that waits for a second person. @returns its version. */
export async function proposePolicy(pool: pg.Pool, document: unknown, { by, why }: Deciding): Promise<string> {
  const { name, content } = parsePolicy(document);
  const reason = reasonIn(why);
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ version: string }>('select governance.propose_policy($1, $2, $3, $4) as version', [
      name,
      canonicalJson(content),
      by.id,
      reason,
    ]);
    const version = rows[0]?.version ?? '';
    await record(tx, by, { action: 'policy.proposed', subject: version });
    return version;
  });
}

function reasonIn(why: string): string {
  const reason = why.trim();
  if (reason.length >= 10 && reason.length <= LONGEST_REASON) return reason;
  throw new Refusal('reason-missing', t('Say in 10 to {most} letters why. Everybody can read it.', { most: LONGEST_REASON }), 2);
}

/** What a second person decides. */
export interface PolicyDecision extends Deciding {
  readonly version: string;
  readonly approve: boolean;
  /** Today, for a test; the program's own clock otherwise. */
  readonly today?: CalendarDate;
}

/**
 * Approves or rejects a proposed policy. Approved, it holds from the next period on: the first one that has not begun.
 *
 * @returns the first day that it holds for; null where it was rejected.
 * @throws Refusal `policy-unknown` (2), `policy-decided`, `same-person` (3).
 */
export async function decidePolicy(pool: pg.Pool, decision: PolicyDecision): Promise<CalendarDate | null> {
  const { version, approve, by } = decision;
  const found = await findPolicy(pool, version);
  if (found.state !== 'proposed')
    throw new Refusal('policy-decided', t('The policy {version} was decided already.', { version }));
  if (found.proposedBy === by.id) throw new Refusal('same-person', 'A policy is approved by somebody else than who proposed it.');
  const why = reasonIn(decision.why);
  return inTransaction(pool, async (tx) => {
    const { settings } = await readSettings(tx);
    const first = nextPeriodFrom(decision.today ?? new Date().toISOString().slice(0, 10), settings.fiscalYearStart);
    await tx.query('select governance.decide_policy($1, $2, $3, $4, $5)', [version, approve, by.id, first, why]);
    await record(tx, by, { action: approve ? 'policy.approved' : 'policy.rejected', subject: version });
    return approve ? first : null;
  });
}

/** The first day of the first period that has not begun. */
export const nextPeriodFrom = (today: CalendarDate, fiscalYearStart: number): CalendarDate =>
  shiftPeriod(periodOf(today, fiscalYearStart), 1, fiscalYearStart).startsOn;
