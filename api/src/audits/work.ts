import { t } from '#language';
import type pg from 'pg';
import { type Actor, record, type TrailEntry } from '../audit-trail/index.js';
import { inTransaction, Refusal } from '../platform/index.js';
import { type AuditView, lateKey } from './audit-view.js';
import { ACTIONS, DATA_LIMITS, isChoice, isListed, OWN_ACTION, OWNER_ROLES, REASONS } from './library.js';
import { plainWords } from './plain-words.js';
import { recordOf } from './record.js';
import { isOpen } from './state.js';
import type { ActionRow, AuditRow, DataAnswer } from './store.js';

/** Who does it, and in which audit as it stands now. Whether they may is a question for access. */
export interface Working {
  readonly pool: pg.Pool;
  readonly by: Actor;
  readonly view: AuditView;
}

/** The same where nothing but the state of the audit matters. */
export interface Ending extends Omit<Working, 'view'> {
  readonly view: Pick<AuditView, 'audit' | 'state'>;
}

/** An answer as somebody sends it. */
export interface Answering {
  readonly answer: string;
  readonly limits: readonly string[];
}

const ANSWERS: readonly string[] = ['yes', 'with-limits', 'no'] satisfies DataAnswer['answer'][];

/** Answers the first step. @throws Refusal `audit-frozen`, `limits-missing` (2). */
export async function answerData({ pool, by, view }: Working, { answer, limits }: Answering): Promise<void> {
  refuseFrozen(view);
  const known = ANSWERS.includes(answer) && limits.every((key) => isListed(DATA_LIMITS, key));
  if (!known || (answer === 'yes') !== (limits.length === 0))
    throw new Refusal('limits-missing', 'Say what limits the data, or that nothing does.', 2);
  await written({ pool, by, view }, { action: 'audit.data-judged', details: { answer } }, (tx) =>
    tx.query('insert into audits.data_answer (audit_id, answer, limits, answered_by) values ($1, $2, $3, $4)', [
      view.audit.id,
      answer,
      [...new Set(limits)],
      by.id,
    ]),
  );
}

/** A decision as somebody sends it; no choice takes one back. */
export interface Deciding {
  readonly finding: string;
  readonly choice: string | null;
  readonly reason: string | null;
}

/** Decides about a finding. @throws Refusal `audit-frozen`, `finding-unknown`, `reason-missing` (2). */
export async function decideFinding(working: Working, { finding, choice, reason }: Deciding): Promise<void> {
  const { by, view } = working;
  refuseFrozen(view);
  refuseUnknown(view, finding);
  const reasons = choice === null ? null : isChoice(choice) ? REASONS[choice] : [];
  if (reasons === null ? reason !== null : !isListed(reasons, reason ?? ''))
    throw new Refusal('reason-missing', 'Choose a decision, and its reason from the list of that decision.', 2);
  await written(working, { action: 'audit.decided', details: { choice: choice ?? 'taken back' } }, (tx) =>
    tx.query('insert into audits.decision (audit_id, finding, choice, reason, decided_by) values ($1, $2, $3, $4, $5)', [
      view.audit.id,
      finding,
      choice,
      reason,
      by.id,
    ]),
  );
}

/** An action as somebody proposes it. */
export interface NewAction {
  readonly finding: string;
  /** Key in the library, or `own`. */
  readonly kind: string;
  readonly ownWords: string | null;
  readonly ownerRole: string;
  readonly duePeriod: string;
  /** The key of a comparison that is shown: an action aimed at a hidden group is widened to one that can be seen. */
  readonly measuredBy: string;
  readonly smallestChange: number;
}

/** Agrees an action. @throws Refusal `audit-frozen`, `finding-unknown`, `action-incomplete`, `not-measurable` and others (2). */
export async function agreeAction(working: Working, action: NewAction): Promise<void> {
  const { by, view } = working;
  refuseFrozen(view);
  refuseUnknown(view, action.finding);
  refuseIncomplete(view, action);
  const words = action.kind === OWN_ACTION ? plainWords(action.ownWords ?? '', 300, groupsOf(view)) : null;
  await written(working, { action: 'audit.action-agreed', details: { kind: action.kind, due: action.duePeriod } }, (tx) =>
    tx.query(
      `insert into audits.action (audit_id, finding, kind, own_words, owner_role, due_period, measured_by, smallest_change, agreed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        view.audit.id,
        action.finding,
        action.kind,
        words,
        action.ownerRole,
        action.duePeriod,
        action.measuredBy,
        action.smallestChange,
        by.id,
      ],
    ),
  );
}

function refuseIncomplete({ audit, findings }: AuditView, action: NewAction): void {
  if (action.kind !== OWN_ACTION && !isListed(ACTIONS, action.kind))
    throw new Refusal('action-unknown', 'Choose an action from the library, or write one of your own.', 2);
  if (!isListed(OWNER_ROLES, action.ownerRole))
    throw new Refusal('owner-missing', 'Choose the role that answers for the action.', 2);
  if (!/^\d{4}-Q[1-4]$/.test(action.duePeriod) || action.duePeriod <= audit.period)
    throw new Refusal(
      'due-too-early',
      t('Choose a quarter after {period} by whose end it is to be done.', { period: audit.period }),
      2,
    );
  if (!(action.smallestChange >= 0.01 && action.smallestChange <= 2))
    throw new Refusal('change-missing', 'Say the smallest change that matters, from 1 to 200 percentage points.', 2);
  const measured = findings.find(({ key }) => key === action.measuredBy);
  if (measured?.outcome.kind !== 'compared')
    throw new Refusal(
      'not-measurable',
      'Nobody could see whether it helped: that group is hidden or has no estimate. Choose a wider group that is shown.',
      2,
    );
}

/** Takes back an action that is not signed yet. @throws Refusal `audit-frozen`, `action-unknown` (2). */
export async function withdrawAction(working: Working, actionId: string): Promise<void> {
  const { view } = working;
  refuseFrozen(view);
  if (!view.actions.some(({ id }) => id === actionId)) throw unknownAction();
  await endAction(working, actionId, 'withdrawn');
}

/**
 * Says that a signed action is done or dropped. The audit is the one that agreed it.
 *
 * @throws Refusal `action-ended`, `not-signed`.
 */
export async function closeAction(ending: Ending, action: ActionRow, step: 'done' | 'dropped'): Promise<void> {
  if (action.step !== null) throw new Refusal('action-ended', 'This action has ended already.');
  if (isOpen(ending.view.state))
    throw new Refusal('not-signed', 'This action is not signed yet. Sign the audit, or take the action back.');
  await endAction(ending, action.id, step);
}

async function endAction(working: Ending, actionId: string, step: 'withdrawn' | 'done' | 'dropped'): Promise<void> {
  await written(working, { action: `audit.action-${step}`, details: { action: actionId } }, (tx) =>
    tx.query('insert into audits.action_step (action_id, step, taken_by) values ($1, $2, $3)', [actionId, step, working.by.id]),
  );
}

const unknownAction = (): Refusal => new Refusal('action-unknown', 'There is no such action in this audit.', 2);

/** The first of two signatures: from now on the audit is frozen. @throws Refusal `audit-frozen`, `audit-incomplete`. */
export async function signAudit(working: Working): Promise<void> {
  const { by, view } = working;
  refuseFrozen(view);
  if (view.steps.lacks.length > 0) throw new Refusal('audit-incomplete', view.steps.lacks.join(' '));
  const { document, hash } = recordOf(view);
  await written(working, { action: 'audit.signed', details: { hash } }, (tx) =>
    tx.query(
      `insert into audits.record (audit_id, record_no, document, hash, signed_by, signed_role) values ($1, $2, $3, $4, $5, $6)`,
      [view.audit.id, (view.records[0]?.no ?? 0) + 1, document, hash, by.id, by.role],
    ),
  );
}

/** The second signature, by another person in another role. @throws Refusal `nothing-to-countersign`, `same-person`. */
export async function countersignAudit(working: Working): Promise<void> {
  await afterSigning(working, 'countersigned', null);
}

/** Gives a signed audit back to be worked on. @throws Refusal `nothing-to-countersign`, `words-missing` (2). */
export async function returnAudit(working: Working, why: string): Promise<void> {
  await afterSigning(working, 'returned', plainWords(why, 500, groupsOf(working.view)));
}

async function afterSigning(working: Working, step: 'countersigned' | 'returned', reason: string | null): Promise<void> {
  const { view, by } = working;
  const [newest] = view.records;
  if (view.state !== 'signed-once' || !newest)
    throw new Refusal('nothing-to-countersign', 'This audit does not wait for a second signature.');
  if (newest.signedBy === by.id) throw new Refusal('same-person', 'The second signature is given by somebody else.');
  await addStep(working, newest.id, step, reason);
}

/** Opens a signed audit again. The old record stays. @throws Refusal `not-signed`, `words-missing` (2). */
export async function reopenAudit(working: Working, why: string): Promise<void> {
  const { view } = working;
  const [newest] = view.records;
  if (view.state !== 'signed' || !newest) throw new Refusal('not-signed', 'Only an audit that two people signed is reopened.');
  await addStep(working, newest.id, 'reopened', plainWords(why, 500, groupsOf(view)));
}

/** What the groups of an audit are called: they may be named. */
export const groupsOf = ({ findings }: Pick<AuditView, 'findings'>): string[] => [
  ...new Set(findings.flatMap(({ group }) => Object.values(group).flatMap((name) => [name, name.split('/').at(-1) ?? name]))),
];

async function addStep(working: Working, recordId: string, step: string, reason: string | null): Promise<void> {
  const { by } = working;
  await written(working, { action: `audit.${step}` }, (tx) =>
    tx.query('insert into audits.record_step (record_id, step, reason, taken_by, taken_role) values ($1, $2, $3, $4, $5)', [
      recordId,
      step,
      reason,
      by.id,
      by.role,
    ]),
  );
}

/** A change and its entry on the trail, together. */
async function written(
  { pool, by, view }: Ending,
  entry: Omit<TrailEntry, 'subject'>,
  change: (tx: pg.PoolClient) => Promise<unknown>,
): Promise<void> {
  await inTransaction(pool, async (tx) => {
    await change(tx).catch(refuseRaced);
    await record(tx, by, { ...entry, subject: subjectOf(view.audit) });
  });
}

/** How an audit is called on the trail. */
export const subjectOf = ({ period, scope }: Pick<AuditRow, 'period' | 'scope'>): string =>
  scope === '' ? period : `${period} ${scope}`;

/** Somebody signed, or ended the same action, between reading and writing. */
export function refuseRaced(fault: unknown): never {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  if (code === '42501' || code === '23505')
    throw new Refusal('changed-meanwhile', 'Somebody changed this audit meanwhile. Read it again.');
  throw fault;
}

function refuseFrozen({ state }: AuditView): void {
  if (!isOpen(state)) throw new Refusal('audit-frozen', 'This audit is signed. Reopen it with a reason to change it.');
}

function refuseUnknown({ findings, promised }: AuditView, key: string): void {
  const known = findings.some((one) => one.key === key) || promised.some((one) => one.late && lateKey(one.id) === key);
  if (!known) throw new Refusal('finding-unknown', 'This audit has no such finding.', 2);
}
