import { type Release, RELEASES_QUERY, useAsk } from '../gateway/index.js';
import { Failed, Loading, PageHead } from '../kit/index.js';
import { ReleaseTable } from './ReleasesPage.js';
import { t } from '../language/index.js';

export default function CertificatesPage() {
  const { answer, failed, retry } = useAsk<{ releases: readonly Release[] }>(RELEASES_QUERY);
  return (
    <>
      <PageHead title={t('Certificates')} lead={t('What was checked before each publication, and with which result.')} />
      {failed ? <Failed retry={retry} /> : null}
      {answer === null ? (
        failed ? null : (
          <Loading height={320} />
        )
      ) : (
        <ReleaseTable releases={answer.releases.filter((release) => release.status === 'published')} />
      )}
    </>
  );
}
