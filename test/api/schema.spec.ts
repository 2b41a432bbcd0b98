import { beforeAll, describe, expect, it } from '@jest/globals';
import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isIntrospectionType,
  isObjectType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import fs from 'node:fs';
import path from 'node:path';
import { POLICY, reachOf, type Role, ROLES, ruleOf } from '../../api/src/access/index.js';
import { RESOLVERS } from '../../api/src/app/app.module.js';
import { buildSchema, printedSchema, SCHEMA_FILE } from '../../api/src/app/print-schema.js';
import type { RequestContext } from '../../api/src/app/http/request-context.js';
import { AccountResolver } from '../../api/src/app/resolvers/account.resolver.js';
import { refuseTwins } from '../../api/src/app/schema/refuse-twins.js';
import { enforceRules, fieldsOf, permissionOf } from '../../api/src/app/schema/enforce-rules.js';
import { MEASURES } from '../../api/src/measures/index.js';
import { freshInstallation } from '../support/database.js';
import { ROOT } from '../support/run-tool.js';
import { webOn } from './support/web.js';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildSchema();
});

const ownTypes = () => Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));

describe('the schema', () => {
  it('is the committed one', () => {
    // After a change: npm run schema, and read the difference.
    expect(printedSchema(schema)).toBe(fs.readFileSync(SCHEMA_FILE, 'utf8'));
  });

  it('describes every type, field, argument and word', () => {
    const silent: string[] = [];
    for (const type of ownTypes()) {
      if ((isObjectType(type) || isUnionType(type) || isEnumType(type)) && !type.description && !isRoot(type.name))
        silent.push(type.name);
      if (isEnumType(type)) for (const word of type.getValues()) if (!word.description) silent.push(`${type.name}.${word.name}`);
    }
    for (const { type, field } of fieldsOf(schema)) {
      if (!field.description) silent.push(`${type.name}.${field.name}`);
      for (const argument of field.args) if (!argument.description) silent.push(`${type.name}.${field.name}(${argument.name})`);
    }
    expect(silent).toEqual([]);
  });

  it('rules every field by a row of the policy, and looked at all of them', () => {
    const fields = fieldsOf(schema);
    expect(fields.length).toBeGreaterThan(150);
    const unruled = fields.filter(({ field }) => {
      const permission = permissionOf(field);
      return !permission || !ruleOf(permission.resource, permission.verb);
    });
    expect(unruled.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
  });

  it('opens everything behind a door to whoever may open the door', () => {
    const shut: string[] = [];
    for (const { type, field } of fieldsOf(schema))
      for (const inner of membersOf(getNamedType(field.type)))
        for (const role of ROLES.filter((one) => opens(field, one)))
          if (!opens(inner.field, role))
            shut.push(`${role}: ${type.name}.${field.name} → ${inner.type.name}.${inner.field.name}`);
    expect(shut).toEqual([]);
  });

  it('answers the queries of its documentation', () => {
    const text = fs.readFileSync(path.join(ROOT, 'docs/api.md'), 'utf8');
    const queries = [...text.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query = '']) => query);
    const inShell = [...text.matchAll(/-d '\{"query":\s*"([\s\S]*?)"\}'/g)].map(([, query = '']) => query.replaceAll('\\"', '"'));
    expect([queries.length, inShell.length]).toEqual([1, 2]);
    for (const query of [...queries, ...inShell]) expect(validate(schema, parse(query))).toEqual([]);
  });

  it('rules mutations as writing and queries as reading', () => {
    for (const { type, field } of fieldsOf(schema))
      expect(permissionOf(field)?.verb).toBe(type.name === 'Mutation' ? 'write' : 'read');
  });

  it('answers every measure by the field that its contract names, with a type of its own', () => {
    const query = schema.getQueryType()?.getFields() ?? {};
    for (const contract of MEASURES) {
      expect(String(query[contract.field]?.type)).toMatch(/Result!$/);
      const values = schema.getType(`${pascalCase(contract.key)}Values`);
      expect(isObjectType(values) && Object.keys(values.getFields()).sort()).toEqual(
        contract.values.map(({ key }) => key).sort(),
      );
    }
  });
});

// Words that a row about a person, a pair, a session or a request would be made of.
const FORBIDDEN =
  /person|people_|mentorId|menteeId|mentor$|mentee$|relationship|pairing|participant$|session|requester|employee|hired|birth|score$|rating|minutesOf|note|confidential/i;
const ALLOWED = new Set([
  'Mutation.signIn', // words of signing in
  // What auditors note about an audit: about no session and nobody in one.
  ...[
    'AuditNote',
    'Audit.notes',
    'AuditLibrary.notes',
    'AuditRights.note',
    'Mutation.leaveAuditNote',
    'Mutation.withdrawAuditNote',
  ],
  ...MEASURES.map(({ field }) => `Query.${field}`), // what a measure is about; its types hold released numbers alone
]);
const pascalCase = (key: string): string =>
  key
    .split('_')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
const ofMeasure = (name: string): boolean =>
  MEASURES.some(({ key }) => new RegExp(`^${pascalCase(key)}(Table|Cell|Values|Result)$`).test(name));

describe('a reader of the schema', () => {
  it('finds no way to a person, a relationship, a session or a request', () => {
    const suspects = ownTypes()
      .map(({ name }) => name)
      .concat(fieldsOf(schema).map(({ type, field }) => `${type.name}.${field.name}`))
      .filter((name) => FORBIDDEN.test(name.split('.').at(-1) ?? '') && !ALLOWED.has(name) && !ofMeasure(name));
    expect(suspects).toEqual([]);
  });

  it('reaches numbers about groups only through released numbers', () => {
    const numeric = fieldsOf(schema).filter(({ field }) => /^(Int|Float)!?$/.test(String(field.type)));
    const homes = new Set(numeric.map(({ type }) => type.name));
    // Each of these counts files, cells, steps or settings, or plans a track, or carries released numbers of one (Settling,
    // Track…). A new home for numbers is looked at by a person.
    expect([...homes].sort()).toEqual(
      [
        'Audit', 'AuditAction', 'AuditComparison', 'AuditData', 'AuditNote', 'AuditRecord', 'AuditSteps', 'AuditSummary', 'SimilarRatios',
        'CertifiedCharter', 'CertifiedTable', 'Charter', 'CharterPower', 'Installation', 'Job', 'Load', 'LoadFile', 'LoadProblem', ...MEASURES.map(({ key }) => `${pascalCase(key)}Table`),
        'PlannedLook', 'Policy', 'PolicyKnob', 'PolicyValue', 'Preparing', 'Refusals', 'ReleaseCertificate', 'ReleasedNumber', 'Reorganisation', 'Report', 'Settling', 'SmallestEffect', 'StillRunning', 'SupplyServed', 'Thresholds', 'TrackFigure', 'TrackInterval', 'TrackLook', 'TrackMark', 'TrackSkillChange', 'TrustCertificate', 'TrailKind', 'TrailRecord', 'VerifiedFile',
      ].sort(), // prettier-ignore
    );
  });

  it('cannot ask about one of anything but a load, a job, a release, a pack, an account, or what an audit agreed and signed', () => {
    const byId = fieldsOf(schema).filter(({ field }) => field.args.some(({ type }) => String(type).startsWith('ID')));
    expect(byId.map(({ field }) => field.name).sort()).toEqual(
      [
        ...['assignRole', 'disableAccount', 'enableAccount', 'recoverAccount'],
        ...['auditRecord', 'closeAuditAction', 'withdrawAuditAction'],
        'cancelBuild',
        'cancelReport',
        'endPack',
        'makePack',
        'checkLoad',
        'confirmLoad',
        'discardLoad',
        'job',
        'load',
        'publishRelease',
        'release',
        'withdrawLoad',
      ].sort(),
    );
  });
});

describe('a field without a rule', () => {
  @ObjectType({ description: 'Planted.' })
  class Planted {
    @Field(() => String, { description: 'Planted.' })
    open!: string;
  }
  @Resolver()
  class PlantedResolver {
    @Query(() => Planted, { description: 'Planted.' })
    planted(): Planted {
      return { open: 'to everybody' };
    }
  }

  it('stops the server', async () => {
    const installation = await freshInstallation();
    await expect(webOn(installation, { planted: [PlantedResolver] })).rejects.toThrow(/Planted\.open.*Query\.planted/);
  });

  it('is found however it is hidden: a rule that the policy does not have is none', async () => {
    const other = await buildSchema();
    const field = other.getQueryType()?.getFields().trust;
    if (field) field.extensions = { access: { verb: 'read', resource: 'everything' } };
    expect(() => enforceRules(other)).toThrow(/Query\.trust/);
  });
});

describe('a field that two resolvers answer', () => {
  @Resolver()
  class Twin {
    @Query(() => String, { name: 'parity', description: 'Planted.' })
    another(): string {
      return 'in the place of the measure';
    }
  }

  it('stops the server', async () => {
    const installation = await freshInstallation();
    await expect(webOn(installation, { planted: [Twin] })).rejects.toThrow(/Query\.parity \(MeasureResolver, Twin\)/);
  });

  it('is refused among mutations too', () => {
    expect(() => refuseTwins([...RESOLVERS, AccountResolver])).toThrow(/Mutation\.signIn \(AccountResolver, AccountResolver\)/);
    expect(() => refuseTwins(RESOLVERS)).not.toThrow();
  });
});

describe('the policy', () => {
  it('has one row for each resource and verb', () => {
    const names = POLICY.map(({ verb, resource }) => `${verb} ${resource}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('shows no result to a data steward or an administrator', () => {
    expect(ruleOf('cells', 'read')?.roles).not.toHaveProperty('data-steward');
    expect(ruleOf('cells', 'read')?.roles).not.toHaveProperty('administrator');
  });

  it('lets nobody both build and publish', () => {
    const builders = Object.keys(ruleOf('drafts', 'write')?.roles ?? {});
    const publishers = Object.keys(ruleOf('publication', 'write')?.roles ?? {});
    expect(builders.filter((role) => publishers.includes(role))).toEqual([]);
    expect(builders.length * publishers.length).toBeGreaterThan(0);
  });
});

function opens(field: GraphQLField<unknown, RequestContext>, role: Role): boolean {
  const permission = permissionOf(field);
  return permission !== undefined && reachOf(role, permission) !== null;
}

/** The fields that a selection on this type can name. */
function membersOf(type: GraphQLNamedType): ReturnType<typeof fieldsOf> {
  const types = isUnionType(type) ? type.getTypes() : isObjectType(type) ? [type] : [];
  return types.flatMap((one) =>
    Object.values(one.getFields()).map((field) => ({ type: one, field: field as ReturnType<typeof fieldsOf>[number]['field'] })),
  );
}

const isRoot = (name: string): boolean => name === 'Query' || name === 'Mutation';
