import { Link } from 'react-router';
import { type ScoredDecision, TRACK_SCORECARD, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading } from '../kit/index.js';
import { calendarDate, decisionLabel, followedWords, quarter, strengthWords, trackBadge } from '../wording/index.js';

/** What was decided about tracks, and what followed. */
export function Scorecard() {
  const { answer, failed, retry } = useAsk<{ trackScorecard: readonly ScoredDecision[] }>(TRACK_SCORECARD);
  const rows = answer?.trackScorecard ?? [];
  return (
    <section aria-labelledby="scorecard" className="stack">
      <h2 id="scorecard">What was decided, and what followed</h2>
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={160} /> : null}
      {answer !== null && rows.length === 0 ? <p className="quiet">Nothing has been decided about a track yet.</p> : null}
      {rows.length === 0 ? null : (
        <DataTable
          caption="Decisions that hold, the newest first"
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
  { key: 'name', label: 'Track', render: ({ key, name }) => <Link to={`/tracks/${encodeURIComponent(key)}`}>{name}</Link> },
  {
    key: 'kind',
    label: 'Decided',
    render: ({ decision }) => `${decisionLabel(decision.kind)}, ${calendarDate(decision.decidedAt)}`,
  },
  {
    key: 'evidence',
    label: 'Evidence then',
    render: ({ decision: { period, verdict, strength } }) =>
      `${period === null ? 'No look' : quarter(period)}: ${trackBadge(verdict).word}, ${strengthWords(strength).word.toLowerCase()}`,
  },
  { key: 'supported', label: 'Supported', render: ({ decision }) => (decision.supported ? 'Yes' : 'No, two agreed') },
  {
    key: 'followed',
    label: 'What followed',
    render: ({ decision: { followed, followedIn } }) =>
      `${followedWords(followed)}${followedIn === null ? '' : ` (${quarter(followedIn)})`}`,
  },
];
