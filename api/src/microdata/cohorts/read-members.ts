import type pg from 'pg';
import type { CohortRow } from '../../kernel/index.js';
import { gatherPeople } from './gathered.js';
import type { CohortQuestion } from './question.js';

/** One eligible person, under an opaque key. It never leaves the program that measures exposure. */
export interface MemberRow extends CohortRow {
  readonly key: string;
}

const MEMBERS = `select person_key::text as key, combination from eligible order by person_key`;

/** Who is in which group on the last day of a period, as known at a load: what measuring exposure starts from. */
export async function readMembers(
  tx: pg.PoolClient,
  moment: Pick<CohortQuestion, 'loadNo' | 'endsOn' | 'demographics'>,
): Promise<MemberRow[]> {
  const combinations = await gatherPeople(tx, moment);
  const { rows } = await tx.query<{ key: string; combination: number }>(MEMBERS);
  return rows.map(({ key, combination }) => {
    const { open, special } = combinations[combination] as CohortRow;
    return { key, open, special };
  });
}
