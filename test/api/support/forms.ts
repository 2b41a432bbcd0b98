import type { Role } from '../../../api/src/access/index.js';
import { reachOf } from '../../../api/src/access/index.js';
import { buildSchema } from '../../../api/src/app/print-schema.js';
import { fieldsOf, permissionOf } from '../../../api/src/app/schema/enforce-rules.js';
import { EVERYBODY, type World } from './attackers.js';
import { argumentsOf, selectionOf } from './samples.js';

const SAMPLE = { text: '2026-Q3', whole: 1 };

/** A field that the table forbids to somebody, asked for in every form that the language has for it. */
export interface Forbidden {
  readonly role: Role | null;
  readonly field: string;
  readonly forms: readonly string[];
}

/** Every query and mutation beside everybody who may not ask for it. */
export async function everyForbidden(): Promise<Forbidden[]> {
  return fieldsOf(await buildSchema())
    .filter(({ type: { name } }) => /^(Query|Mutation)$/.test(name))
    .flatMap(({ type, field }) => {
      const permission = permissionOf(field);
      const forms = formsOf(type.name, `${field.name}${argumentsOf(field, SAMPLE)}`, selectionOf(field));
      return EVERYBODY.filter((role) => !permission || reachOf(role, permission) === null).map((role) => ({
        role,
        field: field.name,
        forms,
      }));
    });
}

function formsOf(type: string, call: string, inner: string): string[] {
  const kind = type.toLowerCase();
  return [
    `${kind} { ${call} ${inner} }`,
    `${kind} { harmless: ${call} ${inner} }`,
    `${kind} { ...f } fragment f on ${type} { ${call} ${inner} }`,
    `${kind} { ... { ... on ${type} { x: ${call} ${inner} } } }`,
    `${kind} ($yes: Boolean = true) { ${call} @include(if: $yes) @skip(if: false) ${inner} }`,
    ...(kind === 'query' ? [`{ viewer { email } __typename ${call} ${inner} b: ${call} ${inner} }`] : []),
  ];
}

/** Whether somebody hears anything at all of what is forbidden, or another refusal than everybody's. */
export async function isReached({ attackers }: World, role: Role | null, query: string): Promise<boolean> {
  const answer = await attackers.get(role)?.ask(query);
  const heard = Object.entries(answer?.data ?? {}).filter(([key, value]) => value !== null && !/^(viewer|__typename)$/.test(key));
  return heard.length > 0 || answer?.errors[0]?.extensions.code !== 'NOT_FOUND';
}
