import { NEEDED_FILES, type NeededColumn, type NeededFile, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading } from '../kit/index.js';
import { effectsInWords } from './effects.js';
import styles from './ingest.module.css';

/** What every file asks for and what one could learn from it, so that nobody collects more than is used. */
export function NeededFiles() {
  const { answer, failed, retry } = useAsk<{ neededFiles: readonly NeededFile[] }>(NEEDED_FILES);
  return (
    <section className="stack" aria-labelledby="needed">
      <h2 id="needed">What each file needs, and what you could learn</h2>
      <p>
        Send no more than you use. The smallest effect is worked out from the design alone: how many people there are and how far
        numbers are moved. It says nothing about what you will find.
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
            caption={`Columns of ${file.file}`}
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
  const size = `(${needed} needed, ${columns.length - needed} by choice)`;
  return file === 'sessions' ? `${size} More than five filled in for every session are too many.` : size;
}

const COLUMNS: readonly Column<NeededColumn>[] = [
  { key: 'name', label: 'Column', render: (column) => column.name },
  { key: 'needed', label: 'Needed', render: (column) => (column.needed ? 'In every row' : 'By choice') },
  { key: 'holds', label: 'A cell holds', render: (column) => column.holds },
  { key: 'why', label: 'What it is for', render: (column) => column.why },
  { key: 'unlocks', label: 'What it unlocks', render: (column) => unlocksInWords(column) },
  { key: 'effect', label: 'Smallest effect it could show', render: (column) => effectsInWords(column) },
];

function unlocksInWords({ needed, unlocks }: NeededColumn): string {
  if (needed) return 'The file itself';
  return unlocks.length === 0 ? 'No figure' : unlocks.join(', ');
}
