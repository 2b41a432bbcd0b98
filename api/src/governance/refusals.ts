import type pg from 'pg';

/** Over so many days refusals are counted. */
export const REFUSAL_DAYS = 90;

/** What a refusal is put on record as that answered a question about a person. */
export const QUESTION_ABOUT_A_PERSON = 'question-about-a-person';

/** How often somebody with an account was refused; null where it was seldom, zero included. */
export interface Refusals {
  readonly aboutPeople: number | null;
  readonly others: number | null;
}

/** Counts refusals of the last days. The database itself keeps small counts back. */
export async function countRefusals(tx: pg.Pool): Promise<Refusals> {
  const { rows } = await tx.query<Refusals>(
    `select about_people::float8 as "aboutPeople", others::float8 as others
     from governance.refusals(clock_timestamp() - make_interval(days => $1))`,
    [REFUSAL_DAYS],
  );
  return rows[0] ?? { aboutPeople: null, others: null };
}
