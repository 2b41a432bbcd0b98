import { type Parsed, parseFilter } from './filter.js';
import { type Attributes, isAttributes, keyOf, ScimProblem, stepsOf } from './paths.js';

/** One of the operations of RFC 7644, section 3.5.2. */
export interface Operation {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path?: string;
  readonly value?: unknown;
}

const MOST_OPERATIONS = 1000;
const SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** The operations of a request. @throws ScimProblem on what is none. */
export function operationsOf(body: unknown): Operation[] {
  const { schemas, Operations: list } = isAttributes(body) ? body : ({} as Attributes);
  if (!Array.isArray(schemas) || !schemas.includes(SCHEMA)) throw syntax('A change needs the schema of a patch.');
  if (!Array.isArray(list) || list.length === 0 || list.length > MOST_OPERATIONS) throw syntax('A change needs operations.');
  return list.map(operationOf);
}

function operationOf(one: unknown): Operation {
  const { op: verb, path, value } = isAttributes(one) ? one : ({} as Attributes);
  const op = typeof verb === 'string' ? verb.toLowerCase() : '';
  if (!isVerb(op)) throw syntax('An operation is add, replace or remove.');
  if (path !== undefined && typeof path !== 'string') throw new ScimProblem(400, 'A path is a text.', 'invalidPath');
  checkWhole(op, path, value);
  return { op, ...(path === undefined ? {} : { path }), ...(value === undefined ? {} : { value }) };
}

const isVerb = (op: string): op is Operation['op'] => ['add', 'replace', 'remove'].includes(op);

function checkWhole(op: Operation['op'], path: string | undefined, value: unknown): void {
  if (op === 'remove' && path === undefined) throw new ScimProblem(400, 'What is removed needs a path.', 'noTarget');
  if (op !== 'remove' && value === undefined) throw new ScimProblem(400, 'The operation has no value.', 'invalidValue');
}

/** The resource after all operations, in their order; the one before is left alone. */
export function patched(resource: Attributes, operations: readonly Operation[]): Attributes {
  const result = structuredClone(resource);
  for (const operation of operations) apply(result, operation);
  return result;
}

function apply(resource: Attributes, { op, path, value }: Operation): void {
  if (path !== undefined) return applyAt(resource, targetOf(path), { op, value });
  if (!isAttributes(value)) throw new ScimProblem(400, 'Without a path the value is an object.', 'invalidValue');
  for (const [name, inner] of Object.entries(value))
    applyAt(resource, { steps: stepsOf(name), filter: null, sub: null }, { op, value: inner });
}

interface Target {
  readonly steps: readonly string[];
  /** Which elements of the list are meant; null is the attribute itself. */
  readonly filter: Parsed | null;
  /** Of those elements, which part. */
  readonly sub: string | null;
}

function targetOf(path: string): Target {
  const [, list, filter, sub = null] = /^([^[\]]+)\[(.+)\](?:\.([\w$-]+))?$/.exec(path) ?? [];
  if (list === undefined || filter === undefined) return { steps: stepsOf(path), filter: null, sub: null };
  return { steps: stepsOf(list), filter: parseFilter(filter), sub };
}

interface Change {
  readonly op: Operation['op'];
  readonly value: unknown;
}

function applyAt(resource: Attributes, { steps, filter, sub }: Target, change: Change): void {
  const last = steps.at(-1);
  if (last === undefined) return apply(resource, { op: change.op, value: change.value });
  const holder = holderOf(resource, steps.slice(0, -1), change.op !== 'remove');
  if (!holder) return;
  const key = keyOf(holder, last);
  if (filter) return applyToElements(holder, key, { filter, sub }, change);
  if (change.op === 'remove') {
    holder[key] = without(holder[key], change.value);
    if (holder[key] === undefined) Reflect.deleteProperty(holder, key);
  } else holder[key] = change.op === 'add' ? added(holder[key], change.value) : merged(holder[key], change.value);
}

function holderOf(resource: Attributes, steps: readonly string[], make: boolean): Attributes | null {
  let holder = resource;
  for (const name of steps) {
    const key = keyOf(holder, name);
    if (Array.isArray(holder[key])) throw new ScimProblem(400, 'A part of a list needs a filter.', 'invalidPath');
    if (!isAttributes(holder[key])) {
      if (!make) return null;
      holder[key] = {};
    }
    holder = holder[key] as Attributes;
  }
  return holder;
}

function applyToElements(
  holder: Attributes,
  key: string,
  { filter, sub }: { readonly filter: Parsed; readonly sub: string | null },
  { op, value }: Change,
): void {
  const list = Array.isArray(holder[key]) ? (holder[key] as unknown[]) : [];
  const meant = list.filter((one): one is Attributes => isAttributes(one) && filter.matches(one));
  if (meant.length === 0) {
    if (op === 'remove') return;
    if (op === 'replace' || !filter.equals) throw new ScimProblem(400, 'The path leads to nothing.', 'noTarget');
    // The work address of somebody who had none is one of type work.
    const begun: Attributes = { [filter.equals.attribute]: filter.equals.value };
    holder[key] = [...list, begun];
    meant.push(begun);
  }
  if (op === 'remove' && sub === null) {
    holder[key] = list.filter((one) => !meant.includes(one as Attributes));
    if ((holder[key] as unknown[]).length === 0) Reflect.deleteProperty(holder, key);
    return;
  }
  for (const one of meant) changeElement(one, sub, { op, value });
}

function changeElement(one: Attributes, sub: string | null, { op, value }: Change): void {
  if (sub === null) {
    if (isAttributes(value)) Object.assign(one, value);
    return;
  }
  const key = keyOf(one, sub);
  if (op === 'remove') Reflect.deleteProperty(one, key);
  else one[key] = value;
}

/** A list grows by what is not in it yet; an object takes over what is said; anything else is replaced. */
function added(found: unknown, value: unknown): unknown {
  if (!Array.isArray(found)) return merged(found, value);
  const news = (Array.isArray(value) ? (value as unknown[]) : [value]).filter(
    (one) => !found.some((there) => sameElement(there, one)),
  );
  return [...(found as unknown[]), ...news];
}

const merged = (found: unknown, value: unknown): unknown =>
  isAttributes(found) && isAttributes(value) ? { ...found, ...value } : value;

/** Some directories name the elements to be removed in the value, instead of in the path. */
function without(found: unknown, value: unknown): unknown {
  if (!Array.isArray(found) || value === undefined) return undefined;
  const gone = Array.isArray(value) ? (value as unknown[]) : [value];
  const left = (found as unknown[]).filter((there) => !gone.some((one) => sameElement(there, one)));
  return left.length > 0 ? left : undefined;
}

function sameElement(one: unknown, other: unknown): boolean {
  if (isAttributes(one) && isAttributes(other) && one.value !== undefined) return one.value === other.value;
  return JSON.stringify(one) === JSON.stringify(other);
}

const syntax = (message: string): ScimProblem => new ScimProblem(400, message, 'invalidSyntax');
