import { type Attributes, ScimProblem, type Steps, stepsOf, valuesAt } from './paths.js';

/** Whether a resource, or an element of a list, is meant. */
export type Filter = (resource: Attributes) => boolean;

/** A filter that asks for one value of one attribute can be looked up instead of tried on everything. */
export interface Parsed {
  readonly matches: Filter;
  readonly equals?: { readonly attribute: string; readonly value: string };
}

type Literal = string | number | boolean | null;
/** How two texts are made alike before they are compared. */
type Fold = (text: string) => string;
type Compare = (found: unknown, asked: Literal, fold: Fold) => boolean;

const MOST_WORDS = 200;
const WORD = /\s*("(?:[^"\\]|\\.)*"|[()[\]]|[^\s()[\]"]+)/y;

/**
 * Reads a filter of RFC 7644, section 3.4.2.2.
 *
 * @throws ScimProblem `invalidFilter`, which quotes nothing.
 */
export function parseFilter(text: string): Parsed {
  const reader = new Reader(wordsOf(text));
  const matches = reader.or();
  if (!reader.ended) throw invalid();
  const [, attribute, value] = /^\s*([\w.:-]+)\s+eq\s+("(?:[^"\\]|\\.)*")\s*$/i.exec(text) ?? [];
  if (attribute === undefined || value === undefined) return { matches };
  return { matches, equals: { attribute: stepsOf(attribute).join('.'), value: JSON.parse(value) as string } };
}

function wordsOf(text: string): string[] {
  const words: string[] = [];
  WORD.lastIndex = 0;
  for (let end = 0; end < text.trimEnd().length; end = WORD.lastIndex) {
    const word = WORD.exec(text)?.[1];
    if (word === undefined || words.length >= MOST_WORDS) throw invalid();
    words.push(word);
  }
  return words;
}

/** `or` binds looser than `and`, which binds looser than `not (…)`, brackets and comparisons. */
class Reader {
  private at = 0;
  private depth = 0;
  private inBrackets = false;

  constructor(private readonly words: readonly string[]) {}

  get ended(): boolean {
    return this.at === this.words.length;
  }

  or(): Filter {
    const parts = [this.and()];
    while (this.takes('or')) parts.push(this.and());
    return (resource) => parts.some((part) => part(resource));
  }

  private and(): Filter {
    const parts = [this.one()];
    while (this.takes('and')) parts.push(this.one());
    return (resource) => parts.every((part) => part(resource));
  }

  private one(): Filter {
    if (this.takes('not')) {
      this.expect('(');
      const inner = this.inside(')');
      return (resource) => !inner(resource);
    }
    return this.takes('(') ? this.inside(')') : this.comparison();
  }

  private inside(end: string): Filter {
    // Each opening bracket is a call deeper, and whoever sends a thousand of them means no filter.
    if ((this.depth += 1) > 20) throw invalid();
    const inner = this.or();
    this.expect(end);
    this.depth -= 1;
    return inner;
  }

  private comparison(): Filter {
    const steps = stepsIn(this.next());
    if (this.takes('[')) {
      if (this.inBrackets) throw invalid();
      this.inBrackets = true;
      const inner = this.inside(']');
      this.inBrackets = false;
      return (resource) => elementsAt(resource, steps).some(inner);
    }
    const operator = this.next().toLowerCase();
    if (operator === 'pr') return (resource) => valuesAt(resource, steps).some(isPresent);
    const compare = COMPARISONS[operator];
    if (!compare) throw invalid();
    const asked = literal(this.next());
    if (!fits(operator, asked)) throw invalid();
    const fold = foldOf(steps);
    const holds = (found: unknown): boolean => compare(found, asked, fold);
    if (operator === 'ne') return (resource) => !valuesAt(resource, steps).some(holds);
    return (resource) => valuesAt(resource, steps).some(holds);
  }

  private next(): string {
    const word = this.words[this.at];
    if (word === undefined) throw invalid();
    this.at += 1;
    return word;
  }

  private takes(word: string): boolean {
    if (this.words[this.at]?.toLowerCase() !== word) return false;
    this.at += 1;
    return true;
  }

  private expect(word: string): void {
    if (!this.takes(word)) throw invalid();
  }
}

/** Attributes of which RFC 7643 says that case matters; in all others it does not. */
const EXACT = ['id', 'externalid', 'version', 'location', 'resourcetype', '$ref', 'schemas'];

const foldOf = (steps: Steps): Fold =>
  EXACT.includes(steps.at(-1)?.toLowerCase() ?? '') ? (text) => text : (text) => text.toLowerCase();

/** Whether an operator can be asked about such a value: what is true or false is not more than anything, nor a part of it. */
function fits(operator: string, asked: Literal): boolean {
  if (operator === 'eq' || operator === 'ne') return true;
  return typeof asked === 'string' || (typeof asked === 'number' && /^[gl][te]$/.test(operator));
}

const equal: Compare = (found, asked, fold) =>
  typeof found === 'string' && typeof asked === 'string' ? fold(found) === fold(asked) : found === asked;
const texts =
  (holds: (found: string, asked: string) => boolean): Compare =>
  (found, asked, fold) =>
    typeof found === 'string' && typeof asked === 'string' && holds(fold(found), fold(asked));
const ordered =
  (holds: (order: number) => boolean): Compare =>
  (found, asked, fold) => {
    if (typeof found === 'number' && typeof asked === 'number') return holds(found - asked);
    if (typeof found !== 'string' || typeof asked !== 'string') return false;
    const moments = [found, asked].map((one) => (/^\d{4}-\d\d-\d\dT/.test(one) ? Date.parse(one) : NaN));
    const [one = NaN, other = NaN] = moments;
    return holds(Number.isNaN(one) || Number.isNaN(other) ? textOrder(fold(found), fold(asked)) : one - other);
  };

const textOrder = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const COMPARISONS: Readonly<Record<string, Compare>> = {
  eq: equal,
  ne: equal,
  co: texts((found, asked) => found.includes(asked)),
  sw: texts((found, asked) => found.startsWith(asked)),
  ew: texts((found, asked) => found.endsWith(asked)),
  gt: ordered((order) => order > 0),
  ge: ordered((order) => order >= 0),
  lt: ordered((order) => order < 0),
  le: ordered((order) => order <= 0),
};

const isPresent = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

/** The elements of a list as they stand, for a filter in brackets. */
function elementsAt(resource: Attributes, steps: Steps): Attributes[] {
  const wrapped = valuesAt({ list: resource }, ['list']).flatMap((part) => listAt(part, steps));
  return wrapped.filter((one): one is Attributes => typeof one === 'object' && one !== null);
}

function listAt(part: unknown, steps: Steps): unknown[] {
  let found: unknown = part;
  for (const name of steps) {
    if (typeof found !== 'object' || found === null) return [];
    const holder = found as Attributes;
    found = holder[Object.keys(holder).find((key) => key.toLowerCase() === name.toLowerCase()) ?? name];
  }
  return Array.isArray(found) ? (found as unknown[]) : found === undefined ? [] : [found];
}

function stepsIn(word: string): Steps {
  try {
    return stepsOf(word);
  } catch {
    throw invalid();
  }
}

function literal(word: string): Literal {
  try {
    const value = JSON.parse(
      word.toLowerCase() === 'true' || word.toLowerCase() === 'false' ? word.toLowerCase() : word,
    ) as unknown;
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value as Literal;
  } catch {
    // said below
  }
  throw invalid();
}

const invalid = (): ScimProblem => new ScimProblem(400, 'The filter cannot be understood.', 'invalidFilter');
