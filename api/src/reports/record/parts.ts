import { t } from '#language';
import type { AddedSection, PrintedRow, PrintedTable } from '../model/model.js';

/** What the records add to a report. */
export interface RecordedParts {
  /** Sentences for the one page that says it all. */
  readonly summary: readonly string[];
  /** What is asked of whoever reads it. */
  readonly asked: readonly string[];
  readonly added: readonly AddedSection[];
}

/** A table of words; the first column names its rows. */
export function wordsTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly [string, ...string[]])[],
): PrintedTable | null {
  if (rows.length === 0) return null;
  return {
    caption,
    columns: head.map((label) => ({ label, numeric: false })),
    rows: rows.map(([label, ...cells]): PrintedRow => ({ label, depth: 0, kind: 'group', cells })),
  };
}

export const labelIn = (list: readonly { readonly key: string; readonly label: string }[], key: string): string =>
  t(list.find((one) => one.key === key)?.label ?? key);
