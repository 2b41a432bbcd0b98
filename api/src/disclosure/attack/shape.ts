import type { Findings } from './report.js';

/** Holds a parsed JSON value against a shape; everything that does not fit is a finding. */
export type Shape = (value: unknown, where: string, findings: Findings) => boolean;

type Fields = Readonly<Record<string, Shape>>;

const RULE = 'form';

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value that passes a test. The evidence names what was expected and never repeats what stood there. */
export const that =
  (expected: string, test: (value: unknown) => boolean): Shape =>
  (value, where, findings) =>
    findings.expect(test(value), RULE, where, `is not ${expected}`);

export const text = that('a text', (value) => typeof value === 'string');
export const truth = that('true or false', (value) => typeof value === 'boolean');
export const number = that('a finite number', (value) => typeof value === 'number' && Number.isFinite(value));
export const texts = (): Shape => list(text);
export const oneOf = (...allowed: readonly unknown[]): Shape =>
  that(`one of ${allowed.join(', ')}`, (value) => allowed.includes(value));
export const matching = (expected: string, pattern: RegExp): Shape =>
  that(expected, (value) => typeof value === 'string' && pattern.test(value));

export const list =
  (item: Shape): Shape =>
  (value, where, findings) => {
    if (!findings.expect(Array.isArray(value), RULE, where, 'is not a list')) return false;
    return all(value as unknown[], (entry, i) => item(entry, `${where}[${i}]`, findings));
  };

/** Any keys, in code-unit order, each with the same shape. */
export const record =
  (item: Shape): Shape =>
  (value, where, findings) => {
    if (!keyed(value, where, findings)) return false;
    return all(Object.entries(value), ([key, entry]) => item(entry, `${where}.${key}`, findings));
  };

/** Exactly these keys, in code-unit order; the optional ones may be missing. */
export const object =
  (required: Fields, optional: Fields = {}): Shape =>
  (value, where, findings) => {
    if (!keyed(value, where, findings)) return false;
    const known = all(Object.keys(value), (key) =>
      findings.expect(key in required || key in optional, RULE, where, `has the key ${key}, which is not in the format`),
    );
    const complete = all(
      Object.entries(required),
      ([key, shape]) =>
        findings.expect(Object.hasOwn(value, key), RULE, where, `lacks the key ${key}`) &&
        shape(value[key], `${where}.${key}`, findings),
    );
    const rest = all(
      Object.entries(optional),
      ([key, shape]) => !Object.hasOwn(value, key) || shape(value[key], `${where}.${key}`, findings),
    );
    return known && complete && rest;
  };

/** The shape that goes with the value of one key. */
export const choice =
  (key: string, shapes: Fields): Shape =>
  (value, where, findings) => {
    const shape = isRecord(value) && typeof value[key] === 'string' ? shapes[value[key]] : undefined;
    if (shape) return shape(value, where, findings);
    findings.add(RULE, where, `${key} is not one of ${Object.keys(shapes).join(', ')}`);
    return false;
  };

function keyed(value: unknown, where: string, findings: Findings): value is Record<string, unknown> {
  if (!findings.expect(isRecord(value), RULE, where, 'is not an object')) return false;
  const keys = Object.keys(value as object);
  const sorted = keys.every((key, i) => i === 0 || isIndex(key) || keys[i - 1]! < key);
  findings.expect(sorted, RULE, where, 'has its keys in another order than the canonical one');
  return true;
}

/** A parser puts keys that look like array indices first, whatever the order in the file. */
const isIndex = (key: string): boolean => /^(0|[1-9]\d*)$/.test(key);

function all<Item>(items: readonly Item[], test: (item: Item, i: number) => boolean): boolean {
  // Not `every`, which stops at the first, nor `forEach`, which skips holes.
  let passed = 0;
  for (let i = 0; i < items.length; i += 1) if (test(items[i] as Item, i)) passed += 1;
  return passed === items.length;
}
