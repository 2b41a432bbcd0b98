import type { ReactNode } from 'react';
import { columnWidths, groupHeight, isLong, rolesOf, rowGroups } from './long-tables.js';
import styles from './kit.module.css';
import { t } from '../language/index.js';

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
  const long = isLong(rows);
  const roles = rolesOf(long);
  return (
    <div className={styles['scroll']} role="region" aria-label={t('Table: {caption}', { caption })} tabIndex={0}>
      <table
        role={roles.table}
        className={styles['table']}
        data-compact={compact || undefined}
        data-long={long || undefined}
        style={long ? columnWidths(columns.map(widthOf)) : {}}
      >
        <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead role={roles.group}>
          <tr role={roles.row}>
            {columns.map((column) => (
              <th key={column.key} scope="col" role={roles.column} data-numeric={column.numeric || undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        {rowGroups(rows).map((group, i) => (
          // Groups are cut by their place; what a row is stands in its own key.
          <tbody key={i} role={roles.group} style={groupHeight(group)}>
            {group.map((row) => (
              <tr key={rowKey(row)} role={roles.row}>
                <th scope="row" role={roles.name}>
                  {first.render(row)}
                </th>
                {others.map((column) => (
                  <td key={column.key} role={roles.cell} data-numeric={column.numeric || undefined}>
                    {column.render(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** Numbers are narrow; words may break. */
const widthOf = (column: { readonly numeric?: boolean }): string =>
  column.numeric === true ? 'minmax(8.5rem, 1fr)' : 'minmax(12rem, 1.5fr)';
