import { kindsOf } from './kinds.js';
import { byOverlap, overlapMatrix, VARIANCE } from './overlap.js';
import { cholesky, solveLower, type LowerColumns } from './sparse-cholesky.js';
import { inOrder, setsOfPeople, stack, type Evidence, type Lists } from './stack.js';

/** The greatest exposure of a member of some groups; each has at least two members, who know each other. */
export type Knowing = (groups: readonly (readonly number[])[]) => number;

/**
 * The greatest exposure of a member of each group to a reader who knows the secrets of all its other members: a manager of
 * the whole team but one, an insider of self and two confidants. The evidence is taken apart once for all groups.
 *
 * Given the joint uncertainty Z of a group after all evidence, that of one member who remains unknown is 1 ÷ (Z⁻¹)ᵢᵢ.
 */
export function exposureKnowing(evidence: Iterable<Evidence>, people: number): Knowing {
  const { kindOf, ...kinds } = kindsOf(stack(evidence, people));
  const ordered = inOrder(kinds.stack, byOverlap(kinds.stack));
  const setsOf = setsOfPeople(ordered);
  const factor = cholesky(overlapMatrix({ ...kinds, kindOf, stack: ordered }, setsOf));
  const greatest = (group: readonly number[]): number => {
    const ofKinds = group.map((person) => kindOf[person]!);
    return Math.max(...inverseDiagonal(uncertainty(ofKinds, factor, setsOf)).map((precision) => 1 - 1 / (precision * VARIANCE)));
  };
  return (groups) => groups.reduce((most, group) => Math.max(most, greatest(group)), 0);
}

/** Z = v·I − v²·SᵀM⁻¹S of a group, by one solution of the factor for the kind of each member. */
function uncertainty(kinds: readonly number[], factor: LowerColumns, setsOf: Lists): number[][] {
  const solved = kinds.map((kind) => {
    const right = new Float64Array(factor.size);
    for (let at = setsOf.first[kind]!; at < setsOf.first[kind + 1]!; at += 1) right[setsOf.items[at]!] = 1;
    solveLower(factor, right);
    return right;
  });
  return solved.map((a, i) =>
    solved.map((b, j) => (i === j ? VARIANCE : 0) - VARIANCE ** 2 * a.reduce((sum, value, k) => sum + value * b[k]!, 0)),
  );
}

/** The diagonal of the inverse of a small positive definite matrix, by sweeping it (Gauss and Jordan). */
function inverseDiagonal(matrix: number[][]): number[] {
  const rows = matrix.map((row) => [...row]);
  for (const [k, pivotRow] of rows.entries()) {
    const pivot = pivotRow[k]!;
    pivotRow[k] = 1;
    for (const [j, value] of pivotRow.entries()) pivotRow[j] = value / pivot;
    for (const row of rows) {
      if (row === pivotRow) continue;
      const factor = row[k]!;
      row[k] = 0;
      for (const [j, value] of pivotRow.entries()) row[j]! -= factor * value;
    }
  }
  return rows.map((row, k) => row[k]!);
}
