import type { Cell, Value } from '../gateway/index.js';

const ABSENT: Value = { kind: 'absent', reason: 'notEstimable' };

/** A value of a cell; a value that is not there is an absence. */
export const valueIn = (cell: Cell, key: string | null): Value => (key === null ? ABSENT : (cell.values[key] ?? ABSENT));

/** A name for a row that no other row of the table has. */
export const cellKey = (cell: Cell): string => cell.group.map((part) => `${part.dimension}=${part.value}`).join('&') || 'all';
