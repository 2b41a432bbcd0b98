import type { CohortRow } from '../../kernel/index.js';

/** Attributes as the microdata give them. */
export interface AttributeRow {
  readonly team: string;
  readonly level: string;
  readonly location: string;
  readonly tenure: string;
  readonly special: readonly (string | null)[];
}

/** The same as the measures read them. */
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
