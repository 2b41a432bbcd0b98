import { Choice } from '../../kit/index.js';
import styles from '../ingest.module.css';
import type { ColumnProfile } from './column-profile.js';
import { isCoded, type Target, targetInWords } from './targets.js';
import { Words } from './Words.js';
import { t } from '../../language/index.js';

type Meanings = Readonly<Record<string, string>>;

interface MapColumnProps {
  readonly column: ColumnProfile;
  readonly targets: readonly Target[];
  /** What it is read as, if anything, and what it is likely to be. */
  readonly read: Target | undefined;
  readonly suggested: Target | undefined;
  readonly words: Readonly<Record<string, Meanings>>;
  readonly onRead: (target: string) => void;
  readonly onWords: (target: string, words: Meanings) => void;
}

/** One column of the source: what it looks like, and what it is read as. */
export function MapColumn({ column, targets, read, suggested, words, onRead, onWords }: MapColumnProps) {
  return (
    <div className={styles['column']}>
      <div>
        <Choice
          label={t('Your column “{name}” is read as', { name: column.name })}
          value={read?.key ?? ''}
          options={[
            { value: '', label: t('Not read') },
            ...targets.map((target) => ({ value: target.key, label: optionOf(target) })),
          ]}
          onChange={onRead}
        />
        {read === undefined ? null : (
          <p className="small quiet">
            {read.key === suggested?.key ? t('Suggested. ') : ''}
            {t('A cell holds {holds}.', { holds: read.column.holds })}
          </p>
        )}
      </div>
      <p className="small">{lookOf(column)}</p>
      {read === undefined || !isCoded(read) || column.words.length === 0 ? null : (
        <Words column={column} target={read} words={words[read.key] ?? {}} onChange={(of) => onWords(read.key, of)} />
      )}
    </div>
  );
}

function optionOf(target: Target): string {
  const key = targetInWords(target);
  return target.column.needed ? t('{key} (needed)', { key }) : key;
}

const TYPES = { empty: t('empty'), date: t('dates'), number: t('numbers'), text: t('text') };

/** Type, filled share, rounded number of values, shape; never a value. */
function lookOf({ type, filled, different, pattern }: ColumnProfile): string {
  if (type === 'empty') return TYPES.empty;
  const look = { type: TYPES[type], filled, different, pattern: pattern ?? '' };
  return pattern === null
    ? t('{type} · {filled}\u00a0% filled · about {different} different values · no common pattern', look)
    : t('{type} · {filled}\u00a0% filled · about {different} different values · pattern {pattern}', look);
}
