import type { AuditFinding, AuditRecord, AuditSummary, PromisedAction, Released } from '../gateway/index.js';
import {
  capital,
  type Comparing,
  comparing,
  findingTitle,
  groupAtStart,
  type ParityFinding,
  percent,
  quarter,
  readVerdict,
} from '../wording/index.js';

/** The classes of findings in reading order, with their headings. */
export const CLASSES: readonly (readonly [key: string, label: string])[] = [
  ['clear-gap', 'A clear gap'],
  ['gap-of-uncertain-size', 'A gap, its size uncertain'],
  ['cannot-tell', 'Cannot tell yet'],
  ['slight-gap', 'A slight gap, within the similar range'],
  ['similar', 'Similar'],
  ['other-way-round', 'The other way round'],
  ['no-estimate', 'No reliable estimate'],
  ['hidden', 'Hidden [c]'],
  ['not-collected', 'Not collected, or does not apply'],
];

/** The choices of a decision, with what each says. */
export const CHOICES: readonly (readonly [key: string, label: string, about: string])[] = [
  ['act', 'Act', 'An action is agreed in the next step.'],
  ['watch', 'Watch', 'Nothing is done yet; the next audit looks again.'],
  ['needs-better-data', 'Needs better data', 'The data do not carry a decision.'],
  ['no-action', 'No action', 'Nothing is to be done.'],
];

export const choiceLabel = (choice: string): string => CHOICES.find(([key]) => key === choice)?.[1] ?? choice;

const STATES: Readonly<Record<string, string>> = {
  open: 'Open',
  'signed-once': 'Waits for the second signature',
  signed: 'Signed by two',
  returned: 'Returned',
  reopened: 'Reopened',
};

export const stateLabel = ({ state, overdue }: Pick<AuditSummary, 'state' | 'overdue'>): string =>
  `${STATES[state] ?? state}${overdue ? ', overdue' : ''}`;

export const ANSWERS: readonly (readonly [key: string, label: string])[] = [
  ['yes', 'Yes'],
  ['with-limits', 'Yes, within limits'],
  ['no', 'No, stop here'],
];

const FOLLOW_UPS: Readonly<Record<string, string>> = {
  'moved-enough': 'Moved by at least that',
  'moved-less': 'Moved less',
  'cannot-tell': 'Cannot tell',
  worse: 'Worse',
};

const BECAUSE: Readonly<Record<string, string>> = {
  'not-shown': 'it is hidden or has no estimate in one of the quarters',
  break: 'what is compared changed in between [b]',
  'no-later-quarter': 'there is no later quarter yet',
};

/** What came of an action, in words. */
export function followUpLabel({ verdict, because }: PromisedAction): string {
  const said = FOLLOW_UPS[verdict] ?? verdict;
  return because === null ? said : `${said}: ${BECAUSE[because] ?? because}`;
}

/** From which ratio to which; empty where one of them is not shown. */
export function fromTo({ before, now }: PromisedAction): string {
  if (before.value === null || now.value === null) return '';
  return `from ${percent(before.value)} to ${percent(now.value)} of everyone else`;
}

export const actionState = ({ action, late }: PromisedAction): string =>
  action.step === 'done' ? 'Done' : action.step === 'dropped' ? 'Dropped' : late ? 'Late' : 'Running';

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
export const comparedWhat = (finding: AuditFinding): string => capital(wordsOf(finding).does);

/** `78 % (63 % to 96 %)`, or nothing. */
export function ratioInWords(ratio: Released, lower: Released, upper: Released): string {
  if (ratio.value === null || lower.value === null) return '';
  return `${percent(ratio.value)} (${percent(lower.value)} to ${upper.value === null ? 'open' : percent(upper.value)})`;
}

const RECORD_STEPS: Readonly<Record<string, string>> = {
  countersigned: 'Countersigned',
  returned: 'Returned',
  reopened: 'Reopened',
};

export const recordStepLabel = (step: AuditRecord['steps'][number]['step']): string => RECORD_STEPS[step] ?? step;

/** `Equity audit Q3 2026`, with the branch where it is one. */
export const auditTitle = ({ period, scope }: Pick<AuditSummary, 'period' | 'scope'>): string =>
  `Equity audit ${quarter(period)}${scope === '' ? '' : `, ${scope}`}`;
