import { Button, TextInput } from '@mantine/core';
import { type DragEvent, useId, useRef, useState } from 'react';
import { WorkProgress } from '../kit/index.js';
import styles from './ingest.module.css';
import { MapColumns } from './mapping/MapColumns.js';
import { AS_REMEMBERED, PresetChoice, type Reading } from './PresetChoice.js';
import { Sent } from './Sent.js';
import { useUpload } from './use-upload.js';
import { t } from '../language/index.js';

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
  const { question } = upload;
  return (
    <div className="stack">
      {into === undefined ? (
        <TextInput
          label={t('Source')}
          description={t('The system these files come from. Rows are compared with earlier loads of the same source.')}
          value={source}
          maxLength={60}
          onChange={(event) => setSource(event.currentTarget.value)}
          className={styles['source'] ?? ''}
        />
      ) : null}
      <PresetChoice value={reading} onChange={setReading} />
      {question === null ? (
        <DropPlace busy={upload.busy} onFiles={(files) => void upload.choose(files, { source, ...reading })} />
      ) : (
        <MapColumns
          files={question.files}
          known={question.known}
          source={question.source}
          onMapped={question.answer}
          onCancel={question.drop}
        />
      )}
      <Sent files={upload.files} />
      <WorkProgress work={upload.work} label={t('Checking what would change')} />
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
        {t(
          'Drop CSV files here, or choose them; XLSX, JSON Lines and ZIP files are taken apart in your browser. Nothing changes until you confirm.',
        )}
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
        {t('Choose files')}
      </Button>
    </div>
  );
}
