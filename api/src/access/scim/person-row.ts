import { type Attributes, ENTERPRISE, isAttributes, keyOf, valuesAt } from './paths.js';

/** The columns of the people file that a directory fills. */
export const PERSON_COLUMNS = ['person_id', 'effective_from', 'left_on', 'team', 'location', 'time_zone'] as const;

/** A cell for each column but the day from which it holds; null erases. */
export interface PersonRow {
  readonly person_id: string;
  readonly left_on: string | null;
  readonly team: string;
  readonly location: string;
  readonly time_zone: string;
}

const STEPS: Readonly<Record<string, readonly string[]>> = {
  employeeNumber: [ENTERPRISE, 'employeeNumber'],
  externalId: ['externalId'],
  userName: ['userName'],
};

/**
 * What a user of the directory is in the people file.
 *
 * @param today the day from which it holds; whoever is gone has left on it.
 * @returns null where the user has no identifier of a person: then they are none, as far as the people file goes.
 */
export function personRow(user: Attributes, persons: string, today: string, gone: boolean): PersonRow | null {
  const id = textAt(user, STEPS[persons] ?? []);
  if (id === '') return null;
  const division = textAt(user, [ENTERPRISE, 'division']);
  const department = textAt(user, [ENTERPRISE, 'department']);
  return {
    person_id: id,
    left_on: gone ? today : null,
    team: [division, department].filter((one) => one !== '').join('/'),
    location: placeOf(user),
    time_zone: textAt(user, ['timezone']),
  };
}

/** Rows of the people file, as it is read: a comma between, everything in quotes. */
export function personLines(row: PersonRow, day: string): string {
  const cells = PERSON_COLUMNS.map((column) => (column === 'effective_from' ? day : (row[column] ?? '\\N')));
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
}

function placeOf(user: Attributes): string {
  const found = user[keyOf(user, 'addresses')];
  const addresses = Array.isArray(found) ? (found as unknown[]).filter(isAttributes) : [];
  const work = addresses.find((one) => one[keyOf(one, 'type')] === 'work') ?? addresses[0];
  return work ? textAt(work, ['locality']) : '';
}

function textAt(part: Attributes, steps: readonly string[]): string {
  const [value] = steps.length > 0 ? valuesAt(part, steps) : [];
  const text = typeof value === 'string' ? value.trim() : '';
  // The mark that erases is never a value of a directory.
  return text === '\\N' ? '' : text;
}
