import { NEEDED_FILES, type NeededColumn, type NeededFile, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading } from '../kit/index.js';
import { effectsInWords } from './effects.js';
import styles from './ingest.module.css';
import { t } from '../language/index.js';

/** What every file asks for and what one could learn from it, so that nobody collects more than is used. */
export function NeededFiles() {
  const { answer, failed, retry } = useAsk<{ neededFiles: readonly NeededFile[] }>(NEEDED_FILES);
  return (
    <section className="stack" aria-labelledby="needed">
      <h2 id="needed">{t('What each file needs, and what you could learn')}</h2>
      <p>
        {t(
          'Send no more than you use. The smallest effect is worked out from the design alone: how many people there are and how far numbers are moved. It says nothing about what you will find.',
        )}
      </p>
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={480} /> : <Files files={answer.neededFiles} />}
    </section>
  );
}

const Files = ({ files }: { readonly files: readonly NeededFile[] }) => (
  <ul className={styles['needs']}>
    {files.map((file) => (
      <li key={file.file}>
        <details>
          <summary>
            <strong>{file.file}</strong>: {file.row} {burdenOf(file)}
          </summary>
          <DataTable
            caption={t('Columns of {file}', { file: file.file })}
            captionHidden
            compact
            columns={COLUMNS}
            rows={file.columns}
            rowKey={(column) => column.name}
          />
        </details>
      </li>
    ))}
  </ul>
);

/** What is filled in for every single session is a burden on people, not on a system. */
function burdenOf({ file, columns }: NeededFile): string {
  const needed = columns.filter((column) => column.needed).length;
  const size = t('({needed} needed, {others} by choice)', { needed, others: columns.length - needed });
  return file === 'sessions' ? `${size} ${t('More than five filled in for every session are too many.')}` : size;
}

const COLUMNS: readonly Column<NeededColumn>[] = [
  { key: 'name', label: t('Column'), render: (column) => column.name },
  { key: 'needed', label: t('Needed'), render: (column) => (column.needed ? t('In every row') : t('By choice')) },
  { key: 'holds', label: t('A cell holds'), render: (column) => column.holds },
  { key: 'why', label: t('What it is for'), render: (column) => column.why },
  { key: 'unlocks', label: t('What it unlocks'), render: (column) => unlocksInWords(column) },
  { key: 'effect', label: t('Smallest effect it could show'), render: (column) => effectsInWords(column) },
];

function unlocksInWords({ needed, unlocks }: NeededColumn): string {
  if (needed) return t('The file itself');
  return unlocks.length === 0 ? t('No figure') : unlocks.join(', ');
}
