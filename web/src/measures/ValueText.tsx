import type { Cell, Value } from '../gateway/index.js';
import { AbsenceMark, VerdictBadge } from '../kit/index.js';
import { barePoints, poolingInWords, range, readVerdict, written } from '../wording/index.js';
import type { ValueColumn } from './parts.js';
import { t } from '../language/index.js';

interface ValueTextProps {
  readonly cell: Cell;
  readonly column: ValueColumn;
}

/** A value of a table's cell: written as its contract asks, or the mark of its absence. */
export function ValueText({ cell, column }: ValueTextProps) {
  if (cell.status !== 'shown') return <AbsenceMark status={cell.status} />;
  const value = cell.values[column.value.key];
  if (value?.kind === 'text') return <Words text={value.text} />;
  if (value?.kind !== 'number') return <AbsenceMark status={absentStatus(value)} />;
  return <>{inTable(value.number, column.value.format)}</>;
}

/** The head of a column names the unit of differences. */
const inTable = (value: number, format: string): string => (format === 'difference' ? barePoints(value) : written(value, format));

function Words({ text }: { readonly text: string }) {
  const verdict = readVerdict(text);
  return verdict === null ? <>{poolingInWords(text)}</> : <VerdictBadge verdict={verdict} />;
}

/** A value that its table does not derive does not apply to this place. */
function absentStatus(value: Value | undefined): string {
  if (value === undefined) return 'structuralZero';
  return value.kind === 'absent' && value.reason === 'notCollected' ? 'notCollected' : 'notEstimable';
}

/** Both ends of the interval beside an estimate. */
export function IntervalText({ cell, column }: ValueTextProps) {
  if (cell.status !== 'shown') return <AbsenceMark status={cell.status} />;
  const [lower, upper] = [column.lower, column.upper].map((key) => (key === null ? undefined : cell.values[key]));
  if (lower?.kind !== 'number' && upper?.kind !== 'number') return <AbsenceMark status={absentStatus(lower)} />;
  const text = (value: Value | undefined): string =>
    value?.kind === 'number' ? inTable(value.number, column.value.format) : t('no limit');
  return <>{range(text(lower), text(upper))}</>;
}
