import {
  type AbsenceReason,
  type Dimension,
  type Group,
  isVerdict,
  type ReleasedCell,
  type ReleasedTable,
  type ReleasedValue,
  type SimilarRange,
  type Verdict,
  verdictOfRatio,
} from '../kernel/index.js';
import { multipleTesting, normalQuantile, twoSidedNormal } from '../statistics/index.js';
import { type Concern, EQUITY_FAMILY, type EquityMeasure, type JudgedValue } from './equity-family.js';
import { type Shortfall, shortfallOf } from './shortfall.js';

/** A comparison of a group with everyone else, as a release tells it. */
export interface Comparison {
  /** Its name, the same in every quarter: measure, variant, step and group. */
  readonly key: string;
  readonly measure: string;
  readonly variant: string;
  readonly step: string | null;
  readonly concern: Concern;
  readonly of: JudgedValue['of'];
  readonly group: Group;
  readonly breakdown: readonly string[];
  readonly outcome: Compared | NotCompared;
}

export interface Compared {
  readonly kind: 'compared';
  readonly verdict: Verdict;
  readonly ratio: number;
  readonly lower: number;
  /** Null where there is no upper limit. */
  readonly upper: number | null;
  readonly adjustedP: number;
  readonly comparisons: number;
  /** The name of the group's own figure, its value, and that of everyone else. */
  readonly own: { readonly name: string; readonly value: number | null; readonly other: number | null };
  readonly shortfall: Shortfall;
}

/** A named absence: `suppressed` is hidden, and nothing else is ever said about why. */
export interface NotCompared {
  readonly kind: 'suppressed' | 'notEstimable' | 'structuralZero' | 'notCollected';
  readonly reason: AbsenceReason | null;
}

/** What comparisons are read from. */
export interface ComparisonGround {
  readonly tables: readonly ReleasedTable[];
  readonly dimensions: readonly Dimension[];
  readonly similar: SimilarRange;
}

/** Every group comparison of the equity family in a release, in the order of the family and of the programme. */
export function comparisonsIn(ground: ComparisonGround): Comparison[] {
  return EQUITY_FAMILY.flatMap((member) => {
    const tables = ground.tables.filter((table) => table.measure === member.measure && isOfGroups(table, ground.dimensions));
    return member.judged.flatMap((judged) => judgedIn(member, judged, { ...ground, tables }));
  });
}

/** Groups of people: whatever a person is or holds. How places were given, a track or a skill is none. */
function isOfGroups({ breakdown }: ReleasedTable, dimensions: readonly Dimension[]): boolean {
  const isGroup = (key: string): boolean =>
    dimensions.some((dimension) => dimension.key === key && dimension.sensitivity !== 'secret');
  return breakdown.length > 0 && breakdown.every(isGroup);
}

interface Placed {
  readonly table: ReleasedTable;
  readonly cell: ReleasedCell;
  readonly judged: JudgedValue;
}

function judgedIn(member: EquityMeasure, judged: JudgedValue, { tables, similar }: ComparisonGround): Comparison[] {
  const cells = tables.flatMap((table) => table.cells.map((cell): Placed => ({ table, cell, judged })));
  const family = judged.verdict === null ? waldFamily(cells) : null;
  return cells.map((placed) => ({
    ...nameOf(member, placed),
    outcome: family ? outcomeByLimits(placed, family, similar) : outcomeAsReleased(placed),
  }));
}

function nameOf(member: EquityMeasure, { table, cell, judged }: Placed): Omit<Comparison, 'outcome'> {
  const { measure, variant, breakdown } = table;
  const { step, of } = judged;
  return {
    key: comparisonKey({ measure, variant, step, group: cell.group }),
    ...{ measure, variant, step, of, breakdown },
    concern: member.concern,
    group: cell.group,
  };
}

/** The name of a comparison: `parity.mentee:level=3`, `funnel.requests.third:level=2&team=eng`. */
export function comparisonKey(name: Pick<Comparison, 'measure' | 'variant' | 'step' | 'group'>): string {
  const what = [name.measure, name.variant, ...(name.step === null ? [] : [name.step])].join('.');
  const parts = Object.entries(name.group).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${what}:${parts.map((part) => part.map(encoded).join('=')).join('&')}`;
}

/** What separates the parts of a key is escaped. A slash is not: it stands in addresses, and routers disagree about escaped ones. */
const encoded = (text: string): string => encodeURIComponent(text).replaceAll('%2F', '/');

const absent = (cell: Exclude<ReleasedCell, { status: 'shown' }>): NotCompared => ({
  kind: cell.status,
  reason: cell.status === 'notEstimable' ? cell.reason : null,
});

const noEstimate = (value: ReleasedValue | undefined): NotCompared => ({
  kind: 'notEstimable',
  reason: typeof value === 'object' ? (value.reason as AbsenceReason) : 'noContrast',
});

/** The verdict as the release gives it: it was adjusted inside the family when the release was built. */
function outcomeAsReleased({ cell, judged }: Placed): Comparison['outcome'] {
  if (cell.status !== 'shown') return absent(cell);
  const { verdict: names } = judged;
  const verdict = names && cell.values[names.key];
  const limits = limitsOf(cell.values, judged);
  if (!names || !limits || !isVerdict(verdict)) return noEstimate(verdict ?? undefined);
  const [adjustedP, comparisons] = [cell.values[names.adjustedP], cell.values[names.comparisons]];
  if (typeof adjustedP !== 'number' || typeof comparisons !== 'number') return noEstimate(adjustedP);
  return { kind: 'compared', verdict, ...limits, adjustedP, comparisons, ...besides(cell.values, judged) };
}

interface Limits {
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number | null;
}

type Values = Readonly<Record<string, ReleasedValue>>;

function limitsOf(values: Values, { ratio: name }: JudgedValue): Limits | null {
  const [ratio, lower, upper] = [values[name], values[`${name}Lower`], values[`${name}Upper`]];
  if (typeof ratio !== 'number' || typeof lower !== 'number') return null;
  if (typeof upper === 'number') return { ratio, lower, upper };
  return typeof upper === 'object' && upper.reason === 'unbounded' ? { ratio, lower, upper: null } : null;
}

function besides(values: Values, judged: JudgedValue): Pick<Compared, 'own' | 'shortfall'> {
  const number = (name: string | null): number | null => {
    const value = name === null ? undefined : values[name];
    return typeof value === 'number' ? value : null;
  };
  return {
    own: { name: judged.own, value: number(judged.own), other: number(judged.other) },
    shortfall: shortfallOf(values),
  };
}

/** By the limits of each cell, its p adjusted inside the family. */
interface WaldFamily {
  readonly adjusted: ReadonlyMap<ReleasedCell, number>;
  readonly size: number;
}

const MULTIPLIER = normalQuantile(0.975);

/**
 * Odds ratios come with limits alone. On the log scale these stand 1.96 standard errors from the estimate, so that the p of
 * Wald's test follows from them; all of a measure are one family.
 */
function waldFamily(cells: readonly Placed[]): WaldFamily {
  const tested = cells.flatMap(({ cell, judged }) => {
    const limits = cell.status === 'shown' ? limitsOf(cell.values, judged) : null;
    return limits && isTestable(limits) ? [{ cell, p: waldP(limits) }] : [];
  });
  const result = multipleTesting({ pValues: tested.map(({ p }) => p) });
  const pValues = result.kind === 'estimated' ? result.value.benjaminiHochberg : [];
  return { adjusted: new Map(tested.map(({ cell }, at) => [cell, pValues[at] ?? 1])), size: tested.length };
}

type Testable = Limits & { readonly upper: number };
const isTestable = (limits: Limits): limits is Testable =>
  limits.ratio > 0 && limits.lower > 0 && limits.upper !== null && limits.upper > limits.lower;

function waldP({ ratio, lower, upper }: Testable): number {
  const error = (Math.log(upper) - Math.log(lower)) / (2 * MULTIPLIER);
  return twoSidedNormal(Math.log(ratio) / error);
}

function outcomeByLimits({ cell, judged }: Placed, { adjusted, size }: WaldFamily, similar: SimilarRange): Comparison['outcome'] {
  if (cell.status !== 'shown') return absent(cell);
  const limits = limitsOf(cell.values, judged);
  const adjustedP = adjusted.get(cell);
  if (!limits || adjustedP === undefined) return noEstimate(cell.values[judged.ratio]);
  const verdict = verdictOfRatio({ lower: limits.lower, upper: limits.upper ?? Infinity, adjustedP }, similar);
  return { kind: 'compared', verdict, ...limits, adjustedP, comparisons: size, ...besides(cell.values, judged) };
}
