import { t } from '#language';
import { Refusal } from '../../platform/index.js';
import { type FileDescription, fileDescriptions } from '../files/index.js';

/** How a source writes dates. A time of day behind one is cut off; dates never pass through a time zone. */
export const DATE_FORMATS = ['y-m-d', 'd.m.y', 'd/m/y', 'm/d/y'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** Column of the data dictionary → names under which it may come, in lower case; the first that is there is read. */
export type ColumnNames = Readonly<Record<string, readonly string[]>>;

/** What one row of the source says besides: a pair in one row becomes a mentor's and a mentee's. */
export interface RowVariant {
  readonly columns?: ColumnNames;
  readonly constants?: Readonly<Record<string, string>>;
}

/** How one kind of file of a source is read as a file of the data dictionary. */
export interface FileMapping extends RowVariant {
  readonly file: string;
  readonly columns: ColumnNames;
  /** How this file writes dates, where it is another way than the source's others. */
  readonly dates?: DateFormat;
  /** One row for each; a single one where it is left out. */
  readonly rows?: readonly RowVariant[];
  /** By column of the dictionary: what the source says, in lower case → what that means. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** How the files of a source are read. */
export interface SourceProfile {
  readonly dates: DateFormat;
  readonly files: readonly FileMapping[];
}

/** The profile with one file read anew; how the source's others are read stays. */
export function withMapping(profile: SourceProfile | null, mapping: FileMapping): SourceProfile {
  const others = (profile?.files ?? []).filter(({ file }) => file !== mapping.file);
  return { dates: profile?.dates ?? mapping.dates ?? 'y-m-d', files: [...others, mapping] };
}

/**
 * A profile as somebody wrote it.
 *
 * @throws Refusal `profile-invalid` (2) that names the place; it never repeats a value.
 */
export function parseProfile(document: unknown): SourceProfile {
  const { dates = 'y-m-d', files } = objectIn(document, 'the document');
  const known = datesIn(dates, 'dates');
  if (!Array.isArray(files) || files.length === 0) throw invalid('files is a list of at least one');
  return { dates: known, files: files.map((one: unknown, i) => parseMapping(one, `files[${i}]`)) };
}

function datesIn(said: unknown, place: string): DateFormat {
  const known = DATE_FORMATS.find((one) => one === said);
  if (!known) throw invalid(`${place} is one of ${DATE_FORMATS.join(', ')}`);
  return known;
}

function parseMapping(document: unknown, place: string): FileMapping {
  const { file, columns, dates, constants, rows, values } = objectIn(document, place);
  const described = fileDescriptions.find(({ name }) => name === file);
  if (!described) throw invalid(`${place}.file is one of ${fileDescriptions.map(({ name }) => name).join(', ')}`);
  const variant = (of: unknown, at: string): RowVariant => {
    const { columns: own, constants: fixed } = objectIn(of, at);
    return {
      ...(own === undefined ? {} : { columns: namesIn(own, described, `${at}.columns`) }),
      ...(fixed === undefined ? {} : { constants: textsIn(fixed, described, `${at}.constants`) }),
    };
  };
  if (rows !== undefined && !Array.isArray(rows)) throw invalid(`${place}.rows is a list`);
  return {
    file: described.name,
    columns: namesIn(columns, described, `${place}.columns`),
    ...(dates === undefined ? {} : { dates: datesIn(dates, `${place}.dates`) }),
    ...(constants === undefined ? {} : { constants: textsIn(constants, described, `${place}.constants`) }),
    ...(rows === undefined ? {} : { rows: rows.map((one: unknown, i) => variant(one, `${place}.rows[${i}]`)) }),
    ...(values === undefined ? {} : { values: valuesIn(values, described, `${place}.values`) }),
  };
}

function namesIn(of: unknown, file: FileDescription, place: string): ColumnNames {
  const entries = Object.entries(objectIn(of, place)).map(([column, names]) => {
    checkColumn(file, column, place);
    const list: unknown[] = Array.isArray(names) ? names : [names];
    if (!list.every((name) => typeof name === 'string' && name.trim() !== '')) throw invalid(`${place} names columns as texts`);
    return [column, list.map((name) => (name as string).trim().toLowerCase())] as const;
  });
  return Object.fromEntries(entries);
}

function textsIn(of: unknown, file: FileDescription, place: string): Record<string, string> {
  const entries = Object.entries(objectIn(of, place));
  for (const [column, value] of entries) {
    checkColumn(file, column, place);
    if (typeof value !== 'string') throw invalid(`${place} holds texts`);
  }
  return Object.fromEntries(entries) as Record<string, string>;
}

function valuesIn(of: unknown, file: FileDescription, place: string): Record<string, Record<string, string>> {
  const entries = Object.entries(objectIn(of, place)).map(([column, meanings]) => {
    checkColumn(file, column, place);
    const pairs = Object.entries(objectIn(meanings, place));
    if (pairs.some(([, meaning]) => typeof meaning !== 'string')) throw invalid(`${place} holds texts`);
    return [column, Object.fromEntries(pairs.map(([said, meaning]) => [said.trim().toLowerCase(), meaning as string]))] as const;
  });
  return Object.fromEntries(entries);
}

function checkColumn(file: FileDescription, column: string, place: string): void {
  const known = file.columns.some(({ name }) => name === column) || (file.demographics && /^demo_[a-z0-9_]{1,40}$/.test(column));
  if (!known) throw invalid(`${place} names a column that ${file.name}.csv does not have`);
}

function objectIn(value: unknown, place: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw invalid(`${place} is an object { … }`);
}

const invalid = (fault: string): Refusal =>
  new Refusal('profile-invalid', t('This source profile cannot be used: {fault}. docs/mapping.md explains it.', { fault }), 2);
