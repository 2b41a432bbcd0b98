import { alphaSpending } from '../statistics/index.js';

/** Both directions together. */
export const ALPHA = 0.05;

/** What a look brings. */
export interface Information {
  /** Share of the planned information; 1 is all of it, 0 a look that says nothing. */
  readonly share: number;
  /** Share of the figure's variance that is the noise of its release, which no other release shares. */
  readonly noise: number;
}

/** The same looks are asked for on every page. */
const known = new Map<string, (number | null)[]>();
const MOST_KNOWN = 500;

/**
 * How far an interval reaches at each look, in standard errors, so that all looks together err in one of twenty cases
 * (Lan and DeMets, spending like O'Brien and Fleming). Null where a look brings nothing new, or so little that no error may
 * be spent on it yet.
 */
export function boundsAt(looks: readonly Information[]): readonly (number | null)[] {
  const key = JSON.stringify(looks.map(({ share, noise }) => [share, noise]));
  const found = known.get(key) ?? computed(looks);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, found);
  return found;
}

function computed(looks: readonly Information[]): (number | null)[] {
  const shares = looks.map(({ share }) => Math.min(1, share));
  const counted = shares.map((share, i) => share > Math.max(0, ...shares.slice(0, i)));
  const rising = looks.flatMap(({ noise }, i) => (counted[i] ? [{ share: shares[i] ?? 0, noise }] : []));
  const spent = alphaSpending({
    informationFractions: rising.map(({ share }) => share),
    alpha: ALPHA,
    covarianceTimes: covarianceTimes(rising),
  });
  const bounds = spent.kind === 'estimated' ? [...spent.value.bounds] : [];
  return counted.map((counts) => {
    const bound = counts ? bounds.shift() : undefined;
    return typeof bound === 'number' ? bound : null;
  });
}

/**
 * Two looks share people and not noise. With f the part of the variance that is not noise, the squared correlation of
 * neighbours is f·f' times the earlier information over the later. Taken as a chain it makes looks that lie further apart
 * hang together a little less than they do, which errs on the side of wider intervals.
 */
function covarianceTimes(looks: readonly Information[]): number[] {
  const times: number[] = [];
  looks.forEach(({ share, noise }, k) => {
    const before = looks[k - 1];
    const correlation = before ? (1 - noise) * (1 - before.noise) * (before.share / share) : 1;
    times.push(before ? (times[k - 1] ?? 1) / Math.max(correlation, LEAST) : share);
  });
  return times;
}

/** Looks that hang together less than this are as good as apart. */
const LEAST = 1e-3;
