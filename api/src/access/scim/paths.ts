/** The schemas of RFC 7643 that are spoken here. */
export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** A resource, or a part of one, as it comes and goes. */
export type Attributes = Record<string, unknown>;

/** The steps to an attribute, from the resource down; the extension is a step of its own. */
export type Steps = readonly string[];

/** What a client sent cannot be understood, or asks for what is not done; `scimType` as RFC 7644 has it. */
export class ScimProblem extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly scimType?: string,
  ) {
    super(message);
    this.name = 'ScimProblem';
  }
}

/** The steps of a name such as `userName`, `name.familyName` or `urn:…:User:employeeNumber`. */
export function stepsOf(name: string): Steps {
  for (const schema of [ENTERPRISE, USER, GROUP]) {
    if (!name.toLowerCase().startsWith(schema.toLowerCase())) continue;
    const rest = name.slice(schema.length).replace(/^[:.]/, '');
    const inner = rest === '' ? [] : rest.split('.');
    return schema === ENTERPRISE ? [ENTERPRISE, ...inner] : inner;
  }
  if (/^[a-z$][\w$-]*(\.[a-z$][\w$-]*)?$/i.test(name)) return name.split('.');
  throw new ScimProblem(400, 'The path names no attribute.', 'invalidPath');
}

/** The own key of an object that a name means: names of attributes differ in case only by accident. */
export function keyOf(part: Attributes, name: string): string {
  return Object.keys(part).find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;
}

/** Every value at the end of the steps; a list counts for each of its elements, an element of a list by its `value`. */
export function valuesAt(resource: unknown, steps: Steps): unknown[] {
  const parts = Array.isArray(resource) ? (resource as unknown[]) : [resource];
  const [name, ...further] = steps;
  if (name === undefined) return parts.map((part) => (isAttributes(part) && 'value' in part ? part.value : part));
  return parts.flatMap((part) => {
    if (!isAttributes(part)) return [];
    const found = part[keyOf(part, name)];
    return found === undefined || found === null ? [] : valuesAt(found, further);
  });
}

/** Whether something is an object with attributes. */
export const isAttributes = (value: unknown): value is Attributes =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
