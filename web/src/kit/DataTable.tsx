import type { ReactNode } from 'react';
import styles from './kit.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly numeric?: boolean;
  readonly render: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  readonly caption: string;
  /** Only for screen readers where a heading beside the table says the same. */
  readonly captionHidden?: boolean;
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly compact?: boolean;
}

/** A table with header cells, in a region that scrolls by itself and can be reached by keyboard. */
export function DataTable<Row>({ caption, captionHidden = false, columns, rows, rowKey, compact = false }: DataTableProps<Row>) {
  const [first, ...others] = columns;
  if (first === undefined) return null;
  return (
    <div className={styles['scroll']} role="region" aria-label={`Table: ${caption}`} tabIndex={0}>
      <table className={styles['table']} data-compact={compact || undefined}>
        <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-numeric={column.numeric || undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              <th scope="row">{first.render(row)}</th>
              {others.map((column) => (
                <td key={column.key} data-numeric={column.numeric || undefined}>
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
