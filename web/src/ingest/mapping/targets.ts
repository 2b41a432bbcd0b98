import type { MappedColumns, NeededColumn, NeededFile, SourcePreset } from '../../gateway/index.js';
import { t } from '../../language/index.js';

/** What a column of a source can be read as: a column of the dictionary, or a mentor's or mentee's where a row is a pair. */
export interface Target {
  readonly key: string;
  readonly column: NeededColumn;
  readonly role: string | null;
  /** Names under which it is known, in lower case, the likeliest first. */
  readonly known: readonly string[];
}

const keyOf = (column: string, role: string | null): string => (role === null ? column : `${column} of the ${role}`);

/** What a reader is told that a column may be. */
export function targetInWords({ column: { name: column }, role }: Target): string {
  if (role === null) return column;
  return role === 'mentor' ? t('{column} of the mentor', { column }) : t('{column} of the mentee', { column });
}

/** Only here is a row often a pair. */
const IN_PAIRS = 'participations';

/** What can be read into a file of the dictionary; `remembered` are earlier mappings, which come before the usual ones. */
export function targetsOf(file: NeededFile, remembered: readonly MappedColumns[], presets: readonly SourcePreset[]): Target[] {
  const mappings = [...remembered, ...presets.flatMap((preset) => preset.files)].filter((one) => one.file === file.file);
  const target = (column: NeededColumn, role: string | null): Target => {
    const same = mappings.flatMap(({ columns }) => columns.filter((one) => one.name === column.name && one.role === role));
    const own = role === null ? [column.name] : [];
    return { key: keyOf(column.name, role), column, role, known: [...new Set([...own, ...same.flatMap(({ known }) => known)])] };
  };
  const person = file.columns.find(({ name }) => name === 'person_id');
  const pairs = file.file === IN_PAIRS && person !== undefined ? ['mentor', 'mentee'].map((role) => target(person, role)) : [];
  return [...file.columns.map((column) => target(column, null)), ...pairs];
}

/** Words are translated where the dictionary has its own, and where the organisation's own lists are coded. */
const CODED = ['level', 'team', 'track_id'];

/** Whether words of a column that is read as this may be shown to be translated. */
export const isCoded = ({ column }: Target): boolean => column.choices.length > 0 || CODED.includes(column.name);
