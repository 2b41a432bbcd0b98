import { TRUST_CENTRE, type TrustCentre, type TrustCertificate, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading, PageHead } from '../kit/index.js';
import { count, stamp } from '../wording/index.js';
import styles from './governance.module.css';
import { t } from '../language/index.js';

/** What changed about the rules, and what was checked before each release; open to everybody. */
export default function ChangesPage() {
  const { answer, failed, retry } = useAsk<{ trustCentre: TrustCentre }>(TRUST_CENTRE);
  return (
    <>
      <PageHead
        title={t('Changes and certificates')}
        lead={t('What changed about the rules, and what was checked before each release.')}
      />
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={480} /> : <Both trust={answer.trustCentre} />}
    </>
  );
}

const mostInWords = (share: number | null): string => (share === null ? t('not measured') : `${Math.round(share * 100)} %`);

const COLUMNS: readonly Column<TrustCertificate>[] = [
  { key: 'period', label: t('Quarter'), render: (one) => one.period },
  { key: 'published', label: t('Published'), render: (one) => stamp(one.publishedAt) },
  {
    key: 'attack',
    label: t('Attack'),
    render: (one) =>
      one.attackFindings === 0 ? t('found nothing') : t('{count} findings##attack', { count: count(one.attackFindings) }),
  },
  { key: 'most', label: t('Most it could tell about one person'), numeric: true, render: (one) => mostInWords(one.mostAboutOne) },
  { key: 'shown', label: t('Results shown'), numeric: true, render: (one) => count(one.shown) },
  { key: 'hidden', label: t('Results hidden'), numeric: true, render: (one) => count(one.hidden) },
  { key: 'hash', label: t('Fingerprint of the file'), render: (one) => <code className={styles['hash']}>{one.hash}</code> },
];

function Both({ trust }: { readonly trust: TrustCentre }) {
  return (
    <div className="stack-wide">
      <section className="stack" aria-labelledby="changes">
        <h2 id="changes">{t('What changed')}</h2>
        <ol className={styles['changes']}>
          {trust.changes.map((change) => (
            <li key={`${change.on} ${change.what}`}>
              <span className="small quiet">{stamp(change.on)}</span>
              <span>{change.what}</span>
              {change.why === '' ? null : (
                <span className="small quiet" data-verbatim>
                  {change.why}
                </span>
              )}
            </li>
          ))}
        </ol>
      </section>
      <section className="stack" aria-labelledby="certificates">
        <h2 id="certificates">{t('Certificates')}</h2>
        <p>
          {t(
            '100 % would mean that the numbers give one person away for sure. 0 % would mean that they tell nothing. Before each release a program tries to undo the protection.',
          )}
        </p>
        {trust.certificates.length === 0 ? (
          <p>{t('Nothing was published yet.')}</p>
        ) : (
          <DataTable
            caption={t('Releases, the newest first')}
            captionHidden
            compact
            columns={COLUMNS}
            rows={trust.certificates}
            rowKey={(one) => one.hash + one.period}
          />
        )}
      </section>
    </div>
  );
}
