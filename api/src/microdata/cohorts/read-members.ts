import type pg from 'pg';
import type { CohortRow } from '../../kernel/index.js';
import { combinationOf } from './combination.js';
import { type AttributeRow, ELIGIBLE } from './known-people.js';
import type { CohortQuestion } from './question.js';

/** One eligible person, under an opaque key. It never leaves the program that measures exposure. */
export interface MemberRow extends CohortRow {
  readonly key: string;
}

const MEMBERS = `
with ${ELIGIBLE}
select person_key::text as key, team, level, location, tenure, special from eligible order by person_key`;

/** Who is in which group on the last day of a period, as known at a load: what measuring exposure starts from. */
export async function readMembers(
  tx: pg.PoolClient,
  { loadNo, endsOn, demographics }: Pick<CohortQuestion, 'loadNo' | 'endsOn' | 'demographics'>,
): Promise<MemberRow[]> {
  const { rows } = await tx.query<AttributeRow & { key: string }>(MEMBERS, [loadNo, endsOn, demographics]);
  return rows.map((row) => ({ key: row.key, ...combinationOf(row, demographics) }));
}
