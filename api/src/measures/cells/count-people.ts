import type { PeopleRow } from '../../kernel/index.js';
import type { Places } from './places.js';

/** How many people of each cell the predicate takes in. */
export function countPeople(places: Places, people: readonly PeopleRow[], counts: (row: PeopleRow) => boolean): Float64Array {
  const found = new Float64Array(places.groups.length);
  for (const row of people) if (counts(row)) for (const at of places.of(row)) found[at] = (found[at] ?? 0) + row.count;
  return found;
}
