import type { ReleasedCell } from '../kernel/index.js';
import { normalCdf, normalDensity } from '../statistics/index.js';
import { type Effect, figureIn } from './outcome-figure.js';

/** What would be changed about who mentors. */
export interface SupplyChange {
  /** The most mentees of a mentor of the level. */
  readonly cap: number;
  /** Mentors more, of any other level. */
  readonly peers: number;
  /** Mentees that each of them takes. */
  readonly each: number;
}

/** The published cells that it is computed from. */
export interface SupplyGround {
  /** Mentors by active mentees: of the level, and of everybody. */
  readonly level: ReleasedCell | undefined;
  readonly everybody: ReleasedCell | undefined;
  /** The wait of the whole organisation. */
  readonly wait: ReleasedCell | undefined;
}

export interface SupplyOutlook {
  /** Mentees of a mentor of the level, now and then. */
  readonly level: NowAndThen;
  /** Mentees of every other mentor, where those above the cap stay and are taken by others. */
  readonly others: NowAndThen;
  /** People who can be mentored at once. */
  readonly places: NowAndThen;
  /** Share served within so many days. Empty where the wait is not shown. */
  readonly served: readonly ({ readonly days: number } & NowAndThen)[];
}

export interface NowAndThen {
  readonly now: Effect;
  readonly then: Effect;
}

const DAYS = [30, 60, 90, 180];
const Z95 = 1.959963984540054;

/**
 * What a cap and more mentors would change, from published figures alone. Null where the load is not shown.
 *
 * Of mentees above the cap a mean and its limits leave a range: at least what the mean exceeds the cap by (Jensen), at most
 * (√(s² + (m − c)²) + m − c)/2 whatever the shape (Scarf); between them stands the value of a normal shape. Places are what is
 * in use; somebody who asks is matched in proportion to them, so that of those who waited (1 − S)^f still wait, with f the
 * places then ÷ now. Limits are the least and the most that the limits of what goes in allow together, so they are wide.
 */
export function supplyOutlook({ level, everybody, wait }: SupplyGround, change: SupplyChange): SupplyOutlook | null {
  const [own, all] = [mentorsIn(level), mentorsIn(everybody)];
  if (!own || !all) return null;
  const excess = excessOver(change.cap, own);
  const gain = change.peers * change.each;
  const cut = times(own.number, excess);
  const places = times(all.number, all.mean);
  const ofOthers = minus(places, times(own.number, own.mean));
  const others = { now: minus(all.number, own.number), then: plus(minus(all.number, own.number), change.peers) };
  const placesThen = among([places, cut], (now, less) => Math.max(0, now - less + gain));
  const factor = among([places, cut], (now, less) => Math.max(0, now - less + gain) / now);
  return {
    level: { now: own.mean, then: among([own.mean, excess], (mean, less) => Math.min(change.cap, Math.max(0, mean - less))) },
    others: {
      now: among([ofOthers, others.now], (mentees, mentors) => mentees / mentors),
      then: among([ofOthers, cut, others.then], (mentees, less, mentors) => (mentees + less) / mentors),
    },
    places: { now: places, then: placesThen },
    served: DAYS.flatMap((days) => {
      const now = figureIn(wait, `by${days}`);
      return now ? [{ days, now, then: among([now, factor], (share, f) => 1 - (1 - share) ** f) }] : [];
    }),
  };
}

interface Mentors {
  readonly number: Effect;
  readonly mean: Effect;
}

/** The number of mentors with the limits of its noise, and the mean with those that the release states. */
function mentorsIn(cell: ReleasedCell | undefined): Mentors | null {
  const mean = figureIn(cell, 'mean');
  const drawn = cell?.status === 'shown' ? cell.drawn['mentors'] : undefined;
  if (!mean || !drawn || drawn.value < 1) return null;
  const { value, noise } = drawn;
  const number = { value, lower: Math.max(1, value - Z95 * noise), upper: value + Z95 * noise };
  return { number, mean: { ...mean, lower: Math.max(0, mean.lower) } };
}

/** Mentees above the cap, of a mentor. The spread is at most what the limits of the mean leave, noise included. */
function excessOver(cap: number, { number, mean }: Mentors): Effect {
  const spread = (((mean.upper - mean.lower) / 2) * Math.sqrt(number.value)) / Z95;
  const above = (by: number): number => (Math.hypot(spread, by) + by) / 2;
  const by = mean.value - cap;
  const value = spread === 0 ? Math.max(0, by) : spread * normalDensity(by / spread) + by * normalCdf(by / spread);
  return { value, lower: Math.max(0, mean.lower - cap), upper: above(mean.upper - cap) };
}

/** A figure of several, with the least and the most at any of their limits. */
function among(figures: readonly Effect[], of: (...values: number[]) => number): Effect {
  const corners = figures.reduce<number[][]>(
    (rows, { lower, upper }) =>
      rows.flatMap((row) => [
        [...row, lower],
        [...row, upper],
      ]),
    [[]],
  );
  const values = corners.map((corner) => of(...corner));
  return { value: of(...figures.map(({ value }) => value)), lower: Math.min(...values), upper: Math.max(...values) };
}

const times = (one: Effect, other: Effect): Effect => among([one, other], (a, b) => a * b);
const minus = (one: Effect, other: Effect): Effect => among([one, other], (a, b) => Math.max(1, a - b));
const plus = ({ value, lower, upper }: Effect, more: number): Effect => ({
  value: value + more,
  lower: lower + more,
  upper: upper + more,
});
