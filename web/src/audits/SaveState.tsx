import { Notice } from '../kit/index.js';
import type { AuditChange } from './use-audit-change.js';
import { t } from '../language/index.js';

/** Says that something was saved, or why it was not. Both are read aloud, and neither goes away by itself. */
export function SaveState({ change: { problem, saved, busy } }: { readonly change: AuditChange }) {
  return (
    <div>
      <p role="status" className="small quiet">
        {busy ? t('Saving') : saved ? t('Saved') : ''}
      </p>
      {problem === null ? null : (
        <Notice tone="danger">
          <p role="alert">{problem}</p>
        </Notice>
      )}
    </div>
  );
}
