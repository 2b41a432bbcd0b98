import type { ColumnDescription, ColumnType } from './files/index.js';

/** The short names of all rules that a row can break. They never change; their wording may. */
export type RuleName =
  | 'required'
  | 'encoding'
  | 'text'
  | 'path'
  | 'zone'
  | 'date'
  | 'number'
  | 'choice'
  | 'declared'
  | 'order'
  | 'cells'
  | 'quotes'
  | 'length'
  | 'duplicate';

/** The rule of a column, in words: what a cell may hold. */
export function wordsOf(type: ColumnType): string {
  switch (type.kind) {
    case 'identifier':
      return 'an identifier of at most 200 characters';
    case 'text':
      return `a text of at most ${type.longest} characters, without line breaks or control characters`;
    case 'path':
      return 'a team as A/B/C, of at most 400 characters, no part empty or reserved';
    case 'zone':
      return 'the IANA name of a time zone, as Europe/Berlin';
    case 'date':
      return 'a date that exists, as YYYY-MM-DD';
    case 'integer':
      return `a whole number from ${type.least} to ${type.most}`;
    case 'number':
      return `a number${rangeOf(type)}, with a decimal point`;
    case 'yesNo':
      return 'yes or no';
    case 'choice':
      return `one of ${type.of.join(', ')}`;
    case 'choices':
      return `a list of ${type.of.join(', ')} with ; between`;
    case 'texts':
      return 'a list of texts with ; between';
    case 'paths':
      return 'a list of teams as A/B/C with ; between';
    case 'themes':
      return 'a list of the codes declared in the settings, with ; between';
    case 'notes':
      return 'a text of at most 50000 characters';
  }
}

function rangeOf({ least, above, most }: Extract<ColumnType, { kind: 'number' }>): string {
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`;
  if (above !== undefined) return ` above ${above}`;
  return least === undefined ? '' : ` of at least ${least}`;
}

/** What to say of a cell that breaks a rule. Names the rule, never what the cell holds. */
export function messageOf(rule: RuleName, column?: ColumnDescription): string {
  switch (rule) {
    case 'required':
      return 'must be said';
    case 'encoding':
      return 'must be UTF-8';
    case 'order':
      return `must not be before ${column?.notBefore ?? 'the other date'}`;
    case 'declared':
      return column?.type.kind === 'themes'
        ? `must be ${wordsOf(column.type)}`
        : 'must be one of the rows declared in the settings';
    case 'cells':
      return 'the row has more or fewer cells than the header';
    case 'quotes':
      return 'a quote opens and does not close, or text follows it';
    case 'length':
      return 'the row is longer than 1 MiB';
    case 'duplicate':
      return 'another row of this load has the same key and other content';
    default:
      return column ? `must be ${wordsOf(column.type)}` : 'breaks a rule';
  }
}
