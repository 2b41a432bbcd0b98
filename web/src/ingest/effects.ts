import type { NeededColumn, SmallestEffect } from '../gateway/index.js';

/** The smallest effects that a column could show, in words. */
export function effectsInWords({ needed, unlocks, smallestEffects }: NeededColumn): string {
  if (needed || unlocks.length === 0) return '';
  return smallestEffects.length === 0 ? 'Not known yet, or none' : smallestEffects.map(inWords).join('; ');
}

function inWords({ of, size }: SmallestEffect): string {
  switch (of) {
    case 'mean':
      return `a mean that differs by ${size} of the spread between people`;
    case 'ratio':
      return `one half reaching it ${size} times as fast`;
    default:
      return `about ${size} percentage points`;
  }
}
