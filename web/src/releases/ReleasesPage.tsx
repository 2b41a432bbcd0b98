import { Link } from 'react-router';
import { useMay } from '../access/index.js';
import { type Release, RELEASES_QUERY, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading, PageHead } from '../kit/index.js';
import { calendarDate, quarter, stamp } from '../wording/index.js';
import { BuildRelease } from './BuildRelease.js';
import { DraftCard } from './DraftCard.js';
import { WaitingBuilds } from './WaitingBuilds.js';
import { t } from '../language/index.js';

/** Drafts that wait for a second person, building for the steward, and what is published. */
export default function ReleasesPage() {
  const { answer, failed, retry } = useAsk<{ releases: readonly Release[] }>(RELEASES_QUERY);
  const builds = useMay('write', 'drafts');
  const releases = answer?.releases ?? [];
  const drafts = releases.filter((release) => release.status === 'draft');
  return (
    <>
      <PageHead
        title={t('Releases')}
        lead={t('A release is the frozen results of one quarter. One person builds it, another publishes it.')}
      />
      <div className="stack-wide">
        {builds ? <BuildRelease releases={releases} onBuilt={retry} /> : null}
        {builds ? <WaitingBuilds /> : null}
        <section className="stack" aria-labelledby="drafts">
          <h2 id="drafts">{t('Drafts')}</h2>
          {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={160} /> : null}
          {answer !== null && drafts.length === 0 ? <p>{t('No draft waits to be published.')}</p> : null}
          {drafts.map((draft) => (
            <DraftCard key={draft.id} draft={draft} onPublished={retry} />
          ))}
        </section>
        <section className="stack" aria-labelledby="published">
          <h2 id="published">{t('Published')}</h2>
          <ReleaseTable releases={releases.filter((release) => release.status === 'published')} />
        </section>
      </div>
    </>
  );
}

const COLUMNS: readonly Column<Release>[] = [
  {
    key: 'period',
    label: t('Period'),
    render: (release) => <Link to={`/trust/certificates/${release.id}`}>{quarter(release.period)}</Link>,
  },
  { key: 'asOf', label: t('As of'), render: (release) => calendarDate(release.asOf) },
  {
    key: 'published',
    label: t('Published'),
    render: (release) => (release.publishedAt === null ? '' : stamp(release.publishedAt)),
  },
  { key: 'standing', label: t('Standing'), render: (release) => (release.current ? t('Read today') : t('Restated since')) },
  { key: 'id', label: t('Release'), render: (release) => release.id },
];

export function ReleaseTable({ releases }: { readonly releases: readonly Release[] }) {
  if (releases.length === 0) return <p>{t('Nothing is published yet.')}</p>;
  return (
    <DataTable
      caption={t('Published releases')}
      captionHidden
      columns={COLUMNS}
      rows={releases}
      rowKey={(release) => release.id}
    />
  );
}
