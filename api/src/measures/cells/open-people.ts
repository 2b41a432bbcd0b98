import type { OpenPeople, PeopleRow } from '../../kernel/index.js';
import type { Places } from './places.js';

/** The open people of every open cell: rolled up from the finest combinations, each person once. */
export function openPeopleOf(places: Places, people: readonly PeopleRow[]): OpenPeople[] {
  const counts = new Float64Array(places.openCount);
  const high = new Int32Array(places.openCount);
  const low = new Int32Array(places.openCount);
  for (const row of people)
    for (const at of places.openOf(row)) {
      counts[at] = (counts[at] ?? 0) + row.count;
      high[at] = (high[at] ?? 0) ^ row.xorHigh;
      low[at] = (low[at] ?? 0) ^ row.xorLow;
    }
  return Array.from(counts, (count, at) => ({ count, xor: hexadecimal(high[at] ?? 0) + hexadecimal(low[at] ?? 0) }));
}

const hexadecimal = (half: number): string => (half >>> 0).toString(16).padStart(8, '0');
