import { Link } from 'react-router';
import type { Audit, AuditSummary } from '../gateway/index.js';
import { type Column, DataTable, Notice } from '../kit/index.js';
import { calendarDate, inWords, similarNote } from '../wording/index.js';
import { auditAddress } from './address.js';
import { AuditFrame } from './AuditFrame.js';
import styles from './audits.module.css';
import { Promises } from './Promises.js';
import { auditTitle, stateLabel } from './words.js';

interface Step {
  readonly part: string;
  readonly label: string;
  readonly state: string;
}

/** The five steps, how far each is, and what the audit collects. */
export default function AuditPage() {
  return <AuditFrame title="Equity audit">{(audit) => <Overview audit={audit} />}</AuditFrame>;
}

function Overview({ audit }: { readonly audit: Audit }) {
  const steps = stepsOf(audit);
  const done = steps.filter(({ state }) => state.startsWith('Done')).length;
  return (
    <>
      {audit.restated ? (
        <Notice tone="unsure" title="This release was restated since">
          <p>The audit stays with the release that it was opened for. The restatement has an audit of its own.</p>
        </Notice>
      ) : null}
      <section className="stack" aria-labelledby="steps">
        <h2 id="steps">
          {done} of {steps.length} done, due {calendarDate(audit.dueOn)}
        </h2>
        <ol className={styles['steps']}>
          {steps.map(({ part, label, state }) => (
            <li key={part}>
              <Link to={auditAddress(audit, part)}>{label}</Link>
              <span className="quiet">{state}</span>
            </li>
          ))}
        </ol>
        <p>
          <Link to={auditAddress(audit, 'sheet')}>One page for the meeting</Link>
          {audit.records.length === 0 ? null : (
            <>
              {' · '}
              <Link to={auditAddress(audit, 'record')}>Signed record</Link>
            </>
          )}
        </p>
      </section>
      {audit.branches.length === 0 ? null : <Branches branches={audit.branches} />}
      <Promises audit={audit} />
      <p className="small quiet">
        Release {audit.releaseId}, policy {audit.policyVersion}, both locked. {similarNote(audit.similar.low, audit.similar.high)}
      </p>
    </>
  );
}

function stepsOf({ answer, steps, state, agreed, rights }: Audit): Step[] {
  const { toDecide, decided, lacks, withoutAction } = steps;
  const signed = state === 'signed';
  const acts = withoutAction.length === 0;
  const ready = lacks.length === 0;
  return [
    { part: 'data', label: '1. Check the data', state: answer === null ? 'Not started' : 'Done' },
    { part: 'findings', label: '2. Review findings', state: reviewState(toDecide, decided) },
    {
      part: 'actions',
      label: '3. Agree actions',
      state: !acts ? `${inWords(withoutAction.length)} still to agree` : agreed.length > 0 || ready ? 'Done' : 'Not started',
    },
    { part: 'check', label: '4. Check your answers', state: ready ? 'Done' : 'Cannot start yet' },
    {
      part: 'sign-off',
      label: '5. Sign off',
      state: signed
        ? 'Done'
        : state === 'signed-once'
          ? 'Waits for the second signature'
          : rights.sign
            ? 'Not started'
            : 'Cannot start yet',
    },
  ];
}

function reviewState(toDecide: number, decided: number): string {
  if (toDecide === 0) return 'Done, nothing needs a decision';
  if (decided === toDecide) return `Done, ${decided} decided`;
  return decided === 0 ? `Not started, ${toDecide} to decide` : `In progress, ${decided} of ${toDecide} decided`;
}

const COLUMNS: readonly Column<AuditSummary>[] = [
  { key: 'scope', label: 'Branch', render: (audit) => <Link to={auditAddress(audit)}>{audit.scopeLabel}</Link> },
  { key: 'state', label: 'State', render: stateLabel },
  { key: 'decided', label: 'Decisions', numeric: true, render: (audit) => audit.decided },
  { key: 'actions', label: 'Actions', numeric: true, render: (audit) => audit.actions },
];

function Branches({ branches }: { readonly branches: readonly AuditSummary[] }) {
  return (
    <section className="stack" aria-labelledby="branches">
      <h2 id="branches">Audits of branches</h2>
      <p>What a branch decided about its own teams counts here too.</p>
      <DataTable caption="Audits of branches" captionHidden columns={COLUMNS} rows={branches} rowKey={auditTitle} />
    </section>
  );
}
