import { type CharterContent, plannedPeople } from '../tracks/index.js';
import { boundsAt } from './bounds.js';
import { markOf } from './effect-scale.js';
import { type Effect, effectIn, type OutcomeFigure, type OutcomeReading, stretched } from './outcome-figure.js';
import { type TrackVerdict, verdictOf } from './verdict.js';

/** The first release of a quarter, with what it tells of the outcome that decides. A restatement is no look. */
export interface ReleaseAtLook {
  readonly period: string;
  readonly releaseId: string;
  readonly publishedAt: string;
  readonly reading: OutcomeReading;
}

/**
 * What became of a look. `read`: it has a verdict. `nothingNew`: no more people than at the look before, so that one stands.
 * `absent`: the figure is hidden or has no estimate. `tooFew`: below the charter's own minimum. `tooEarly`: too little of the
 * planned information for anything to be read. `skipped`: a later quarter was published and this one was not.
 */
export type LookState = 'read' | 'nothingNew' | 'absent' | 'tooFew' | 'tooEarly' | 'skipped' | 'waiting';

export interface Look {
  readonly period: string;
  /** Unplanned looks are counted, and decide nothing. */
  readonly planned: boolean;
  readonly state: LookState;
  readonly releaseId: string | null;
  readonly publishedAt: string | null;
  /** Share of the planned information; null where nobody could be counted. */
  readonly information: number | null;
  /** How many standard errors the interval reaches at this look. */
  readonly bound: number | null;
  /** As released, in the unit of the outcome; null unless it was read. */
  readonly figure: OutcomeFigure | null;
  /** In the good direction, on the scale on which it is judged, as wide as the bound. */
  readonly effect: Effect | null;
  readonly verdict: TrackVerdict;
}

/** Which quarters are looked at. */
export interface LookPlan {
  /** The charter's own, and those by which measuring was extended. */
  readonly planned: readonly string[];
  /** Quarters that somebody looked at in between. */
  readonly unplanned: readonly string[];
}

/** The looks of a charter in the order of their quarters. A figure that is no look is in none of them. */
export function looksOf(content: CharterContent, { planned, unplanned }: LookPlan, released: readonly ReleaseAtLook[]): Look[] {
  const newest =
    released
      .map(({ period }) => period)
      .sort()
      .at(-1) ?? '';
  const extra = unplanned.filter((period) => !planned.includes(period));
  const places = [...planned, ...extra].sort().map((period) => ({
    period,
    planned: planned.includes(period),
    release: released.find((one) => one.period === period),
  }));
  const information = places.map(({ release }) => countedInformation(content, release));
  const bounds = boundsAt(places.map(({ release }, i) => ({ share: information[i] ?? 0, noise: noiseOf(release) })));
  return places.map((place, i) =>
    lookAt(content, place, { share: information[i] ?? 0, bound: bounds[i] ?? null, newest, before: information.slice(0, i) }),
  );
}

/** Looks at which nothing can be read spend nothing: they count as no information. */
function countedInformation(content: CharterContent, release: ReleaseAtLook | undefined): number {
  if (release?.reading.kind !== 'read') return 0;
  const { people } = release.reading.figure;
  return people < content.people.minimum ? 0 : Math.min(1, people / plannedPeople(content));
}

const noiseOf = (release: ReleaseAtLook | undefined): number =>
  release?.reading.kind === 'read' ? release.reading.figure.noise : 0;

interface LookPlace {
  readonly period: string;
  readonly planned: boolean;
  readonly release: ReleaseAtLook | undefined;
}

interface Spent {
  readonly share: number;
  readonly bound: number | null;
  readonly newest: string;
  readonly before: readonly number[];
}

function lookAt(content: CharterContent, place: LookPlace, spent: Spent): Look {
  const { period, planned, release } = place;
  const { share, bound } = spent;
  const state = stateOf(place, spent);
  const at = { period, planned, state, releaseId: release?.releaseId ?? null, publishedAt: release?.publishedAt ?? null };
  const counted = { ...at, information: share > 0 ? share : null, bound };
  if (state !== 'read' || release?.reading.kind !== 'read' || bound === null)
    return { ...counted, figure: null, effect: null, verdict: 'not_assessable' };
  const { figure } = release.reading;
  const effect = stretched(effectIn(content, figure), bound);
  return { ...counted, figure, effect, verdict: verdictOf(effect.lower, effect.upper, markOf(content)) };
}

function stateOf({ period, release }: LookPlace, { share, bound, newest, before }: Spent): LookState {
  if (!release) return period < newest ? 'skipped' : 'waiting';
  if (release.reading.kind === 'absent') return 'absent';
  if (share === 0) return 'tooFew';
  if (bound !== null) return 'read';
  return share <= Math.max(0, ...before) ? 'nothingNew' : 'tooEarly';
}

const HAPPENED: readonly LookState[] = ['read', 'absent', 'tooFew', 'tooEarly'];

/** The planned look that the verdict is read from: the last one that happened and brought something. */
export const decidingLook = (looks: readonly Look[]): Look | undefined =>
  looks.filter(({ planned, state }) => planned && HAPPENED.includes(state)).at(-1);

/** The quarter of the next planned look. */
export const nextLook = (looks: readonly Look[]): string | null =>
  looks.find(({ planned, state }) => planned && state === 'waiting')?.period ?? null;
