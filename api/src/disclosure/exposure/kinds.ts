import { setsOfPeople, type Lists, type Stack } from './stack.js';

/** People by the sets that they are in: nothing tells those of one kind apart, so that one of them stands for all. */
export interface Kinds {
  /** The same evidence about kinds. */
  readonly stack: Stack;
  /** How many people each kind has. */
  readonly sizes: Float64Array;
  readonly kindOf: Int32Array;
}

export function kindsOf(evidence: Stack): Kinds {
  const setsOf = setsOfPeople(evidence);
  const { kindOf, first } = told(setsOf, evidence.people);
  const sizes = new Float64Array(first.length);
  for (const kind of kindOf) sizes[kind]! += 1;
  const sets = evidence.sets.map((set) =>
    set.filter((person) => first[kindOf[person]!] === person).map((person) => kindOf[person]!),
  );
  return { stack: { people: first.length, sets, weights: evidence.weights }, sizes, kindOf };
}

/** The kind of each person, numbered by the first one of it. */
function told(setsOf: Lists, people: number): { kindOf: Int32Array; first: readonly number[] } {
  const kindOf = new Int32Array(people);
  const first: number[] = [];
  const alike = new Map<number, number[]>();
  for (let person = 0; person < people; person += 1) {
    const name = nameOf(setsOf, person);
    let kinds = alike.get(name);
    if (!kinds) alike.set(name, (kinds = []));
    let kind = kinds.find((other) => same(setsOf, first[other]!, person));
    if (kind === undefined) {
      kind = first.push(person) - 1;
      kinds.push(kind);
    }
    kindOf[person] = kind;
  }
  return { kindOf, first };
}

function nameOf({ first, items }: Lists, person: number): number {
  let name = 0x811c9dc5;
  for (let at = first[person]!; at < first[person + 1]!; at += 1) name = Math.imul(name ^ items[at]!, 0x01000193);
  return name;
}

function same({ first, items }: Lists, one: number, other: number): boolean {
  const length = first[one + 1]! - first[one]!;
  if (length !== first[other + 1]! - first[other]!) return false;
  for (let i = 0; i < length; i += 1) if (items[first[one]! + i] !== items[first[other]! + i]) return false;
  return true;
}
