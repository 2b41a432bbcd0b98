/** What measures of running relationships say of whom they count: one population, drawn once for all of them. */
export const RUNNING_IN_WORDS =
  'Relationships that run on the period\u2019s last day, once for every mentee in one who is employed then; closed relationships left out.';

/** Rows of a person that count at most. */
export const RUNNING_CAP = 3;

/** The name under which the mentees and mentors behind them are drawn. */
export const RUNNING_PEOPLE = 'running';
