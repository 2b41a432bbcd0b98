import { defaultFieldResolver, type GraphQLField, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import { type Permission, reachFor, type Role, ROLES, ruleOf, type Viewer } from '../../access/index.js';
import type { RequestContext } from '../http/request-context.js';
import { notFound } from './errors.js';
import { RULE } from './ruled.js';

/** Who may follow a field: by own role, and by the role that somebody looks as. */
type Parties = ReadonlyMap<Role | undefined, ReadonlySet<Role | null>>;

/**
 * Wraps every field of the schema with its rule of the access policy.
 *
 * @throws Error naming every field without a rule, or with one that the policy does not have: such a schema
 *   is never served.
 */
export function enforceRules(schema: GraphQLSchema): GraphQLSchema {
  const unruled: string[] = [];
  for (const { type, field } of fieldsOf(schema)) {
    const permission = permissionOf(field);
    if (permission && ruleOf(permission.resource, permission.verb)) guard(type, field, partiesOf(permission));
    else unruled.push(`${type.name}.${field.name}`);
  }
  if (unruled.length === 0) return schema;
  throw new Error(`These fields have no rule in the access policy, so the schema is not served: ${unruled.join(', ')}`);
}

/** Every field that a query can reach, with its type; introspection aside. */
export function fieldsOf(schema: GraphQLSchema): { type: GraphQLObjectType; field: GraphQLField<unknown, RequestContext> }[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      Object.values((type as GraphQLObjectType).getFields()).map((field) => ({ type: type as GraphQLObjectType, field })),
    );
}

/** The rule that a field carries. */
export function permissionOf(field: GraphQLField<unknown, RequestContext>): Permission | undefined {
  return field.extensions[RULE] as Permission | undefined;
}

// Asked once per field at the start, so that a table of thousands of cells costs two looks each.
function partiesOf(permission: Permission): Parties {
  const looking: readonly (Role | undefined)[] = [undefined, ...ROLES];
  return new Map(looking.map((own) => [own, new Set(rolesThat(permission, own))]));
}

const rolesThat = (permission: Permission, own: Role | undefined): (Role | null)[] =>
  [null, ...ROLES].filter((role) => reachFor(role && somebody(role, own), permission) !== null);

const somebody = (role: Role, own: Role | undefined): Viewer => ({
  accountId: '',
  email: '',
  role,
  scope: null,
  mustChangePassword: false,
  ...(own ? { previewedBy: own } : {}),
});

function guard(type: GraphQLObjectType, field: GraphQLField<unknown, RequestContext>, parties: Parties): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    const { viewer } = context;
    if (parties.get(viewer?.previewedBy)?.has(viewer?.role ?? null)) return resolve(source, args, context, info);
    return refused(context, `${type.name}.${field.name}`);
  };
}

/** The denial is on the trail before its answer is. */
async function refused(context: RequestContext, what: string): Promise<never> {
  await context.noteDenial(what);
  throw notFound();
}
