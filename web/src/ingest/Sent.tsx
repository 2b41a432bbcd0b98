import { Progress } from '@mantine/core';
import { Link } from 'react-router';
import type { UploadAnswer } from '../gateway/index.js';
import { Notice } from '../kit/index.js';
import { count } from '../wording/index.js';
import styles from './ingest.module.css';
import { t } from '../language/index.js';

export interface Sending {
  readonly name: string;
  readonly share: number;
  readonly answer: UploadAnswer | null;
}

/** How far each file has come. */
export function Sent({ files }: { readonly files: readonly Sending[] }) {
  if (files.length === 0) return null;
  const done = files.filter((file) => file.answer !== null).length;
  return (
    <div className="stack">
      <p role="status">
        {done === files.length
          ? done === 1
            ? t('The file is here.')
            : t('All {done} files are here.', { done })
          : t('Sending file {at} of {all}.', { at: done + 1, all: files.length })}
      </p>
      <ul className={styles['files']}>
        {files.map((file, i) => (
          <li key={`${i} ${file.name}`}>
            <SentFile file={file} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const rowsInWords = ({ accepted, rejected }: UploadAnswer): string =>
  accepted === null || rejected === null
    ? t('read')
    : t('{accepted} rows read, {rejected} rejected', { accepted: count(accepted), rejected: count(rejected) });

function SentFile({ file }: { readonly file: Sending }) {
  const { answer, share, name } = file;
  if (answer !== null && !answer.ok)
    return (
      <Notice tone="danger" title={t('{name} was refused', { name })}>
        <p>{answer.message}</p>
        {answer.loadId === null ? null : <Link to={`/data/loads/${answer.loadId}`}>{t('See where and why')}</Link>}
      </Notice>
    );
  return (
    <>
      <span>
        {name}:{' '}
        {answer === null
          ? share < 1
            ? t('{share}\u00a0% sent', { share: Math.round(share * 100) })
            : t('sent, rows are being read')
          : rowsInWords(answer)}
      </span>
      <Progress.Root size={12}>
        <Progress.Section value={share * 100} aria-label={t('{name} sent', { name })} />
      </Progress.Root>
    </>
  );
}
