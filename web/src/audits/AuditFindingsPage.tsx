import { Link } from 'react-router';
import type { Audit, AuditFinding } from '../gateway/index.js';
import { AbsenceMark, type Column, DataTable, VerdictBadge } from '../kit/index.js';
import {
  changeInWords,
  choiceLabel,
  comparisonsNote,
  FINDING_CLASSES,
  groupLabel,
  HIDDEN_SHORT,
  quarter,
} from '../wording/index.js';
import { auditAddress, findingAddress } from './address.js';
import { AuditFrame } from './AuditFrame.js';
import styles from './audits.module.css';
import { Promises } from './Promises.js';
import { comparedOf, comparedWhat, ratioInWords } from './words.js';
import { t } from '../language/index.js';

/** The second step: all findings, by class. What needs no decision is folded up. */
export default function AuditFindingsPage() {
  return <AuditFrame title={t('Review findings')}>{(audit) => <Findings audit={audit} />}</AuditFrame>;
}

function Findings({ audit }: { readonly audit: Audit }) {
  const { toDecide, decided } = audit.steps;
  const classes = FINDING_CLASSES.map(([key, label]) => ({
    ...{ key, audit, label: t(label) },
    findings: audit.findings.filter((finding) => finding.class === key),
  })).filter(({ findings }) => findings.length > 0);
  const first = audit.findings.find((finding) => finding.needsWord && finding.decision === null);
  return (
    <>
      <p role="status">
        {toDecide === 0
          ? t('Nothing needs a decision this quarter.')
          : t('{decided} of {toDecide} findings that need a decision are decided.', { decided, toDecide })}{' '}
        {first === undefined ? (
          <Link to={auditAddress(audit, 'actions')}>{t('Go on to actions')}</Link>
        ) : (
          <Link to={findingAddress(audit, first.key)}>{t('Decide about the next one')}</Link>
        )}
      </p>
      {classes.filter(({ findings }) => asksForWord(findings)).map(inFull)}
      <div className="stack-tight">{classes.filter(({ findings }) => !asksForWord(findings)).map(foldedUp)}</div>
      <Promises audit={audit} />
      <p className="small quiet">
        {familyNote(audit)} {t('Findings are ordered by verdict, and inside one as the programme orders its groups.')}{' '}
        {t(HIDDEN_SHORT)}
      </p>
    </>
  );
}

function familyNote({ findings }: Audit): string {
  const largest = Math.max(0, ...findings.map(({ comparison }) => comparison?.comparisons ?? 0));
  return largest === 0 ? '' : t('In the largest family: {note}', { note: comparisonsNote(largest) });
}

interface OfClass {
  readonly key: string;
  readonly audit: Audit;
  readonly label: string;
  readonly findings: readonly AuditFinding[];
}

const asksForWord = (findings: readonly AuditFinding[]): boolean => findings.some(({ needsWord }) => needsWord);

const inFull = (of: OfClass) => (
  <section key={of.key} className="stack">
    <h2>{headOf(of)}</h2>
    <FindingsTable audit={of.audit} label={of.label} findings={of.findings} />
  </section>
);

const foldedUp = (of: OfClass) => (
  <details key={of.key} className={styles['more']}>
    <summary>{headOf(of)}</summary>
    <FindingsTable audit={of.audit} label={of.label} findings={of.findings} />
  </details>
);

const headOf = ({ label, findings }: OfClass): string => `${label} (${findings.length})`;

const FindingsTable = ({ audit, label, findings }: Omit<OfClass, 'key'>) => (
  <DataTable caption={label} captionHidden columns={columnsFor(audit)} rows={findings} rowKey={({ key }) => key} compact />
);

const columnsFor = (audit: Audit): readonly Column<AuditFinding>[] => [
  { key: 'group', label: t('Group'), render: (one) => <Link to={findingAddress(audit, one.key)}>{groupLabel(one.group)}</Link> },
  { key: 'what', label: t('Compared'), render: comparedWhat },
  { key: 'verdict', label: t('Verdict'), render: (one) => <Outcome finding={one} /> },
  { key: 'ratio', label: t('Ratio to everyone else, 95 % interval'), numeric: true, render: ratioOf },
  { key: 'change', label: t('Since the quarter before'), render: changeOf },
  { key: 'decision', label: t('Decision'), render: decisionOf },
];

function Outcome({ finding }: { readonly finding: AuditFinding }) {
  const compared = comparedOf(finding);
  return compared === null ? <AbsenceMark status={finding.status} /> : <VerdictBadge verdict={compared.verdict} />;
}

const ratioOf = ({ comparison }: AuditFinding): string =>
  comparison === null ? '' : ratioInWords(comparison.ratio, comparison.lower, comparison.upper);

const changeOf = ({ change, since }: AuditFinding): string =>
  change === null ? '' : `${changeInWords(change)}${since === null ? '' : ` (${quarter(since)})`}`;

function decisionOf({ decision, needsWord }: AuditFinding): string {
  if (decision === null) return needsWord ? t('To decide') : '';
  const choice = choiceLabel(decision.choice);
  return decision.branch === null ? choice : t('{choice}, by {branch}', { choice, branch: decision.branch });
}
