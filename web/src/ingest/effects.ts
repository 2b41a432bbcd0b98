import type { NeededColumn, SmallestEffect } from '../gateway/index.js';
import { locale, t } from '../language/index.js';

/** The smallest effects that a column could show, in words. */
export function effectsInWords({ needed, unlocks, smallestEffects }: NeededColumn): string {
  if (needed || unlocks.length === 0) return '';
  return smallestEffects.length === 0 ? t('Not known yet, or none') : smallestEffects.map(inWords).join('; ');
}

function inWords({ of, size }: SmallestEffect): string {
  switch (of) {
    case 'mean':
      return t('a mean that differs by {size} of the spread between people', { size: size.toLocaleString(locale()) });
    case 'ratio':
      return t('one half reaching it {size} times as fast', { size: size.toLocaleString(locale()) });
    default:
      return t('about {size} percentage points', { size: size.toLocaleString(locale()) });
  }
}
