import type { Type } from '@nestjs/common';

// Where the framework keeps what a method answers; its package does not export the words. The test bites if they change.
const TYPE = 'graphql:resolver_type';
const NAME = 'graphql:resolver_name';
const IS_FIELD = 'graphql:resolve_property';

/**
 * Refuses resolvers of which two answer the same field: the framework would keep the last and drop the others without a
 * word.
 *
 * @throws Error naming every field that is answered twice, and by whom; such a server is never started.
 */
export function refuseTwins(resolvers: readonly Type[]): readonly Type[] {
  const answeredBy = new Map<string, string[]>();
  for (const resolver of resolvers)
    for (const field of fieldsAnswered(resolver)) answeredBy.set(field, [...(answeredBy.get(field) ?? []), resolver.name]);
  const twice = [...answeredBy].filter(([, names]) => names.length > 1).map(([field, names]) => `${field} (${names.join(', ')})`);
  if (twice.length > 0) throw new Error(`Only one resolver can answer a field, and these have more: ${twice.join('; ')}`);
  return resolvers;
}

/** `Query.trust`, `Mutation.signIn`, `Job.result`: what the methods of a resolver answer. */
function fieldsAnswered(resolver: Type): string[] {
  const prototype = resolver.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(prototype).flatMap((method) => {
    const handler = method === 'constructor' ? undefined : prototype[method];
    if (!handler) return [];
    const root = Reflect.getMetadata(TYPE, handler) as string | undefined;
    const parent = Reflect.getMetadata(IS_FIELD, handler)
      ? (Reflect.getMetadata(TYPE, resolver) as string | undefined)
      : undefined;
    const type = root ?? parent;
    return type ? [`${type}.${(Reflect.getMetadata(NAME, handler) as string | undefined) ?? method}`] : [];
  });
}
