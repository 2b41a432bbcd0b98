import { Link } from 'react-router';
import { type ScoredDecision, TRACK_SCORECARD, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading } from '../kit/index.js';
import { calendarDate, decisionLabel, followedWords, quarter, strengthWords, trackBadge } from '../wording/index.js';
import { inSentence, t } from '../language/index.js';

/** What was decided about tracks, and what followed. */
export function Scorecard() {
  const { answer, failed, retry } = useAsk<{ trackScorecard: readonly ScoredDecision[] }>(TRACK_SCORECARD);
  const rows = answer?.trackScorecard ?? [];
  return (
    <section aria-labelledby="scorecard" className="stack">
      <h2 id="scorecard">{t('What was decided, and what followed')}</h2>
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={160} /> : null}
      {answer !== null && rows.length === 0 ? <p className="quiet">{t('Nothing has been decided about a track yet.')}</p> : null}
      {rows.length === 0 ? null : (
        <DataTable
          caption={t('Decisions that hold, the newest first')}
          columns={COLUMNS}
          rows={rows}
          rowKey={({ decision }) => decision.no}
          compact
        />
      )}
    </section>
  );
}

const COLUMNS: readonly Column<ScoredDecision>[] = [
  { key: 'name', label: t('Track'), render: ({ key, name }) => <Link to={`/tracks/${encodeURIComponent(key)}`}>{name}</Link> },
  {
    key: 'kind',
    label: t('Decided'),
    render: ({ decision }) => `${decisionLabel(decision.kind)}, ${calendarDate(decision.decidedAt)}`,
  },
  {
    key: 'evidence',
    label: t('Evidence then'),
    render: ({ decision: { period, verdict, strength } }) =>
      `${period === null ? t('No look') : quarter(period)}: ${trackBadge(verdict).word}, ${inSentence(strengthWords(strength).word)}`,
  },
  { key: 'supported', label: t('Supported'), render: ({ decision }) => (decision.supported ? t('Yes') : t('No, two agreed')) },
  {
    key: 'followed',
    label: t('What followed'),
    render: ({ decision: { followed, followedIn } }) =>
      `${followedWords(followed)}${followedIn === null ? '' : ` (${quarter(followedIn)})`}`,
  },
];
