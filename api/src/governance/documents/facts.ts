import { t } from '#language';
import type pg from 'pg';
import { POLICY, type PolicyRule, ROLE_LABELS, ROLES } from '../../access/index.js';
import { explainPolicy, type PolicyExplained } from '../explain-policy.js';
import { readInstallation } from '../installation.js';
import { findPolicy, policyInForce, type PolicyVersion } from '../policies.js';
import { type Characteristic, readSettings } from '../settings.js';

/** A column that is taken in. */
export interface CollectedFact {
  readonly file: string;
  readonly column: string;
  readonly class: string;
  readonly why: string;
}

/** A question that the product answers, and what its answer must not be used for. */
export interface MeasureFact {
  readonly label: string;
  readonly question: string;
  readonly notFor: readonly string[];
}

/** Everything that the documents speak of. Nothing of it is about a person. */
export interface DocumentFacts {
  readonly organisation: string;
  readonly contact: string | null;
  readonly sample: boolean;
  readonly madeOn: string;
  readonly productVersion: string;
  readonly policy: PolicyVersion;
  readonly explained: PolicyExplained;
  readonly columns: readonly CollectedFact[];
  readonly characteristics: readonly Characteristic[];
  readonly measures: readonly MeasureFact[];
  /** What may be read or done, and by whom. */
  readonly access: readonly { readonly what: string; readonly verb: 'read' | 'write'; readonly who: string }[];
}

/** What the other rooms know. */
export interface OutsideFacts {
  readonly columns: readonly CollectedFact[];
  readonly measures: readonly MeasureFact[];
  readonly productVersion: string;
}

/** Reads the running configuration. @param tx any login but the ingest's. */
export async function readFacts(
  tx: pg.Pool,
  outside: OutsideFacts,
  today = new Date().toISOString().slice(0, 10),
): Promise<DocumentFacts> {
  const [{ settings }, { sample }, inForce] = await Promise.all([
    readSettings(tx),
    readInstallation(tx),
    policyInForce(tx, today),
  ]);
  const policy = await findPolicy(tx, inForce.disclosure.version);
  const declared = settings.demographics.map(({ column, why }) => ({ file: 'people', column, class: 'special', why }));
  return {
    organisation: settings.organisation,
    contact: settings.contact ?? null,
    sample,
    madeOn: today,
    productVersion: outside.productVersion,
    policy,
    explained: explainPolicy(policy),
    columns: [...outside.columns, ...declared],
    characteristics: settings.demographics,
    measures: outside.measures,
    access: POLICY.map(whoMay).filter(({ who }) => who !== ''),
  };
}

function whoMay({ label, verb, roles, signedOut, operator }: PolicyRule): DocumentFacts['access'][number] {
  const named = ROLES.filter((role) => roles[role]);
  const everyone = signedOut
    ? [t('everybody, also without an account')]
    : named.length === ROLES.length
      ? [t('every role')]
      : named.map((role) => t(ROLE_LABELS[role]));
  return {
    what: t(label),
    verb,
    who: [...everyone, ...(operator ? [t('whoever runs the server, by the command line')] : [])].join('; '),
  };
}
