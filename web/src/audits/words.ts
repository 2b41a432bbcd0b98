import { t } from '../language/index.js';
import type { AuditFinding, AuditRecord, AuditSummary, PromisedAction, Released } from '../gateway/index.js';
import {
  cameOfAction,
  capital,
  type Comparing,
  comparing,
  findingTitle,
  groupAtStart,
  type ParityFinding,
  quarter,
  ratioMoved,
  ratioWithLimits,
  readVerdict,
  standingOfAction,
} from '../wording/index.js';

const STATES: Readonly<Record<string, string>> = {
  open: t('Open##state'),
  'signed-once': t('Waits for the second signature'),
  signed: t('Signed by two'),
  returned: t('Returned'),
  reopened: t('Reopened'),
};

export const stateLabel = ({ state, overdue }: Pick<AuditSummary, 'state' | 'overdue'>): string =>
  overdue ? t('{state}, overdue', { state: STATES[state] ?? state }) : (STATES[state] ?? state);

export const ANSWERS: readonly (readonly [key: string, label: string])[] = [
  ['yes', t('Yes')],
  ['with-limits', t('Yes, within limits')],
  ['no', t('No, stop here')],
];

/** What came of an action, in words. */
export const followUpLabel = ({ verdict, because }: PromisedAction): string => cameOfAction({ verdict, because });

/** From which ratio to which; empty where one of them is not shown. */
export const fromTo = ({ before, now }: Pick<PromisedAction, 'before' | 'now'>): string => ratioMoved(before.value, now.value);

export const actionState = ({ action, late }: PromisedAction): string => standingOfAction(action.step, late);

/** The comparison of a finding for sentences; null where it has none, or a verdict that this version does not know. */
export function comparedOf({ comparison, group }: AuditFinding): ParityFinding | null {
  const verdict = readVerdict(comparison?.verdict ?? '');
  if (comparison === null || verdict === null) return null;
  const { ratio, lower, upper, comparisons } = comparison;
  if (ratio.value === null || lower.value === null) return null;
  return { group, verdict, comparisons, ratio: ratio.value, lower: lower.value, upper: upper.value };
}

/** How a finding speaks. */
export const wordsOf = ({ measure, variant, step }: AuditFinding): Comparing =>
  comparing(measure, variant, step === null ? 'rateRatio' : `${step}RateRatio`);

/** A finding in a line: what it says, or whom it is about. */
export function titleOf(finding: AuditFinding): string {
  const compared = comparedOf(finding);
  return compared === null ? groupAtStart(finding.group) : findingTitle(compared, wordsOf(finding));
}

/** What is compared, for a table. */
export const comparedWhat = (finding: AuditFinding): string => capital(wordsOf(finding).deed);

/** `78 % (63 % to 96 %)`, or nothing. */
export function ratioInWords(ratio: Released, lower: Released, upper: Released): string {
  if (ratio.value === null || lower.value === null) return '';
  return ratioWithLimits(ratio.value, lower.value, upper.value);
}

const RECORD_STEPS: Readonly<Record<string, string>> = {
  countersigned: t('Countersigned'),
  returned: t('Returned'),
  reopened: t('Reopened'),
};

export const recordStepLabel = (step: AuditRecord['steps'][number]['step']): string => RECORD_STEPS[step] ?? step;

/** `Equity audit Q3 2026`, with the branch where it is one. */
export const auditTitle = ({ period, scope }: Pick<AuditSummary, 'period' | 'scope'>): string =>
  `${t('Equity audit {quarter}', { quarter: quarter(period) })}${scope === '' ? '' : `, ${scope}`}`;
