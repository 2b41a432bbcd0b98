/** How likely things are that happen by chance alone. Bounds, never guesses: what is refused here is no accident. */

/** The most likely value of the difference of two independent draws of this noise on this lattice is at most this likely. */
export function meeting(noise: number, unit: number): number {
  return Math.min(1, unit / (2 * Math.sqrt(Math.PI) * noise));
}

/** Chernoff's bound on the natural logarithm of the chance of so many hits where `expected` are expected. */
export function logChanceOfHits(hits: number, expected: number): number {
  return hits <= expected || hits === 0 ? 0 : hits - expected - hits * Math.log(hits / expected);
}

/** Where a sum of squares stands among chi-squares of these degrees of freedom, in standard deviations (Wilson–Hilferty). */
export function chiSquareScore(sum: number, degreesOfFreedom: number): number {
  const part = 2 / (9 * degreesOfFreedom);
  return (Math.cbrt(sum / degreesOfFreedom) - (1 - part)) / Math.sqrt(part);
}
