import type { Derivation, DisclosurePolicy, Formula, ReleasedValue } from '../../kernel/index.js';
import { eValue, multipleTesting } from '../../statistics/index.js';
import { absent, isAbsent, written } from './values.js';
import { verdictOf } from './verdict.js';

/** The values of one table's shown cells, before and while those that start from other values are added. */
export interface Family {
  readonly measure: string;
  readonly derived: Readonly<Record<string, Derivation>>;
  readonly values: ReadonlyMap<object, Record<string, ReleasedValue>>;
}

/** Whether a derivation starts from values of the cell, not from drawn statistics. */
export const isFromValues = ({ by }: Derivation): boolean => FROM_VALUES.has(by);

const FROM_VALUES: ReadonlySet<Formula> = new Set<Formula>(['adjustedP', 'comparisons', 'verdict', 'eValue', 'eValueLimit']);

/**
 * Adds what starts from values: all comparisons of one measure, over all its variants and breakdowns, are one family;
 * then the verdicts. Values are set in place, in the order in which the contract lists them.
 */
export function addFamilies(families: readonly Family[], { similar }: Pick<DisclosurePolicy, 'similar'>): void {
  const measures = new Set(families.map(({ measure }) => measure));
  for (const measure of measures) adjust(families.filter((family) => family.measure === measure));
  for (const family of families) {
    judge(family, similar);
    addStrengths(family);
  }
}

/** How strong a hidden cause would have to be, from `[ratio, lower, upper]`. */
function addStrengths({ derived, values }: Family): void {
  for (const [key, { by, of }] of Object.entries(derived))
    if (by === 'eValue' || by === 'eValueLimit')
      for (const cell of values.values()) cell[key] = strengthOf(of, cell, by === 'eValue' ? 'point' : 'interval');
}

function strengthOf(of: readonly string[], cell: Record<string, ReleasedValue>, read: 'point' | 'interval'): ReleasedValue {
  const [riskRatio, lower, upper] = of.map((name) => cell[name] ?? absent('noContrast'));
  const missing = [riskRatio, lower, upper].find((value) => value !== undefined && isAbsent(value));
  if (missing !== undefined) return missing;
  if (typeof riskRatio !== 'number' || typeof lower !== 'number' || typeof upper !== 'number') return absent('noContrast');
  // Nothing hidden could be strong enough to bring a ratio down to nothing.
  if (!(riskRatio > 0) || !(upper > 0)) return absent('unbounded');
  const found = eValue({ riskRatio, lower, upper });
  return found.kind === 'notEstimable' ? absent(found.reason) : written(found.value[read]);
}

function judge({ derived, values }: Family, similar: DisclosurePolicy['similar']): void {
  const verdicts = Object.entries(derived).filter(([, { by }]) => by === 'verdict');
  for (const [key, { of }] of verdicts)
    for (const cell of values.values())
      cell[key] = verdictOf(
        of.map((name) => cell[name] ?? absent('noContrast')),
        similar,
      );
}

interface Member {
  readonly cell: Record<string, ReleasedValue>;
  readonly p: ReleasedValue;
}

function adjust(families: readonly Family[]): void {
  for (const name of testedNames(families)) {
    const members = families.flatMap(({ derived, values }) =>
      name in derived ? [...values.values()].map((cell): Member => ({ cell, p: cell[name] ?? absent('noContrast') })) : [],
    );
    const tested = members.filter((member): member is Member & { p: number } => typeof member.p === 'number');
    const adjusted = adjustedOf(tested.map(({ p }) => p));
    const byCell = new Map(tested.map(({ cell }, at) => [cell, written(adjusted[at] ?? 1)]));
    for (const family of families) write(family, name, { byCell, size: tested.length });
  }
}

function testedNames(families: readonly Family[]): Set<string> {
  const named = families.flatMap(({ derived }) =>
    Object.values(derived).filter(({ by }) => by === 'adjustedP' || by === 'comparisons'),
  );
  return new Set(named.flatMap(({ of }) => of));
}

interface Adjusted {
  readonly byCell: ReadonlyMap<object, number>;
  readonly size: number;
}

function write({ derived, values }: Family, name: string, { byCell, size }: Adjusted): void {
  for (const [key, { by, of }] of Object.entries(derived)) {
    if (of[0] !== name) continue;
    for (const cell of values.values()) {
      const p = cell[name];
      if (by === 'adjustedP') cell[key] = byCell.get(cell) ?? (p !== undefined && isAbsent(p) ? p : absent('noContrast'));
      if (by === 'comparisons') cell[key] = size;
    }
  }
}

function adjustedOf(pValues: readonly number[]): readonly number[] {
  const result = multipleTesting({ pValues });
  return result.kind === 'estimated' ? result.value.benjaminiHochberg : [];
}
