import { useParams } from 'react-router';
import { type Load, LOAD_QUERY, loadErrorsAddress, type LoadFile, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading, Notice, PageHead } from '../kit/index.js';
import { count, NOT_FOUND, NOT_FOUND_TITLE, stamp } from '../wording/index.js';
import styles from './ingest.module.css';
import { LoadActions } from './LoadActions.js';
import { linesInWords, repairsOf } from './repairs.js';
import { loadInWords, stateInWords } from './states.js';
import { UploadForm } from './UploadForm.js';
import { t } from '../language/index.js';

/** One load: what it would change or has changed, what was refused and how to mend it, and the decision. */
export default function LoadPage() {
  const { id = '' } = useParams();
  const { answer, failed, retry } = useAsk<{ load: Load | null }>(LOAD_QUERY, { id });
  if (failed) return <Failed retry={retry} />;
  if (answer === null) return <Loading height={480} />;
  if (answer.load === null) return <PageHead title={t(NOT_FOUND_TITLE)} lead={t(NOT_FOUND)} />;
  const { load } = answer;
  return (
    <>
      <PageHead
        title={loadInWords(load)}
        lead={t('{stateInWords}. Source {source}, begun {stamp}.', {
          stateInWords: stateInWords(load.state),
          source: load.source,
          stamp: stamp(load.createdAt),
        })}
      />
      <div className="stack-wide">
        <Outcome load={load} />
        <section className="stack" aria-labelledby="difference">
          <h2 id="difference">{PENDING.includes(load.state) ? t('What it would change') : t('What it changed')}</h2>
          <DataTable
            caption={t('Rows by file')}
            captionHidden
            columns={COLUMNS}
            rows={load.files}
            rowKey={(file) => String(file.part)}
          />
        </section>
        <Remarks load={load} />
        <Problems load={load} />
        {load.state === 'receiving' ? <MoreFiles load={load} onChecked={retry} /> : null}
        <LoadActions load={load} onChange={retry} />
      </div>
    </>
  );
}

/** An upload that was broken off goes on here: what had arrived is kept. */
const MoreFiles = ({ load, onChecked }: { readonly load: Load; readonly onChecked: () => void }) => (
  <section className="stack" aria-labelledby="more">
    <h2 id="more">{t('Send what is missing')}</h2>
    <p>{t('The files above have arrived. Others can still join this load.')}</p>
    <UploadForm into={load} onChecked={onChecked} />
  </section>
);

/** States in which nothing has changed yet. */
const PENDING = ['receiving', 'staged', 'discarded', 'failed'];

const COLUMNS: readonly Column<LoadFile>[] = [
  { key: 'file', label: t('File'), render: (file) => file.file },
  { key: 'accepted', label: t('Accepted'), numeric: true, render: (file) => count(file.accepted) },
  { key: 'added', label: t('Adds'), numeric: true, render: (file) => count(file.added) },
  { key: 'changed', label: t('Changes##of a file'), numeric: true, render: (file) => count(file.changed) },
  { key: 'unchanged', label: t('Leaves unchanged'), numeric: true, render: (file) => count(file.unchanged) },
  { key: 'waiting', label: t('Waits for the other side'), numeric: true, render: (file) => count(file.waiting) },
  { key: 'rejected', label: t('Rejects'), numeric: true, render: (file) => count(file.rejected) },
];

const total = (load: Load, what: 'accepted' | 'added' | 'changed' | 'unchanged' | 'rejected'): number =>
  load.files.reduce((sum, file) => sum + file[what], 0);

/** One sentence for the whole load; never a success where nothing was accepted. */
function Outcome({ load }: { readonly load: Load }) {
  if (total(load, 'accepted') === 0)
    return (
      <Notice tone="danger" title={t('No row was accepted')}>
        <p>{t('Nothing of these files can be loaded as they are. Mend what is named below and send them again.')}</p>
      </Notice>
    );
  if (load.state === 'receiving')
    return (
      <Notice title={t('Not checked yet')}>
        <p>
          {t('{accepted} rows were read, {rejected} rejected. Check them to see what they would change.', {
            accepted: count(total(load, 'accepted')),
            rejected: count(total(load, 'rejected')),
          })}
        </p>
      </Notice>
    );
  const words = t('{added} rows added, {changed} changed, {unchanged} left as they are, {rejected} rejected.', {
    added: count(total(load, 'added')),
    changed: count(total(load, 'changed')),
    unchanged: count(total(load, 'unchanged')),
    rejected: count(total(load, 'rejected')),
  });
  return (
    <Notice
      tone={load.state === 'confirmed' ? 'accepted' : 'plain'}
      title={load.state === 'staged' ? t('If you confirm') : stateInWords(load.state)}
    >
      <p>{words}</p>
      {load.state === 'staged' ? (
        <p>{t('Nothing changes until you confirm. What is not confirmed is dropped after 24 hours.')}</p>
      ) : null}
    </Notice>
  );
}

/** What the sender should know of a file as a whole: columns that were not read, for instance. */
function Remarks({ load }: { readonly load: Load }) {
  const remarks = load.files.flatMap((file) => file.remarks.map((remark) => `${file.file}: ${remark}`));
  if (remarks.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="remarks">
      <h2 id="remarks">{t('What to know')}</h2>
      <ul>
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </section>
  );
}

function Problems({ load }: { readonly load: Load }) {
  const problems = load.problems ?? [];
  if (problems.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="problems">
      <h2 id="problems">{t('What was refused, and how to mend it')}</h2>
      <p>{t('Values are not shown, to protect people. Open the lines in your file. Line 1 is the header.')}</p>
      <ul className={styles['repairs']}>
        {repairsOf(problems).map((repair) => (
          <li key={JSON.stringify([repair.file, repair.column, repair.rule, repair.message])}>
            <span className={styles['where']}>
              {repair.column === null ? repair.file : t('{file}, column {column}', { file: repair.file, column: repair.column })}
            </span>
            <span>{repair.message}</span>
            <span className="small quiet">
              {t('{lines} · rule {rule}', { lines: linesInWords(repair.lines), rule: repair.rule })}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={loadErrorsAddress(load.id)} download>
          {t('Download all places as CSV (line, column, rule; no contents)')}
        </a>
      </p>
    </section>
  );
}
