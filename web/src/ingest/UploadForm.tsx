import { Button, Progress, TextInput } from '@mantine/core';
import { type DragEvent, useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { askFor, sendFile, type UploadAnswer, useWork } from '../gateway/index.js';
import { Notice, WorkProgress } from '../kit/index.js';
import { count } from '../wording/index.js';
import styles from './ingest.module.css';
import { AS_REMEMBERED, PresetChoice, type Reading } from './PresetChoice.js';

interface Sending {
  readonly name: string;
  readonly share: number;
  readonly answer: UploadAnswer | null;
}

/** Drop files or choose them: both are the same. All files of one go become one load. */
export function UploadForm({ onChecked }: { readonly onChecked: (loadId: string) => void }) {
  const [source, setSource] = useState('upload');
  const [reading, setReading] = useState<Reading>(AS_REMEMBERED);
  const [files, setFiles] = useState<readonly Sending[]>([]);
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const hint = useId();
  const work = useWork((job) => onChecked(job.subject));
  const busy = files.some((file) => file.answer === null) || work.busy;

  const send = async (chosen: readonly File[]): Promise<void> => {
    if (chosen.length === 0 || busy) return;
    setFiles(chosen.map((file) => ({ name: file.name, share: 0, answer: null })));
    const note = (at: number, change: Partial<Sending>): void =>
      setFiles((now) => now.map((file, i) => (i === at ? { ...file, ...change } : file)));
    let load: string | null = null;
    for (const [i, file] of chosen.entries()) {
      // One after the other: they belong to one load, and the first one's answer names it.
      const answer: UploadAnswer = await sendFile(
        file,
        { source: source.trim() || 'upload', loadId: load, ...reading },
        (share) => note(i, { share }),
      );
      load = answer.loadId ?? load;
      note(i, { share: 1, answer });
    }
    if (load !== null) await work.ask(askFor('checkLoad', 'id'), { it: load });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void send([...event.dataTransfer.files]);
  };
  return (
    <div className="stack">
      <TextInput
        label="Source"
        description="The system these files come from. Rows are compared with earlier loads of the same source."
        value={source}
        maxLength={60}
        onChange={(event) => setSource(event.currentTarget.value)}
        className={styles['source'] ?? ''}
      />
      <PresetChoice value={reading} onChange={setReading} />
      <div
        className={styles['drop']}
        data-over={over || undefined}
        onDragOver={(event) => (event.preventDefault(), setOver(true))}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p id={hint}>Drop CSV files here, or choose them. Nothing changes until you confirm.</p>
        <input
          ref={chooser}
          type="file"
          multiple
          accept=".csv,.tsv,.txt,text/csv"
          className="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            void send([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        <Button size="md" disabled={busy} aria-describedby={hint} onClick={() => chooser.current?.click()}>
          Choose files
        </Button>
      </div>
      <Sent files={files} />
      <WorkProgress work={work} label="Checking what would change" />
    </div>
  );
}

function Sent({ files }: { readonly files: readonly Sending[] }) {
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
