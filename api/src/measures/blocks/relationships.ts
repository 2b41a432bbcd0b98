import type { TalliedBase, TalliedDraw } from '../tallied.js';

/**
 * How many mentees and mentors stand behind the relationships of a cell: each person's one, shared among their
 * relationships, so that the sum is never more than the people there are. Rule 3 asks for enough of both.
 *
 * @param question of which relationships; where the same name stands for others in another variant, another question.
 */
export const mentoredPeople = (name: string, question = name): TalliedDraw[] => [
  {
    key: `${name}Mentees`,
    label: 'Mentees behind it',
    question: `${question}-mentees/1`,
    sensitivity: { kind: 'rows', cap: 1 },
    adds: 'mentees',
  },
  {
    key: `${name}Mentors`,
    label: 'Mentors behind it',
    question: `${question}-mentors/1`,
    sensitivity: { kind: 'rows', cap: 1 },
    adds: 'mentors',
  },
];

export const mentoredBases = (name: string): TalliedBase[] => [{ of: [`${name}Mentees`] }, { of: [`${name}Mentors`] }];
