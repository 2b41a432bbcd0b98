import type { LoadProblem } from '../types/load.types.js';

/** The problems of a load as CSV: UTF-8 with a byte-order mark, one row each. Everything in it is ours, nothing is the file's. */
export function problemsCsv(problems: readonly LoadProblem[]): string {
  const rows = problems.map(({ file, line, column, rule, message }) => [file, line ?? '', column ?? '', rule, message]);
  return `\uFEFF${[['file', 'line', 'column', 'rule', 'message'], ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(value: string | number): string {
  const text = String(value);
  // A spreadsheet would run what begins like this.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
