import { Link } from 'react-router';
import { useMay } from '../access/index.js';
import styles from './overview.module.css';
import type { Waiting } from './use-waiting.js';
import { t } from '../language/index.js';

/** What waits for this reader. Who decides nothing is told so only where something waits. */
export function NeedsDecision({ waiting }: { readonly waiting: readonly Waiting[] }) {
  const publishes = useMay('write', 'publication');
  const loads = useMay('write', 'loads');
  if (!publishes && !loads && waiting.length === 0) return null;
  return (
    <section aria-labelledby="decide" className="stack">
      <h2 id="decide">{t('Needs your decision')}</h2>
      {waiting.length === 0 ? <p className="quiet">{t('Nothing waits for you.')}</p> : null}
      <ul className={styles['waiting']}>
        {waiting.map((one) => (
          <li key={one.text}>
            <Link to={one.to}>{one.text}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
