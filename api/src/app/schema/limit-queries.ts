import {
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { Permission, Resource } from '../../access/index.js';
import { RULE } from './ruled.js';

/** What one query may be. The widest of our own pages needs about a third of each. */
export interface QueryLimits {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  /** Of what is asked at the top: a table costs ten, a page of the trail twenty-five, anything else one. */
  readonly cost: number;
  /** How many things one request may change; guesses at passwords come one at a time. */
  readonly mutations: number;
}
export const QUERY_LIMITS: QueryLimits = { depth: 10, aliases: 20, fields: 600, cost: 200, mutations: 1 };

const COSTS: Readonly<Partial<Record<Resource, number>>> = { cells: 10, trail: 25 };

/** Longest query in lexical tokens; the parser gives up there. */
export const MOST_TOKENS = 3000;

type Size = Pick<QueryLimits, 'depth' | 'aliases' | 'fields'>;
const NOTHING: Size = { depth: 0, aliases: 0, fields: 0 };

/**
 * A validation rule that refuses queries that are too deep, rename too much, ask for too much, or change several things. Fragments
 * count wherever they are spread; each is measured once, so that a query of fragments of fragments, which
 * grows with every level, costs nothing to refuse.
 */
export function limitQueries(limits: QueryLimits = QUERY_LIMITS): ValidationRule {
  return (context) => ({
    OperationDefinition(operation) {
      const size = { ...sizeOf(operation.selectionSet, measuring(context)), ...priceOf(operation, context, limits) };
      for (const name of ['depth', 'aliases', 'fields', 'cost', 'mutations'] as const)
        if (size[name] > limits[name]) context.reportError(tooMuch(name, limits[name]));
    },
  });
}

/** What the top of an operation costs, and how much it changes; no further than one beyond the limit is counted. */
function priceOf(
  { operation, selectionSet }: OperationDefinitionNode,
  context: ValidationContext,
  limits: QueryLimits,
): Pick<QueryLimits, 'cost' | 'mutations'> {
  const type = context.getSchema().getRootType(operation);
  const price = { cost: 0, mutations: 0 };
  for (const name of topFields(selectionSet, context, new Set())) {
    price.cost += (type && costOf(type, name)) ?? 1;
    if (operation === OperationTypeNode.MUTATION) price.mutations += 1;
    if (price.cost > limits.cost || price.mutations > limits.mutations) break;
  }
  return price;
}

function costOf(type: GraphQLObjectType, name: string): number | undefined {
  const rule = type.getFields()[name]?.extensions[RULE] as Permission | undefined;
  return rule && COSTS[rule.resource];
}

/** The fields at the top, one by one, also those that fragments bring; a fragment within itself brings nothing. */
function* topFields(set: SelectionSetNode, context: ValidationContext, within: ReadonlySet<string>): Generator<string> {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) yield selection.name.value;
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* topFields(selection.selectionSet, context, within);
    else if (!within.has(selection.name.value)) yield* spread(selection.name.value, context, within);
  }
}

function* spread(name: string, context: ValidationContext, within: ReadonlySet<string>): Generator<string> {
  const fragment = context.getFragment(name);
  if (fragment) yield* topFields(fragment.selectionSet, context, new Set([...within, name]));
}

function tooMuch(name: string, limit: number): GraphQLError {
  const verb = name === 'depth' || name === 'cost' ? 'is' : 'are';
  return new GraphQLError(`This query is too large: ${name} ${verb} limited to ${limit}.`);
}

/** The size of a named fragment; one that contains itself is another rule's error and counts as nothing here. */
function measuring(context: ValidationContext): (name: string) => Size {
  const known = new Map<string, Size>();
  const measure = (name: string): Size => {
    const size = known.get(name);
    if (size) return size;
    known.set(name, NOTHING);
    const fragment: FragmentDefinitionNode | null | undefined = context.getFragment(name);
    const measured = fragment ? sizeOf(fragment.selectionSet, measure) : NOTHING;
    known.set(name, measured);
    return measured;
  };
  return measure;
}

function sizeOf(set: SelectionSetNode, fragment: (name: string) => Size): Size {
  return set.selections
    .map((selection): Size => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return fragment(selection.name.value);
      if (selection.kind === Kind.INLINE_FRAGMENT) return sizeOf(selection.selectionSet, fragment);
      const inside = selection.selectionSet ? sizeOf(selection.selectionSet, fragment) : NOTHING;
      return { depth: inside.depth + 1, aliases: inside.aliases + (selection.alias ? 1 : 0), fields: inside.fields + 1 };
    })
    .reduce(together, NOTHING);
}

function together(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: Math.min(a.aliases + b.aliases, Number.MAX_SAFE_INTEGER),
    fields: Math.min(a.fields + b.fields, Number.MAX_SAFE_INTEGER),
  };
}
