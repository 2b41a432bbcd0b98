/** What a number is drawn from: how many people, and how far each count is moved. */
export interface Design {
  readonly people: number;
  readonly noiseLevel: number;
}

/** 95 % sure, and found in four of five cases where it is there. */
const SURE_AND_FOUND = 1.96 + 0.8416;
const SHARE = 0.5;

/**
 * The smallest difference of two shares, in percentage points, that could be seen between two groups of the same size
 * which together are everybody. From the design alone: the worst case of a share of one half, chance and noise.
 *
 * @param drawn whether the sizes of the groups are drawn too, as with a personal characteristic.
 */
export function smallestDifference({ people, noiseLevel }: Design, drawn: boolean): number | null {
  const each = people / 2;
  const noise = drawn ? noiseLevel ** 2 * ((1 - SHARE) ** 2 + SHARE ** 2) : noiseLevel ** 2;
  return asPoints(SURE_AND_FOUND * Math.sqrt(2 * ((SHARE * (1 - SHARE)) / each + noise / each ** 2)));
}

/** The same for a share among so many people against a share that is known. */
export function smallestShare({ people, noiseLevel }: Design): number | null {
  const noise = noiseLevel ** 2 * (1 + SHARE ** 2);
  return asPoints(SURE_AND_FOUND * Math.sqrt((SHARE * (1 - SHARE)) / people + noise / people ** 2));
}

/** Rounded up; null where nothing could be seen, since shares cannot differ by more. */
function asPoints(difference: number): number | null {
  const points = Math.ceil(difference * 100);
  return Number.isFinite(points) && points < 50 ? points : null;
}
