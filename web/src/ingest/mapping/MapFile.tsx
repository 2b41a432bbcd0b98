import { Choice } from '../../kit/index.js';
import { count } from '../../wording/index.js';
import styles from '../ingest.module.css';
import { DATES } from './dates.js';
import type { UnknownFile } from './MapColumns.js';
import { type Draft, missingIn, type Readable, reassigned, suggested, withRemembered } from './draft.js';
import { MapColumn } from './MapColumn.js';
import { type Target, targetInWords } from './targets.js';
import type { Known } from './use-known.js';
import { t } from '../../language/index.js';

interface MapFileProps {
  readonly file: UnknownFile;
  readonly draft: Draft;
  readonly known: Known;
  readonly onChange: (draft: Draft) => void;
}

/** One file: what its rows are, how it writes dates, and each of its columns. */
export function MapFile({ file, draft, known, onChange }: MapFileProps) {
  const { readable, remembered } = known;
  const targets = targetsIn(readable, draft.file);
  const proposal = suggested(targets, file.columns);
  const choose = (name: string): void => {
    const found = suggested(targetsIn(readable, name), file.columns);
    onChange(withRemembered({ ...draft, ...found, file: name, fixed: {}, words: {} }, remembered));
  };
  return (
    <fieldset className={styles['map']}>
      <legend>{file.name}</legend>
      <div className={styles['choices']}>
        <Choice label={t('A row of this file is')} value={draft.file} options={kindsOf(readable)} onChange={choose} />
        <Choice
          label={t('Dates look like')}
          value={draft.dates}
          options={DATES}
          onChange={(dates) => onChange({ ...draft, dates: dates as Draft['dates'] })}
        />
      </div>
      <p className="small quiet">{lookedAt(file)}</p>
      {draft.file === '' ? null : (
        <>
          <ul className={styles['columns']}>
            {file.columns.map((column, at) => (
              <li key={`${at} ${column.name}`}>
                <MapColumn
                  column={column}
                  targets={targets}
                  read={readAs(targets, draft.read, at)}
                  suggested={readAs(targets, proposal.read, at)}
                  words={draft.words}
                  onRead={(target) => onChange(reassigned(draft, at, target))}
                  onWords={(target, words) => onChange({ ...draft, words: { ...draft.words, [target]: words } })}
                />
              </li>
            ))}
          </ul>
          <Missing file={file} draft={draft} targets={targets} onChange={onChange} />
        </>
      )}
    </fieldset>
  );
}

const targetsIn = (readable: readonly Readable[], name: string): readonly Target[] =>
  readable.find(({ file }) => file.file === name)?.targets ?? [];

const readAs = (targets: readonly Target[], read: Draft['read'], at: number): Target | undefined =>
  targets.find(({ key }) => read[key] === at);

const kindsOf = (readable: readonly Readable[]) => [
  { value: '', label: t('Choose') },
  ...readable.map(({ file }) => ({ value: file.file, label: `${file.file}: ${file.row}` })),
];

const lookedAt = ({ rows, whole }: UnknownFile): string =>
  whole
    ? t('Looked at {rows} rows. No value of a person is shown.', { rows: count(rows) })
    : t('Looked at the first {rows} rows. No value of a person is shown.', { rows: count(rows) });

interface MissingProps {
  readonly file: UnknownFile;
  readonly draft: Draft;
  readonly targets: readonly Target[];
  readonly onChange: (draft: Draft) => void;
}

/** What no row can do without and no column is read as: another column says it as well, or it is the same in every row. */
function Missing({ file, draft, targets, onChange }: MissingProps) {
  const missing = missingIn(targets, draft.read);
  if (missing.length === 0) return null;
  const choose = (key: string, chosen: string): void => {
    const { [key]: _also, ...also } = draft.also;
    const { [key]: _fixed, ...fixed } = draft.fixed;
    if (chosen.startsWith(ALWAYS)) return onChange({ ...draft, also, fixed: { ...fixed, [key]: chosen.slice(ALWAYS.length) } });
    onChange({ ...draft, fixed, also: chosen === '' ? also : { ...also, [key]: Number(chosen) } });
  };
  const chosenFor = (key: string): string => {
    const fixed = draft.fixed[key];
    return fixed === undefined ? String(draft.also[key] ?? '') : `${ALWAYS}${fixed}`;
  };
  return (
    <div className="stack-tight">
      <p>{t('Needed as well. A column may be read twice.')}</p>
      <div className={styles['choices']}>
        {missing.map((target) => (
          <Choice
            key={target.key}
            label={t('{key} is', { key: targetInWords(target) })}
            value={chosenFor(target.key)}
            options={[
              { value: '', label: t('Choose') },
              ...file.columns.map(({ name }, at) => ({ value: String(at), label: t('Your column “{name}”', { name }) })),
              ...target.column.choices.map((one) => ({ value: `${ALWAYS}${one}`, label: t('In every row: {one}', { one }) })),
            ]}
            onChange={(chosen) => choose(target.key, chosen)}
          />
        ))}
      </div>
    </div>
  );
}

const ALWAYS = 'always ';
