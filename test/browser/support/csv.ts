import { parse } from 'csv-parse/sync';

/** The rows of a CSV file by the names of its header; the mark of UTF-8 is dropped. */
export const readCsv = (text: string): Record<string, string>[] =>
  parse<Record<string, string>>(text, { bom: true, columns: true });
