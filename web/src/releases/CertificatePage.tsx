import { useParams } from 'react-router';
import { useMay } from '../access/index.js';
import { exportAddress, type Release, RELEASE_QUERY, useAsk } from '../gateway/index.js';
import { Failed, Loading, PageHead } from '../kit/index.js';
import { calendarDate, NOT_FOUND, NOT_FOUND_TITLE, quarter, stamp } from '../wording/index.js';
import { CertificateView, Fact } from './CertificateView.js';
import styles from './releases.module.css';

/** One certificate on one page, fit to be printed. */
export default function CertificatePage() {
  const { id = '' } = useParams();
  const { answer, failed, retry } = useAsk<{ release: Release | null }>(RELEASE_QUERY, { id });
  const downloads = useMay('read', 'release-files');
  if (failed) return <Failed retry={retry} />;
  if (answer === null) return <Loading height={480} />;
  const { release } = answer;
  if (release === null) return <PageHead title={NOT_FOUND_TITLE} lead={NOT_FOUND} />;
  return (
    <>
      <PageHead
        title={`Certificate of ${quarter(release.period)}`}
        lead={`Release ${release.id}, as of ${calendarDate(release.asOf)}.`}
      />
      <div className="stack">
        <dl className={styles['facts']}>
          <Fact name="Published">{release.publishedAt === null ? 'Not yet' : stamp(release.publishedAt)}</Fact>
          <Fact name="Known until">{stamp(release.knownAt)}</Fact>
          <Fact name="Hash of the file">{release.hash ?? 'None before publication'}</Fact>
          <Fact name="Signed by the key">{release.signedBy ?? 'No signature'}</Fact>
          <Fact name="Organisation">{release.sample ? 'Invented (sample data)' : 'This organisation'}</Fact>
        </dl>
        {release.certificate === undefined ? null : <CertificateView certificate={release.certificate} />}
        {downloads && release.status === 'published' ? (
          <p>
            <a href={exportAddress(release.id)} download>
              Download the whole release file
            </a>{' '}
            and check it with <code>overstory release attack</code> and <code>overstory release verify</code>.
          </p>
        ) : null}
      </div>
    </>
  );
}
