import type { FileMapping } from '../../ingest/index.js';
import type { MappedColumn, MappedColumns } from '../types/burden.types.js';

/** How one file of a source is read, as pages show it: a pair in one row gives a mentor's and a mentee's columns. */
export function mappedColumns({ file, columns, rows = [], values = {}, dates }: FileMapping): MappedColumns {
  const column = (name: string, known: readonly string[], role: string | null): MappedColumn => ({
    name,
    known: [...known],
    role,
    words: Object.entries(values[name] ?? {}).map(([said, means]) => ({ said, means })),
  });
  const of = (names: FileMapping['columns'], role: string | null): MappedColumn[] =>
    Object.entries(names).map(([name, known]) => column(name, known, role));
  const ofPairs = rows.flatMap((row) => of(row.columns ?? {}, row.constants?.['role'] ?? null));
  return { file, columns: [...of(columns, null), ...ofPairs], dates: dates ?? null };
}
