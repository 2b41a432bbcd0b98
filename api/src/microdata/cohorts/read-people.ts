import type pg from 'pg';
import type { CohortRow, PeopleRow, TakingPart } from '../../kernel/index.js';
import type { GatheredQuestion } from './gathered.js';
import { ATTRIBUTES } from './known-people.js';

interface Row {
  readonly combination: number;
  readonly mentee: TakingPart;
  readonly mentor: TakingPart;
  readonly count: number;
  readonly xor: string;
}

const stateOf = (role: string): string => `
  case when coalesce(bool_or(role = '${role}' and not closed), false) then 'yes'
    when coalesce(bool_or(role = '${role}'), false) then 'closed' else 'no' end as ${role}`;

const PEOPLE = `
with roles as (select person_key, ${stateOf('mentee')}, ${stateOf('mentor')} from taking_part group by person_key)
select ${ATTRIBUTES}, coalesce(mentee, 'no') as mentee, coalesce(mentor, 'no') as mentor,
  count(*)::int as count, bit_xor(person_key)::text as xor
from eligible left join roles using (person_key)
group by ${ATTRIBUTES}, coalesce(mentee, 'no'), coalesce(mentor, 'no')`;

/**
 * The eligible people of a period by the finest combination of attributes, with how they take part.
 *
 * @returns counts of people, and the exclusive or of their keys; teams as they were loaded, not yet as nodes of a tree.
 */
export async function readPeople(tx: pg.PoolClient, { combinations }: GatheredQuestion): Promise<PeopleRow[]> {
  const { rows } = await tx.query<Row>(PEOPLE);
  return rows.map(({ combination, xor, count, mentee, mentor }) => ({
    ...(combinations[combination] as CohortRow),
    ...halves(xor),
    count,
    mentee,
    mentor,
  }));
}

function halves(xor: string): { xorHigh: number; xorLow: number } {
  const bits = BigInt.asUintN(64, BigInt(xor));
  return { xorHigh: Number(BigInt.asIntN(32, bits >> 32n)), xorLow: Number(BigInt.asIntN(32, bits)) };
}
