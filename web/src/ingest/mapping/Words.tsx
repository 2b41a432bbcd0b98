import { TextInput } from '@mantine/core';
import { Choice } from '../../kit/index.js';
import styles from '../ingest.module.css';
import type { ColumnProfile } from './column-profile.js';
import type { Target } from './targets.js';
import { t } from '../../language/index.js';

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
      <summary className={styles['summary']}>{t('Words of “{name}” to translate', { name: column.name })}</summary>
      <p className="small quiet">
        {t('Words that stand in fewer than five rows are not shown. What is not translated is read as it is.')}
      </p>
      <div className={styles['choices']}>
        {column.words.map((word) =>
          choices.length > 0 ? (
            <Choice
              key={word}
              label={t('“{word}” means', { word })}
              value={words[word.toLowerCase()] ?? ''}
              options={[{ value: '', label: t('As it is') }, ...choices.map((one) => ({ value: one, label: one }))]}
              onChange={(means) => say(word, means)}
            />
          ) : (
            <TextInput
              key={word}
              label={t('“{word}” means', { word })}
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
