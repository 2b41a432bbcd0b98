import { type CharterContent, type EffectUnit, OUTCOMES } from '../tracks/index.js';

/** Ratios are judged by their logarithm, everything else as it is; 0 means no effect on either. */
export interface EffectScale {
  readonly unit: EffectUnit;
  /** From the figure as it is read to the scale on which it is judged. */
  on(value: number): number;
  /** And back. */
  back(value: number): number;
}

const PLAIN = { on: (value: number) => value, back: (value: number) => value };

export function scaleOf({ outcome }: Pick<CharterContent, 'outcome'>): EffectScale {
  const { unit } = OUTCOMES[outcome];
  return unit === 'ratio' ? { unit, on: Math.log, back: Math.exp } : { unit, ...PLAIN };
}

/** The smallest change that matters, on the scale on which it is judged. */
export const markOf = (content: CharterContent): number => scaleOf(content).on(content.smallestEffect);
