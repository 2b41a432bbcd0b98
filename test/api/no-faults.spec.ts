import { beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, getNullableType, type GraphQLArgument, isLeafType, isListType, isNonNullType } from 'graphql';
import { type Role } from '../../api/src/access/index.js';
import { buildSchema } from '../../api/src/app/print-schema.js';
import { fieldsOf } from '../../api/src/app/schema/enforce-rules.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { publishMadeUpRelease } from './support/release.js';
import { type Client, everyRole, webOn } from './support/web.js';

let installation: TestInstallation;
let clients: Map<Role, Client>;
beforeAll(async () => {
  installation = await freshInstallation();
  await publishMadeUpRelease(installation.pool('curator'));
  clients = await everyRole(installation, await webOn(installation));
});

/** Texts that somebody might send who means no good, or does not know better. */
const TEXTS = ['2026-Q3', '', "' or 1=1; --", '../../etc', '9'.repeat(400), '\uFFFD\u202E😀', '{}', 'null'];

const NUMBERS = [1, -1, 2_147_483_647, 0, -2_147_483_648];

/** A value for an argument: its text where it takes one, and what is smallest elsewhere; undefined where it may be left out. */
function valueOf({ type, defaultValue }: GraphQLArgument, text: string, whole: number): unknown {
  if (!isNonNullType(type) || defaultValue !== undefined) return undefined;
  if (isListType(getNullableType(type))) return [];
  const { name } = getNamedType(type);
  if (name === 'Int' || name === 'Float') return whole;
  if (name === 'Boolean') return true;
  return text;
}

describe('a question that makes no sense', () => {
  it.each(TEXTS.map((text, place) => [text, NUMBERS[place % NUMBERS.length] ?? 0] as const))(
    'with %j and %d is a question all the same: no door takes it for a fault of its own',
    async (text, whole) => {
      const faults: string[] = [];
      let asked = 0;
      const roots = fieldsOf(await buildSchema()).filter(
        ({ type, field }) => /^(Query|Mutation)$/.test(type.name) && field.name !== 'signOut',
      );
      for (const { type, field } of roots) {
        const given = field.args
          .map((one) => [one, valueOf(one, text, whole)] as const)
          .filter(([, value]) => value !== undefined);
        const declared = given.map(([{ name, type: of }]) => `$${name}: ${String(of)}`).join(', ');
        const passed = given.map(([{ name }]) => `${name}: $${name}`).join(', ');
        const inner = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
        const query = `${type.name.toLowerCase()} ${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} ${inner} }`;
        const variables = Object.fromEntries(given.map(([{ name }, value]) => [name, value]));
        for (const [role, client] of clients) {
          const { status, errors } = await client.ask(query, variables);
          asked += 1;
          if (status >= 500 || errors.some(({ extensions }) => extensions.code === 'FAULT'))
            faults.push(`${role}: ${field.name}`);
        }
      }
      expect(asked).toBeGreaterThan(200);
      expect(faults).toEqual([]);
    },
    120_000,
  );
});
