import type { Base, DisclosurePolicy, Drawn, StatisticTable } from '../kernel/index.js';

/** The noise level of a release with so many eligible people (rule 5, before any step up). */
export function chooseNoiseLevel(eligible: number, { noiseLevel, lowerNoise }: DisclosurePolicy): number {
  return eligible >= lowerNoise.from ? Math.min(noiseLevel, lowerNoise.noiseLevel) : noiseLevel;
}

/** The fewest people of a group, by the class of its columns. */
export function smallest(table: Pick<StatisticTable, 'special'>, { thresholds }: DisclosurePolicy): number {
  return table.special ? Math.max(thresholds.special, thresholds.dimension) : thresholds.dimension;
}

/** The fewest open people of a cell of this table: the threshold, or what its plan asks. */
export function fewestOpen(table: StatisticTable, policy: DisclosurePolicy): number {
  return Math.max(smallest(table, policy), table.minimumOpen ?? 0);
}

/** A base whose size is secret. */
export type SecretBase = Extract<Base, { kind: 'secret' }>;

/** The sum of draws, with the standard deviation of its noise. */
export function sumOf(draws: readonly Drawn[]): Drawn {
  const value = draws.reduce((sum, draw) => sum + draw.value, 0);
  return { value, noise: Math.sqrt(draws.reduce((sum, { noise }) => sum + noise * noise, 0)) };
}

/** What a secret base must read at least: the threshold and twice its noise, rounded up, or what the plan asks. */
export function fewestDrawn(table: StatisticTable, { least = 0 }: SecretBase, noise: number, policy: DisclosurePolicy): number {
  const planned = table.special ? (table.minimumSpecialBase ?? 0) : 0;
  return Math.max(smallest(table, policy) + Math.ceil(2 * noise), planned, least);
}

/** Whether a secret base is large enough, told from its drawn parts alone. */
export function baseStands(table: StatisticTable, base: SecretBase, parts: readonly Drawn[], policy: DisclosurePolicy): boolean {
  const { value, noise } = sumOf(parts);
  return value >= fewestDrawn(table, base, noise, policy);
}
