import type { Audit } from '../gateway/index.js';
import { Notice } from '../kit/index.js';
import { t } from '../language/index.js';

/** What is still to be done, where anything is. */
export function Lacks({ audit: { steps } }: { readonly audit: Audit }) {
  if (steps.lacks.length === 0) return null;
  return (
    <Notice tone="unsure" title={t('Before it can be signed')}>
      <ul>
        {steps.lacks.map((lack) => (
          <li key={lack}>{lack}</li>
        ))}
      </ul>
    </Notice>
  );
}
