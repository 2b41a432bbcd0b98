/** What may be published. A version of it is approved by two people and never changes. */
export interface DisclosurePolicy {
  readonly version: string;
  readonly thresholds: { readonly dimension: number; readonly special: number };
  /** Standard deviation of the noise of a count. */
  readonly noiseLevel: number;
  /** From this many eligible people on, `noiseLevel` may be the lower one. */
  readonly lowerNoise: { readonly from: number; readonly noiseLevel: number };
  /** What a release that does not fit takes next. */
  readonly noiseSteps: readonly number[];
  readonly exposure: { readonly release: number; readonly history: number; readonly permanent: number; readonly periods: number };
  /** Tables other than participation and parity: fewest open people of a cell, fewest drawn in a special base. */
  readonly otherTables: { readonly minimumOpen: number; readonly minimumSpecialBase: number };
  /** Rate ratios within these limits are treated as similar. */
  readonly similar: { readonly low: number; readonly high: number };
}

export const STANDARD_POLICY: DisclosurePolicy = {
  version: 'standard/1',
  thresholds: { dimension: 5, special: 10 },
  noiseLevel: 3,
  lowerNoise: { from: 1500, noiseLevel: 2.5 },
  noiseSteps: [3, 4, 5, 6, 8],
  exposure: { release: 0.3, history: 0.65, permanent: 0.67, periods: 8 },
  otherTables: { minimumOpen: 30, minimumSpecialBase: 50 },
  similar: { low: 0.8, high: 1.25 },
};
