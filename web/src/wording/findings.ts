/** Since the quarter before, in words; empty where it cannot be said. */
export function changeInWords(change: string | null): string {
  if (change === 'withinChance') return 'Within chance';
  if (change === 'higher') return 'Higher, more than chance';
  return change === 'lower' ? 'Lower, more than chance' : '';
}

/** People more for the others’ rate, as released, with their interval. */
export function shortfallSentence(people: number, lower: number, upper: number): string {
  const [about, from, to] = [people, lower, upper].map((value) => Math.round(value));
  return `About ${about} people more would bring the group to the others\u2019 rate (95\u00a0% interval ${from} to ${to}).`;
}
