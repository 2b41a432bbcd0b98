import { type FileDescription, fileDescriptions } from '../files/index.js';
import type { Header } from '../reading/header.js';
import type { FileMapping, RowVariant, SourceProfile } from './profile.js';

/** From where a cell of the dictionary's file comes: a place in a row of the source, or a text that is always the same. */
export type CellSource = { readonly index: number } | { readonly constant: string };

/** A file of a source, read as a file of the data dictionary. */
export interface MappedFile {
  readonly file: FileDescription;
  readonly mapping: FileMapping;
  /** As if the file had come with these columns. */
  readonly header: Header;
  /** For each row that one row of the source becomes: the cells in the order of `header`. */
  readonly rows: readonly (readonly CellSource[])[];
  /** Columns of the source that are not read. */
  readonly unread: readonly string[];
}

/** Every name under which a profile knows a column. */
export function knownNames(profile: SourceProfile): ReadonlySet<string> {
  return new Set(
    profile.files.flatMap((mapping) => variantsOf(mapping).flatMap(({ columns }) => Object.values(columns ?? {}).flat())),
  );
}

/** The file of the profile that this header fits best, with what is read from where; undefined where none fits. */
export function mapHeader(profile: SourceProfile, header: Header): MappedFile | undefined {
  const fitting = profile.files.flatMap((mapping) => mapped(mapping, header) ?? []);
  return fitting.sort((one, other) => one.unread.length - other.unread.length)[0];
}

const variantsOf = ({ columns, constants, rows = [{}] }: FileMapping): RowVariant[] =>
  rows.map((row) => ({ columns: { ...columns, ...row.columns }, constants: { ...constants, ...row.constants } }));

function mapped(mapping: FileMapping, header: Header): MappedFile | undefined {
  const file = fileDescriptions.find(({ name }) => name === mapping.file);
  if (!file) return undefined;
  const variants = variantsOf(mapping).map((variant) => sourcesOf(variant, header));
  const names = [...new Set(variants.flatMap((sources) => [...sources.keys()]))];
  const complete = variants.every((sources) => names.every((name) => sources.has(name)));
  const needed = file.columns.filter((column) => (column.key && !column.mayBeEmpty) || column.required);
  if (!complete || !needed.every(({ name }) => names.includes(name))) return undefined;
  const rows = variants.map((sources) => names.map((name) => sources.get(name) as CellSource));
  const read = new Set(rows.flat().flatMap((source) => ('index' in source ? [source.index] : [])));
  return {
    file,
    mapping,
    header: { separator: header.separator, names },
    rows,
    unread: header.names.filter((_, index) => !read.has(index)),
  };
}

function sourcesOf({ columns = {}, constants = {} }: RowVariant, header: Header): Map<string, CellSource> {
  const found = Object.entries(columns).flatMap(([column, names]) => {
    const index = names.map((name) => header.names.indexOf(name)).find((at) => at >= 0);
    return index === undefined ? [] : [[column, { index }] as const];
  });
  return new Map<string, CellSource>([
    ...Object.entries(constants).map(([column, constant]) => [column, { constant }] as const),
    ...found,
  ]);
}
