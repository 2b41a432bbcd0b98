import { PageHead } from '../kit/index.js';
import { HIDDEN_SHORT } from '../wording/index.js';
import styles from './trust.module.css';
import { t } from '../language/index.js';

const WORDS: readonly (readonly [id: string, word: string, meaning: string])[] = [
  ['about', t('About##number'), t('The number is a little off on purpose. Its interval says by how much it may be off.')],
  ['c', '[c]', t(HIDDEN_SHORT)],
  ['u', '[u]', t('Too uncertain to estimate.')],
  ['x', '[x]', t('Not collected by this organisation.')],
  ['z', '[z]', t('Does not apply: by the organisation chart there is nobody.')],
  ['everyone-else', t('Everyone else'), t('The rest of the eligible people: the comparison of every group.')],
  ['interval', t('95 % interval'), t('The range that the data fit. A wide one says: little is known.')],
  ['parity-ratio', t('Rate ratio'), t('A group’s rate divided by the rate of everyone else. 100 % means equal rates.')],
  ['similar', t('Similar range'), t('Ratios that this organisation agreed to treat as similar. It is not a legal test.')],
  ['release', t('Release'), t('The frozen results of one quarter. Nothing in it ever changes; a correction is a new release.')],
  ['certificate', t('Certificate'), t('What was checked before a release was published, and with which result.')],
  ['noise-level', t('Noise level'), t('How far counts are moved to protect people, as a standard deviation.')],
  ['dose', t('Dose'), t('Held minutes of mentoring in a mentee’s month.')],
  [
    'shortfall',
    t('People more for the others’ rate'),
    t('How many people more would bring the group to the rate of everyone else.'),
  ],
  ['load', t('Load'), t('Files that were sent together and take effect together.')],
];

export default function GlossaryPage() {
  return (
    <>
      <PageHead title={t('Glossary')} lead={t('The words of these pages, each with one meaning.')} />
      <dl className={styles['words']}>
        {WORDS.map(([id, word, meaning]) => (
          <div key={id} id={id}>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
