import { Button } from '@mantine/core';
import { useSession } from '../access/index.js';
import type { Audit, AuditFinding } from '../gateway/index.js';
import { VerdictBadge } from '../kit/index.js';
import { changeInWords, choiceLabel, HIDDEN_SHORT, hiddenShare, quarter } from '../wording/index.js';
import { actionSentence } from './action-sentence.js';
import { AuditFrame } from './AuditFrame.js';
import styles from './audits.module.css';
import { actionState, comparedOf, followUpLabel, fromTo, ratioInWords, titleOf } from './words.js';
import { inSentence, t } from '../language/index.js';

/** As many as one page holds; the rest stands in the audit. */
const MOST_FINDINGS = 10;
const MOST_ACTIONS = 4;

/** One page for the half hour in which managers go through it, on a screen or on paper. */
export default function AuditSheetPage() {
  return (
    <AuditFrame title={t('Meeting sheet')}>
      {(audit) => (
        <div className={styles['sheet']}>
          <div className="no-print">
            <Button variant="default" onClick={() => window.print()}>
              {t('Print')}
            </Button>
          </div>
          <NeedWord audit={audit} />
          <Promised audit={audit} />
          <Agreed audit={audit} />
          <Foot audit={audit} />
        </div>
      )}
    </AuditFrame>
  );
}

const HEADS = [t('Finding'), t('Verdict'), t('Ratio to everyone else'), t('Since the quarter before'), t('Decision')];

function NeedWord({ audit }: { readonly audit: Audit }) {
  const findings = audit.findings.filter(({ needsWord }) => needsWord);
  return (
    <section className="stack-tight" aria-labelledby="word">
      <h2 id="word">{t('Findings that need a word')}</h2>
      {findings.length === 0 ? (
        <p>{t('None this quarter. That is no proof of equality: the audit lists what cannot be told.')}</p>
      ) : (
        <div className={styles['wide']} role="region" aria-label={t('Table: findings that need a word')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {HEADS.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {findings.slice(0, MOST_FINDINGS).map((finding) => (
                <Row key={finding.key} finding={finding} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More than={MOST_FINDINGS} of={findings.length} />
    </section>
  );
}

/** What one page does not hold is counted, not left out in silence. */
const More = ({ than, of }: { readonly than: number; readonly of: number }) =>
  of > than ? <p>{t('And {n} more, in the audit.', { n: of - than })}</p> : null;

function Row({ finding }: { readonly finding: AuditFinding }) {
  const compared = comparedOf(finding);
  const { comparison, change, decision } = finding;
  return (
    <tr>
      <th scope="row">{titleOf(finding)}</th>
      <td>{compared === null ? null : <VerdictBadge verdict={compared.verdict} />}</td>
      <td>{comparison === null ? '' : ratioInWords(comparison.ratio, comparison.lower, comparison.upper)}</td>
      <td>{changeInWords(change)}</td>
      <td className={styles['blank']}>{decision === null ? '' : `${choiceLabel(decision.choice)}: ${decision.reasonLabel}`}</td>
    </tr>
  );
}

function Promised({ audit }: { readonly audit: Audit }) {
  return (
    <section className="stack-tight" aria-labelledby="last-time">
      <h2 id="last-time">{t('What was promised, and what came of it')}</h2>
      {audit.promised.length === 0 ? <p>{t('No earlier audit agreed anything.')}</p> : null}
      <ul>
        {audit.promised.slice(0, MOST_ACTIONS).map((promise) => (
          <li key={promise.action.id}>
            <strong>{promise.action.label}</strong> ({promise.action.ownerLabel}, {quarter(promise.action.duePeriod)}):{' '}
            {inSentence(actionState(promise))}. {followUpLabel(promise)} {fromTo(promise)}
          </li>
        ))}
      </ul>
      <More than={MOST_ACTIONS} of={audit.promised.length} />
    </section>
  );
}

function Agreed({ audit }: { readonly audit: Audit }) {
  return (
    <section className="stack-tight" aria-labelledby="agreed">
      <h2 id="agreed">{t('What is agreed now')}</h2>
      {audit.agreed.length === 0 ? <p>{t('Nothing yet.')}</p> : null}
      <ul>
        {audit.agreed.slice(0, MOST_ACTIONS).map((action) => (
          <li key={action.id}>
            <strong>{action.label}</strong>. {actionSentence(action)}
          </li>
        ))}
      </ul>
      <More than={MOST_ACTIONS} of={audit.agreed.length} />
    </section>
  );
}

function Foot({ audit: { data, releaseId, findings } }: { readonly audit: Audit }) {
  const { installation } = useSession();
  const unsure = findings.filter((finding) => finding.class === 'cannot-tell').length;
  return (
    <p className="small quiet">
      {t('For {n} comparisons we cannot tell yet.', { n: unsure })} {hiddenShare(data.hidden, data.comparisons)}{' '}
      {data.hidden > 0 ? t(HIDDEN_SHORT) : ''} {t('Release {release}.', { release: releaseId })}
      {installation.sample ? ` ${t('Sample data: this organisation is invented.')}` : ''}
    </p>
  );
}
