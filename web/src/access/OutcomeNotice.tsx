import { CopyButton, Notice } from '../kit/index.js';
import { stamp } from '../wording/index.js';
import styles from './access.module.css';
import { Problem } from './Problem.js';
import type { Outcome } from './use-change.js';
import { t } from '../language/index.js';

interface OutcomeNoticeProps {
  readonly outcome: Outcome;
  /** What a secret is told under: that it is shown this once. */
  readonly title: string;
}

/** A problem, or a secret that nobody can look up again. */
export function OutcomeNotice({ outcome: { problem, secret, expiresAt }, title }: OutcomeNoticeProps) {
  return (
    <>
      <Problem text={problem} />
      <div role="status">
        {secret === null ? null : (
          <Notice tone="accepted" title={title}>
            <p>
              <code className={styles['secret']}>{secret}</code>
            </p>
            <p>
              {t('Give it to its owner by a way that you trust.')}{' '}
              {expiresAt === null ? '' : t('It holds until {stamp}.', { stamp: stamp(expiresAt) })}
            </p>
            <CopyButton label={t('Copy')} text={secret} />
          </Notice>
        )}
      </div>
    </>
  );
}
