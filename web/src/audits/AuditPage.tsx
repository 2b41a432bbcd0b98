import { Link } from 'react-router';
import type { Audit, AuditSummary } from '../gateway/index.js';
import { type Column, DataTable, Notice } from '../kit/index.js';
import { calendarDate, inWords, similarNote } from '../wording/index.js';
import { auditAddress } from './address.js';
import { AuditFrame } from './AuditFrame.js';
import styles from './audits.module.css';
import { Notes } from './Notes.js';
import { Promises } from './Promises.js';
import { auditTitle, stateLabel } from './words.js';
import { t } from '../language/index.js';

interface Step {
  readonly part: string;
  readonly label: string;
  readonly state: string;
  readonly done: boolean;
}

/** The five steps, how far each is, and what the audit collects. */
export default function AuditPage() {
  return <AuditFrame title={t('Equity audit')}>{(audit) => <Overview audit={audit} />}</AuditFrame>;
}

function Overview({ audit }: { readonly audit: Audit }) {
  const steps = stepsOf(audit);
  const done = steps.filter((step) => step.done).length;
  return (
    <>
      {audit.restated ? (
        <Notice tone="unsure" title={t('This release was restated since')}>
          <p>{t('The audit stays with the release that it was opened for. The restatement has an audit of its own.')}</p>
        </Notice>
      ) : null}
      <section className="stack" aria-labelledby="steps">
        <h2 id="steps">{t('{done} of {all} done, due {day}', { done, all: steps.length, day: calendarDate(audit.dueOn) })}</h2>
        <ol className={styles['steps']}>
          {steps.map(({ part, label, state }) => (
            <li key={part}>
              <Link to={auditAddress(audit, part)}>{label}</Link>
              <span className="quiet">{state}</span>
            </li>
          ))}
        </ol>
        <p>
          <Link to={auditAddress(audit, 'sheet')}>{t('One page for the meeting')}</Link>
          {audit.records.length === 0 ? null : (
            <>
              {' · '}
              <Link to={auditAddress(audit, 'record')}>{t('Signed record')}</Link>
            </>
          )}
        </p>
      </section>
      {audit.branches.length === 0 ? null : <Branches branches={audit.branches} />}
      <Promises audit={audit} />
      <Notes audit={audit} />
      <p className="small quiet">
        {t('Release {release}, policy {policy}, both locked.', { release: audit.releaseId, policy: audit.policyVersion })}{' '}
        {similarNote(audit.similar.low, audit.similar.high)}
      </p>
    </>
  );
}

function stepsOf(audit: Audit): Step[] {
  const { answer, steps, state, agreed } = audit;
  const { toDecide, decided, lacks, withoutAction } = steps;
  const ready = lacks.length === 0;
  const acts = withoutAction.length === 0 && (agreed.length > 0 || ready);
  return [
    { part: 'data', label: t('1. Check the data'), ...doneOr(answer !== null, t('Not started')) },
    {
      part: 'findings',
      label: t('2. Review findings'),
      done: toDecide === 0 || decided === toDecide,
      state: reviewState(toDecide, decided),
    },
    { part: 'actions', label: t('3. Agree actions'), ...doneOr(acts, actState(withoutAction.length)) },
    { part: 'check', label: t('4. Check your answers'), ...doneOr(ready, t('Cannot start yet')) },
    { part: 'sign-off', label: t('5. Sign off'), ...doneOr(state === 'signed', signState(audit)) },
  ];
}

const doneOr = (done: boolean, otherwise: string) => ({ done, state: done ? t('Done') : otherwise });

const actState = (missing: number): string =>
  missing === 0 ? t('Not started') : t('{n} still to agree', { n: inWords(missing) });

function signState({ state, rights }: Audit): string {
  if (state === 'signed-once') return t('Waits for the second signature');
  return rights.sign ? t('Not started') : t('Cannot start yet');
}

function reviewState(toDecide: number, decided: number): string {
  if (toDecide === 0) return t('Done, nothing needs a decision');
  if (decided === toDecide) return t('Done, {decided} decided', { decided });
  return decided === 0
    ? t('Not started, {toDecide} to decide', { toDecide })
    : t('In progress, {decided} of {toDecide} decided', { decided, toDecide });
}

const COLUMNS: readonly Column<AuditSummary>[] = [
  { key: 'scope', label: t('Branch'), render: (audit) => <Link to={auditAddress(audit)}>{audit.scopeLabel}</Link> },
  { key: 'state', label: t('State'), render: stateLabel },
  { key: 'decided', label: t('Decisions'), numeric: true, render: (audit) => audit.decided },
  { key: 'actions', label: t('Actions'), numeric: true, render: (audit) => audit.actions },
];

function Branches({ branches }: { readonly branches: readonly AuditSummary[] }) {
  return (
    <section className="stack" aria-labelledby="branches">
      <h2 id="branches">{t('Audits of branches')}</h2>
      <p>{t('What a branch decided about its own teams counts here too.')}</p>
      <DataTable caption={t('Audits of branches')} captionHidden columns={COLUMNS} rows={branches} rowKey={auditTitle} />
    </section>
  );
}
