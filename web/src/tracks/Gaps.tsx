import { Link } from 'react-router';
import { type RoadmapSkill, TRACK_GAPS, type TrackGaps, useAsk } from '../gateway/index.js';
import { AbsenceMark, type Column, DataTable, Failed, Loading } from '../kit/index.js';
import { percent, quarter, range } from '../wording/index.js';
import { t } from '../language/index.js';

/** Skills of the roadmap beside the running tracks: gaps without a track, tracks without a gap. */
export function Gaps() {
  const { answer, failed, retry } = useAsk<{ trackGaps: TrackGaps | null }>(TRACK_GAPS);
  const gaps = answer?.trackGaps ?? null;
  return (
    <section aria-labelledby="gaps" className="stack">
      <h2 id="gaps">{t('Skills on the roadmap')}</h2>
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={240} /> : null}
      {answer !== null && gaps === null ? <p className="quiet">{t('No roadmap of skills has been published.')}</p> : null}
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
          ? t('Every skill on the roadmap has a running track.')
          : t('No running track builds: {skills}.', { skills: unbuilt.map(({ skill }) => skill).join(', ') })}{' '}
        {without.length === 0
          ? t('Every running track builds a skill on the roadmap.')
          : `${t('Tracks that build nothing on the roadmap, which may have other reasons:')} `}
        {without.map(({ key, name }, i) => (
          <span key={key}>
            {i === 0 ? '' : ', '}
            <Link to={`/tracks/${encodeURIComponent(key)}`}>{name}</Link>
          </span>
        ))}
      </p>
      <DataTable
        caption={t('Skills that teams need, {quarter}', { quarter: quarter(period) })}
        columns={COLUMNS}
        rows={skills}
        rowKey={({ skill }) => skill}
        compact
      />
    </>
  );
}

const COLUMNS: readonly Column<RoadmapSkill>[] = [
  { key: 'skill', label: t('Skill'), render: ({ skill }) => skill },
  {
    key: 'open',
    label: t('Teams whose gap stays open'),
    numeric: true,
    render: ({ open, status }) =>
      open === null ? <AbsenceMark status={status === 'shown' ? 'notEstimable' : status} /> : percent(open.value),
  },
  {
    key: 'interval',
    label: t('95 % interval'),
    numeric: true,
    render: ({ open }) => (open === null ? '\u2013' : range(percent(open.lower), percent(open.upper))),
  },
  {
    key: 'tracks',
    label: t('Tracks that build it'),
    render: ({ tracks }) => (tracks.length === 0 ? t('No track') : tracks.map(({ name }) => name).join(', ')),
  },
];
