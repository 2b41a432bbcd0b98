import type { Kinds } from './kinds.js';
import { overlapMatrix, togetherMatrix, VARIANCE } from './overlap.js';
import { cholesky, inverseOnPattern, shapeOf, workOf, type Shape, type SymmetricRows } from './sparse-cholesky.js';
import { setsOfPeople, type Lists, type Stack } from './stack.js';

/** More multiplications than this are left to probes: half a minute or so. */
export const MOST_WORK = 2e10;

/**
 * Exposure of everyone, exactly, in the space of sets or of people, whichever is smaller.
 *
 * @returns by person the share of the secret's variance that the best linear reader explains, 0 to 1; nothing where it
 *   would take too long.
 */
export function exactExposure(evidence: Stack, kinds: Kinds, most = MOST_WORK): Float64Array | undefined {
  const bySets = evidence.sets.length <= evidence.people;
  if (!bySets && evidence.people ** 3 / 3 > most) return undefined;
  const setsOf = setsOfPeople(bySets ? kinds.stack : evidence);
  const matrix = bySets ? overlapMatrix(kinds, setsOf) : togetherMatrix(evidence, setsOf);
  const shape = shapeOf(matrix);
  if (workOf(shape) > most) return undefined;
  return bySets ? inSets(kinds, setsOf, matrix, shape) : inPeople(matrix, shape);
}

/** 1 − [(I ÷ v + SᵀWS)⁻¹]ᵢᵢ ÷ v. */
function inPeople(matrix: SymmetricRows, shape: Shape): Float64Array {
  const { first, values } = inverseOnPattern(cholesky(matrix, shape));
  return Float64Array.from(shape.parent, (_, person) => 1 - values[first[person]!]! / VARIANCE);
}

/**
 * v·sᵢᵀ(Σ + v·SSᵀ)⁻¹sᵢ with sᵢ the sets that hold person i. Any two of them overlap, so only entries of the inverse on the
 * factor's pattern are needed.
 */
function inSets({ stack, kindOf }: Kinds, setsOf: Lists, matrix: SymmetricRows, shape: Shape): Float64Array {
  const { first, rows, values } = inverseOnPattern(cholesky(matrix, shape));
  const exposure = new Float64Array(stack.people);
  const column = new Float64Array(stack.sets.length);
  for (const [j, set] of stack.sets.entries()) {
    for (let at = first[j]!; at < first[j + 1]!; at += 1) column[rows[at]!] = VARIANCE * values[at]!;
    for (const kind of set) {
      let sum = column[j]!;
      for (let at = setsOf.first[kind + 1]! - 1; setsOf.items[at]! > j; at -= 1) sum += 2 * column[setsOf.items[at]!]!;
      exposure[kind]! += sum;
    }
  }
  return Float64Array.from(kindOf, (kind) => exposure[kind]!);
}
