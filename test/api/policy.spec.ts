import { beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import type { GraphQLField, GraphQLSchema } from 'graphql';
import fs from 'node:fs';
import path from 'node:path';
import {
  COMMANDS,
  commandRule,
  operatorMay,
  type Permission,
  POLICY,
  type PolicyRule,
  purposeOf,
  PURPOSES,
  type Role,
  ROLES,
  ruleOf,
  type Viewer,
} from '../../api/src/access/index.js';
import { CONTROLLERS } from '../../api/src/app/app.module.js';
import type { RequestContext } from '../../api/src/app/http/request-context.js';
import { buildSchema } from '../../api/src/app/print-schema.js';
import { Doors, routesOf } from '../../api/src/app/schema/doors.js';
import { enforceRules, fieldsOf, permissionOf } from '../../api/src/app/schema/enforce-rules.js';
import { MEASURES } from '../../api/src/measures/index.js';
import { buildProgram } from '../../api/src/cli/program.js';
import { ROOT } from '../support/run-tool.js';

/** Written with `UPDATE_ACCESS=1`; what stands here was read by somebody before it was committed. */
const EXPECTED = path.join(ROOT, 'test/api/access.expected.txt');

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = enforceRules(await buildSchema());
});

const rowOf = ({ verb, resource }: Permission): string => `${verb} ${resource}`;

/** Measures come and go without a line here: what holds of one of them holds of all. */
const MEASURE = '(measure)';
const measureNames = new Map(
  MEASURES.flatMap(({ key, field }) => {
    const prefix = key
      .split('_')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('');
    const types = ['Table', 'Cell', 'Values'].map((end) => [`${prefix}${end}`, `${MEASURE}${end}`] as const);
    return [...types, [`Query.${field}`, `Query.${MEASURE}`] as const];
  }),
);

/** How the committed table calls a field. */
function fieldName(type: string, field: string): string {
  const known = measureNames.get(`${type}.${field}`) ?? measureNames.get(type);
  if (!known) return `${type}.${field}`;
  if (known.startsWith('Query.')) return known;
  return known.endsWith('Values') ? `${known}.*` : `${known}.${field}`;
}

/** One line for each row of the table, and one for each field, route and command with the row that decides it. */
function wholeTable(): string[] {
  const rows = POLICY.flatMap((rule: PolicyRule & Permission) => [
    ...ROLES.map((role) => `${rowOf(rule)} | ${role}: ${rule.roles[role] ?? 'none'} (${purposeOf(role, rule) ?? '-'})`),
    `${rowOf(rule)} | signed out: ${rule.signedOut ? 'yes' : 'none'}; operator: ${rule.operator ? 'yes' : 'none'}`,
  ]);
  const fields = fieldsOf(schema).map(
    ({ type, field }) => `${fieldName(type.name, field.name)} | ${rowOf(permissionOf(field)!)}`,
  );
  const routes = CONTROLLERS.flatMap(routesOf).map(({ name, permission }) => `${name} | ${rowOf(permission!)}`);
  const commands = Object.entries(COMMANDS).map(([words, rule]) => `overstory ${words} | ${rowOf(rule)}`);
  return [...rows, ...[...new Set(fields)].sort(), ...routes.sort(), ...commands.sort()];
}

/** What the committed table says of a row: which parties may, and which purposes they have. */
function committed(): { may: (row: string, role: Role | null) => boolean; rowOfField: (name: string) => string | undefined } {
  const lines = fs.readFileSync(EXPECTED, 'utf8').trim().split('\n');
  const said = new Map(lines.map((line) => line.split(/ \| (.*)/s).slice(0, 2) as [string, string]));
  const mayOf = (row: string, role: Role | null): boolean =>
    role === null
      ? lines.some((line) => line.startsWith(`${row} | signed out: yes`))
      : !lines.some((line) => line.startsWith(`${row} | ${role}: none`));
  // Asked for every field, and there are more fields than rows.
  const known = new Map<string, boolean>();
  return {
    may: (row, role) => {
      const key = `${row} | ${role ?? ''}`;
      const answer = known.get(key) ?? mayOf(row, role);
      known.set(key, answer);
      return answer;
    },
    rowOfField: (name) => said.get(name),
  };
}

const PARTIES: readonly (Role | null)[] = [null, ...ROLES];

const viewerAs = (role: Role, previewedBy?: Role): Viewer => ({
  accountId: '00000000-0000-0000-0000-000000000000',
  email: 'somebody@example.org',
  role,
  scope: null,
  mustChangePassword: false,
  ...(previewedBy ? { previewedBy } : {}),
});

/** Asks the guarded field itself, with nothing behind it: whether whoever asks is let through to its resolver. */
async function opens(field: GraphQLField<unknown, RequestContext>, viewer: Viewer | null): Promise<'open' | 'denied and noted'> {
  const noted: string[] = [];
  const context = {
    viewer,
    noteDenial: (what: string): Promise<void> => Promise.resolve(void noted.push(what)),
  } as unknown as RequestContext;
  try {
    await field.resolve?.({}, {}, context, { parentType: { name: '' } } as never);
  } catch (error) {
    const { extensions } = error as { extensions?: { code?: string } };
    // Behind an open door there is no server here: any other fault comes from the resolver.
    if (extensions?.code !== 'NOT_FOUND') return 'open';
    expect(noted).toHaveLength(1);
    return 'denied and noted';
  }
  return 'open';
}

describe('the policy table', () => {
  it('is the committed one, field by field', () => {
    const found = wholeTable();
    if (process.env.UPDATE_ACCESS) fs.writeFileSync(EXPECTED, `${found.join('\n')}\n`);
    expect(found.length).toBeGreaterThan(300);
    expect(found).toEqual(fs.readFileSync(EXPECTED, 'utf8').trim().split('\n'));
  });

  it('decides for every role and every field of the schema', async () => {
    const table = committed();
    const disagreements: string[] = [];
    let asked = 0;
    for (const { type, field } of fieldsOf(schema)) {
      const row = table.rowOfField(fieldName(type.name, field.name)) ?? 'nothing';
      for (const role of PARTIES) {
        const due = table.may(row, role) ? 'open' : 'denied and noted';
        asked += 1;
        if ((await opens(field, role && viewerAs(role))) !== due)
          disagreements.push(`${role ?? 'signed out'} ${type.name}.${field.name}`);
      }
    }
    expect(asked).toBe(fieldsOf(schema).length * PARTIES.length);
    expect(asked).toBeGreaterThan(1500);
    expect(disagreements).toEqual([]);
  });

  it('decides for every pair of roles, of which one looks with the other one’s eyes', async () => {
    const table = committed();
    const wrong: string[] = [];
    const rows = new Set<string>();
    for (const [place, { type, field }] of fieldsOf(schema).entries()) {
      const row = table.rowOfField(fieldName(type.name, field.name)) ?? 'nothing';
      // All pairs at the first field of a row, and at every other field each own role beside one other, in turns.
      const isFirst = !rows.has(row);
      rows.add(row);
      for (const [turn, own] of ROLES.entries())
        for (const role of isFirst ? ROLES : [ROLES[(place + turn) % ROLES.length] ?? own]) {
          const asOneself = row === 'write preview' || row === 'write sign-in';
          const both = row.startsWith('read ') && table.may(row, own) && table.may(row, role);
          const due = (asOneself ? table.may(row, own) : both) ? 'open' : 'denied and noted';
          if ((await opens(field, viewerAs(role, own))) !== due) wrong.push(`${own} as ${role}: ${type.name}.${field.name}`);
        }
    }
    expect(rows.size).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
  });

  it('gives every permission a purpose, and nothing else one', () => {
    for (const rule of POLICY as readonly (PolicyRule & Permission)[])
      for (const role of ROLES) {
        const purpose = purposeOf(role, rule);
        expect([rowOf(rule), role, purpose === null]).toEqual([rowOf(rule), role, rule.roles[role] === undefined]);
        if (purpose) expect(PURPOSES).toHaveProperty(purpose);
      }
  });
});

describe('a route', () => {
  @Controller('api/planted')
  class Planted {
    @Get('open')
    open(): string {
      return 'to everybody';
    }
  }

  it('has a rule, each of them', () => {
    const routes = CONTROLLERS.flatMap(routesOf);
    expect(routes.length).toBeGreaterThanOrEqual(5);
    expect(routes.filter(({ permission }) => !permission || !ruleOf(permission.resource, permission.verb))).toEqual([]);
  });

  it('without a rule stops the server', () => {
    expect(() => new Doors().open(schema, [...CONTROLLERS, Planted])).toThrow(/GET \/api\/planted\/open/);
  });
});

describe('a command', () => {
  it('has a row, each of them', () => {
    const words: string[] = [];
    const walk = (command: ReturnType<typeof buildProgram>, before: string[]): void => {
      if (command.commands.length === 0) words.push(before.join(' '));
      for (const child of command.commands) walk(child, [...before, child.name()]);
    };
    walk(buildProgram(), []);
    expect(words.length).toBeGreaterThan(15);
    expect(words.filter((word) => !commandRule(word))).toEqual([]);
    for (const rule of Object.values(COMMANDS)) expect(ruleOf(rule.resource, rule.verb)).toBeDefined();
  });

  it('that is not in the table is run by nobody', async () => {
    expect(commandRule('toString')).toBeUndefined();
    const program = buildProgram();
    program.command('planted').action(() => {
      throw new Error('it ran');
    });
    await expect(program.parseAsync(['node', 'overstory', 'planted'])).rejects.toThrow(/no row in the access policy/);
  });

  it('that is a second half asks for an account', () => {
    const halves = Object.entries(COMMANDS).filter(([, rule]) => !operatorMay(rule));
    expect(halves.map(([words]) => words)).toContain('release publish');
  });
});
