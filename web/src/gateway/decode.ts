import { type Breakdown, type Cell, type Derived, type GroupValue, readStatus, type TableResult, type Value } from './cell.js';

/** The wire forms, as the schema names them. */
export interface WireNumber {
  readonly value?: number | null;
  readonly text?: string | null;
  readonly absent?: string | null;
}

interface WireCell {
  readonly group: readonly GroupValue[];
  readonly status: string;
  readonly reason?: string | null;
  readonly values?: Readonly<Record<string, WireNumber | string | null>> | null;
}

export interface WireTable {
  readonly __typename: string;
  readonly period?: string;
  readonly releaseId?: string;
  readonly measure?: string;
  readonly variant?: string;
  readonly by?: readonly string[];
  readonly subject?: string;
  readonly unit?: string;
  readonly sample?: boolean;
  readonly similar?: { readonly low: number; readonly high: number };
  readonly suppressed?: number;
  readonly cells?: readonly WireCell[];
  readonly derived?: readonly Derived[];
  readonly message?: string;
  readonly alternatives?: readonly Breakdown[];
  readonly nearestShown?: readonly GroupValue[] | null;
}

const ABSENT: Value = { kind: 'absent', reason: 'notEstimable' };

/** Exactly one of value, text and absent is set; anything else is an absence. */
export function readValue(wire: WireNumber | undefined): Value {
  if (typeof wire?.value === 'number' && Number.isFinite(wire.value)) return { kind: 'number', number: wire.value };
  if (typeof wire?.text === 'string') return { kind: 'text', text: wire.text };
  return typeof wire?.absent === 'string' ? { kind: 'absent', reason: wire.absent } : ABSENT;
}

function readValues(values: WireCell['values']): Record<string, Value> {
  const entries = Object.entries(values ?? {}).filter(
    (entry): entry is [string, WireNumber] => entry[1] !== null && typeof entry[1] === 'object',
  );
  return Object.fromEntries(entries.map(([key, wire]) => [key, readValue(wire)]));
}

/** Values of a cell that is not shown are dropped, whatever the wire said. */
function readCell(wire: WireCell): Cell {
  const status = readStatus(wire.status);
  return {
    group: wire.group,
    status,
    reason: wire.reason ?? null,
    values: status === 'shown' ? readValues(wire.values) : {},
  };
}

/** A table query's answer. */
export function readTable(wire: WireTable): TableResult {
  if (wire.__typename === 'TooNarrow')
    return { kind: 'tooNarrow', message: '', alternatives: [], ...present(wire, ['message', 'alternatives']) };
  if (wire.cells === undefined) return { kind: 'notPublished', message: '', ...present(wire, ['message']) };
  const cells = wire.cells.map(readCell);
  const hidden = cells.filter((cell) => cell.status === 'suppressed').length;
  const said = present(wire, [
    'period',
    'releaseId',
    'measure',
    'variant',
    'by',
    'subject',
    'unit',
    'sample',
    'similar',
    'derived',
  ]);
  return { kind: 'table', ...UNSAID, ...said, cells, hidden: wire.suppressed ?? hidden, nearestShown: wire.nearestShown ?? null };
}

/** Only for answers that leave something out; unmarked data would be worse than wrongly marked ones. */
const UNSAID = {
  similar: { low: 1, high: 1 },
  period: '',
  releaseId: '',
  measure: '',
  variant: '',
  by: [],
  subject: '',
  unit: '',
  sample: true,
  derived: [],
};

/** The named parts of the wire form that are there. */
function present<Key extends keyof WireTable>(wire: WireTable, keys: readonly Key[]) {
  const entries = keys.filter((key) => wire[key] !== undefined).map((key) => [key, wire[key]]);
  return Object.fromEntries(entries) as { [K in Key]?: NonNullable<WireTable[K]> };
}
