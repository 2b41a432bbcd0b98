import { t } from '#language';
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
      return t('an identifier of at most 200 characters');
    case 'text':
      return t('a text of at most {longest} characters, without line breaks or control characters', { longest: type.longest });
    case 'path':
      return t('a team as A/B/C, of at most 400 characters, no part empty or reserved');
    case 'zone':
      return t('the IANA name of a time zone, as Europe/Berlin');
    case 'date':
      return t('a date that exists, as YYYY-MM-DD');
    case 'integer':
      return t('a whole number from {least} to {most}', { least: type.least, most: type.most });
    case 'number':
      return t('a number{range}, with a decimal point', { range: rangeOf(type) });
    case 'yesNo':
      return t('yes or no');
    case 'choice':
      return t('one of {choices}', { choices: type.of.join(', ') });
    case 'choices':
      return t('a list of {choices} with ; between', { choices: type.of.join(', ') });
    case 'texts':
      return t('a list of texts with ; between');
    case 'paths':
      return t('a list of teams as A/B/C with ; between');
    case 'themes':
      return t('a list of the codes declared in the settings, with ; between');
    case 'notes':
      return t('a text of at most 50000 characters');
  }
}

function rangeOf({ least, above, most }: Extract<ColumnType, { kind: 'number' }>): string {
  if (least !== undefined && most !== undefined) return ` ${t('from {least} to {most}', { least, most })}`;
  if (above !== undefined) return ` ${t('above {above}', { above })}`;
  return least === undefined ? '' : ` ${t('of at least {least}', { least })}`;
}

/** What to say of a cell that breaks a rule. Names the rule, never what the cell holds. */
export function messageOf(rule: RuleName, column?: ColumnDescription): string {
  switch (rule) {
    case 'required':
      return t('must be said');
    case 'encoding':
      return t('must be UTF-8');
    case 'order':
      return t('must not be before {date}', { date: column?.notBefore ?? t('the other date') });
    case 'declared':
      return column?.type.kind === 'themes'
        ? t('must be {rule}', { rule: wordsOf(column.type) })
        : t('must be one of the rows declared in the settings');
    case 'cells':
      return t('the row has more or fewer cells than the header');
    case 'quotes':
      return t('a quote opens and does not close, or text follows it');
    case 'length':
      return t('the row is longer than 1 MiB');
    case 'duplicate':
      return t('another row of this load has the same key and other content');
    default:
      return column ? t('must be {rule}', { rule: wordsOf(column.type) }) : t('breaks a rule');
  }
}
