import { t } from '../language/index.js';
import { range } from './numbers.js';

/** Since the quarter before, in words; empty where it cannot be said. */
export function changeInWords(change: string | null): string {
  if (change === 'withinChance') return t('Within chance');
  if (change === 'higher') return t('Higher, more than chance');
  return change === 'lower' ? t('Lower, more than chance') : '';
}

/** People more for the others’ rate, as released, with their interval. */
export function shortfallSentence(people: number, lower: number, upper: number): string {
  const [about = 0, from = 0, to = 0] = [people, lower, upper].map((value) => Math.round(value));
  return t('About {about} people more would bring the group to the others’ rate (95\u00a0% interval {range}).', {
    about,
    range: range(String(from), String(to)),
  });
}
