import { Link } from 'react-router';
import { type RoadmapSkill, TRACK_GAPS, type TrackGaps, useAsk } from '../gateway/index.js';
import { AbsenceMark, type Column, DataTable, Failed, Loading } from '../kit/index.js';
import { percent, quarter, range } from '../wording/index.js';

/** Skills of the roadmap beside the running tracks: gaps without a track, tracks without a gap. */
export function Gaps() {
  const { answer, failed, retry } = useAsk<{ trackGaps: TrackGaps | null }>(TRACK_GAPS);
  const gaps = answer?.trackGaps ?? null;
  return (
    <section aria-labelledby="gaps" className="stack">
      <h2 id="gaps">Skills on the roadmap</h2>
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={240} /> : null}
      {answer !== null && gaps === null ? <p className="quiet">No roadmap of skills has been published.</p> : null}
      {gaps === null ? null : <Told gaps={gaps} />}
    </section>
  );
}

function Told({ gaps: { period, skills, without } }: { readonly gaps: TrackGaps }) {
  const unbuilt = skills.filter(({ tracks }) => tracks.length === 0);
  return (
    <>
      <p>
        {unbuilt.length === 0
          ? 'Every skill on the roadmap has a running track.'
          : `No running track builds: ${unbuilt.map(({ skill }) => skill).join(', ')}.`}{' '}
        {without.length === 0
          ? 'Every running track builds a skill on the roadmap.'
          : 'Tracks that build nothing on the roadmap, which may have other reasons: '}
        {without.map(({ key, name }, i) => (
          <span key={key}>
            {i === 0 ? '' : ', '}
            <Link to={`/tracks/${encodeURIComponent(key)}`}>{name}</Link>
          </span>
        ))}
      </p>
      <DataTable
        caption={`Skills that teams need, ${quarter(period)}`}
        columns={COLUMNS}
        rows={skills}
        rowKey={({ skill }) => skill}
        compact
      />
    </>
  );
}

const COLUMNS: readonly Column<RoadmapSkill>[] = [
  { key: 'skill', label: 'Skill', render: ({ skill }) => skill },
  {
    key: 'open',
    label: 'Teams whose gap stays open',
    numeric: true,
    render: ({ open, status }) =>
      open === null ? <AbsenceMark status={status === 'shown' ? 'notEstimable' : status} /> : percent(open.value),
  },
  {
    key: 'interval',
    label: '95\u00a0% interval',
    numeric: true,
    render: ({ open }) => (open === null ? '\u2013' : range(percent(open.lower), percent(open.upper))),
  },
  {
    key: 'tracks',
    label: 'Tracks that build it',
    render: ({ tracks }) => (tracks.length === 0 ? 'No track' : tracks.map(({ name }) => name).join(', ')),
  },
];
