import { CopyButton, Notice } from '../kit/index.js';
import { stamp } from '../wording/index.js';
import styles from './access.module.css';
import { Problem } from './Problem.js';
import type { Outcome } from './use-change.js';

interface OutcomeNoticeProps {
  readonly outcome: Outcome;
  /** What the secret is, as in "The code". */
  readonly what: string;
}

/** A problem, or a secret that nobody can look up again. */
export function OutcomeNotice({ outcome: { problem, secret, expiresAt }, what }: OutcomeNoticeProps) {
  return (
    <>
      <Problem text={problem} />
      <div role="status">
        {secret === null ? null : (
          <Notice tone="accepted" title={`${what} is shown this once`}>
            <p>
              <code className={styles['secret']}>{secret}</code>
            </p>
            <p>Give it to its owner by a way that you trust. {expiresAt === null ? '' : `It holds until ${stamp(expiresAt)}.`}</p>
            <CopyButton label="Copy" text={secret} />
          </Notice>
        )}
      </div>
    </>
  );
}
