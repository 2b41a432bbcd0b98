import { absence, badge, type Verdict } from '../wording/index.js';
import styles from './kit.module.css';

interface BadgeProps {
  readonly shape: string;
  readonly word: string;
  readonly tone: string;
}

/** A judgment in a word and a shape; the tint only repeats them. */
export function Badge({ shape, word, tone }: BadgeProps) {
  return (
    <span className={styles['badge']} data-tone={tone}>
      <span aria-hidden="true">{shape}</span> {word}
    </span>
  );
}

export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  return <Badge {...badge(verdict)} />;
}

/** The mark of a place without a value: one for everything that is hidden, others for what is not collected or does not apply. */
export function AbsenceMark({ status }: { readonly status: string }) {
  const { mark, name } = absence(status);
  return (
    <span className={styles['absence']} data-status={status}>
      <span aria-hidden="true">{mark}</span>
      <span className="visually-hidden">{name}</span>
    </span>
  );
}
