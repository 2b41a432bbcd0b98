import { percent, ratio } from '../wording/index.js';
import type { Axis } from './mark.js';
import { t } from '../language/index.js';

/** Ratios to everyone else on a log axis around 1, the agreed similar range as a band. */
export function ratioAxis(low: number, high: number, noun: string): Axis {
  return {
    domain: [0.33, 3],
    ticks: [0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3],
    logarithmic: true,
    reference: 1,
    band: [low, high],
    ends: [t('lower {noun}', { noun }), t('higher {noun}', { noun })],
    label: t('100\u00a0% = the {noun} of everyone else', { noun }),
    write: percent,
  };
}

/** Ratios of a model or of odds: the same axis around 1, without a range that was agreed to be similar. */
export const modelAxis = (label: string): Axis => ({
  ...ratioAxis(1, 1, ''),
  band: null,
  ends: [t('lower'), t('higher')],
  label,
  write: ratio,
});

/** Changes and differences around zero, as far to the left as to the right. */
export function signedAxis(largest: number, label: string, write: (value: number) => string): Axis {
  const top = fixedTop(largest, TOPS);
  return {
    domain: [-top, top],
    ticks: [-top, -top / 2, 0, top / 2, top],
    logarithmic: false,
    reference: 0,
    band: null,
    ends: [t('lower'), t('higher')],
    label,
    write,
  };
}

const steps = (top: number, count: number): number[] => Array.from({ length: count + 1 }, (_, i) => (top * i) / count);

const POWERS = [0.01, 0.1, 1, 10, 100, 1000, 10_000, 100_000];
const TOPS: readonly number[] = POWERS.flatMap((power) => [1, 2, 5].map((first) => first * power));

/** The narrowest of a few fixed scales that holds every printed value. */
function fixedTop(largest: number, tops: readonly number[]): number {
  return tops.find((top) => largest <= top) ?? tops.at(-1) ?? largest;
}

/** Shares from zero, to a fixed top. */
export function shareAxis(largest: number, label: string): Axis {
  const top = fixedTop(largest, [0.25, 0.5, 1]);
  return linear(top, 5, label, percent);
}

/** Amounts from zero. */
export function amountAxis(largest: number, label: string, write: (value: number) => string): Axis {
  const top = fixedTop(largest, TOPS);
  return linear(top, top.toString().startsWith('2') ? 4 : 5, label, write);
}

const linear = (top: number, count: number, label: string, write: (value: number) => string): Axis => ({
  domain: [0, top],
  ticks: steps(top, count),
  logarithmic: false,
  reference: null,
  band: null,
  ends: null,
  label,
  write,
});

const POINTS = [-15, -10, -5, 0, 5, 10, 15];
const SHARES = [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3];
const RATIOS = [0.33, 0.5, 0.8, 1, 1.25, 2, 3];

/** Effects of tracks, in the good direction: around 0, or around 1 where they are ratios. */
export function effectAxis(unit: string, label: string, write: (value: number) => string): Axis {
  const ticks = unit === 'ratio' ? RATIOS : unit === 'share' ? SHARES : POINTS;
  const around = unit === 'ratio' ? 1 : 0;
  return {
    domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1],
    ticks,
    logarithmic: unit === 'ratio',
    reference: around,
    band: null,
    ends: [t('worse'), t('better')],
    label,
    write,
  };
}
