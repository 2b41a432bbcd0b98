import { type Cell, type Measure, numberOf, type Table } from '../gateway/index.js';
import {
  comparing,
  type EstimateFinding,
  groupAtStart,
  markSentence,
  type ParityFinding,
  paritySentence,
  absence,
  readVerdict,
  reasonSentence,
  type Spoken,
} from '../wording/index.js';
import { hasEstimate, type Parts, verdictText } from './parts.js';

/** The words of a contract that sentences need. */
export function spokenOf(measure: Measure, variant: string, parts: Parts): Spoken {
  return {
    measure: measure.key,
    variant,
    variantLabel: measure.variants.find((one) => one.key === variant)?.label ?? variant,
    value: parts.point,
    valueLabel: parts.label,
    format: parts.format,
  };
}

/** The estimate of a cell, or null where it has none. */
export function estimateOf(cell: Cell, parts: Parts): EstimateFinding | null {
  const value = numberOf(cell, parts.point);
  if (cell.status !== 'shown' || value === null) return null;
  return { group: cell.group, value, lower: numberOf(cell, parts.lower), upper: numberOf(cell, parts.upper) };
}

/** The comparison of a cell, or null where it has none. A verdict that this version does not know is not told. */
export function parityOf(cell: Cell, parts: Parts): ParityFinding | null {
  const ratio = numberOf(cell, parts.point);
  const lower = numberOf(cell, parts.lower);
  const verdict = readVerdict(verdictText(cell, parts) ?? '');
  if (cell.status !== 'shown' || ratio === null || lower === null || verdict === null) return null;
  const upper = numberOf(cell, parts.upper);
  return { group: cell.group, ratio, lower, upper, verdict, comparisons: numberOf(cell, parts.comparisons) };
}

const present = <Item>(item: Item | null): item is Item => item !== null;

/** All comparisons of a table, the organisation itself left out: it has nobody to be compared with. */
export const parityFindings = (table: Table, parts: Parts): ParityFinding[] =>
  table.cells
    .filter((cell) => cell.group.length > 0)
    .map((cell) => parityOf(cell, parts))
    .filter(present);

export const estimateFindings = (table: Table, parts: Parts): EstimateFinding[] =>
  table.cells
    .filter((cell) => cell.group.length > 0)
    .map((cell) => estimateOf(cell, parts))
    .filter(present);

/** A cell in words, whatever it holds. */
export function cellSentence(cell: Cell, parts: Parts, spoken: Spoken): string {
  const parity = parityOf(cell, parts);
  if (parity !== null) return paritySentence(parity, comparing(spoken.measure, spoken.variant, spoken.value));
  const estimate = estimateOf(cell, parts);
  if (estimate !== null) return markSentence(estimate, spoken);
  if (cell.status === 'notEstimable' || (cell.status === 'shown' && !hasEstimate(cell, parts)))
    return `${groupAtStart(cell.group)}: ${reasonSentence(cell.reason)}`;
  return `${groupAtStart(cell.group)}: ${absence(cell.status).explained}`;
}

/** How a cell without an estimate is called: a shown one is too uncertain for this value. */
export const absentStatusOf = (cell: Cell): string => (cell.status === 'shown' ? 'notEstimable' : cell.status);
