import type { Drawn, ProtectedTable, ReleaseFile, ReleasedTable, ReleasedValue } from '../../../api/src/kernel/index.js';
import type { Person } from './organisation.js';
import { countCells, sealed } from './release.js';

type Loose<T> = T extends readonly (infer Item)[]
  ? Loose<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Loose<T[Key]> }
    : T;

export type LooseFile = Loose<ReleaseFile>;
export type LooseTable = Loose<ReleasedTable>;
export interface LooseCell {
  group: Record<string, string>;
  status: string;
  drawn: Record<string, { value: number; noise: number }>;
  values: Record<string, ReleasedValue>;
}

/** A copy of a file with a fault in it; the certificate counts and the hash are made to agree with the fault. */
export function planted(file: ReleaseFile, fault: (copy: LooseFile) => void): ReleaseFile {
  const copy = structuredClone(file) as unknown as LooseFile;
  fault(copy);
  const content = copy as unknown as ReleaseFile;
  return sealed({ ...content, certificate: { ...content.certificate, tables: countCells(content.tables) } });
}

/** The same without making anything agree: what the fault leaves is the file. */
export function raw(file: ReleaseFile, fault: (copy: LooseFile) => void): ReleaseFile {
  const copy = structuredClone(file) as unknown as LooseFile;
  fault(copy);
  return copy;
}

export function tableOf(file: LooseFile, name: string): LooseTable {
  const found = file.tables.find(({ measure, variant, breakdown }) => `${measure}/${variant}/${breakdown.join('+')}` === name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
}

export const cellsOf = (file: LooseFile, name: string): LooseCell[] => tableOf(file, name).cells as unknown as LooseCell[];

/** The first cell of a table that fits. */
export function cellOf(file: LooseFile, name: string, fits: (cell: LooseCell) => boolean = isShown): LooseCell {
  const found = cellsOf(file, name).find(fits);
  if (!found) throw new Error(`no such cell in ${name}`);
  return found;
}

export const isShown = (cell: LooseCell): boolean => cell.status === 'shown';
export const isHidden = (cell: LooseCell): boolean => cell.status === 'suppressed';

/** Turns a shown cell into another without content. */
export function hide(cell: LooseCell, status = 'suppressed'): void {
  cell.status = status;
  delete (cell as Partial<LooseCell>).drawn;
  delete (cell as Partial<LooseCell>).values;
}

export const written = (value: number): number => Number(value.toPrecision(12)) + 0;

/** How many people of a group there are, and how many of them take part, closed relationships left out. */
export function truthOf(everyone: readonly Person[], group: Readonly<Record<string, string>>, role: 'mentee' | 'mentor') {
  const members = everyone.filter((person) => Object.entries(group).every(([key, value]) => belongs(person, key, value)));
  return { people: members.length, participants: members.filter((person) => person[role] === 'yes').length };
}

function belongs({ open, special }: Person, key: string, value: string): boolean {
  const own = open[key] ?? special[key];
  return own === value || (key === 'team' && own !== undefined && own.startsWith(`${value}/`));
}

/** Replaces drawn values after protection, before anything is derived. */
export function redrawn(
  tables: readonly ProtectedTable[],
  change: (table: ProtectedTable, group: Readonly<Record<string, string>>, name: string, drawn: Drawn) => Drawn,
): ProtectedTable[] {
  return tables.map((table) => ({
    ...table,
    cells: table.cells.map((cell) => {
      if (cell.status !== 'shown') return cell;
      const drawn = Object.entries(cell.drawn).map(([name, value]) => [name, change(table, cell.group, name, value)] as const);
      return { ...cell, drawn: Object.fromEntries(drawn) };
    }),
  }));
}
