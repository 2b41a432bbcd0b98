import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Role } from '../../api/src/access/index.js';
import { buildSchema } from '../../api/src/app/print-schema.js';
import { fieldsOf } from '../../api/src/app/schema/enforce-rules.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { publishMadeUpRelease } from './support/release.js';
import { neededArguments, sampleOf, selectionOf } from './support/samples.js';
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
        const given = neededArguments(field).map((one) => [one, sampleOf(one.type, { text, whole })] as const);
        const declared = given.map(([{ name, type: of }]) => `$${name}: ${String(of)}`).join(', ');
        const passed = given.map(([{ name }]) => `${name}: $${name}`).join(', ');
        const query = `${type.name.toLowerCase()} ${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} ${selectionOf(field)} }`;
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
