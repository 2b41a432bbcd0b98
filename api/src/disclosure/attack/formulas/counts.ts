import { drawsOf } from './draws.js';
import type { Follow, Follows } from './scene.js';

/** A negative draw is shown as 0. */
const total: Follow = ({ cell }, { by, of }) => {
  const draws = drawsOf(cell, of);
  if (!draws || (by === 'count' && draws.length > 1)) return undefined;
  return Math.max(
    0,
    draws.reduce((sum, { value }) => sum + value, 0),
  );
};

export const COUNTS: Follows<'count' | 'total'> = { count: total, total };
