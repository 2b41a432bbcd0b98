import { PageHead } from '../kit/index.js';
import { HIDDEN_SHORT } from '../wording/index.js';
import styles from './trust.module.css';

const WORDS: readonly (readonly [id: string, word: string, meaning: string])[] = [
  ['about', 'About', 'The number is a little off on purpose. Its interval says by how much it may be off.'],
  ['c', '[c]', HIDDEN_SHORT],
  ['u', '[u]', 'Too uncertain to estimate.'],
  ['x', '[x]', 'Not collected by this organisation.'],
  ['z', '[z]', 'Does not apply: by the organisation chart there is nobody.'],
  ['everyone-else', 'Everyone else', 'The rest of the eligible people: the comparison of every group.'],
  ['interval', '95 % interval', 'The range that the data fit. A wide one says: little is known.'],
  ['parity-ratio', 'Rate ratio', 'A group’s rate divided by the rate of everyone else. 100 % means equal rates.'],
  ['similar', 'Similar range', 'Ratios that this organisation agreed to treat as similar. It is not a legal test.'],
  ['release', 'Release', 'The frozen results of one quarter. Nothing in it ever changes; a correction is a new release.'],
  ['certificate', 'Certificate', 'What was checked before a release was published, and with which result.'],
  ['noise-level', 'Noise level', 'How far counts are moved to protect people, as a standard deviation.'],
  ['dose', 'Dose', 'Held minutes of mentoring in a mentee’s month.'],
  ['shortfall', 'People more for the others’ rate', 'How many people more would bring the group to the rate of everyone else.'],
  ['load', 'Load', 'Files that were sent together and take effect together.'],
];

export default function GlossaryPage() {
  return (
    <>
      <PageHead title="Glossary" lead="The words of these pages, each with one meaning." />
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
