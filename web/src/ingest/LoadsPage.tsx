import { Link, useNavigate } from 'react-router';
import { useSession } from '../access/index.js';
import { type Load, LOADS_QUERY, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading, Notice, PageHead } from '../kit/index.js';
import { count, stamp } from '../wording/index.js';
import { NeededFiles } from './NeededFiles.js';
import { RemoveSample } from './RemoveSample.js';
import { loadInWords, stateInWords } from './states.js';
import { TakeDirectory } from './TakeDirectory.js';
import { UploadForm } from './UploadForm.js';
import { t } from '../language/index.js';

/** All loads, and the place where a new one begins. */
export default function LoadsPage() {
  const { installation } = useSession();
  const { answer, failed, retry } = useAsk<{ loads: readonly Load[] }>(LOADS_QUERY);
  const navigate = useNavigate();
  const checked = (loadId: string): void => void navigate(`/data/loads/${loadId}`);
  return (
    <>
      <PageHead
        title={t('Loads')}
        lead={t('Send files, see what they would change, then decide. No page shows what a file says about anybody.')}
      />
      <div className="stack-wide">
        {installation.sample ? <SampleNotice /> : null}
        <section className="stack" aria-labelledby="new-load">
          <h2 id="new-load">{t('A new load')}</h2>
          <UploadForm onChecked={checked} />
        </section>
        <TakeDirectory onTaken={retry} />
        <section className="stack" aria-labelledby="all-loads">
          <h2 id="all-loads">{t('Earlier loads')}</h2>
          {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={240} /> : <LoadTable loads={answer.loads} />}
        </section>
        <NeededFiles />
        {installation.sample ? <RemoveSample /> : null}
      </div>
    </>
  );
}

const SampleNotice = () => (
  <Notice title={t('This installation holds the sample organisation')}>
    <p>
      {t(
        'Everything that is loaded here stays marked as sample data, on every page and in every file, until “Remove sample data” below empties the installation. Remove it before you load your own organisation.',
      )}
    </p>
  </Notice>
);

const sum = (load: Load, what: 'accepted' | 'rejected' | 'waiting'): string =>
  count(load.files.reduce((total, file) => total + file[what], 0));

/** The first few by name; a load may hold every file of the dictionary. */
function filesInWords({ files }: Load): string {
  const names = files
    .slice(0, 3)
    .map((file) => file.file)
    .join(', ');
  return files.length > 3 ? t('{names} and {n} more', { names, n: files.length - 3 }) : names;
}

const COLUMNS: readonly Column<Load>[] = [
  {
    key: 'load',
    label: t('Load'),
    render: (load) => <Link to={`/data/loads/${load.id}`}>{loadInWords(load)}</Link>,
  },
  { key: 'state', label: t('State'), render: (load) => stateInWords(load.state) },
  { key: 'source', label: t('Source'), render: (load) => load.source },
  { key: 'files', label: t('Files'), render: (load) => filesInWords(load) },
  { key: 'accepted', label: t('Rows accepted'), numeric: true, render: (load) => sum(load, 'accepted') },
  { key: 'rejected', label: t('Rows rejected'), numeric: true, render: (load) => sum(load, 'rejected') },
  { key: 'waiting', label: t('Rows waiting'), numeric: true, render: (load) => sum(load, 'waiting') },
  { key: 'when', label: t('Begun'), render: (load) => stamp(load.createdAt) },
];

function LoadTable({ loads }: { readonly loads: readonly Load[] }) {
  if (loads.length === 0) return <p>{t('Nothing was loaded yet. Drop your first files above.')}</p>;
  return (
    <DataTable
      caption={t('All loads, the newest first')}
      captionHidden
      columns={COLUMNS}
      rows={loads}
      rowKey={(load) => load.id}
    />
  );
}
