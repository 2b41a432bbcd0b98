/** What a published place can be. Absence always has a name. */
export type CellStatus = 'shown' | 'suppressed' | 'notEstimable' | 'structuralZero' | 'notCollected';

/** Why a shown group has no estimate. */
export type AbsenceReason =
  | 'tooFew'
  | 'noContrast'
  | 'unbounded'
  | 'notConverged'
  | 'separation'
  | 'constant'
  | 'protection'
  | 'quality'
  /** The strata disagree: there is no one number for all of them. */
  | 'heterogeneous';

/** A named absence in the place of a single value. */
export interface Absent {
  readonly absent: 'notEstimable' | 'notCollected';
  readonly reason: AbsenceReason | 'notCollected';
}

/** A group is named by the value it has in each dimension that takes part; the empty group is the organisation. */
export type Group = Readonly<Record<string, string>>;

/** The value of people whose open attribute is not said. */
export const NOT_SAID = '(not said)';

/** The last segment of the part of a tree node that holds the people who sit at the node itself. */
export const HERE = '(here)';

/** The canonical name of a group: dimensions in code-unit order, length-prefixed, so that no value can imitate another. */
export function groupKey(group: Group): string {
  return Object.keys(group)
    .sort()
    .map((dimension) => `${lengthPrefixed(dimension)}${lengthPrefixed(group[dimension] ?? '')}`)
    .join('');
}

/** A text that cannot run into its neighbour: its length, a colon, itself. */
export function lengthPrefixed(text: string): string {
  return `${text.length}:${text}`;
}
