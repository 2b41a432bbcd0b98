import { Link } from 'react-router';
import { useMay } from '../access/index.js';
import { type Report, reportAddress, REPORTS_QUERY, type ReportsAnswer, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading, PageHead } from '../kit/index.js';
import { quarter, stamp } from '../wording/index.js';
import { MakeReport } from './MakeReport.js';
import { PacksOfReports } from './PacksOfReports.js';
import styles from './reports.module.css';
import { size } from './size.js';

/** Asking for a report, and the reports that were made. */
export default function ReportsPage() {
  const { answer, failed, retry } = useAsk<ReportsAnswer>(REPORTS_QUERY);
  const asks = useMay('write', 'reports');
  return (
    <>
      <PageHead
        title="Reports"
        lead="A published release as a file for people. It holds what its readers may see; what is hidden stays hidden in every format."
      />
      <div className="stack-wide">
        {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={320} /> : null}
        {answer !== null && asks ? <MakeReport choices={answer.reportChoices} onMade={retry} /> : null}
        {answer === null ? null : <Made reports={answer.reports} />}
        {answer === null ? null : <PacksOfReports choices={answer.reportChoices} onMade={retry} />}
        <p>
          Every report bears a code. <Link to="/verify">Check a code or a file</Link>: that asks for no account.
        </p>
      </div>
    </>
  );
}

const COLUMNS: readonly Column<Report>[] = [
  {
    key: 'file',
    label: 'File',
    render: ({ id, period, format, bytes }) => (
      <a href={reportAddress(id)} download>
        {quarter(period)}, {format.toUpperCase()} ({size(bytes)})
      </a>
    ),
  },
  { key: 'about', label: 'About', render: ({ about }) => about },
  { key: 'audience', label: 'Written for', render: ({ audience, extent }) => `${audience}; ${extent}` },
  { key: 'code', label: 'Code', render: ({ code }) => <span className={styles['code']}>{code}</span> },
  { key: 'made', label: 'Made', render: ({ madeAt }) => stamp(madeAt) },
  {
    key: 'standing',
    label: 'Standing',
    render: ({ superseded }) => (superseded ? 'Release restated since' : 'Release read today'),
  },
];

const Made = ({ reports }: { readonly reports: readonly Report[] }) => (
  <section className="stack" aria-labelledby="made">
    <h2 id="made">Made so far</h2>
    {reports.length === 0 ? (
      <p>No report was made yet that you may see.</p>
    ) : (
      <DataTable caption="Reports" captionHidden columns={COLUMNS} rows={reports} rowKey={({ id }) => id} />
    )}
  </section>
);
