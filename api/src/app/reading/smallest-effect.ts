import { powerPaired } from '../../statistics/index.js';

/** What a number is drawn from: how many people, and how far each count is moved. */
export interface Design {
  readonly people: number;
  readonly noiseLevel: number;
}

/** 95 % sure, and found in four of five cases where it is there. */
const SURE_AND_FOUND = 1.96 + 0.8416;
const FOUND = 0.8;
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

/** A public range is about four standard deviations wide: what moves a sum by a range moves it by so many of them. */
const RANGE_IN_DEVIATIONS = 4;
const MOST_DEVIATIONS = 2;

/**
 * The smallest change of a mean that could be seen, in standard deviations between people: a paired comparison of so many, or a
 * mean against one that is known, with the noise that a sum of clipped values carries.
 */
export function smallestMean({ people, noiseLevel }: Design): number | null {
  const noise = (RANGE_IN_DEVIATIONS * noiseLevel) ** 2 / people;
  const found = powerPaired({ pairs: Math.floor(people), standardDeviationDifference: Math.sqrt(1 + noise), power: FOUND });
  if (found.kind !== 'estimated') return null;
  const size = roundedUp(found.value.minimumDetectableDifference, 20);
  return size <= MOST_DEVIATIONS ? size : null;
}

/** Of the people who are followed, so many have reached the event by the end of the period: the design's own guess. */
const REACHING = 0.5;
const MOST_RATIO = 5;

/**
 * How many times as often, or as fast, one half of the people has to reach an event as the other for it to be seen: the ratio of
 * rates of two curves of the same size, by the number of events alone.
 *
 * @see Schoenfeld (1983), Biometrics 39, 499.
 */
export function smallestRatio({ people, noiseLevel }: Design): number | null {
  const events = people * REACHING;
  const variance = 4 / events + (2 * noiseLevel ** 2) / (events / 2) ** 2;
  const ratio = roundedUp(Math.exp(SURE_AND_FOUND * Math.sqrt(variance)), 10);
  return ratio <= MOST_RATIO ? ratio : null;
}

const roundedUp = (value: number, parts: number): number => Math.ceil(value * parts - 1e-9) / parts;
