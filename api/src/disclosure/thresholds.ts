import type { DisclosurePolicy, Drawn, StatisticTable } from '../kernel/index.js';

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

/** The fewest that the sum of these draws must read: the threshold and twice the noise of the sum, rounded up. */
export function fewestDrawn(table: StatisticTable, base: readonly Drawn[], policy: DisclosurePolicy): number {
  const noise = Math.sqrt(base.reduce((sum, { noise }) => sum + noise * noise, 0));
  const special = table.special ? (table.minimumSpecialBase ?? 0) : 0;
  return Math.max(smallest(table, policy) + Math.ceil(2 * noise), special);
}

/** Whether every secret base of a cell is large enough, told from its drawn values alone (rule 3). */
export function secretBasesHold(table: StatisticTable, drawn: (name: string) => Drawn, policy: DisclosurePolicy): boolean {
  return table.bases.every((base) => {
    if (base.kind === 'open') return true;
    const parts = base.of.map(drawn);
    const value = parts.reduce((sum, part) => sum + part.value, 0);
    return value >= Math.max(fewestDrawn(table, parts, policy), base.least ?? 0);
  });
}
