import { sampleSizePaired } from '../statistics/index.js';
import { type CharterContent } from '../tracks/index.js';
import { markOf } from './effect-scale.js';
import type { Look } from './looks.js';
import { effectIn, standardErrorOf } from './outcome-figure.js';

/** What would settle a question that the data leave open. */
export interface Settling {
  /** People more, beyond those of the last look. */
  readonly people: number;
  /** Looks more, if people come as the charter expects; null where it expects none. */
  readonly looks: number | null;
}

const POWER = 0.8;

/**
 * How many more people it takes to find the smallest change that matters in four cases of five, at the spread that the
 * last look had (noise included). Null where enough people are in: then the effect lies near the mark, and no number of
 * people is promised to move it.
 */
export function whatWouldSettle(content: CharterContent, { figure }: Pick<Look, 'figure'>): Settling | null {
  if (!figure || figure.people < 2) return null;
  const error = standardErrorOf(effectIn(content, figure));
  const sized = sampleSizePaired({
    difference: markOf(content),
    standardDeviationDifference: error * Math.sqrt(figure.people),
    power: POWER,
  });
  if (sized.kind === 'notEstimable' || sized.value.pairs <= figure.people) return null;
  const people = sized.value.pairs - figure.people;
  return { people, looks: content.people.each > 0 ? Math.ceil(people / content.people.each) : null };
}
