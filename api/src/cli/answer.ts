/** Writes the one object that `--json` promises, or the lines meant for people. Stdout holds nothing else. */
export function answer(json: boolean | undefined, object: object, lines: readonly string[]): void {
  const text = json ? JSON.stringify(object, null, 2) : lines.join('\n');
  if (text) process.stdout.write(`${text}\n`);
}

/** Rows under headings, columns as wide as they need to be. */
export function tableLines(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
