import type { AuditRow, RecordRow } from './store.js';

/** Where an audit stands. */
export type AuditState = 'open' | 'signed-once' | 'signed' | 'returned' | 'reopened';

/** The state that its records make; the newest comes first. */
export function stateOf(records: readonly Pick<RecordRow, 'steps'>[]): AuditState {
  const [newest] = records;
  if (!newest) return 'open';
  const last = newest.steps.at(-1)?.step;
  if (last === undefined) return 'signed-once';
  return last === 'countersigned' ? 'signed' : last;
}

/** Whether anything may still be answered, decided or agreed in it. */
export const isOpen = (state: AuditState): boolean => state !== 'signed-once' && state !== 'signed';

/** Whether a group belongs to the branch that an audit is about; everything belongs to the programme. */
export const isWithin = ({ scope }: Pick<AuditRow, 'scope'>, team: string | undefined): boolean =>
  scope === '' || team === scope || (team?.startsWith(`${scope}/`) ?? false);
