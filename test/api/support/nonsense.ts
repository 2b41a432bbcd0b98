import { reachOf, type Role, ROLES } from '../../../api/src/access/index.js';
import { buildSchema } from '../../../api/src/app/print-schema.js';
import { fieldsOf, permissionOf } from '../../../api/src/app/schema/enforce-rules.js';
import { neededArguments, sampleOf, selectionOf } from './samples.js';
import type { Client } from './web.js';

/** Texts that somebody might send who means no good, or does not know better. */
const TEXTS = ['2026-Q3', '', "' or 1=1; --", '../../etc', '9'.repeat(400), '\uFFFD\u202E😀', '{}', 'null'];

const NUMBERS = [1, -1, 2_147_483_647, 0, -2_147_483_648];

/** A text and a whole number that go wherever an argument takes one. */
export type Nonsense = readonly [text: string, whole: number];

export const NONSENSE: readonly Nonsense[] = TEXTS.map((text, place) => [text, NUMBERS[place % NUMBERS.length] ?? 0]);

/** A door of the schema, and who gets as far as what stands behind it. */
export interface Door {
  readonly name: string;
  readonly allowed: readonly Role[];
  readonly refused: readonly Role[];
  question(nonsense: Nonsense): { readonly query: string; readonly variables: Record<string, unknown> };
}

/** Every query and mutation but the one that would end the session that asks. */
export async function doors(): Promise<Door[]> {
  return fieldsOf(await buildSchema())
    .filter(({ type, field }) => /^(Query|Mutation)$/.test(type.name) && field.name !== 'signOut')
    .map(({ type, field }) => {
      const permission = permissionOf(field);
      const isAllowed = (role: Role): boolean => permission !== undefined && reachOf(role, permission) !== null;
      return {
        name: field.name,
        allowed: ROLES.filter(isAllowed),
        refused: ROLES.filter((role) => !isAllowed(role)),
        question: ([text, whole]) => {
          const given = neededArguments(field).map((one) => [one, sampleOf(one.type, { text, whole })] as const);
          const declared = given.map(([{ name, type: of }]) => `$${name}: ${String(of)}`).join(', ');
          const passed = given.map(([{ name }]) => `${name}: $${name}`).join(', ');
          return {
            query: `${type.name.toLowerCase()} ${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} ${selectionOf(field)} }`,
            variables: Object.fromEntries(given.map(([{ name }, value]) => [name, value])),
          };
        },
      };
    });
}

/** Whether the door takes the question for a fault of its own. */
export async function isFaultOf(door: Door, client: Client, nonsense: Nonsense): Promise<boolean> {
  const { query, variables } = door.question(nonsense);
  const { status, errors } = await client.ask(query, variables);
  return status >= 500 || errors.some(({ extensions }) => extensions.code === 'FAULT');
}
