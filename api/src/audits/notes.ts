import type pg from 'pg';
import { record } from '../audit-trail/index.js';
import { inTransaction, Refusal } from '../platform/index.js';
import { isListed, NOTE_KINDS } from './library.js';
import { plainWords } from './plain-words.js';
import { isOpen } from './state.js';
import { groupsOf, type Working, refuseRaced, subjectOf } from './work.js';

/** A note as somebody leaves it. */
export interface Noting {
  /** The key of a finding; null for the audit as a whole. */
  readonly finding: string | null;
  readonly kind: string;
  readonly words: string | null;
}

const LONGEST = 300;

/** Leaves a note on an audit that is not signed. @throws Refusal `audit-frozen`, `note-unclear`, `finding-unknown` and others (2). */
export async function leaveNote(working: Working, { finding, kind, words }: Noting): Promise<void> {
  const { view, by } = working;
  refuseFrozen(working);
  if (!isListed(NOTE_KINDS, kind)) throw new Refusal('note-unclear', 'Choose what the note is about from the list.', 2);
  if (finding !== null && !view.findings.some(({ key }) => key === finding))
    throw new Refusal('finding-unknown', 'This audit has no such finding.', 2);
  const own = words === null || words.trim() === '' ? null : plainWords(words, LONGEST, groupsOf(view));
  await written(working, 'audit.noted', (tx) =>
    tx.query('insert into audits.note (audit_id, finding, kind, words, noted_by, noted_role) values ($1, $2, $3, $4, $5, $6)', [
      view.audit.id,
      finding,
      kind,
      own,
      by.id,
      by.role,
    ]),
  );
}

/** Takes back a note that is not signed yet. @throws Refusal `audit-frozen`, `note-unknown` (2). */
export async function takeNoteBack(working: Working, no: number): Promise<void> {
  const { view, by } = working;
  refuseFrozen(working);
  if (!view.notes.some((note) => note.no === no)) throw new Refusal('note-unknown', 'There is no such note in this audit.', 2);
  await written(working, 'audit.note-taken-back', (tx) =>
    tx.query('insert into audits.note (audit_id, takes_back, noted_by, noted_role) values ($1, $2, $3, $4)', [
      view.audit.id,
      no,
      by.id,
      by.role,
    ]),
  );
}

function refuseFrozen({ view }: Working): void {
  if (!isOpen(view.state))
    throw new Refusal('audit-frozen', 'This audit is signed. Notes are left before that, or after it is reopened.');
}

async function written({ pool, by, view }: Working, action: string, change: (tx: pg.PoolClient) => Promise<unknown>) {
  await inTransaction(pool, async (tx) => {
    await change(tx).catch(refuseRaced);
    await record(tx, by, { action, subject: subjectOf(view.audit) });
  });
}
