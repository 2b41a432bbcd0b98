import { Link, useParams } from 'react-router';
import { type Mark, ratioAxis } from '../charts/index.js';
import { IntervalStrip } from '../charts/drawings.js';
import {
  type Audit,
  AUDIT_FINDING,
  type AuditFinding,
  type AuditFindingInFull,
  type AuditHistoryPoint,
  type PromisedAction,
  type Released,
  useAsk,
  type Value,
} from '../gateway/index.js';
import { AbsenceMark, type Column, DataTable, Failed, Loading, Notice, VerdictBadge } from '../kit/index.js';
import {
  absence,
  changeInWords,
  comparisonsNote,
  paritySentence,
  percent,
  probability,
  quarter,
  readVerdict,
  reasonSentence,
  shortfallSentence,
  similarNote,
  written,
} from '../wording/index.js';
import { auditAddress } from './address.js';
import { AuditFrame } from './AuditFrame.js';
import styles from './audits.module.css';
import { DecideForm } from './DecideForm.js';
import { comparedOf, fromTo, followUpLabel, ratioInWords, titleOf, wordsOf } from './words.js';
import { t } from '../language/index.js';

/** One finding: what it says, what is decided about it, and what stands behind it. */
export default function AuditFindingPage() {
  const { key = '' } = useParams();
  return (
    <AuditFrame key={key} title={(audit) => headingOf(audit, key)}>
      {(audit) => {
        const finding = audit.findings.find((one) => one.key === key);
        const promise = audit.promised.find((one) => one.key === key);
        if (finding !== undefined) return <Finding key={key} audit={audit} finding={finding} />;
        if (promise !== undefined) return <LateAction key={key} audit={audit} promise={promise} />;
        return (
          <Notice>
            <p>
              {t('This audit has no such finding that you can see.')}{' '}
              <Link to={auditAddress(audit, 'findings')}>{t('All findings')}</Link>
            </p>
          </Notice>
        );
      }}
    </AuditFrame>
  );
}

/** The finding itself is the heading of its page. */
function headingOf({ findings, promised }: Audit, key: string): string {
  const finding = findings.find((one) => one.key === key);
  const late = promised.find((one) => one.key === key);
  if (finding === undefined)
    return late === undefined ? t('There is no such finding') : t('Late: {label}', { label: late.action.label });
  return titleOf(finding);
}

function LateAction({ audit, promise }: { readonly audit: Audit; readonly promise: PromisedAction }) {
  const { action } = promise;
  return (
    <>
      <section className="stack" aria-label={t('Finding')}>
        <p>
          {t('It was agreed in {agreed} for the end of {due}, and is neither done nor dropped. {owner} answers for it.', {
            agreed: quarter(promise.period),
            due: quarter(action.duePeriod),
            owner: action.ownerLabel,
          })}
        </p>
        <p>
          {followUpLabel(promise)} {fromTo(promise)}.
        </p>
      </section>
      <DecideForm audit={audit} finding={promise.key} decision={promise.decision} />
    </>
  );
}

function Finding({ audit, finding }: { readonly audit: Audit; readonly finding: AuditFinding }) {
  const compared = comparedOf(finding);
  return (
    <>
      <section className="stack" aria-label={t('Finding')}>
        {compared === null ? (
          <p>
            <AbsenceMark status={finding.status} />{' '}
            {finding.status === 'notEstimable' ? reasonSentence(finding.reason) : absence(finding.status).explained}
          </p>
        ) : (
          <>
            <p>
              <VerdictBadge verdict={compared.verdict} /> {finding.measureLabel} {finding.variantLabel}
            </p>
            <p>{paritySentence(compared, wordsOf(finding))}</p>
            <Strip audit={audit} finding={finding} />
            <Shortfall finding={finding} />
          </>
        )}
      </section>
      {finding.status === 'suppressed' ? null : <DecideForm audit={audit} finding={finding.key} decision={finding.decision} />}
      <Behind audit={audit} finding={finding} />
      <CouldBe />
    </>
  );
}

const valueOf = ({ value, absent }: Released): Value =>
  value === null ? { kind: 'absent', reason: absent ?? 'notEstimable' } : { kind: 'number', number: value };

function Strip({ audit, finding }: { readonly audit: Audit; readonly finding: AuditFinding }) {
  const { comparison } = finding;
  const compared = comparedOf(finding);
  if (comparison === null || compared === null) return null;
  const mark: Mark = {
    key: finding.key,
    label: '',
    depth: 0,
    status: 'shown',
    value: valueOf(comparison.ratio),
    lower: valueOf(comparison.lower),
    upper: valueOf(comparison.upper),
    sentence: paritySentence(compared, wordsOf(finding)),
  };
  return (
    <div className={styles['strip']}>
      <IntervalStrip mark={mark} axis={ratioAxis(audit.similar.low, audit.similar.high, wordsOf(finding).noun)} />
      <p className="small quiet">{t('100\u00a0% is everyone else. The band is the range we agreed to treat as similar.')}</p>
    </div>
  );
}

function Shortfall({ finding: { comparison } }: { readonly finding: AuditFinding }) {
  if (comparison === null || comparison.shortfall.people.absent === 'notAboutPeople')
    return <p className="small quiet">{t('No shortfall in people: this measure does not count people.')}</p>;
  const { people, lower, upper } = comparison.shortfall;
  if (people.value === null || lower.value === null || upper.value === null)
    return <p className="small quiet">{t('Shortfall in people: [u] no reliable estimate.')}</p>;
  return <p>{shortfallSentence(people.value, lower.value, upper.value)}</p>;
}

/** History, equals, and the numbers behind the verdict. */
function Behind({ audit, finding }: { readonly audit: Audit; readonly finding: AuditFinding }) {
  const { period, scope } = audit;
  const { answer, failed, retry } = useAsk<{ auditFinding: AuditFindingInFull | null }>(AUDIT_FINDING, {
    period,
    scope,
    finding: finding.key,
  });
  if (failed) return <Failed retry={retry} />;
  if (answer === null) return <Loading height={320} />;
  if (answer.auditFinding === null) return null;
  const { history, adjusted } = answer.auditFinding;
  return (
    <>
      <section className="stack" aria-labelledby="history">
        <h2 id="history">{t('Up to eight quarters')}</h2>
        <DataTable
          caption={t('Quarters, the oldest first')}
          captionHidden
          columns={HISTORY}
          rows={history}
          rowKey={(point) => point.period}
          compact
        />
        {history
          .flatMap(({ breaks }) => breaks)
          .map((text) => (
            <p key={text} className="small quiet">
              [b] {text}
            </p>
          ))}
      </section>
      <section className="stack" aria-labelledby="numbers">
        <h2 id="numbers">{t('Behind the verdict')}</h2>
        <dl className={styles['facts']}>
          <Own finding={finding} />
          {adjusted === null ? null : (
            <>
              <dt>{t('Among equals')}</dt>
              <dd>{adjustedInWords(adjusted)}</dd>
            </>
          )}
          {finding.comparison === null ? null : (
            <>
              <dt>{t('Adjusted p')}</dt>
              <dd>
                {finding.comparison.adjustedP.value === null ? '[u]' : probability(finding.comparison.adjustedP.value)}{' '}
                {t('(Benjamini and Hochberg).')} {comparisonsNote(finding.comparison.comparisons)}
              </dd>
            </>
          )}
          <dt>{t('Similar range')}</dt>
          <dd>{similarNote(audit.similar.low, audit.similar.high)}</dd>
        </dl>
      </section>
    </>
  );
}

function Own({ finding: { comparison } }: { readonly finding: AuditFinding }) {
  if (comparison === null || comparison.own.value === null) return null;
  const { ownLabel, ownFormat, own, other } = comparison;
  return (
    <>
      <dt>{ownLabel}</dt>
      <dd>
        {written(own.value ?? 0, ownFormat)}
        {other.value === null ? '' : t('; everyone else {value}', { value: written(other.value, ownFormat) })}
      </dd>
    </>
  );
}

function adjustedInWords({ period, oddsRatio, lower, upper, pooling }: NonNullable<AuditFindingInFull['adjusted']>): string {
  const when = t('At equal level and tenure, published for {quarter}', { quarter: quarter(period) });
  if (pooling === 'heterogeneous')
    return `${when}: ${t('levels and tenures disagree, so that no one number stands for all of them.')}`;
  if (oddsRatio.value === null) return `${when}: ${t('[u] no reliable estimate.')}`;
  const tested = pooling === 'notTested' ? ` ${t('Whether levels and tenures agree could not be tested.')}` : '';
  const odds = t('the odds are {ratio} of those of everyone else.', { ratio: ratioInWords(oddsRatio, lower, upper) });
  return `${when}: ${odds}${tested}`;
}

const HISTORY: readonly Column<AuditHistoryPoint>[] = [
  { key: 'period', label: t('Quarter'), render: (point) => `${quarter(point.period)}${point.breaks.length > 0 ? ' [b]' : ''}` },
  {
    key: 'ratio',
    label: t('Ratio, 95 % interval'),
    numeric: true,
    render: ({ ratio, lower, upper }) => ratioInWords(ratio, lower, upper),
  },
  { key: 'verdict', label: t('Verdict'), render: (point) => <PointVerdict point={point} /> },
  { key: 'change', label: t('Since the quarter before'), render: (point) => changeInWords(point.change) },
];

function PointVerdict({ point }: { readonly point: AuditHistoryPoint }) {
  const verdict = readVerdict(point.verdict ?? '');
  if (verdict !== null) return <VerdictBadge verdict={verdict} />;
  if (point.status === 'notPlanned') return <>{t('Not published')}</>;
  return point.status === 'shown' ? (
    <>{point.ratio.value === null ? '[u]' : percent(point.ratio.value)}</>
  ) : (
    <AbsenceMark status={point.status} />
  );
}

/** Questions, not causes: the data show a disparity and nothing of where it comes from. */
function CouldBe() {
  return (
    <section className="stack-tight" aria-labelledby="could-be">
      <h2 id="could-be">{t('Questions worth asking')}</h2>
      <ul>
        <li>{t('Who is asked or invited, and by whom?')}</li>
        <li>{t('Does the group have mentors near enough, in time and in place?')}</li>
        <li>{t('Is there time for it in the week of this group?')}</li>
        <li>{t('Did what counts as a group change this quarter?')}</li>
      </ul>
      <p className="small quiet">{t('They are prompts. Nothing here tells a cause.')}</p>
    </section>
  );
}
