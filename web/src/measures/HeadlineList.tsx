import { Link } from 'react-router';
import { IntervalStrip } from '../charts/drawings.js';
import type { Headline } from './headlines.js';
import styles from './headlines.module.css';
import { t } from '../language/index.js';

/** Sentences with their strips, each leading to its figure. */
export function HeadlineList({ headlines, follow }: { readonly headlines: readonly Headline[]; readonly follow: string }) {
  return (
    <ul className={styles['headlines']}>
      {headlines.map((headline) => (
        <li key={headline.key}>
          <HeadlineItem headline={headline} follow={follow} />
        </li>
      ))}
    </ul>
  );
}

function HeadlineItem({ headline, follow }: { readonly headline: Headline; readonly follow: string }) {
  const id = `headline-${headline.key.replaceAll(/\W/g, '-')}`;
  return (
    <article className={styles['headline']} aria-labelledby={id}>
      <div className={styles['words']}>
        <p className={styles['label']}>{headline.label}</p>
        <h3 id={id}>{headline.sentence}</h3>
        {headline.change === null ? null : <p className="small quiet">{headline.change}</p>}
        <Link to={headline.to}>
          {follow} <span className="visually-hidden">{t('of {label}', { label: headline.label })}</span>
        </Link>
      </div>
      {headline.strip === null ? null : <IntervalStrip {...headline.strip} />}
    </article>
  );
}
