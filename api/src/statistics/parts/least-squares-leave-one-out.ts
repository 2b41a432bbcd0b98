import type { LeaveOneOut } from './leave-one-out.js';
import { compensatedSum } from '../numerics/compensated-sum.js';

/** A fit row by row, in the orthonormal basis q of its covariates. */
export interface FittedRow {
  readonly q: readonly number[];
  /** The coefficients that one unit of residual here adds: (XᵀX)⁻¹x on the original scale. */
  readonly direction: readonly number[];
  /** e/(1 − h). */
  readonly residual: number;
  /** 1 − h. */
  readonly free: number;
}

/**
 * What leaving out each person does to the coefficients (exact where a person has one row) and to the logarithm of
 * their HC3 standard errors (first order: the inverse, the residuals and the leverages all follow).
 */
export function leastSquaresLeaveOneOut(
  rows: readonly FittedRow[],
  size: number,
  byPerson: Map<string | number, number[]>,
): LeaveOneOut {
  const columns = Array.from({ length: size }, (_, j) => varianceSums(rows, j));
  const people = [...byPerson.values()].map((own) => own.map((row) => rows[row]!));
  return {
    people: [...byPerson.keys()],
    changes: people.map((own) => columns.map((_, j) => own.reduce((sum, row) => sum - row.direction[j]! * row.residual, 0))),
    logStandardErrorChanges: people.map((own) =>
      columns.map((sums, j) => {
        const change = own.reduce((sum, row) => sum + varianceChange(row, sums, j), 0);
        return sums.variance > 0 ? Math.log(Math.max(1e-6, 1 + change / sums.variance)) / 2 : 0;
      }),
    ),
  };
}

/** Sums over rows k that say how the variance Σ(gₖuₖ)² of one coefficient answers to a change of the fit. */
interface VarianceSums {
  readonly variance: number;
  /** Σ g·u²·q, for the change of the inverse. */
  readonly inverse: readonly number[];
  /** Σ g²·u/(1 − h)·q, for the change of the residuals. */
  readonly residuals: readonly number[];
  /** Σ g²·u²/(1 − h)·q·qᵀ, for the change of the leverages. */
  readonly leverages: readonly (readonly number[])[];
}

function varianceSums(rows: readonly FittedRow[], j: number): VarianceSums {
  const size = rows[0]!.q.length;
  const inverse = new Array<number>(size).fill(0);
  const residuals = new Array<number>(size).fill(0);
  const leverages = inverse.map(() => new Array<number>(size).fill(0));
  for (const { q, direction, residual: u, free } of rows) {
    const g = direction[j]!;
    for (let a = 0; a < size; a++) {
      inverse[a]! += g * u * u * q[a]!;
      residuals[a]! += ((g * g * u) / free) * q[a]!;
      for (let b = 0; b < size; b++) leverages[a]![b]! += ((g * g * u * u) / free) * q[a]! * q[b]!;
    }
  }
  const variance = compensatedSum(rows.map((row) => (row.direction[j]! * row.residual) ** 2));
  return { variance, inverse, residuals, leverages };
}

function varianceChange({ q, direction, residual, free }: FittedRow, sums: VarianceSums, j: number): number {
  const dot = (vector: readonly number[]) => vector.reduce((sum, value, a) => sum + value * q[a]!, 0);
  const own = (direction[j]! * residual) ** 2;
  const inverse = (dot(sums.inverse) * direction[j]!) / free;
  const residuals = dot(sums.residuals) * residual;
  const leverages = dot(sums.leverages.map(dot)) / free;
  return 2 * (inverse + residuals + leverages) - own;
}
