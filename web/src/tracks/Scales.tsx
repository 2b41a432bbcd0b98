import { strengthWords, trackBadge } from '../wording/index.js';
import styles from './tracks.module.css';

/** The verdict in a word and a shape. */
export function VerdictOfTrack({ verdict }: { readonly verdict: string }) {
  const { shape, word, tone } = trackBadge(verdict);
  return (
    <span className={styles['badge']} data-tone={tone}>
      <span aria-hidden="true">{shape}</span> {word}
    </span>
  );
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
