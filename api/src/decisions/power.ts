import { type CharterContent, plannedPeople } from '../tracks/index.js';
import { normalCdf } from '../statistics/index.js';
import { boundsAt } from './bounds.js';
import { markOf, scaleOf } from './effect-scale.js';

/** What the figure would be drawn from, besides the people of the track. */
export interface PlanningGround {
  readonly noiseLevel: number;
  /** People with whom they are compared, as last published; null where nobody knows yet. */
  readonly others: number | null;
}

/** What one planned look could show, if as many people come as expected. */
export interface PlannedLook {
  readonly period: string;
  readonly people: number;
  /** Share of the planned information, at most 1. */
  readonly information: number;
  /** How many standard errors the interval reaches; null where nothing may be read yet. */
  readonly bound: number | null;
  /** Whether so many people are enough for the figure to be published at all. */
  readonly published: boolean;
  /** The effect that would be found in four cases of five, in the unit of the outcome; null where none would. */
  readonly detectable: number | null;
  /** The chance that the smallest effect that matters would be seen, if it is there. */
  readonly finding: number;
  /** The chance that an effect that matters would be ruled out, if there is none. */
  readonly rulingOut: number;
}

export interface CharterPower {
  readonly looks: readonly PlannedLook[];
  /** The fewest people for whom the figure would be published. */
  readonly fewest: number;
}

/** z of a probability of 0.8. */
const FOUR_OF_FIVE = 0.8416;
const MOST_CHANGE = 30;
/** Cases in which a curve of autonomy is drawn, and those of them that are steps within twelve months. */
const CURVE_CASES = { all: 19, steps: 4 };

/**
 * What the planned looks can detect, from the design alone: expected people, spread, noise and bounds. Nothing that was
 * measured enters.
 *
 * @see docs/methods/track-verdict.md
 */
export function powerOf(content: CharterContent, ground: PlanningGround): CharterPower {
  const { people, looks } = content;
  const counts = looks.map((_, k) => people.first + people.each * k);
  const bounds = boundsAt(
    counts.map((count) => ({ share: count / plannedPeople(content), noise: noiseShare(content, ground, count) })),
  );
  const planned = looks.map((period, k) => lookOf(content, ground, { period, people: counts[k] ?? 0, bound: bounds[k] ?? null }));
  return { looks: planned, fewest: fewestPublished(content, ground) };
}

type Expected = Pick<PlannedLook, 'period' | 'people' | 'bound'>;

function lookOf(content: CharterContent, ground: PlanningGround, expected: Expected): PlannedLook {
  const { people, bound } = expected;
  const published = isPublished(content, ground, people);
  const read = published && people >= content.people.minimum && bound !== null;
  const { back } = scaleOf(content);
  const mark = markOf(content);
  const error = Math.sqrt(varianceOf(content, ground, people).all);
  return {
    ...expected,
    published,
    information: Math.min(1, people / plannedPeople(content)),
    detectable: read ? back((bound + FOUR_OF_FIVE) * error) : null,
    finding: read ? normalCdf(mark / error - bound) : 0,
    rulingOut: read ? Math.max(0, 2 * normalCdf(mark / error - bound) - 1) : 0,
  };
}

interface Variance {
  readonly own: number;
  readonly noise: number;
  readonly all: number;
}

const together = (own: number, noise: number): Variance => ({ own, noise, all: own + noise });

/** Of the effect, on the scale on which it is judged; noise as the release draws it. */
function varianceOf(content: CharterContent, { noiseLevel, others }: PlanningGround, people: number): Variance {
  const { outcome, spread, reference } = content;
  const beside = others ?? people;
  const share = reference ?? 0.5;
  if (outcome === 'skill_change') return together(spread ** 2 / people, (noiseLevel * MOST_CHANGE) ** 2 / people ** 2);
  if (outcome === 'skill_comparison') {
    const each = 1 / people + 1 / beside;
    return together(spread ** 2 * each, (noiseLevel * MOST_CHANGE * each) ** 2);
  }
  if (outcome === 'progression') {
    const { all, steps } = CURVE_CASES;
    const drawn = steps * (1 - share) ** 2 + (all - steps) * share ** 2;
    return together((share * (1 - share)) / people, (noiseLevel ** 2 * drawn) / people ** 2);
  }
  const [events, otherEvents] = [people * share, beside * share];
  return together(1 / events + 1 / otherEvents, ((2 * noiseLevel) / Math.min(events, otherEvents)) ** 2);
}

function noiseShare(content: CharterContent, ground: PlanningGround, people: number): number {
  const { noise, all } = varianceOf(content, ground, people);
  return noise / all;
}

/** Whether the rules of disclosure would let the figure be told for so many people; the same tests, on expected numbers. */
function isPublished(content: CharterContent, ground: PlanningGround, people: number): boolean {
  const { own, noise } = varianceOf(content, ground, people);
  const [leastPeople, leastSteps] = LEAST[content.outcome];
  const beside =
    content.outcome === 'skill_comparison' || content.outcome === 'promotion_comparison' ? (ground.others ?? people) : Infinity;
  const fewest = Math.min(people, beside);
  const enough = fewest >= Math.max(leastPeople, 5 + Math.ceil(2 * ground.noiseLevel));
  return enough && fewest * (content.reference ?? 1) >= leastSteps && noise <= 3 * own;
}

/** People and steps below which a figure is hidden (docs/disclosure.md, rule 3). */
const LEAST: Readonly<Record<CharterContent['outcome'], readonly [people: number, steps: number]>> = {
  skill_change: [5, 0],
  skill_comparison: [50, 0],
  progression: [30, 10],
  promotion_comparison: [50, 10],
};

const MOST_PEOPLE = 100_000;

function fewestPublished(content: CharterContent, ground: PlanningGround): number {
  const alike = { ...ground, others: ground.others ?? null };
  for (let people = 2; people < MOST_PEOPLE; people += 1) if (isPublished(content, alike, people)) return people;
  return MOST_PEOPLE;
}
