import { t } from '#language';
import type { NotText } from './reading/encoding.js';

/** Why a file cannot be taken at all. */
export type FileRefusal = NotText | 'unknown-file' | 'missing-columns' | 'doubled-columns' | 'torn' | 'interrupted';

/** What was not read although the rest was. */
export type Unread = 'unknown-columns' | 'undeclared-demographics' | 'themes-without-codes' | 'many-session-columns';

/** Something the sender should know about a file as a whole. Names columns and nothing else of the file. */
export interface Remark {
  readonly code: FileRefusal | Unread;
  readonly columns: readonly string[];
}

/** More columns than these are counted, not named. */
const columnsNamed = 30;
/** A header cell that looks like a name. Where one does not, the line may hold values, and none of it is repeated. */
const looksLikeAName = /^[\p{L}][\p{L}\p{N}_ .-]{0,59}$/u;

export function remark(code: Remark['code'], columns: readonly string[] = []): Remark {
  if (!columns.every((name) => looksLikeAName.test(name))) return { code, columns: [`${columns.length} without a name`] };
  const rest = columns.length - columnsNamed;
  return { code, columns: rest > 0 ? [...columns.slice(0, columnsNamed), `and ${rest} more`] : columns };
}

const words: Record<Remark['code'], string> = {
  zip: 'This is a zip archive. Unpack it and send the CSV files inside.',
  workbook: 'This is a spreadsheet workbook. Save each sheet as CSV and send that.',
  'json-lines': 'This is JSON. Only CSV is read so far.',
  packed: 'This is a packed file. Unpack it and send the CSV file inside.',
  'not-text': 'This is not a text file. Send CSV: UTF-8 or UTF-16, with a comma, a semicolon or a tab between cells.',
  empty: 'The file is empty.',
  'unknown-file': 'No file of the data dictionary has this name or these columns.',
  'missing-columns': 'Columns that every row needs are missing:',
  'doubled-columns': 'Columns of one name stand twice in the header:',
  torn: 'Too many quotes open and do not close, so nobody can tell where rows begin. Nothing of the file was taken.',
  interrupted: 'The file did not arrive whole. Nothing of it was taken.',
  'unknown-columns': 'Columns that are not in the data dictionary were not read:',
  'undeclared-demographics': 'Columns about personal characteristics that the settings do not declare were not read:',
  'many-session-columns':
    'More than five columns have to be filled in for every session. Nobody likes to, and what is filled in late is guessed. Leave out what no figure needs:',
  'themes-without-codes': 'Not read, because the settings declare no codes of themes:',
};

/** A remark as a sentence. */
export function sayRemark({ code, columns }: Remark): string {
  const said = t(words[code]);
  return columns.length === 0 ? said : `${said} ${columns.map(sayColumn).join(', ')}.`;
}

/** A name as it stands in the file, or how many are not named. */
function sayColumn(column: string): string {
  const [, without, more] = /^(?:(\d+) without a name|and (\d+) more)$/.exec(column) ?? [];
  if (without !== undefined) return t('{n} without a name', { n: without });
  return more === undefined ? column : t('and {n} more', { n: more });
}
