/** A parent that is the sum of its parts, as places in a vector. */
export interface Sum {
  readonly parent: number;
  readonly parts: readonly number[];
}

const TOLERANCE = 1e-10;
const MOST_STEPS = 2000;

/**
 * Numbers with independent errors that have to satisfy sums: parents are the sums of their parts. The variance that is
 * left of each after all sums are used is D − DCᵀ(CDCᵀ)⁻¹CD, with D the variances before and C the sums; the system in
 * the space of sums is solved by conjugate gradients with its diagonal as preconditioner.
 */
export class StructuredDraws {
  private readonly diagonal: Float64Array;

  constructor(
    private readonly variances: Float64Array,
    private readonly sums: readonly Sum[],
  ) {
    this.diagonal = Float64Array.from(sums, ({ parent, parts }) =>
      parts.reduce((total, part) => total + variances[part]!, variances[parent]!),
    );
  }

  /** The variance that is left of one number. */
  variance(at: number): number {
    const unit = new Float64Array(this.variances.length);
    unit[at] = this.variances[at]!;
    return this.corrected(unit)[at]!;
  }

  /** Estimates of all variances from random errors that satisfy the sums: each is chi-square with `times` degrees of freedom. */
  screen(times: number): Float64Array {
    const squares = new Float64Array(this.variances.length);
    const normal = normals(20_261_120);
    for (let i = 0; i < times; i += 1) {
      const errors = this.corrected(this.variances.map((variance) => Math.sqrt(variance) * normal()));
      errors.forEach((error, at) => (squares[at] = squares[at]! + (error * error) / times));
    }
    return squares;
  }

  /**
   * How far drawn numbers are from satisfying the sums, in variances: chi-square with as many degrees of freedom as there
   * are independent sums, where the draws are as wide as stated and the truth adds up.
   */
  misfit(draws: Float64Array): number {
    const rest = this.apply(draws);
    return dot(rest, this.solve(rest));
  }

  /** The number of independent sums, estimated from random errors. */
  freedom(times: number): number {
    const normal = normals(11_202_026);
    let sum = 0;
    for (let i = 0; i < times; i += 1) sum += this.misfit(this.variances.map((variance) => Math.sqrt(variance) * normal()));
    return sum / times;
  }

  /** x − DCᵀ(CDCᵀ)⁻¹Cx. */
  private corrected(x: Float64Array): Float64Array {
    const correction = this.scaledTranspose(this.solve(this.apply(x)));
    return x.map((value, at) => value - correction[at]!);
  }

  private apply(x: Float64Array): Float64Array {
    return Float64Array.from(this.sums, ({ parent, parts }) => {
      let rest = x[parent]!;
      for (const part of parts) rest -= x[part]!;
      return rest;
    });
  }

  private scaledTranspose(multipliers: Float64Array): Float64Array {
    const x = new Float64Array(this.variances.length);
    this.sums.forEach(({ parent, parts }, i) => {
      x[parent] = x[parent]! + multipliers[i]!;
      for (const part of parts) x[part] = x[part]! - multipliers[i]!;
    });
    for (let i = 0; i < x.length; i += 1) x[i] = x[i]! * this.variances[i]!;
    return x;
  }

  private solve(right: Float64Array): Float64Array {
    const solution = new Float64Array(right.length);
    const rest = right.slice();
    let steep = this.preconditioned(rest);
    const direction = steep.slice();
    let size = dot(rest, steep);
    const enough = TOLERANCE ** 2 * size;
    for (let step = 0; step < MOST_STEPS && size > enough && size > 0; step += 1) {
      const image = this.apply(this.scaledTranspose(direction));
      const length = size / dot(direction, image);
      for (let i = 0; i < rest.length; i += 1) {
        solution[i] = solution[i]! + length * direction[i]!;
        rest[i] = rest[i]! - length * image[i]!;
      }
      steep = this.preconditioned(rest);
      const next = dot(rest, steep);
      for (let i = 0; i < rest.length; i += 1) direction[i] = steep[i]! + (next / size) * direction[i]!;
      size = next;
    }
    return solution;
  }

  private preconditioned(x: Float64Array): Float64Array {
    return x.map((value, i) => (this.diagonal[i]! > 0 ? value / this.diagonal[i]! : 0));
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

/** Normal numbers from a small seeded generator: the same file is always attacked in the same way. */
function normals(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
