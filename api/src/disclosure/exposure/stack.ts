/**
 * One drawn number as evidence about a yes/no secret: the people whose secrets it sums up, and its noise.
 *
 * `noise` is the standard deviation in units of what one person moves the number by: the noise level for every kind of
 * statistic of rule 2, whatever its cap and range.
 */
export interface Evidence {
  /** Whole numbers from 0, each once. */
  readonly people: ArrayLike<number>;
  readonly noise: number;
}

/** Evidence about distinct sets of people: by set its people, and the sum of 1 ÷ noise² of the draws about it. */
export interface Stack {
  readonly people: number;
  readonly sets: readonly Int32Array[];
  readonly weights: readonly number[];
}

/** A list of lists in one flat array: list i stands from `first[i]` to `first[i + 1]`. */
export interface Lists {
  readonly first: Int32Array;
  readonly items: Int32Array;
}

/** Draws about the same people become one, with their weights added. The order of the draws does not matter. */
export function stack(evidence: Iterable<Evidence>, people: number): Stack {
  const named = new Map<number, { set: Int32Array; weight: number }[]>();
  for (const { people: members, noise } of evidence) {
    if (members.length === 0) continue;
    const set = Int32Array.from(members).sort();
    const name = nameOf(set);
    let alike = named.get(name);
    if (!alike) named.set(name, (alike = []));
    const known = alike.find((other) => compare(other.set, set) === 0);
    if (known) known.weight += 1 / noise ** 2;
    else alike.push({ set, weight: 1 / noise ** 2 });
  }
  const all = [...named.values()].flat().sort((a, b) => compare(a.set, b.set));
  return { people, sets: all.map(({ set }) => set), weights: all.map(({ weight }) => weight) };
}

function nameOf(set: Int32Array): number {
  let name = 0x811c9dc5;
  for (const person of set) name = Math.imul(name ^ person, 0x01000193);
  return name;
}

function compare(a: Int32Array, b: Int32Array): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}

/** The same evidence with its sets in another order. */
export const inOrder = ({ people, sets, weights }: Stack, order: readonly number[]): Stack => ({
  people,
  sets: order.map((j) => sets[j]!),
  weights: order.map((j) => weights[j]!),
});

/** The sets of every person, in ascending order. */
export function setsOfPeople({ people, sets }: Stack): Lists {
  const first = new Int32Array(people + 1);
  for (const set of sets) for (const person of set) first[person + 1]! += 1;
  for (let person = 0; person < people; person += 1) first[person + 1]! += first[person]!;
  const items = new Int32Array(first[people]!);
  const next = first.slice();
  for (const [i, set] of sets.entries()) for (const person of set) items[next[person]!++] = i;
  return { first, items };
}
