/** A seeded stream of uniform numbers (mulberry32), so that every run is the same. */
export type Chance = () => number;

export function chance(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const below = (random: Chance, limit: number): number => Math.floor(random() * limit);

/** A place in the list of weights, as likely as its weight. */
export function pick(random: Chance, weights: readonly number[]): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => (left -= weight) < 0);
  return found < 0 ? weights.length - 1 : found;
}

export function shuffled<Item>(random: Chance, items: readonly Item[]): Item[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = below(random, i + 1);
    [list[i], list[j]] = [list[j] as Item, list[i] as Item];
  }
  return list;
}

export function hexKey(random: Chance): string {
  return Array.from({ length: 4 }, () => below(random, 65536).toString(16).padStart(4, '0')).join('');
}
