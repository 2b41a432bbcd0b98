import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  type Audit,
  AUDIT_LIBRARY,
  type AuditLibrary,
  type AuditNote,
  LEAVE_NOTE,
  useAsk,
  WITHDRAW_NOTE,
} from '../gateway/index.js';
import { Choice } from '../kit/index.js';
import { t } from '../language/index.js';
import { stamp } from '../wording/index.js';
import { findingAddress } from './address.js';
import styles from './audits.module.css';
import { SaveState } from './SaveState.js';
import { type AuditChange, useAuditChange } from './use-audit-change.js';
import { titleOf } from './words.js';

/** What auditors noted, and for an auditor the place to do so; nothing where there is neither. */
export function Notes({ audit }: { readonly audit: Audit }) {
  const change = useAuditChange();
  const { notes, rights } = audit;
  if (notes.length === 0 && !rights.note) return null;
  return (
    <section className="stack" aria-labelledby="notes">
      <h2 id="notes">{t('Notes of auditors')}</h2>
      {notes.length === 0 ? <p>{t('None.')}</p> : null}
      <ul className={styles['list']}>
        {notes.map((note) => (
          <li key={note.no}>
            <Note audit={audit} note={note} change={rights.note ? change : null} />
          </li>
        ))}
      </ul>
      {rights.note ? <NoteForm audit={audit} change={change} /> : null}
    </section>
  );
}

interface NoteProps {
  readonly audit: Audit;
  readonly note: AuditNote;
  readonly change: AuditChange | null;
}

function Note({ audit, note, change }: NoteProps) {
  const { no, label, words, roleLabel, at } = note;
  const about = audit.findings.find(({ key }) => key === note.finding);
  return (
    <>
      <p>
        <strong>{label}</strong>
        {words === null ? '' : `: ${words}`}
      </p>
      <p className="small quiet">
        {about === undefined ? t('The audit as a whole') : <Link to={findingAddress(audit, about.key)}>{titleOf(about)}</Link>}
        {' · '}
        {t('{role}, {stamp}', { role: roleLabel, stamp: stamp(at) })}
      </p>
      {change === null ? null : (
        <Button
          className="no-print"
          variant="default"
          size="sm"
          disabled={change.busy}
          aria-label={t('Take back the note: {label}', { label })}
          onClick={() => void change.send(WITHDRAW_NOTE, { no })}
        >
          {t('Take back')}
        </Button>
      )}
    </>
  );
}

const WHOLE = '';

function NoteForm({ audit, change }: { readonly audit: Audit; readonly change: AuditChange }) {
  const { answer } = useAsk<{ auditLibrary: AuditLibrary }>(AUDIT_LIBRARY);
  const [finding, setFinding] = useState(WHOLE);
  const [chosen, setChosen] = useState('');
  const [words, setWords] = useState('');
  if (answer === null) return null;
  const kinds = answer.auditLibrary.notes;
  const kind = chosen === '' ? (kinds[0]?.key ?? '') : chosen;
  const told = audit.findings.filter(({ needsWord, decision }) => needsWord || decision !== null);
  const leave = async (): Promise<void> => {
    if (await change.send(LEAVE_NOTE, { finding: finding === WHOLE ? null : finding, kind, words })) setWords('');
  };
  return (
    <div className={`${styles['form']} no-print`}>
      <Choice
        label={t('The note is about')}
        value={finding}
        options={[
          { value: WHOLE, label: t('The audit as a whole') },
          ...told.map((one) => ({ value: one.key, label: titleOf(one) })),
        ]}
        onChange={setFinding}
      />
      <Choice
        label={t('What you note')}
        value={kind}
        options={kinds.map(({ key, label }) => ({ value: key, label }))}
        onChange={setChosen}
      />
      <Textarea
        label={t('More words, if needed')}
        description={t('Roles and groups, no names. At most 300 letters. Both signatures read it.')}
        value={words}
        maxLength={300}
        minRows={2}
        autosize
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div>
        <Button disabled={change.busy} onClick={() => void leave()}>
          {t('Leave this note')}
        </Button>
      </div>
      <SaveState change={change} />
    </div>
  );
}
