import type { ReleasedValue } from '../kernel/index.js';

/** People more that would bring a group to the others' rate; or why the measure has no such number. */
export type Shortfall =
  | { readonly people: number; readonly lower: number; readonly upper: number }
  | { readonly absent: 'notAboutPeople' | 'notEstimable' };

/**
 * The released shortfall, with the interval that the limits of the difference of rates give: as many people as the group
 * has, times the gap, never below 0.
 */
export function shortfallOf(values: Readonly<Record<string, ReleasedValue>>): Shortfall {
  if (!('shortfall' in values)) return { absent: 'notAboutPeople' };
  const names = ['shortfall', 'eligible', 'rateDifferenceLower', 'rateDifferenceUpper'];
  const [people, eligible, lower, upper] = names.map((name) => values[name]);
  if (typeof people !== 'number' || typeof eligible !== 'number' || typeof lower !== 'number' || typeof upper !== 'number')
    return { absent: 'notEstimable' };
  return { people, lower: Math.max(0, -upper * eligible), upper: Math.max(0, -lower * eligible) };
}
