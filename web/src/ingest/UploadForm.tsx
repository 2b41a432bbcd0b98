import { Button, TextInput } from '@mantine/core';
import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { askFor, sendFile, type UploadAnswer, useWork } from '../gateway/index.js';
import { WorkProgress } from '../kit/index.js';
import styles from './ingest.module.css';
import { AS_REMEMBERED, PresetChoice, type Reading } from './PresetChoice.js';
import { type Sending, Sent } from './Sent.js';
import { takeApart } from './take-apart.js';

interface UploadFormProps {
  /** A load that was begun and gets more files; without one a new load begins. */
  readonly into?: { readonly id: string; readonly source: string };
  readonly onChecked: (loadId: string) => void;
}

/** Drop files or choose them: both are the same. All files of one go become one load. */
export function UploadForm({ into, onChecked }: UploadFormProps) {
  const [source, setSource] = useState(into?.source ?? 'upload');
  const [reading, setReading] = useState<Reading>(AS_REMEMBERED);
  const upload = useUpload(into?.id ?? null, onChecked);
  const send = (files: readonly File[], wish = reading): void => void upload.send(files, { source, ...wish });
  const again = (preset: string): void => {
    const wish = { preset, dates: reading.dates === '' ? 'y-m-d' : reading.dates };
    setReading(wish);
    send(
      upload.files.flatMap(({ file, answer }) => (file !== null && answer?.ok === false ? [file] : [])),
      wish,
    );
  };
  return (
    <div className="stack">
      {into === undefined ? (
        <TextInput
          label="Source"
          description="The system these files come from. Rows are compared with earlier loads of the same source."
          value={source}
          maxLength={60}
          onChange={(event) => setSource(event.currentTarget.value)}
          className={styles['source'] ?? ''}
        />
      ) : null}
      <PresetChoice value={reading} onChange={setReading} />
      <DropPlace busy={upload.busy} onFiles={send} />
      <Sent files={upload.files} onReadAs={again} />
      <WorkProgress work={upload.work} label="Checking what would change" />
    </div>
  );
}

function DropPlace({ busy, onFiles }: { readonly busy: boolean; readonly onFiles: (files: readonly File[]) => void }) {
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const hint = useId();
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={styles['drop']}
      data-over={over || undefined}
      onDragOver={(event) => (event.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p id={hint}>
        Drop CSV files here, or choose them; XLSX, JSON Lines and ZIP files are taken apart in your browser. Nothing changes until
        you confirm.
      </p>
      <input
        ref={chooser}
        type="file"
        multiple
        accept=".csv,.tsv,.txt,.xlsx,.jsonl,.ndjson,.zip,text/csv"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <Button size="md" disabled={busy} aria-describedby={hint} onClick={() => chooser.current?.click()}>
        Choose files
      </Button>
    </div>
  );
}

interface Wish extends Reading {
  readonly source: string;
}

/** Sends files one after the other: they belong to one load, and the first one's answer names it. */
function useUpload(into: string | null, onChecked: (loadId: string) => void) {
  const [files, setFiles] = useState<readonly Sending[]>([]);
  const work = useWork((job) => onChecked(job.subject));
  const sending = files.some((file) => file.answer === null);
  useStayWhile(sending);
  const busy = sending || work.busy;

  const send = async (chosen: readonly File[], { source, ...reading }: Wish): Promise<void> => {
    if (chosen.length === 0 || busy) return;
    setFiles(chosen.map((file) => ({ name: file.name, file, share: 0, answer: null })));
    const taken = await takeApart(chosen);
    setFiles(
      taken.map(({ name, file, problem }) => ({ name, file, share: 0, answer: problem === null ? null : unsent(problem) })),
    );
    const note = (at: number, change: Partial<Sending>): void =>
      setFiles((now) => now.map((file, i) => (i === at ? { ...file, ...change } : file)));
    let load = into;
    for (const [i, { file }] of taken.entries()) {
      if (file === null) continue;
      const to = { source: source.trim() || 'upload', loadId: load, ...reading };
      const answer: UploadAnswer = await sendFile(file, to, (share) => note(i, { share }));
      load = answer.loadId ?? load;
      note(i, { share: 1, answer });
    }
    if (load !== null) await work.ask(askFor('checkLoad', 'id'), { it: load });
  };
  return { files, work, busy, send };
}

const unsent = (message: string): UploadAnswer => ({ ok: false, loadId: null, accepted: null, rejected: null, message });

/** The browser asks before it leaves while files are on their way; going to another page of the product stops nothing. */
function useStayWhile(sending: boolean): void {
  useEffect(() => {
    if (!sending) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [sending]);
}
