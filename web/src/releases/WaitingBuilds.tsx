import { isOver, type Job, JOBS_QUERY, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed } from '../kit/index.js';
import { quarter, stamp } from '../wording/index.js';
import { t } from '../language/index.js';

/** Builds in the queue: they run one after the other, and each says how far it is. */
export function WaitingBuilds() {
  const { answer, failed, retry } = useAsk<{ jobs: readonly Job[] }>(JOBS_QUERY);
  const builds = (answer?.jobs ?? []).filter((job) => job.kind === 'build-release' && !isOver(job));
  if (failed) return <Failed retry={retry} />;
  if (builds.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="waiting">
      <h2 id="waiting">{t('Being built')}</h2>
      <DataTable caption={t('Builds in the queue')} captionHidden columns={COLUMNS} rows={builds} rowKey={(job) => job.id} />
    </section>
  );
}

const COLUMNS: readonly Column<Job>[] = [
  { key: 'period', label: t('Quarter'), render: (job) => quarter(job.subject) },
  {
    key: 'state',
    label: t('State'),
    render: (job) => (job.state === 'waiting' ? t('Waits for its turn') : job.step || t('Is being built')),
  },
  {
    key: 'done',
    label: t('Steps'),
    render: (job) => (job.total > 0 ? t('{done} of {total}', { done: job.done, total: job.total }) : t('not known yet')),
  },
  { key: 'asked', label: t('Asked for##of a build'), render: (job) => stamp(job.askedAt) },
];
