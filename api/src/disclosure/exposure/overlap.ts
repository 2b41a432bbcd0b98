import type { Kinds } from './kinds.js';
import { setsOfPeople, type Lists, type Stack } from './stack.js';
import type { SymmetricRows } from './sparse-cholesky.js';

/** The most that a yes/no secret can vary. */
export const VARIANCE = 1 / 4;

/**
 * The order of sets in which those that overlap fewest others come first: taken in this order the factor stays about as
 * sparse as in the order of minimum degree, which costs far more to find.
 */
export function byOverlap(evidence: Stack): number[] {
  const setsOf = setsOfPeople(evidence);
  const seen = new Int32Array(evidence.sets.length).fill(-1);
  const overlaps = evidence.sets.map((set, j) => {
    let count = 0;
    for (const person of set)
      for (let at = setsOf.first[person]!; at < setsOf.first[person + 1]!; at += 1) {
        const other = setsOf.items[at]!;
        if (seen[other] !== j) count += 1;
        seen[other] = j;
      }
    return count;
  });
  return [...overlaps.keys()].sort((a, b) => overlaps[a]! - overlaps[b]! || a - b);
}

/** In the space of sets: Σ + v·SSᵀ, the noise of every set and, times the secret's variance, the people that two sets share. */
export function overlapMatrix({ stack: { sets, weights }, sizes }: Kinds, setsOf: Lists): SymmetricRows {
  return symmetric(sets.length, (j, add) => {
    add(j, 1 / weights[j]!);
    for (const kind of sets[j]!)
      for (let at = setsOf.first[kind]!; at < setsOf.first[kind + 1]! && setsOf.items[at]! <= j; at += 1)
        add(setsOf.items[at]!, VARIANCE * sizes[kind]!);
  });
}

/** In the space of people: I ÷ v + SᵀWS, the prior of every person and the weight of the sets that two people share. */
export function togetherMatrix({ people, sets, weights }: Stack, setsOf: Lists): SymmetricRows {
  return symmetric(people, (person, add) => {
    add(person, 1 / VARIANCE);
    for (let at = setsOf.first[person]!; at < setsOf.first[person + 1]!; at += 1) {
      const j = setsOf.items[at]!;
      for (const other of sets[j]!) if (other <= person) add(other, weights[j]!);
    }
  });
}

/** Collects each row of a matrix from what `fill` adds to its columns. */
function symmetric(size: number, fill: (row: number, add: (column: number, value: number) => void) => void): SymmetricRows {
  const sums = new Float64Array(size);
  const first = new Float64Array(size + 1);
  const columns: Int32Array[] = [];
  const values: Float64Array[] = [];
  for (let row = 0; row < size; row += 1) {
    const found: number[] = [];
    fill(row, (column, value) => {
      if (sums[column] === 0) found.push(column);
      sums[column]! += value;
    });
    columns.push(Int32Array.from(found));
    values.push(Float64Array.from(found, (column) => sums[column]!));
    for (const column of found) sums[column] = 0;
    first[row + 1] = first[row]! + found.length;
  }
  const matrix = { size, first, columns: new Int32Array(first[size]!), values: new Float64Array(first[size]!) };
  for (let row = 0; row < size; row += 1) {
    matrix.columns.set(columns[row]!, first[row]);
    matrix.values.set(values[row]!, first[row]);
  }
  return matrix;
}
