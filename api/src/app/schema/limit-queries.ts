import {
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** What one query may be. The widest of our own pages needs about a third of each. */
export interface QueryLimits {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
}
export const QUERY_LIMITS: QueryLimits = { depth: 10, aliases: 20, fields: 600 };

/** Longest query in lexical tokens; the parser gives up there. */
export const MOST_TOKENS = 3000;

type Size = QueryLimits;
const NOTHING: Size = { depth: 0, aliases: 0, fields: 0 };

/**
 * A validation rule that refuses queries that are too deep, rename too much, or ask for too much. Fragments
 * count wherever they are spread; each is measured once, so that a query of fragments of fragments, which
 * grows with every level, costs nothing to refuse.
 */
export function limitQueries(limits: QueryLimits = QUERY_LIMITS): ValidationRule {
  return (context) => ({
    OperationDefinition(operation) {
      const size = sizeOf(operation.selectionSet, measuring(context));
      for (const name of ['depth', 'aliases', 'fields'] as const)
        if (size[name] > limits[name]) context.reportError(tooMuch(name, limits[name]));
    },
  });
}

function tooMuch(name: string, limit: number): GraphQLError {
  const verb = name === 'depth' ? 'is' : 'are';
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
