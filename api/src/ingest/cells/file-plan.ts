import { type ColumnDescription, type FileDescription } from '../files/index.js';
import type { Header } from '../reading/header.js';
import type { RuleName } from '../rules.js';
import type { IngestSettings } from '../settings.js';
import { oneOf } from './choices.js';
import { type Encode, encoderOf, type Secrets } from './encode.js';

/** A column that is read: where it stands in the file, and what becomes of a cell. */
export interface PlannedColumn {
  readonly description: ColumnDescription;
  /** Its place in a row of the file; -1: the file does not have it, and it reads as empty in every row. */
  readonly index: number;
  readonly encode: Encode;
  /** What is staged where the cell is empty; undefined: nothing said. */
  readonly whenEmpty?: string;
  /** Its bit in `said`; 0 for a key. */
  readonly bit: number;
  /** Place of the date column before which it must not lie; -1: none. */
  readonly notBefore: number;
}

/** A row of a side table that one cell gives: a personal characteristic, or who answers for a track. */
export interface SideColumn {
  readonly column: PlannedColumn;
  /** Cells that stand before the value, after the keys of the file. */
  readonly between: string;
}

/** Everything that has to be known to turn rows of one file into rows of COPY. */
export interface FilePlan {
  readonly file: FileDescription;
  readonly main: readonly PlannedColumn[];
  readonly mainColumns: readonly string[];
  readonly side: readonly SideColumn[];
  readonly sideTable?: string;
  readonly sideColumns: readonly string[];
  /** Value column of the main table that says whether the side column was named (`owned`), if there is one. */
  readonly flag?: { readonly bit: number };
  /** Columns of the file that are not in the dictionary. */
  readonly unknown: readonly string[];
  /** Columns of personal characteristics that the settings do not declare. */
  readonly undeclared: readonly string[];
  /** Columns of the dictionary that cannot be read before the settings declare their codes. */
  readonly withoutCodes: readonly string[];
}

/** The database's name of a column. */
export function storedName({ name, stored, type }: ColumnDescription): string {
  return stored ?? (type.kind === 'identifier' ? `${type.of}_key` : name);
}

/** The version table of a file or a column, without its schema. */
export function tableName(table: string): string {
  return table.slice(table.indexOf('.') + 1);
}

export function planFile(file: FileDescription, header: Header, settings: IngestSettings, secrets: Secrets): FilePlan {
  const own = file.columns.filter((column) => !column.table);
  const values = valueColumns(file);
  const withoutCodes = header.names.filter(
    (name) => settings.themes.length === 0 && own.some((c) => c.name === name && c.type.kind === 'themes'),
  );
  const main = own
    .filter((column) => (column.key ?? false) || (header.names.includes(column.name) && !withoutCodes.includes(column.name)))
    .map((column) => planColumn(column, header, values.indexOf(column.name), secrets));
  const side = [...ownerColumns(file, header, secrets), ...demographicColumns(file, header, settings)];
  const names = side.length === 0 ? [] : sideNames(file);
  const flagged = file.columns.find((column) => column.table);
  return {
    file,
    main,
    mainColumns: [
      'line',
      ...main.map(({ description }) => storedName(description)),
      ...(flagged && side.length > 0 ? ['owned'] : []),
      'said',
      ...(side.length > 0 ? ['beside'] : []),
    ],
    side,
    ...(side.length > 0 ? { sideTable: flagged?.table ? tableName(flagged.table) : 'demographics' } : {}),
    sideColumns: names,
    ...(flagged && side.length > 0 ? { flag: { bit: 1 << values.indexOf('owned') } } : {}),
    ...strangers(file, header, settings),
    withoutCodes,
  };
}

/** Value columns of the main table in the order of the bits of `said`. The flag of a side column stands in its place. */
export function valueColumns(file: FileDescription): readonly string[] {
  return file.columns.filter((column) => !column.key).map((column) => (column.table ? 'owned' : column.name));
}

function planColumn(column: ColumnDescription, header: Header, value: number, secrets: Secrets): PlannedColumn {
  const empty = column.type.kind === 'date' ? '-infinity' : '';
  return {
    description: column,
    index: header.names.indexOf(column.name),
    encode: encoderOf(column.type, secrets),
    ...(column.mayBeEmpty ? { whenEmpty: empty } : {}),
    bit: column.key ? 0 : 1 << value,
    notBefore: column.notBefore === undefined ? -1 : header.names.indexOf(column.notBefore),
  };
}

function sideNames(file: FileDescription): readonly string[] {
  const keys = file.columns.filter((column) => column.key).map(storedName);
  const own = file.demographics ? ['column_key', 'value'] : file.columns.filter((column) => column.table).map(storedName);
  return ['line', ...keys, ...own, 'said'];
}

function ownerColumns(file: FileDescription, header: Header, secrets: Secrets): readonly SideColumn[] {
  return file.columns
    .filter((column) => column.table && header.names.includes(column.name))
    .map((column) => ({ column: { ...planColumn(column, header, 0, secrets), bit: 1 }, between: '' }));
}

function demographicColumns(file: FileDescription, header: Header, settings: IngestSettings): readonly SideColumn[] {
  if (!file.demographics) return [];
  return settings.demographics
    .filter(({ column }) => header.names.includes(column.toLowerCase()))
    .map(({ column, values }) => {
      const spellings = new Map([
        ...values.map(({ key, label }) => [label, key] as const),
        ...values.map(({ key }) => [key, key] as const),
      ]);
      const index = header.names.indexOf(column.toLowerCase());
      return {
        column: { description: characteristic(column), index, encode: declaredAs(oneOf(spellings)), bit: 1, notBefore: -1 },
        between: column,
      };
    });
}

function declaredAs(encode: Encode): Encode {
  return (cell, start, end, out): RuleName | undefined => (encode(cell, start, end, out) === undefined ? undefined : 'declared');
}

/** A declared personal characteristic, described like any other column. */
function characteristic(name: string): ColumnDescription {
  return { name, type: { kind: 'text', longest: 200 }, classes: ['special'], why: 'As declared in the settings.' };
}

function strangers(file: FileDescription, header: Header, settings: IngestSettings): Pick<FilePlan, 'unknown' | 'undeclared'> {
  const described = new Set(file.columns.map((column) => column.name));
  const declared = new Set(file.demographics ? settings.demographics.map(({ column }) => column.toLowerCase()) : []);
  const others = header.names.filter((name) => !described.has(name) && !declared.has(name));
  const special = (name: string): boolean => (file.demographics ?? false) && name.startsWith('demo_');
  return { unknown: others.filter((name) => !special(name)), undeclared: others.filter(special) };
}
