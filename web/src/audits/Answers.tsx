import { Link } from 'react-router';
import type { Audit } from '../gateway/index.js';
import { type Column, DataTable, VerdictBadge } from '../kit/index.js';
import { choiceLabel, readVerdict } from '../wording/index.js';
import { actionSentence } from './action-sentence.js';
import { auditAddress, findingAddress } from './address.js';
import styles from './audits.module.css';
import { Notes } from './Notes.js';
import { ANSWERS, comparedOf, titleOf } from './words.js';
import { t } from '../language/index.js';

interface Decided {
  readonly key: string;
  readonly title: string;
  readonly verdict: string | null;
  readonly decision: Audit['findings'][number]['decision'];
}

/** The answer about the data, every decision, every action; each with the way to change it. */
export function Answers({ audit }: { readonly audit: Audit }) {
  const { answer, agreed } = audit;
  const works = audit.rights.work;
  return (
    <>
      <section className="stack-tight" aria-labelledby="answer">
        <h2 id="answer">{t('Are the data good enough?')}</h2>
        <p>
          {ANSWERS.find(([key]) => key === answer?.answer)?.[1] ?? t('Not answered')}{' '}
          {works ? <Link to={auditAddress(audit, 'data')}>{t('Change the answer')}</Link> : null}
        </p>
      </section>
      <section className="stack" aria-labelledby="decisions">
        <h2 id="decisions">{t('Decisions')}</h2>
        <DataTable
          caption={t('Findings that need a decision, and those that have one')}
          captionHidden
          columns={columnsFor(audit)}
          rows={decidedIn(audit)}
          rowKey={({ key }) => key}
        />
      </section>
      <section className="stack" aria-labelledby="actions">
        <h2 id="actions">{t('Actions')}</h2>
        {agreed.length === 0 ? <p>{t('None.')}</p> : null}
        <ul className={styles['list']}>
          {agreed.map((action) => (
            <li key={action.id}>
              <strong>{action.label}</strong>. {actionSentence(action)}
            </li>
          ))}
        </ul>
        {works ? (
          <p>
            <Link to={auditAddress(audit, 'actions')}>{t('Change actions')}</Link>
          </p>
        ) : null}
      </section>
      <Notes audit={audit} />
    </>
  );
}

function decidedIn({ findings, promised }: Audit): Decided[] {
  const told = findings
    .filter(({ needsWord, decision }) => needsWord || decision !== null)
    .map((finding) => {
      return {
        key: finding.key,
        title: titleOf(finding),
        verdict: comparedOf(finding)?.verdict ?? null,
        decision: finding.decision,
      };
    });
  const late = promised
    .filter((promise) => promise.late || promise.decision !== null)
    .map(({ key, action, decision }) => ({ key, title: t('Late: {label}', { label: action.label }), verdict: null, decision }));
  return [...told, ...late];
}

const columnsFor = (audit: Audit): readonly Column<Decided>[] => [
  { key: 'finding', label: t('Finding'), render: ({ key, title }) => <Link to={findingAddress(audit, key)}>{title}</Link> },
  { key: 'verdict', label: t('Verdict'), render: ({ verdict }) => <Badge verdict={verdict} /> },
  {
    key: 'decision',
    label: t('Decision'),
    render: ({ decision }) => (decision === null ? t('To decide') : choiceLabel(decision.choice)),
  },
  { key: 'reason', label: t('Reason'), render: ({ decision }) => decision?.reasonLabel ?? '' },
];

function Badge({ verdict }: { readonly verdict: string | null }) {
  const known = readVerdict(verdict ?? '');
  return known === null ? null : <VerdictBadge verdict={known} />;
}
