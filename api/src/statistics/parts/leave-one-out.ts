import { sameLength } from './arguments.js';

/**
 * How far leaving out each person, with all their rows, moves a fit (one-step): what the noise of a drawn fit must
 * cover.
 */
export interface LeaveOneOut {
  /** In the order in which they first appear; row numbers where the input names nobody. */
  readonly people: readonly (string | number)[];
  /** Person by person, coefficient by coefficient: estimate without minus estimate with. */
  readonly changes: readonly (readonly number[])[];
  /** The same of the logarithm of each standard error. */
  readonly logStandardErrorChanges: readonly (readonly number[])[];
}

/** The people of the rows, and the row numbers of each. */
export function rowsByPerson(rows: number, people?: readonly (string | number)[]): Map<string | number, number[]> {
  const found = new Map<string | number, number[]>();
  if (people === undefined) {
    for (let row = 0; row < rows; row++) found.set(row, [row]);
    return found;
  }
  sameLength({ length: rows }, people, 'rows and people');
  people.forEach((person, row) => {
    const known = found.get(person);
    if (known === undefined) found.set(person, [row]);
    else known.push(row);
  });
  return found;
}
