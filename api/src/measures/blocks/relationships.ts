import type { TalliedBase, TalliedDraw } from '../tallied.js';

/**
 * How many mentees and mentors stand behind the relationships of a cell: each person's one, shared among their
 * relationships, so that the sum is never more than the people there are. Rule 3 asks for enough of both.
 */
export const mentoredPeople = (question: string): TalliedDraw[] => [
  {
    key: `${question}Mentees`,
    label: 'Mentees behind it',
    question: `${question}-mentees/1`,
    sensitivity: { kind: 'rows', cap: 1 },
    adds: 'mentees',
  },
  {
    key: `${question}Mentors`,
    label: 'Mentors behind it',
    question: `${question}-mentors/1`,
    sensitivity: { kind: 'rows', cap: 1 },
    adds: 'mentors',
  },
];

export const mentoredBases = (question: string): TalliedBase[] => [
  { of: [`${question}Mentees`] },
  { of: [`${question}Mentors`] },
];
