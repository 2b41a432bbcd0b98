import { type Cell, type Measure, numberOf, type Table } from '../gateway/index.js';
import { AbsenceMark, columnWidths, groupHeight, isLong, rolesOf, rowGroups } from '../kit/index.js';
import { badge, isHigher, isLower, parityClass, readVerdict, valueLabel, written } from '../wording/index.js';
import { cellSentence, spokenOf } from './findings.js';
import styles from './measures.module.css';
import { isComparison, type Parts, verdictText } from './parts.js';
import { t } from '../language/index.js';

interface HeatTableProps {
  readonly table: Table;
  readonly measure: Measure;
  readonly parts: Parts;
  readonly caption: string;
}

/** Columns of one width; narrower windows scroll inside the region. */
const FIRST_COLUMN = 168;
const COLUMN = 88;

/**
 * A two-way table as a table: the value stands in every cell; colour comes only where the verdict names a difference,
 * so that chance does not look like a pattern, and a glyph repeats it.
 */
export function HeatTable({ table, measure, parts, caption }: HeatTableProps) {
  const [rows, columns] = [namesAt(table, 0), namesAt(table, 1)];
  const cells = new Map(table.cells.map((cell) => [pairKey(cell.group[0]?.value, cell.group[1]?.value), cell]));
  const first = table.cells[0];
  const long = isLong(rows);
  const roles = rolesOf(long);
  return (
    <div className={styles['heatScroll']} role="region" aria-label={t('Heatmap: {caption}', { caption })} tabIndex={0}>
      <table
        role={roles.table}
        className={styles['heat']}
        data-long={long || undefined}
        style={{ minWidth: FIRST_COLUMN + columns.length * COLUMN, ...columnWidths(widthsOf(columns.length)) }}
      >
        <caption className="visually-hidden">{caption}</caption>
        <thead role={roles.group}>
          <tr role={roles.row}>
            <th scope="col" role={roles.column} style={{ width: FIRST_COLUMN }}>
              {first?.group[0]?.dimensionLabel ?? ''}
            </th>
            {columns.map((column) => (
              <th key={column.key} scope="col" role={roles.column}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        {rowGroups(rows).map((group, i) => (
          // Groups are cut by their place; what a row is stands in its own key.
          <tbody key={i} role={roles.group} style={groupHeight(group)}>
            {group.map((row) => (
              <tr key={row.key} role={roles.row}>
                <th scope="row" role={roles.name}>
                  {row.label}
                </th>
                {columns.map((column) => (
                  <HeatCell
                    key={column.key}
                    cell={cells.get(pairKey(row.key, column.key))}
                    measure={measure}
                    parts={parts}
                    variant={table.variant}
                    role={roles.cell}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

const widthsOf = (columns: number): string[] => [`${FIRST_COLUMN}px`, `repeat(${columns}, minmax(${COLUMN - 2}px, 1fr))`];

const pairKey = (row = '', column = ''): string => JSON.stringify([row, column]);

/** The values that stand at one place of the groups, in the order of the release. */
function namesAt(table: Table, place: number): { key: string; label: string }[] {
  const names = new Map<string, string>();
  for (const { group } of table.cells) {
    const part = group[place];
    if (part !== undefined && !names.has(part.value)) names.set(part.value, valueLabel(part));
  }
  return [...names].map(([key, label]) => ({ key, label }));
}

interface HeatCellProps {
  readonly cell: Cell | undefined;
  readonly measure: Measure;
  readonly parts: Parts;
  readonly variant: string;
  readonly role: 'cell' | undefined;
}

function HeatCell({ cell, measure, parts, variant, role }: HeatCellProps) {
  const value = cell === undefined ? null : numberOf(cell, parts.point);
  if (cell === undefined)
    return (
      <td role={role} data-status="structuralZero">
        <AbsenceMark status="structuralZero" />
      </td>
    );
  if (cell.status !== 'shown' || value === null) {
    const status = cell.status === 'shown' ? 'notEstimable' : cell.status;
    return (
      <td role={role} data-status={status}>
        <AbsenceMark status={status} />
      </td>
    );
  }
  const verdict = readVerdict(verdictText(cell, parts) ?? '');
  const coloured = verdict !== null && (isLower(verdict) || isHigher(verdict));
  return (
    <td
      role={role}
      data-class={coloured ? parityClass(value) : undefined}
      title={cellSentence(cell, parts, spokenOf(measure, variant, parts))}
    >
      {written(value, parts.format)}
      {verdict === null || !isComparison(parts) ? null : (
        <span className={styles['glyph']}>
          <span aria-hidden="true">{badge(verdict).shape}</span>
          <span className="visually-hidden">{badge(verdict).word}</span>
        </span>
      )}
    </td>
  );
}
