import {
  canonicalJson,
  type Derivation,
  type Formula,
  FORMULAS,
  type ReleasedCell,
  type ReleasedTable,
} from '../kernel/index.js';

/** A released value with the limits that the file states for it. */
export interface Interval {
  readonly value: number;
  readonly lower: number;
  /** Infinite where the limit is unbounded. */
  readonly upper: number;
  /** Ratios are compared by their quotient, everything else by its difference. */
  readonly ratio: boolean;
}

/** Whether a value moved by more than chance and noise explain. */
export interface ChangeOverTime {
  /** The period that it is compared with. */
  readonly since: string;
  readonly verdict: 'higher' | 'lower' | 'withinChance';
  /** New minus old; of a ratio, new ÷ old. */
  readonly change: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The values of a cell that the file gives an interval, by name. Absent ones and those without a limit are left out. */
export function intervalsOf(
  { derived }: ReleasedTable,
  { values }: ReleasedCell & { status: 'shown' },
): Record<string, Interval> {
  const named = (by: string, like: Derivation): string | undefined =>
    Object.keys(derived).find((key) => derived[key]?.by === by && argumentsOf(derived[key]) === argumentsOf(like));
  return Object.fromEntries(
    Object.entries(derived).flatMap(([key, derivation]) => {
      const [lowerKey, upperKey] = limitsOf(derivation.by).map((by) => named(by, derivation));
      const [value, lower] = [values[key], values[lowerKey ?? '']];
      const upper = limit(values[upperKey ?? '']);
      if (typeof value !== 'number' || typeof lower !== 'number' || upper === undefined) return [];
      const ratio = isRatio(derivation);
      // A ratio of 0 has no quotient to another one.
      return ratio && value <= 0 ? [] : [[key, { value, lower, upper, ratio }]];
    }),
  );
}

const argumentsOf = ({ by: _by, ...rest }: Derivation): string => canonicalJson(rest);

/** The names of the formulas of its limits; none where the list has none. */
function limitsOf(by: Formula): string[] {
  const stem = by.replace(/Estimate$/, '');
  return [`${stem}Lower`, `${stem}Upper`].filter((name) => (FORMULAS as readonly string[]).includes(name));
}

function limit(upper: unknown): number | undefined {
  if (typeof upper === 'number') return upper;
  const reason = typeof upper === 'object' && upper !== null && 'reason' in upper ? upper.reason : undefined;
  return reason === 'unbounded' ? Infinity : undefined;
}

const isRatio = ({ by, parameters }: Derivation): boolean => /Ratio$/.test(by) || parameters?.exponential === 1;

/**
 * MOVER: with each period's own limits l and u, which hold its sampling error and its noise, the difference d = x₂ − x₁ has
 * the limits d − √((x₂ − l₂)² + (u₁ − x₁)²) and d + √((u₂ − x₂)² + (x₁ − l₁)²); of ratios on the logarithm. The noise of two
 * releases is independent; people who are in both periods make the true spread smaller, so the limits are wide rather than
 * narrow.
 *
 * @see docs/methods/series.md
 */
export function changeOverTime(before: Interval & { readonly period: string }, now: Interval): ChangeOverTime {
  const [scale, back] = now.ratio ? [Math.log, Math.exp] : [same, same];
  const [x1, x2] = [scale(before.value), scale(now.value)];
  const change = x2 - x1;
  const down = change - Math.hypot(x2 - scale(now.lower), scale(before.upper) - x1);
  const up = change + Math.hypot(scale(now.upper) - x2, x1 - scale(before.lower));
  const verdict = down > 0 ? 'higher' : up < 0 ? 'lower' : 'withinChance';
  return { since: before.period, verdict, change: back(change), lower: orNull(back(down)), upper: orNull(back(up)) };
}

const same = (x: number): number => x;
const orNull = (x: number): number | null => (Number.isFinite(x) ? x : null);
