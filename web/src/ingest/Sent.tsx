import { Button, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { SOURCE_PRESETS, type SourcePreset, type UploadAnswer, useAsk } from '../gateway/index.js';
import { Notice } from '../kit/index.js';
import { count } from '../wording/index.js';
import styles from './ingest.module.css';
import { headerOf, presetFor } from './suggest-preset.js';

export interface Sending {
  readonly name: string;
  /** Null where there was nothing to send. */
  readonly file: File | null;
  readonly share: number;
  readonly answer: UploadAnswer | null;
}

interface SentProps {
  readonly files: readonly Sending[];
  /** Sends the refused files again, read as another kind of export. */
  readonly onReadAs: (preset: string) => void;
}

/** How far each file has come. */
export function Sent({ files, onReadAs }: SentProps) {
  if (files.length === 0) return null;
  const done = files.filter((file) => file.answer !== null).length;
  return (
    <div className="stack">
      <p role="status">
        {done === files.length
          ? done === 1
            ? 'The file is here.'
            : `All ${done} files are here.`
          : `Sending file ${done + 1} of ${files.length}.`}
      </p>
      <ul className={styles['files']}>
        {files.map((file, i) => (
          <li key={`${i} ${file.name}`}>
            <SentFile file={file} />
          </li>
        ))}
      </ul>
      {done === files.length ? <Suggestion files={files} onReadAs={onReadAs} /> : null}
    </div>
  );
}

const rowsInWords = ({ accepted, rejected }: UploadAnswer): string =>
  accepted === null || rejected === null ? 'read' : `${count(accepted)} rows read, ${count(rejected)} rejected`;

function SentFile({ file }: { readonly file: Sending }) {
  const { answer, share, name } = file;
  if (answer !== null && !answer.ok)
    return (
      <Notice tone="danger" title={`${name} was refused`}>
        <p>{answer.message}</p>
        {answer.loadId === null ? null : <Link to={`/data/loads/${answer.loadId}`}>See where and why</Link>}
      </Notice>
    );
  return (
    <>
      <span>
        {name}:{' '}
        {answer === null
          ? share < 1
            ? `${Math.round(share * 100)}\u00a0% sent`
            : 'sent, rows are being read'
          : rowsInWords(answer)}
      </span>
      <Progress.Root size={12}>
        <Progress.Section value={share * 100} aria-label={`${name} sent`} />
      </Progress.Root>
    </>
  );
}

/** Where nothing was recognised, the names of the columns may tell what the files are; they are looked at in the browser. */
function Suggestion({ files, onReadAs }: SentProps) {
  const { answer } = useAsk<{ sourcePresets: readonly SourcePreset[] }>(SOURCE_PRESETS);
  const [found, setFound] = useState<SourcePreset | null>(null);
  const refused = files.find((one) => one.file !== null && one.answer?.ok === false)?.file ?? null;
  const presets = answer?.sourcePresets;
  useEffect(() => {
    if (refused === null || presets === undefined) return setFound(null);
    let wanted = true;
    void headerOf(refused).then((header) => wanted && setFound(presetFor(header, presets)));
    return () => {
      wanted = false;
    };
  }, [refused, presets]);
  if (found === null) return null;
  return (
    <Notice tone="unsure" title={`These columns look like an export: ${found.label}`}>
      <p>{found.about} What you choose is remembered for the source.</p>
      <Button variant="default" onClick={() => onReadAs(found.key)}>
        Send them again, read as that
      </Button>
    </Notice>
  );
}
