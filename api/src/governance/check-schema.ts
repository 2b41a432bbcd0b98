import type { Schema } from './settings-schema.js';

/**
 * What is wrong with a document, one sentence each, by place: `demographics[0].values: needs at least 2 entries`.
 * Empty when nothing is. Never repeats what stands in the document.
 */
export function checkSchema(value: unknown, schema: Schema, place = ''): string[] {
  switch (schema.type) {
    case 'object':
      return isObject(value) ? checkObject(value, schema, place) : [wrong(place, 'is an object { … }')];
    case 'array':
      return Array.isArray(value) ? checkArray(value, schema, place) : [wrong(place, 'is a list [ … ]')];
    case 'string':
      return typeof value === 'string' ? checkString(value, schema, place) : [wrong(place, 'is a text')];
    case 'integer':
      return checkInteger(value, schema, place);
    case 'number':
      return checkNumber(value, schema, place);
  }
}

function checkObject(value: Record<string, unknown>, schema: Schema, place: string): string[] {
  const known = schema.properties ?? {};
  const missing = (schema.required ?? []).filter((key) => !(key in value)).map((key) => wrong(join(place, key), 'is missing'));
  const unknown = Object.keys(value)
    .filter((key) => !(key in known))
    .map(() => wrong(place, `has a key that is not known; known are ${Object.keys(known).join(', ')}`));
  const inside = Object.entries(known).flatMap(([key, inner]) =>
    key in value ? checkSchema(value[key], inner, join(place, key)) : [],
  );
  return [...missing, ...new Set(unknown), ...inside];
}

function checkArray(value: unknown[], schema: Schema, place: string): string[] {
  const { items, minItems = 0, maxItems = Infinity } = schema;
  const faults = items ? value.flatMap((item, at) => checkSchema(item, items, `${place}[${at}]`)) : [];
  if (value.length < minItems) faults.push(wrong(place, `needs at least ${minItems} entries`));
  if (value.length > maxItems) faults.push(wrong(place, `has more than ${maxItems} entries`));
  if (schema.uniqueItems && new Set(value).size < value.length) faults.push(wrong(place, 'names something twice'));
  return faults;
}

function checkString(value: string, { minLength = 0, maxLength = Infinity, pattern }: Schema, place: string): string[] {
  if (value.trim().length < minLength) return [wrong(place, 'is empty')];
  if (value.length > maxLength) return [wrong(place, `is longer than ${maxLength} characters`)];
  if (pattern && !new RegExp(pattern, 'u').test(value)) return [wrong(place, `has the form ${pattern}`)];
  return [];
}

function checkInteger(value: unknown, { minimum = -Infinity, maximum = Infinity }: Schema, place: string): string[] {
  if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum) return [];
  return [wrong(place, `is a whole number from ${minimum} to ${maximum}`)];
}

function checkNumber(value: unknown, { minimum = -Infinity, maximum = Infinity }: Schema, place: string): string[] {
  if (typeof value === 'number' && value >= minimum && value <= maximum) return [];
  return [wrong(place, `is a number from ${minimum} to ${maximum}`)];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const join = (place: string, key: string): string => (place ? `${place}.${key}` : key);
const wrong = (place: string, what: string): string => `${place || 'the document'} ${what}`;
