import { type ColumnDescription, type FileDescription, fileDescriptions } from './files/index.js';
import { wordsOf } from './rules.js';

/** Markdown of everything that is taken in: every file and column, its class, its rule and why it is asked. */
export function dataDictionary(): string {
  return [...intro, ...fileDescriptions.flatMap(sectionOf)].join('\n');
}

/** Every column that is read, with how far it may go and what it is for; those of the settings are not among them. */
export function collectedColumns(): {
  readonly file: string;
  readonly column: string;
  readonly class: string;
  readonly why: string;
}[] {
  return fileDescriptions.flatMap((file) =>
    file.columns.map(({ name, classes, why }) => ({ file: file.name, column: name, class: classes.join(', '), why })),
  );
}

/** What a column demands beside its type, in words. */
export function demandsOf(column: ColumnDescription): readonly string[] {
  return [
    ...(column.key ? [column.mayBeEmpty ? 'key; may be empty' : 'key'] : []),
    ...(column.required ? ['required'] : []),
    ...(column.otherwise ? [`${column.otherwise} where nothing is said`] : []),
    ...(column.notBefore ? [`not before ${column.notBefore}`] : []),
    ...(column.refersTo ? [`waits for an unknown ${column.refersTo}`] : []),
  ];
}

const intro = [
  '# What Overstory takes in',
  '',
  'Generated from the descriptions in `api/src/ingest/files`, from which reading, checking and storing follow as well.',
  '',
  '- CSV with a header: UTF-8 (with or without a byte-order mark) or UTF-16; a comma, a semicolon or a tab between cells; LF or CRLF. A file is recognised by its name, else by its columns.',
  '- Empty means *not said* and never erases; `\\N` erases. The key identifies a row; the same row again changes nothing, a changed one replaces.',
  '- A row that breaks a rule is rejected by itself and named by line, column and rule, never by its content. With `--on-reject quarantine` the rest stands, otherwise nothing does.',
  '- Two rows of one load with the same key and different content are both rejected; equal ones are one row.',
  '- Identifiers are replaced by keyed hashes as they are read (HMAC-SHA-256); the originals are stored nowhere. Blanks around a cell are no part of it; text is brought into Unicode normal form C.',
  '- A row that names an unknown person, track or relationship waits, and counts from the moment the other side arrives.',
  '- Columns that are not listed here are named in the answer and not read; so are `demo_*` columns that the settings do not declare.',
  '',
  '| class | meaning |',
  '| --- | --- |',
  '| label | may be printed as the name of a group |',
  '| dimension | may split a published table |',
  '| special | a personal characteristic; may split a published table under the higher threshold; own consent |',
  '| control | only inside an estimate; never a group, never printed |',
  '| value | leaves only inside an aggregate |',
  '| sealed | never leaves the microdata room in any form |',
  '',
];

function sectionOf(file: FileDescription): readonly string[] {
  const special =
    '| demo_* | one of the rows declared in the settings |  | special | As declared in the settings, with the reason given there. |';
  return [
    `## ${file.name}.csv`,
    '',
    `${file.row[0]?.toUpperCase()}${file.row.slice(1)}.`,
    '',
    '| column | a cell holds | and | class | why |',
    '| --- | --- | --- | --- | --- |',
    ...file.columns.map(rowOf),
    ...(file.demographics ? [special] : []),
    '',
  ];
}

function rowOf(column: ColumnDescription): string {
  const name = column.key ? `**${column.name}**` : column.name;
  return `| ${[name, wordsOf(column.type), demandsOf(column).join('; '), column.classes.join(', '), column.why].join(' | ')} |`;
}
