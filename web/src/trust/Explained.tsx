import type { ExplainedPolicy } from '../gateway/index.js';
import styles from './governance.module.css';
import { t } from '../language/index.js';

const PARTS = [
  ['protection', t('How people are protected')],
  ['breakdowns', t('What is split by what')],
  ['purposes', t('What the data are used for')],
] as const;

/** A policy in words. */
export function Explained({ explained }: { readonly explained: ExplainedPolicy }) {
  return (
    <div className={styles['explained']}>
      {PARTS.map(([key, title]) => (
        <Sentences key={key} title={title} sentences={explained[key]} />
      ))}
      <Sentences title={t('How long data are kept')} sentences={explained.retention.map(({ sentence }) => sentence)} />
    </div>
  );
}

const Sentences = ({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) => (
  <>
    <p className={styles['part']}>{title}</p>
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  </>
);
