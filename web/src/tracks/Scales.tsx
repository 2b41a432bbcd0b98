import { Badge } from '../kit/index.js';
import { strengthWords, trackBadge } from '../wording/index.js';
import styles from './tracks.module.css';

/** The verdict in a word and a shape. */
export function VerdictOfTrack({ verdict }: { readonly verdict: string }) {
  return <Badge {...trackBadge(verdict)} />;
}

/** The strength of the evidence: dots and a word, a scale apart from the verdict. */
export function Strength({ strength }: { readonly strength: string }) {
  const { dots, word } = strengthWords(strength);
  return (
    <span>
      <span className={styles['dots']} aria-hidden="true">
        {dots}
      </span>{' '}
      {word}
    </span>
  );
}
