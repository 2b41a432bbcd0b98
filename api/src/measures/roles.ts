import type { Variant } from './contract.js';

/** The two roles in which somebody takes part, and the secret that each concerns. */
export const WHO_TAKES_PART: readonly Variant[] = [
  { key: 'mentee', label: 'as a mentee', subject: 'mentees' },
  { key: 'mentor', label: 'as a mentor', subject: 'mentors' },
];
