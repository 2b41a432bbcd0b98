import type { MappedColumns, NeededFile } from '../../gateway/index.js';

/** Whether the server will know what the columns of a file are: by the dictionary's own names, or by what is said of them. */
export function isUnderstood(
  header: readonly string[],
  files: readonly NeededFile[],
  mappings: readonly MappedColumns[],
): boolean {
  const names = header.map((name) => name.trim().toLowerCase());
  const has = (file: NeededFile | undefined, known: (column: string) => readonly string[]): boolean =>
    file !== undefined &&
    file.columns.every(
      ({ name, needed }) => !needed || known(name).length === 0 || known(name).some((one) => names.includes(one)),
    );
  return (
    files.some((file) => has(file, (column) => [column])) ||
    mappings.some((mapping) => {
      // A pair's mentor and mentee are both looked for under every name of either.
      const known = (column: string): string[] =>
        mapping.columns.filter(({ name }) => name === column).flatMap((one) => one.known);
      return has(
        files.find(({ file }) => file === mapping.file),
        known,
      );
    })
  );
}
