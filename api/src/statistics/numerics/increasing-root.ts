const MOST_STEPS = 300;

/** A point of a function. */
type Point = readonly [x: number, value: number];

/**
 * The root of an increasing function on the whole line: widen around `start` until the sign changes, then Brent's
 * method down to the last bits.
 */
export function increasingRoot(f: (x: number) => number, start: number): number {
  let near: Point = [start, f(start)];
  const direction = near[1] < 0 ? 1 : -1;
  for (let step = 0.5; step < 1e300 && near[1] !== 0; step *= 2) {
    const x = near[0] + direction * step;
    const far: Point = [x, f(x)];
    if (far[1] * direction >= 0) return bracketedRoot(f, near, far);
    near = far;
  }
  return near[0];
}

/**
 * The root between two points of opposite sign.
 *
 * @see Brent (1973), Algorithms for Minimization without Derivatives, ch. 4.
 */
export function bracketedRoot(f: (x: number) => number, from: Point, to: Point): number {
  let [a, b, c] = [from, to, from];
  let step = b[0] - a[0];
  let before = step;
  for (let i = 0; i < MOST_STEPS; i++) {
    if (b[1] > 0 === c[1] > 0) [c, step, before] = [a, b[0] - a[0], b[0] - a[0]];
    if (Math.abs(c[1]) < Math.abs(b[1])) [a, b, c] = [b, c, b];
    const tolerance = 2 * Number.EPSILON * Math.abs(b[0]);
    const middle = (c[0] - b[0]) / 2;
    if (Math.abs(middle) <= tolerance || b[1] === 0) return b[0];
    const next = nextStep(a, b, c, before);
    before = next === undefined ? middle : step;
    step = next ?? middle;
    a = b;
    const x = b[0] + (Math.abs(step) > tolerance ? step : Math.sign(middle) * tolerance);
    b = [x, f(x)];
  }
  return b[0];
}

/** The step from b by interpolation, or nothing where it would leave the bracket or not shrink fast enough. */
function nextStep(a: Point, b: Point, c: Point, before: number): number | undefined {
  if (Math.abs(a[1]) <= Math.abs(b[1])) return undefined;
  const middle = (c[0] - b[0]) / 2;
  const step = interpolated(a, b, c);
  const inside = step / middle > 0 && Math.abs(step) < 1.5 * Math.abs(middle);
  return inside && Math.abs(step) < Math.abs(before) / 2 ? step : undefined;
}

/** The step from b: by secant, or by inverse quadratic interpolation where three points differ. */
function interpolated(a: Point, b: Point, c: Point): number {
  const s = b[1] / a[1];
  const width = c[0] - b[0];
  if (a[0] === c[0]) return (-width * s) / (1 - s);
  const q = a[1] / c[1];
  const r = b[1] / c[1];
  return (-s * (width * q * (q - r) - (b[0] - a[0]) * (r - 1))) / ((q - 1) * (r - 1) * (s - 1));
}
