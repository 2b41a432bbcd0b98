import { exposure } from '../../../api/src/disclosure/index.js';
import { random } from './organisation.js';
import { published, type History } from './quarters.js';
import { claims, type Effort } from './sampler.js';

const PRIOR = 0.4;

/** One world: secrets drawn from the prior, its releases, and what the reader claims. */
export interface Claimed {
  readonly secret: readonly number[];
  readonly claims: readonly number[];
}

/** A history of releases, what names its worlds, and how hard the reader thinks. */
export interface Setting {
  readonly history: History;
  readonly name: string;
  readonly effort: Effort;
}

/** Redraws the world: everybody's secret, all noise. Some records may be fixed. */
export function redraw(
  { history, name, effort }: Setting,
  world: number,
  fixed: ReadonlyMap<number, number> = new Map(),
): Claimed {
  const next = random(world);
  const secret = Array.from({ length: history.people }, (_, who) => {
    const yes = next() < PRIOR ? 1 : 0;
    return fixed.get(who) ?? yes;
  });
  const draws = published(history, secret, `${name} ${world}`);
  return {
    secret,
    claims: claims(
      draws,
      secret.map(() => PRIOR),
      effort,
      world,
    ),
  };
}

/** Exposure of everyone to what is published in one world. */
export function exposures(history: History, world: string): Float64Array {
  const draws = published(history, new Array<number>(history.people).fill(0), world);
  return exposure(draws, history.people).each;
}

/** Claims in tenths: how many, the mean claim, the share who have the secret. */
export function calibration(worlds: readonly Claimed[]): { count: number; claim: number; truth: number }[] {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, claim: 0, truth: 0 }));
  for (const { secret, claims: made } of worlds)
    made.forEach((claim, who) => {
      const bin = bins[Math.min(9, Math.floor(claim * 10))]!;
      bin.count += 1;
      bin.claim += claim;
      bin.truth += secret[who]!;
    });
  return bins.map(({ count, claim, truth }) => ({ count, claim: claim / count, truth: truth / count }));
}

/**
 * The share of a yes/no secret that its best reader may find where the best linear one finds `linear`: a binary secret at
 * 0.5 can be read at about 0.55, at 0.67 about 0.77 (`docs/disclosure.md`, "What is not promised").
 */
export function bestReading(linear: number): number {
  const known: readonly (readonly [number, number])[] = [
    [0, 0],
    [0.5, 0.55],
    [0.67, 0.77],
    [1, 1],
  ];
  const above = known.findIndex(([at]) => at >= linear);
  const [[x0, y0], [x1, y1]] = [known[Math.max(0, above - 1)]!, known[Math.max(1, above)]!];
  return y0 + ((linear - x0) / (x1 - x0)) * (y1 - y0);
}

/** How much one flipped record changes the claim about its person, over redrawn worlds: mean difference and its standard error. */
export function effectOfFlip(setting: Setting, who: number, worlds: number): { effect: number; error: number } {
  const differences = Array.from({ length: worlds }, (_, i) => {
    const claim = (value: number): number =>
      redraw(setting, 2 * (who * 10_007 + i) + value, new Map([[who, value]])).claims[who]!;
    return claim(1) - claim(0);
  });
  const effect = differences.reduce((sum, x) => sum + x, 0) / worlds;
  const variance = differences.reduce((sum, x) => sum + (x - effect) ** 2, 0) / (worlds - 1);
  return { effect, error: Math.sqrt(variance / worlds) };
}
