import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Notice } from '../../kit/index.js';
import type { ColumnProfile } from './column-profile.js';
import { type Draft, draftOf, type FileMapping, mappingOf, type Readable, withRemembered } from './draft.js';
import { MapFile } from './MapFile.js';
import { problemsOf } from './problems.js';
import type { Known } from './use-known.js';
import { t } from '../../language/index.js';

/** A file whose columns nobody knows yet, as far as it was looked at. */
export interface UnknownFile {
  readonly name: string;
  readonly columns: readonly ColumnProfile[];
  /** How many rows were looked at, and whether these were all. */
  readonly rows: number;
  readonly whole: boolean;
}

interface MapColumnsProps {
  readonly files: readonly UnknownFile[];
  readonly known: Known;
  readonly source: string;
  /** One mapping for each file, in their order. */
  readonly onMapped: (mappings: readonly FileMapping[]) => void;
  readonly onCancel: () => void;
}

/** The step between choosing files and sending them: what their columns are. Asked once for each source. */
export function MapColumns({ files, known, source, onMapped, onCancel }: MapColumnsProps) {
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => files.map((file) => firstDraft(file, known)));
  const [tried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const problems = files.flatMap((file, i) => problemsOf(file.name, drafts[i], known.readable));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (problems.length === 0) onMapped(drafts.map((draft, i) => mapped(draft, files[i], known.readable)));
  };
  return (
    <form className="stack" onSubmit={send} noValidate>
      <h3 ref={heading} tabIndex={-1}>
        {t('What are these columns?')}
      </h3>
      <p>
        {t(
          'What you say is remembered for the source {source}. The files were looked at in your browser; nothing was sent yet.',
          { source },
        )}
      </p>
      {files.map((file, i) => (
        <MapFile
          key={`${i} ${file.name}`}
          file={file}
          draft={drafts[i] as Draft}
          known={known}
          onChange={(draft) => setDrafts(drafts.map((one, at) => (at === i ? draft : one)))}
        />
      ))}
      {tried && problems.length > 0 ? <Problems problems={problems} /> : null}
      <div className="row">
        <Button size="md" type="submit">
          {t('Remember this and send')}
        </Button>
        <Button size="md" variant="default" onClick={onCancel}>
          {t('Do not send')}
        </Button>
      </div>
    </form>
  );
}

const Problems = ({ problems }: { readonly problems: readonly string[] }) => (
  <div role="alert">
    <Notice tone="danger" title={t('Something is still missing')}>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </Notice>
  </div>
);

const firstDraft = ({ columns }: UnknownFile, { readable, remembered }: Known): Draft =>
  withRemembered(draftOf(readable, columns), remembered);

function mapped(draft: Draft, file: UnknownFile | undefined, readable: readonly Readable[]): FileMapping {
  const targets = readable.find((one) => one.file.file === draft.file)?.targets ?? [];
  return mappingOf(draft, targets, file?.columns ?? []);
}
