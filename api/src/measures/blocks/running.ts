import { mentoredBases, mentoredPeople } from './relationships.js';

/** What measures of running relationships say of whom they count: one population, drawn once for all of them. */
export const RUNNING_IN_WORDS =
  'Relationships that run on the period\u2019s last day, once for every mentee in one who is employed then; closed relationships left out.';

/** Rows of a person that count at most. */
export const RUNNING_CAP = 3;

/** The mentees and mentors behind them. */
export const RUNNING_PEOPLE = mentoredPeople('running', 'running-on-last-day');
export const RUNNING_BASES = mentoredBases('running');
