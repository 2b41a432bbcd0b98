import type { ColumnDescription, ColumnType } from './description.js';

type Extra = Omit<ColumnDescription, 'name' | 'type' | 'classes' | 'why'>;
type Described = Omit<ColumnDescription, 'name' | 'type' | 'why'>;

/** Longest identifier, label or code, in characters: keys must also fit into one index entry. */
export const longestText = 200;

export const key = { key: true } as const;
export const person: Described = { classes: ['sealed'], refersTo: 'person' };
export const relationship: Described = { classes: ['sealed'], refersTo: 'relationship' };
export const track: Described = { classes: ['label'], refersTo: 'track' };
export const label: Described = { classes: ['label'] };
export const value: Described = { classes: ['value'] };
export const sealed: Described = { classes: ['sealed'] };

export const text: ColumnType = { kind: 'text', longest: longestText };
export const date: ColumnType = { kind: 'date' };
export const path: ColumnType = { kind: 'path' };
export const yesNo: ColumnType = { kind: 'yesNo' };
export const personId: ColumnType = { kind: 'identifier', of: 'person' };
export const relationshipId: ColumnType = { kind: 'identifier', of: 'relationship' };
export const amount: ColumnType = { kind: 'number', least: 0 };
export const tally: ColumnType = { kind: 'integer', least: 0, most: 1_000_000_000 };
export const rank: ColumnType = { kind: 'integer', least: 0, most: 20 };

export const choice = (...of: readonly string[]): ColumnType => ({ kind: 'choice', of });
export const choices = (...of: readonly string[]): ColumnType => ({ kind: 'choices', of });
export const whole = (least: number, most: number): ColumnType => ({ kind: 'integer', least, most });

/** One column: why it is asked, its classes and what it refers to, whether it is a key and the like. */
export function column(name: string, type: ColumnType, why: string, ...described: [Described, Extra?]): ColumnDescription {
  const [own, extra] = described;
  return { name, type, why, ...own, ...extra };
}
