import { SOURCE_PRESETS, type SourcePreset, useAsk } from '../gateway/index.js';
import { Choice, type Column, DataTable } from '../kit/index.js';
import styles from './ingest.module.css';
import { DATES } from './mapping/dates.js';
import { t } from '../language/index.js';

/** How files of a source are read: by what is remembered for it, by a preset, or by the dictionary's own names. */
export interface Reading {
  readonly preset: string;
  readonly dates: string;
}

/** Asked for every file, also where it could be known. */
export const BY_HAND = 'by-hand';

export const AS_REMEMBERED: Reading = { preset: '', dates: '' };

interface PresetChoiceProps {
  readonly value: Reading;
  readonly onChange: (reading: Reading) => void;
}

/** Suggests which columns of a usual export are read as what. What one chooses is remembered for the source. */
export function PresetChoice({ value, onChange }: PresetChoiceProps) {
  const { answer } = useAsk<{ sourcePresets: readonly SourcePreset[] }>(SOURCE_PRESETS);
  const presets = answer?.sourcePresets ?? [];
  const chosen = presets.find(({ key }) => key === value.preset);
  const options = [
    { value: '', label: t('As remembered for this source') },
    ...presets.map(({ key, label }) => ({ value: key, label: t('Export: {label}', { label }) })),
    { value: 'none', label: t('Files of the data dictionary') },
    { value: BY_HAND, label: t('Other files: I say what their columns are') },
  ];
  return (
    <>
      <div className={styles['choices']}>
        <Choice
          label={t('What kind of files')}
          value={value.preset}
          options={options}
          onChange={(preset) => onChange({ preset, dates: presets.some(({ key }) => key === preset) ? 'y-m-d' : '' })}
        />
        {chosen === undefined ? null : (
          <Choice
            label={t('Dates look like')}
            value={value.dates}
            options={DATES}
            onChange={(dates) => onChange({ ...value, dates })}
          />
        )}
      </div>
      {chosen === undefined ? null : <Suggested preset={chosen} />}
    </>
  );
}

type Known = SourcePreset['files'][number]['columns'][number];

const COLUMNS: readonly Column<Known>[] = [
  { key: 'name', label: t('Is read as'), render: (column) => column.name },
  { key: 'known', label: t('Your column, the first that is there'), render: (column) => column.known.join(', ') },
];

const Suggested = ({ preset }: { readonly preset: SourcePreset }) => (
  <div className="stack-tight">
    <p>
      {preset.about} {t('Columns that are not listed here are named in the answer and never read.')}
    </p>
    {preset.files.map(({ file, columns }) => (
      <details key={file}>
        <summary className={styles['summary']}>{t('Columns read as {file}', { file })}</summary>
        <DataTable
          caption={t('Columns read as {file}', { file })}
          captionHidden
          compact
          columns={COLUMNS}
          rows={columns}
          rowKey={(column) => column.name + column.known.join()}
        />
      </details>
    ))}
  </div>
);
