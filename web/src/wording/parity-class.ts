/** The seven classes of the diverging scale around parity; the middle one is neutral. */
const LIMITS = [0.67, 0.8, 0.9, 1.11, 1.25, 1.5] as const;

/** 1 (far below) to 7 (far above); 4 is the middle. */
export function parityClass(ratio: number): number {
  return LIMITS.filter((limit) => ratio >= limit).length + 1;
}
