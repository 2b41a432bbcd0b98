import { useParams } from 'react-router';
import { useMay } from '../access/index.js';
import { exportAddress, type Release, RELEASE_QUERY, useAsk } from '../gateway/index.js';
import { Failed, Loading, PageHead, rich } from '../kit/index.js';
import { calendarDate, NOT_FOUND, NOT_FOUND_TITLE, quarter, stamp } from '../wording/index.js';
import { CertificateView, Fact } from './CertificateView.js';
import styles from './releases.module.css';
import { t } from '../language/index.js';

/** One certificate on one page, fit to be printed. */
export default function CertificatePage() {
  const { id = '' } = useParams();
  const { answer, failed, retry } = useAsk<{ release: Release | null }>(RELEASE_QUERY, { id });
  const downloads = useMay('read', 'release-files');
  if (failed) return <Failed retry={retry} />;
  if (answer === null) return <Loading height={480} />;
  const { release } = answer;
  if (release === null) return <PageHead title={t(NOT_FOUND_TITLE)} lead={t(NOT_FOUND)} />;
  return (
    <>
      <PageHead
        title={t('Certificate of {quarter}', { quarter: quarter(release.period) })}
        lead={t('Release {id}, as of {calendarDate}.', { id: release.id, calendarDate: calendarDate(release.asOf) })}
      />
      <div className="stack">
        <dl className={styles['facts']}>
          <Fact name={t('Published')}>{release.publishedAt === null ? t('Not yet') : stamp(release.publishedAt)}</Fact>
          <Fact name={t('Known until')}>{stamp(release.knownAt)}</Fact>
          <Fact name={t('Hash of the file')}>{release.hash ?? t('None before publication')}</Fact>
          <Fact name={t('Signed by the key')}>{release.signedBy ?? t('No signature')}</Fact>
          <Fact name={t('Organisation')}>{release.sample ? t('Invented (sample data)') : t('This organisation')}</Fact>
        </dl>
        {release.certificate === undefined ? null : <CertificateView certificate={release.certificate} />}
        {downloads && release.status === 'published' ? (
          <p>
            {rich(
              '<a>Download the whole release file</a> and check it with <code>overstory release attack</code> and <code>overstory release verify</code>.',
              {
                a: (inside) => (
                  <a href={exportAddress(release.id)} download>
                    {inside}
                  </a>
                ),
                code: (inside) => <code>{inside}</code>,
              },
            )}
          </p>
        ) : null}
      </div>
    </>
  );
}
