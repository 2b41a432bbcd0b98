import { MOST_RESULTS } from './descriptions.js';
import { type Attributes, isAttributes, ScimProblem, type Steps, stepsOf, valuesAt } from './paths.js';

/** What is asked of a list. */
export interface Question {
  readonly filter?: string;
  readonly sort?: Sort;
  /** Counted from 1. */
  readonly startIndex: number;
  readonly count: number;
}

interface Sort {
  readonly by: Steps;
  readonly descending: boolean;
}

const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

/** The question of an address, or of the body of a search; every word of it is followed or refused. */
export function questionOf({ filter, sortBy, sortOrder, startIndex, count }: Attributes): Question {
  if (filter !== undefined && typeof filter !== 'string') throw new ScimProblem(400, 'One filter, please.', 'invalidFilter');
  return {
    ...(filter === undefined ? {} : { filter }),
    ...(sortBy === undefined ? {} : { sort: sortOf(sortBy, sortOrder) }),
    startIndex: wholeNumber(startIndex, 1),
    count: Math.min(wholeNumber(count, MOST_RESULTS), MOST_RESULTS),
  };
}

/** The body of `POST /Users/.search` (RFC 7644, section 3.4.3). @throws ScimProblem on what is none. */
export function searchOf(body: unknown): Attributes {
  if (isAttributes(body) && Array.isArray(body.schemas) && body.schemas.includes(SEARCH)) return body;
  throw new ScimProblem(400, 'A search needs its schema.', 'invalidSyntax');
}

function sortOf(by: unknown, order: unknown = 'ascending'): Sort {
  if (typeof by !== 'string') throw new ScimProblem(400, 'sortBy names one attribute.', 'invalidPath');
  if (order !== 'ascending' && order !== 'descending')
    throw new ScimProblem(400, 'sortOrder is ascending or descending.', 'invalidValue');
  return { by: stepsOf(by), descending: order === 'descending' };
}

/** In the order that RFC 7644, section 3.4.2.3, has: without regard to case, and what has no value last, or first when descending. */
export function sorted(resources: readonly Attributes[], sort: Sort | undefined): readonly Attributes[] {
  if (!sort) return resources;
  const keyed = resources.map((resource) => ({ resource, key: keyIn(resource, sort.by) }));
  keyed.sort((one, other) => (sort.descending ? -1 : 1) * compare(one.key, other.key));
  return keyed.map(({ resource }) => resource);
}

function keyIn(resource: Attributes, by: Steps): string | null {
  const [value] = valuesAt(resource, by).filter((one) => typeof one === 'string' || typeof one === 'boolean');
  return value === undefined ? null : String(value).toLowerCase();
}

function compare(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}

function wholeNumber(said: unknown, otherwise: number): number {
  const number = said === undefined ? otherwise : typeof said === 'string' && said.trim() !== '' ? Number(said) : said;
  if (Number.isInteger(number)) return number as number;
  throw new ScimProblem(400, 'startIndex and count are whole numbers.', 'invalidValue');
}
