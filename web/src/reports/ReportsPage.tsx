import { Link } from 'react-router';
import { useMay } from '../access/index.js';
import { type Report, reportAddress, REPORTS_QUERY, type ReportsAnswer, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading, PageHead, rich } from '../kit/index.js';
import { quarter, stamp } from '../wording/index.js';
import { MakeReport } from './MakeReport.js';
import { PacksOfReports } from './PacksOfReports.js';
import styles from './reports.module.css';
import { extentName, languageName } from './report-options.js';
import { size } from './size.js';
import { t } from '../language/index.js';

/** Asking for a report, and the reports that were made. */
export default function ReportsPage() {
  const { answer, failed, retry } = useAsk<ReportsAnswer>(REPORTS_QUERY);
  const asks = useMay('write', 'reports');
  return (
    <>
      <PageHead
        title={t('Reports')}
        lead={t(
          'A published release as a file for people. It holds what its readers may see; what is hidden stays hidden in every format.',
        )}
      />
      <div className="stack-wide">
        {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={320} /> : null}
        {answer !== null && asks ? <MakeReport choices={answer.reportChoices} onMade={retry} /> : null}
        {answer === null ? null : <Made reports={answer.reports} />}
        {answer === null ? null : <PacksOfReports choices={answer.reportChoices} onMade={retry} />}
        {/* Not before what stands above it: on a phone it would be pushed out of sight. */}
        {answer === null && !failed ? null : (
          <p>
            {rich('Every report bears a code. <verify>Check a code or a file</verify>: that asks for no account.', {
              verify: (inside) => <Link to="/verify">{inside}</Link>,
            })}
          </p>
        )}
      </div>
    </>
  );
}

const COLUMNS: readonly Column<Report>[] = [
  {
    key: 'file',
    label: t('File'),
    render: ({ id, period, format, bytes }) => (
      <a href={reportAddress(id)} download>
        {quarter(period)}, {format.toUpperCase()} ({size(bytes)})
      </a>
    ),
  },
  { key: 'about', label: t('About'), render: ({ about }) => about },
  {
    key: 'audience',
    label: t('Written for'),
    render: (one) => [one.audience, extentName(one.extent), languageName(one.language)].join('; '),
  },
  { key: 'code', label: t('Code'), render: ({ code }) => <span className={styles['code']}>{code}</span> },
  { key: 'made', label: t('Made'), render: ({ madeAt }) => stamp(madeAt) },
  {
    key: 'standing',
    label: t('Standing'),
    render: ({ superseded }) => t(superseded ? 'Release restated since' : 'Release read today'),
  },
];

const Made = ({ reports }: { readonly reports: readonly Report[] }) => (
  <section className="stack" aria-labelledby="made">
    <h2 id="made">{t('Made so far')}</h2>
    {reports.length === 0 ? (
      <p>{t('No report was made yet that you may see.')}</p>
    ) : (
      <DataTable caption={t('Reports')} captionHidden columns={COLUMNS} rows={reports} rowKey={({ id }) => id} />
    )}
  </section>
);
