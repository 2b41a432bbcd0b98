import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  type Charter,
  type CharterTemplate,
  LOCK_CHARTER,
  type Track,
  type TrackSummary,
  WRITE_CHARTER,
} from '../gateway/index.js';
import { Choice, Notice, useChange } from '../kit/index.js';
import { type CharterForm, formOf, inputOf } from './charter-form.js';
import { CharterFields } from './CharterFields.js';
import { PowerTable } from './PowerTable.js';
import styles from './tracks.module.css';
import { Refusal } from './Why.js';
import { t } from '../language/index.js';

interface EditorProps {
  readonly track: Track;
  readonly templates: readonly CharterTemplate[];
  /** Other tracks with a charter, which may be copied as a playbook. */
  readonly others: readonly TrackSummary[];
  readonly renew: () => void;
}

const DRAFT = '(draft)';

/** Writes the next version: from a template, from another track's charter, or on with the draft. */
export function CharterEditor({ track, templates, others, renew }: EditorProps) {
  const draft = track.charters.find(({ hash }) => hash === null);
  const [start, setStart] = useState(draft ? DRAFT : (templates[0]?.key ?? ''));
  const [form, setForm] = useState<CharterForm | null>(() => formFor(draft ?? templates[0]?.charter));
  const begin = (from: string): void => {
    setStart(from);
    setForm(startingPoint(from, { draft, templates, others }) ?? form);
  };
  if (form === null) return null;
  const copied = others.some(({ key }) => key === start) ? start : from(draft, start);
  return (
    <section aria-labelledby="write" className="stack">
      <h2 id="write">{draft ? t('Draft of version {version}', { version: draft.version }) : t('Write a charter')}</h2>
      <div className={styles['form']}>
        <Choice label={t('Start from')} value={start} options={startsOf(draft, templates, others)} onChange={begin} />
        <CharterFields form={form} onChange={setForm} />
      </div>
      <PowerTable form={form} />
      <SaveAndLock trackKey={track.summary.key} form={form} draft={draft} copiedFrom={copied} renew={renew} />
    </section>
  );
}

const from = (draft: Charter | undefined, start: string): string | null => (start === DRAFT ? (draft?.copiedFrom ?? null) : null);
const formFor = (charter: Charter | undefined, firstLook?: string): CharterForm | null =>
  charter ? formOf(charter, firstLook) : null;

interface Starts {
  readonly draft: Charter | undefined;
  readonly templates: readonly CharterTemplate[];
  readonly others: readonly TrackSummary[];
}

/** A copy looks again from the next quarter on; what it judges by is the other track's. */
function startingPoint(start: string, { draft, templates, others }: Starts): CharterForm | null {
  if (start === DRAFT) return formFor(draft);
  const template = templates.find(({ key }) => key === start)?.charter;
  if (template) return formFor(template);
  return formFor(others.find(({ key }) => key === start)?.charter ?? undefined, templates[0]?.charter.looks[0]);
}

const startsOf = (draft: Charter | undefined, templates: readonly CharterTemplate[], others: readonly TrackSummary[]) => [
  ...(draft ? [{ value: DRAFT, label: t('The draft as it was saved') }] : []),
  ...templates.map(({ key, label, fits }) => ({
    value: key,
    label: fits ? t('Template: {label} (fits this track)', { label }) : t('Template: {label}', { label }),
  })),
  ...others.map(({ key, name }) => ({ value: key, label: t('Copy of {name}', { name }) })),
];

interface SaveProps {
  readonly trackKey: string;
  readonly form: CharterForm;
  readonly draft: Charter | undefined;
  readonly copiedFrom: string | null;
  readonly renew: () => void;
}

function SaveAndLock({ trackKey, form, draft, copiedFrom, renew }: SaveProps) {
  const [sure, setSure] = useState(false);
  const { problem, busy, send } = useChange(renew);
  const charter = inputOf(form);
  const isSaved = draft !== undefined && JSON.stringify(charter) === JSON.stringify(inputOf(formOf(draft)));
  const save = () => void send(WRITE_CHARTER, { key: trackKey, charter, copiedFrom });
  const lock = () => void send(LOCK_CHARTER, { key: trackKey, version: draft?.version ?? 0 });
  return (
    <div className={styles['form']}>
      <div className="row">
        <Button size="md" variant={isSaved ? 'default' : 'filled'} disabled={busy || charter === null || isSaved} onClick={save}>
          {t('Save the draft')}
        </Button>
        <Button
          size="md"
          variant={isSaved ? 'filled' : 'default'}
          disabled={busy || !isSaved || sure}
          onClick={() => setSure(true)}
        >
          {t('Lock it')}
        </Button>
      </div>
      <p className="small quiet" role="status">
        {isSaved
          ? t('The draft is saved. Lock it before its first look.')
          : t('Not saved yet. What is locked is what was saved.')}
      </p>
      {sure && isSaved ? (
        <Notice tone="unsure" title={t('A locked charter never changes')}>
          <p>{t('The track will be judged by it. A change is a new charter, and the count of looks begins anew.')}</p>
          <div className="row">
            <Button size="md" disabled={busy} onClick={lock}>
              {t('Lock version {version}', { version: draft.version })}
            </Button>
            <Button size="md" variant="default" onClick={() => setSure(false)}>
              {t('Not yet')}
            </Button>
          </div>
        </Notice>
      ) : null}
      <Refusal text={problem} />
    </div>
  );
}
