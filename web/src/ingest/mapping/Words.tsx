import { TextInput } from '@mantine/core';
import { Choice } from '../../kit/index.js';
import styles from '../ingest.module.css';
import type { ColumnProfile } from './column-profile.js';
import type { Target } from './targets.js';

type Meanings = Readonly<Record<string, string>>;

interface WordsProps {
  readonly column: ColumnProfile;
  readonly target: Target;
  readonly words: Meanings;
  readonly onChange: (words: Meanings) => void;
}

/** The words of a coded list, and what they mean; what stands in few rows is not repeated. */
export function Words({ column, target, words, onChange }: WordsProps) {
  const { choices } = target.column;
  const say = (word: string, means: string): void => onChange({ ...words, [word.toLowerCase()]: means });
  return (
    <details className={styles['words']}>
      <summary className={styles['summary']}>Words of “{column.name}” to translate</summary>
      <p className="small quiet">
        Words that stand in fewer than five rows are not shown. What is not translated is read as it is.
      </p>
      <div className={styles['choices']}>
        {column.words.map((word) =>
          choices.length > 0 ? (
            <Choice
              key={word}
              label={`“${word}” means`}
              value={words[word.toLowerCase()] ?? ''}
              options={[{ value: '', label: 'As it is' }, ...choices.map((one) => ({ value: one, label: one }))]}
              onChange={(means) => say(word, means)}
            />
          ) : (
            <TextInput
              key={word}
              label={`“${word}” means`}
              placeholder={word}
              value={words[word.toLowerCase()] ?? ''}
              onChange={(event) => say(word, event.currentTarget.value)}
            />
          ),
        )}
      </div>
    </details>
  );
}
