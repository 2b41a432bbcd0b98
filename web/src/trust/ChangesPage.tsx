import { TRUST_CENTRE, type TrustCentre, type TrustCertificate, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading, PageHead } from '../kit/index.js';
import { count, stamp } from '../wording/index.js';
import styles from './governance.module.css';

/** What changed about the rules, and what was checked before each release; open to everybody. */
export default function ChangesPage() {
  const { answer, failed, retry } = useAsk<{ trustCentre: TrustCentre }>(TRUST_CENTRE);
  return (
    <>
      <PageHead title="Changes and certificates" lead="What changed about the rules, and what was checked before each release." />
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={480} /> : <Both trust={answer.trustCentre} />}
    </>
  );
}

const mostInWords = (share: number | null): string => (share === null ? 'not measured' : `${Math.round(share * 100)} %`);

const COLUMNS: readonly Column<TrustCertificate>[] = [
  { key: 'period', label: 'Quarter', render: (one) => one.period },
  { key: 'published', label: 'Published', render: (one) => stamp(one.publishedAt) },
  {
    key: 'attack',
    label: 'Attack',
    render: (one) => (one.attackFindings === 0 ? 'found nothing' : `${count(one.attackFindings)} findings`),
  },
  { key: 'most', label: 'Most it could tell about one person', numeric: true, render: (one) => mostInWords(one.mostAboutOne) },
  { key: 'shown', label: 'Results shown', numeric: true, render: (one) => count(one.shown) },
  { key: 'hidden', label: 'Results hidden', numeric: true, render: (one) => count(one.hidden) },
  { key: 'hash', label: 'Fingerprint of the file', render: (one) => <code className={styles['hash']}>{one.hash}</code> },
];

function Both({ trust }: { readonly trust: TrustCentre }) {
  return (
    <div className="stack-wide">
      <section className="stack" aria-labelledby="changes">
        <h2 id="changes">What changed</h2>
        <ol className={styles['changes']}>
          {trust.changes.map((change) => (
            <li key={`${change.on} ${change.what}`}>
              <span className="small quiet">{stamp(change.on)}</span>
              <span>{change.what}</span>
              {change.why === '' ? null : <span className="small quiet">{change.why}</span>}
            </li>
          ))}
        </ol>
      </section>
      <section className="stack" aria-labelledby="certificates">
        <h2 id="certificates">Certificates</h2>
        <p>
          100 % would mean that the numbers give one person away for sure. 0 % would mean that they tell nothing. Before each
          release a program tries to undo the protection.
        </p>
        {trust.certificates.length === 0 ? (
          <p>Nothing was published yet.</p>
        ) : (
          <DataTable
            caption="Releases, the newest first"
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
