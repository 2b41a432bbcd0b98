import type { CohortRow } from '../../kernel/index.js';
import type { AttributeRow } from './known-people.js';

/** The attributes of a row as the measures read them. */
export function combinationOf(
  { team, level, location, tenure, special }: AttributeRow,
  demographics: readonly string[],
): CohortRow {
  const said = demographics.flatMap((column, at) => {
    const value = special[at];
    return value ? [[column, value] as const] : [];
  });
  return { open: { team, level, location, tenure }, special: Object.fromEntries(said) };
}
