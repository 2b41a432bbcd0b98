import type { Somebody } from './cohort-in-memory.js';
import { random } from './generated-organisation.js';

/** An organisation of any shape: deep or flat, ragged, with people at nodes, with much or little said. */
export function invented(seed: number): Somebody[] {
  const next = random(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  const size = [6, 9, 14, 25, 45, 80, 150, 300, 600][below(9)] ?? 60;
  const [width, depth, levels, places] = [1 + below(6), 1 + below(4), 1 + below(8), 1 + below(4)];
  const [silence, atNode, skew, rate] = [next() * 0.3, next() * 0.5, 1 + next() * 3, next()];
  const skewed = (limit: number): number => Math.floor(next() ** skew * limit);
  const said = (value: string): string => (next() < silence ? '(not said)' : value);
  const team = (): string => {
    const path = ['org'];
    while (path.length <= depth && next() > atNode / path.length) path.push(`t${skewed(width)}`);
    return path.join('/');
  };
  return Array.from({ length: size }, (): Somebody => {
    const consents = next() < 0.8;
    const takes = (share: number) => (next() < share ? (next() < 0.1 ? 'closed' : 'yes') : 'no');
    return {
      team: said(team()),
      level: said(String(1 + skewed(levels))),
      location: said(`p${skewed(places)}`),
      tenure: said(['0-1', '1-2', '2-4', '4+'][skewed(4)] ?? '4+'),
      special: consents
        ? {
            demo_gender: ['f', 'm', 'x'][skewed(3)] ?? 'x',
            ...(next() < 0.7 && { demo_origin: next() < 0.6 ? 'here' : 'abroad' }),
          }
        : {},
      mentee: takes(rate),
      mentor: takes(rate / 3),
      minutes: Array.from({ length: 1 + below(3) }, () => below(9) * 30),
      track: ['a', 'b', 'c'][skewed(3)] ?? 'a',
    };
  });
}
