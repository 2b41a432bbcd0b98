import { VARIANCE } from './overlap.js';
import { setsOfPeople, type Lists, type Stack } from './stack.js';

/** How much is spent on a history too long to be measured exactly. */
export interface Effort {
  /** Random probes that rank everyone. */
  readonly probes: number;
  /** The most exposed are measured one by one until so many in a row bring nothing greater. */
  readonly candidates: number;
}

export const USUAL_EFFORT: Effort = { probes: 48, candidates: 64 };

/** Exposure of each of the most exposed is overstated by at most this much. */
const TOLERANCE = 1e-4;
/** What is left of a probe may have this length, squared, for each person: far less than what a probe scatters. */
const ROUGH = 1e-3;
const MOST_STEPS = 1000;

/** I ÷ v + SᵀWS, which needs no memory but the sets. */
class Information {
  private readonly diagonal: Float64Array;
  private readonly setsOf: Lists;
  private readonly sums: Float64Array;

  constructor(private readonly evidence: Stack) {
    this.setsOf = setsOfPeople(evidence);
    this.sums = new Float64Array(evidence.sets.length);
    this.diagonal = new Float64Array(evidence.people).fill(1 / VARIANCE);
    for (const [j, set] of evidence.sets.entries()) for (const person of set) this.diagonal[person]! += evidence.weights[j]!;
  }

  get size(): number {
    return this.evidence.people;
  }

  times(x: Float64Array, result: Float64Array): void {
    const { sums, setsOf } = this;
    for (const [j, set] of this.evidence.sets.entries()) {
      let sum = 0;
      for (let i = 0; i < set.length; i += 1) sum += x[set[i]!]!;
      sums[j] = sum * this.evidence.weights[j]!;
    }
    for (let person = 0; person < x.length; person += 1) {
      let sum = x[person]! / VARIANCE;
      for (let at = setsOf.first[person]!; at < setsOf.first[person + 1]!; at += 1) sum += sums[setsOf.items[at]!]!;
      result[person] = sum;
    }
  }

  /** Conjugate gradients, scaled by the diagonal, until the squared length of what is left is at most `tolerance`. */
  solve(right: Float64Array, tolerance: number): Float64Array {
    const size = right.length;
    const x = new Float64Array(size);
    const residual = right.slice();
    const scaled = residual.map((value, i) => value / this.diagonal[i]!);
    const direction = scaled.slice();
    const image = new Float64Array(size);
    let energy = dot(residual, scaled);
    for (let step = 0; step < MOST_STEPS && dot(residual, residual) > tolerance; step += 1) {
      this.times(direction, image);
      const length = energy / dot(direction, image);
      for (let i = 0; i < size; i += 1) {
        x[i]! += length * direction[i]!;
        residual[i]! -= length * image[i]!;
        scaled[i] = residual[i]! / this.diagonal[i]!;
      }
      const before = energy;
      energy = dot(residual, scaled);
      for (let i = 0; i < size; i += 1) direction[i] = scaled[i]! + (energy / before) * direction[i]!;
    }
    return x;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

/** Signs that are the same in every run (xorshift, Marsaglia 2003). */
function signs(size: number, seed: number): Float64Array {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return new Float64Array(size).map(() => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state < 0 ? -1 : 1;
  });
}

/**
 * Exposure in a history too large to be inverted: random probes estimate the diagonal of the inverse for everyone, and the
 * most exposed are then measured one by one, to 0.0001 on the side of more exposure.
 *
 * @see Bekas, Kokiopoulou & Saad (2007), An estimator for the diagonal of a matrix.
 */
export function probedExposure(evidence: Stack, { probes, candidates }: Effort = USUAL_EFFORT): Float64Array {
  const information = new Information(evidence);
  const diagonal = new Float64Array(information.size);
  for (let probe = 0; probe < probes; probe += 1) {
    const sign = signs(information.size, probe);
    const solved = information.solve(sign, ROUGH * information.size);
    for (let person = 0; person < diagonal.length; person += 1) diagonal[person]! += (sign[person]! * solved[person]!) / probes;
  }
  const exposure = diagonal.map((value) => 1 - value / VARIANCE);
  const measured = mostExposed(information, exposure, candidates);
  const greatest = Math.max(0, ...measured.values());
  return exposure.map((value, person) => measured.get(person) ?? Math.min(greatest, Math.max(0, value)));
}

/** Exposure of people from the highest estimate down, until `enough` in a row bring nothing greater. */
function mostExposed(information: Information, estimates: Float64Array, enough: number): Map<number, number> {
  const ranked = [...estimates.keys()].sort((a, b) => estimates[b]! - estimates[a]!);
  const measured = new Map<number, number>();
  let [greatest, inVain] = [0, 0];
  for (const person of ranked) {
    if (inVain >= enough) break;
    const value = exposureOf(information, person);
    measured.set(person, value);
    inVain = value > greatest ? 0 : inVain + 1;
    greatest = Math.max(greatest, value);
  }
  return measured;
}

/**
 * The error of (A⁻¹)ᵢᵢ after steps that leave r is rᵀA⁻¹r, never negative, and at most v·rᵀr, since A is I ÷ v and more: the
 * variance is understated and the exposure overstated.
 */
function exposureOf(information: Information, person: number): number {
  const unit = new Float64Array(information.size);
  unit[person] = 1;
  return 1 - information.solve(unit, TOLERANCE)[person]! / VARIANCE;
}
