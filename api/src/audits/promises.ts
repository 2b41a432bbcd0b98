import type { EntityManager } from 'typeorm';
import { changeOverTime, type Interval } from '../releases/index.js';
import { type Concern, EQUITY_FAMILY } from './equity-family.js';
import { type FollowUpVerdict, followUpOf, type RatioChange } from './follow-up.js';
import { comparisonOfKey, historiesOf, type HistoryPoint } from './judged.js';
import type { ActionRow } from './store.js';

/** An action of an earlier audit, and what came of it. */
export interface PromisedAction extends ActionRow {
  /** Due by the end of the audited quarter or before, and neither done nor dropped. */
  readonly late: boolean;
  readonly followUp: FollowUp;
}

export interface FollowUp {
  readonly verdict: FollowUpVerdict;
  /** The ratio when it was agreed, and now; null where it was not shown. */
  readonly before: number | null;
  readonly now: number | null;
  /** The quarter that is compared; null where there is no later one yet. */
  readonly until: string | null;
  /** Why nobody can tell, where that is not the width of the interval. */
  readonly because: 'not-shown' | 'break' | 'no-later-quarter' | null;
}

/** Where the audit stands in time. */
export interface Until {
  readonly period: string;
  readonly asOf: string;
}

/** Earlier actions with what followed, up to the audited quarter. */
export async function promisesOf(tx: EntityManager, actions: readonly ActionRow[], until: Until): Promise<PromisedAction[]> {
  const named = actions.flatMap((action) => {
    const comparison = comparisonOfKey(action.measuredBy);
    return comparison ? [{ ...comparison, action }] : [];
  });
  const histories = await historiesOf(tx, named, until.asOf);
  return named.map((item) => ({
    ...item.action,
    late: item.action.step === null && item.action.duePeriod <= until.period,
    followUp: followUp(item.action, histories.get(item) ?? [], concernOf(item.measure)),
  }));
}

/** The side of 1 on which a measure asks for a word. */
export const concernOf = (measure: string): Concern =>
  EQUITY_FAMILY.find((member) => member.measure === measure)?.concern ?? 'lower';

function followUp(action: ActionRow, history: readonly HistoryPoint[], concern: Concern): FollowUp {
  const { moved, ...seen } = movementSince(action.period, history);
  if (!moved) return { verdict: 'cannot-tell', ...seen };
  const { baseline, ...change } = moved;
  return { verdict: followUpOf({ baseline, smallestChange: action.smallestChange, concern }, change), ...seen };
}

/** How a ratio moved from a quarter to the newest one. */
export interface Movement extends Omit<FollowUp, 'verdict'> {
  /** Null where nobody can tell, with the reason beside it. */
  readonly moved: (RatioChange & { readonly baseline: number }) | null;
}

export function movementSince(period: string, history: readonly HistoryPoint[]): Movement {
  const start = history.findIndex((point) => point.period === period);
  const [before, now] = [history[start], history.at(-1)];
  if (!before || !now || now.period === before.period) return unknown('no-later-quarter', before, null);
  if (history.slice(start + 1).some(({ breaks }) => breaks.length > 0)) return unknown('break', before, now);
  const [from, to] = [intervalOf(before), intervalOf(now)];
  if (!from || !to) return unknown('not-shown', before, now);
  const { change, lower, upper } = changeOverTime({ ...from, period: before.period }, to);
  const moved = { baseline: from.value, change, lower: lower ?? 0, upper: upper ?? Infinity };
  return { moved, before: from.value, now: to.value, until: now.period, because: null };
}

function unknown(because: NonNullable<FollowUp['because']>, before?: HistoryPoint, now?: HistoryPoint | null): Movement {
  const [from, to] = [before?.ratio ?? null, now?.ratio ?? null];
  return { moved: null, before: from, now: to, until: now?.period ?? null, because };
}

function intervalOf({ ratio, lower, upper }: HistoryPoint): Interval | null {
  if (ratio === null || ratio <= 0 || lower === null) return null;
  return { value: ratio, lower, upper: upper ?? Infinity, ratio: true };
}
