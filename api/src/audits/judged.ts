import type { EntityManager } from 'typeorm';
import type { Group } from '../kernel/index.js';
import { type JudgedRelease, readJudgedRelease, readSeriesOfGroups, type SeriesPoint } from '../releases/index.js';
import { type Comparison, comparisonsIn } from './comparisons.js';
import { ADJUSTED_MEASURE, AUDITED_MEASURES, EQUITY_FAMILY } from './equity-family.js';
import { type Finding, findingsOf } from './findings.js';

/** The measure that says how good the data are. */
export const DATA_QUALITY = 'data_quality';

/** A release with what the rule finds in it. It never changes, so it may be kept. */
export interface Judged {
  readonly release: JudgedRelease;
  readonly findings: readonly Finding[];
}

/** Judges a published release by rule; null where there is none of this id. */
export async function judgeRelease(tx: EntityManager, releaseId: string): Promise<Judged | null> {
  const release = await readJudgedRelease(tx, releaseId, [...AUDITED_MEASURES, DATA_QUALITY]);
  return release && { release, findings: findingsOf(comparisonsIn(release)) };
}

/** What a comparison is read by over the quarters. */
type Named = Pick<Comparison, 'measure' | 'variant' | 'step' | 'group'>;

/** An audit shows this many quarters. */
const QUARTERS = 8;

/** One quarter of a comparison. */
export interface HistoryPoint {
  readonly period: string;
  readonly status: SeriesPoint['status'];
  readonly ratio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly verdict: string | null;
  /** Against the quarter before that was shown: whether it is more than chance; null where nothing can be compared. */
  readonly change: 'higher' | 'lower' | 'withinChance' | null;
  readonly since: string | null;
  readonly breaks: SeriesPoint['breaks'];
}

/** The quarters of some comparisons up to a day, each oldest first; read once for every measure and variant. */
export async function historiesOf<Item extends Named>(
  tx: EntityManager,
  items: readonly Item[],
  until: string,
): Promise<Map<Item, HistoryPoint[]>> {
  const found = new Map<Item, HistoryPoint[]>();
  for (const together of groupsBy(items, ({ measure, variant }) => `${measure} ${variant}`)) {
    const [first] = together;
    if (!first) continue;
    const { measure, variant } = first;
    const series = await readSeriesOfGroups(tx, { measure, variant, groups: together.map(({ group }) => group) });
    together.forEach((item, at) => found.set(item, historyOf(item, series[at] ?? [], until)));
  }
  return found;
}

function historyOf(item: Named, points: readonly SeriesPoint[], until: string): HistoryPoint[] {
  const { ratio, verdict } = namesOf(item);
  const number = (point: SeriesPoint, name: string): number | null => {
    const value = point.values[name];
    return typeof value === 'number' ? value : null;
  };
  return points
    .filter(({ asOf }) => asOf <= until)
    .slice(-QUARTERS)
    .map((point) => {
      const said = verdict === null ? undefined : point.values[verdict];
      const change = point.changes[ratio];
      return {
        ...{ period: point.period, status: point.status, breaks: point.breaks },
        ratio: number(point, ratio),
        lower: number(point, `${ratio}Lower`),
        upper: number(point, `${ratio}Upper`),
        verdict: typeof said === 'string' ? said : null,
        change: change?.verdict ?? null,
        since: change?.since ?? null,
      };
    });
}

/** The names of the values of a comparison. */
function namesOf({ measure, step }: Pick<Named, 'measure' | 'step'>): {
  readonly ratio: string;
  readonly verdict: string | null;
} {
  const judged = EQUITY_FAMILY.find((one) => one.measure === measure)?.judged.find((one) => one.step === step);
  if (!judged) throw new Error(`the equity family has no ${measure} ${step ?? ''}`);
  return { ratio: judged.ratio, verdict: judged.verdict?.key ?? null };
}

/** The comparison among people of the same level and tenure; published once a year. */
export interface AdjustedComparison {
  readonly period: string;
  readonly oddsRatio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** pooled, notTested or heterogeneous: whether one number stands for all levels and tenures. */
  readonly pooling: string | null;
}

/** The last adjusted comparison of a group within a year up to a day; null where none was published or shown. */
export async function adjustedOf(
  tx: EntityManager,
  { measure, variant, group }: Named,
  until: string,
): Promise<AdjustedComparison | null> {
  if (measure !== 'parity') return null;
  const [series = []] = await readSeriesOfGroups(tx, { measure: ADJUSTED_MEASURE, variant, groups: [group] });
  const shown = series.filter(({ asOf, status }) => asOf <= until && asOf > yearBefore(until) && status === 'shown').at(-1);
  if (!shown) return null;
  const number = (name: string): number | null => {
    const value = shown.values[name];
    return typeof value === 'number' ? value : null;
  };
  const { pooling } = shown.values;
  return {
    period: shown.period,
    oddsRatio: number('oddsRatio'),
    lower: number('oddsRatioLower'),
    upper: number('oddsRatioUpper'),
    pooling: typeof pooling === 'string' ? pooling : null,
  };
}

const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

/** A comparison's name, read back from its key; null where it names none that is audited. */
export function comparisonOfKey(key: string): Named | null {
  const [what = '', of = ''] = key.split(':');
  const [measure = '', variant = '', step = null] = what.split('.');
  const member = EQUITY_FAMILY.find((one) => one.measure === measure);
  if (!member?.judged.some((one) => one.step === step)) return null;
  const parts = of.split('&').map((part) => part.split('=').map(decodeURIComponent));
  return { measure, variant, step, group: Object.fromEntries(parts) as Group };
}

function groupsBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
