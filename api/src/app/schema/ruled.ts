import { t } from '#language';
import {
  Extensions,
  Field,
  type FieldMiddleware,
  type FieldOptions,
  Mutation,
  Query,
  ResolveField,
  type ReturnTypeFunc,
} from '@nestjs/graphql';
import type { Permission, Resource, Verb } from '../../access/index.js';

/** Where a field's rule stands among its extensions; `enforceRules` looks for it there. */
export const RULE = 'access';

/** The extension that rules a field: who may follow it is the policy's row for this verb and resource. */
export const rule = (verb: Verb, resource: Resource): Record<typeof RULE, Permission> => ({ [RULE]: { verb, resource } });

/** A described field that whoever may read the resource may read. */
export function Ruled(
  type: ReturnTypeFunc,
  resource: Resource,
  description: string,
  options: FieldOptions = {},
): PropertyDecorator {
  return (prototype, key) => {
    Field(type, { ...options, description })(prototype, key);
    Extensions(rule('read', resource))(prototype, String(key));
  };
}

const inTheirLanguage: FieldMiddleware = async (_field, next: () => Promise<unknown>) => sayAll(await next());

const sayAll = (texts: unknown): unknown =>
  Array.isArray(texts) ? texts.map(sayAll) : typeof texts === 'string' ? t(texts) : texts;

/** A ruled field that holds texts of ours and never data: it is said in the reader's language. */
export const Said = (
  type: ReturnTypeFunc,
  resource: Resource,
  description: string,
  options: FieldOptions = {},
): PropertyDecorator => Ruled(type, resource, description, { ...options, middleware: [inTheirLanguage] });

/** A described query; the rule decides before it runs. */
export function RuledQuery(
  type: ReturnTypeFunc,
  resource: Resource,
  description: string,
  options: { name?: string; nullable?: boolean } = {},
): MethodDecorator {
  return (prototype, key, descriptor) => {
    Query(type, { ...options, description })(prototype, key, descriptor);
    Extensions(rule('read', resource))(prototype, String(key));
  };
}

/** A described mutation; the rule decides before it runs. */
export function RuledMutation(type: ReturnTypeFunc, resource: Resource, description: string): MethodDecorator {
  return (prototype, key, descriptor) => {
    Mutation(type, { description })(prototype, key, descriptor);
    Extensions(rule('write', resource))(prototype, String(key));
  };
}

/** A described field of a type that a method computes. */
export function RuledResolvedField(type: ReturnTypeFunc, resource: Resource, description: string): MethodDecorator {
  return (prototype, key, descriptor) => {
    ResolveField(String(key), type, { description })(prototype, key, descriptor);
    Extensions(rule('read', resource))(prototype, String(key));
  };
}
