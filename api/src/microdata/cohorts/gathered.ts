import type pg from 'pg';
import type { CohortRow } from '../../kernel/index.js';
import { type AttributeRow, combinationOf } from './combination.js';
import { KNOWN_PEOPLE } from './known-people.js';
import { KNOWN_RELATIONSHIPS } from './known-relationships.js';
import { type CohortQuestion, GIVEN, parametersOf } from './question.js';

/** What many cohorts start from: a table that lives as long as the transaction, which alone sees it. */
export interface Gathered {
  readonly name: string;
  /** A select; of the tables before it, and with the parameters of `GIVEN`. */
  readonly sql: string;
}

/** A question whose people and relationships are gathered, with the attributes in which people differ, by their number. */
export interface GatheredQuestion extends CohortQuestion {
  readonly combinations: readonly CohortRow[];
}

/**
 * Settings of the transaction that reads cohorts. Every step of a cohort joins whole sets by a key, and few have statistics
 * of their own: left alone, the planner guesses one row and loops over all of them for each of all of them.
 */
const JOIN_WHOLE_SETS = `set local enable_nestloop = off; set local work_mem = '128MB'; set local jit = off`;

/** Gathers what the cohorts of a question start from, once for all of them. */
export async function gather(tx: pg.PoolClient, question: CohortQuestion): Promise<GatheredQuestion> {
  await tx.query(JOIN_WHOLE_SETS);
  for (const table of [...KNOWN_PEOPLE, ...KNOWN_RELATIONSHIPS]) await make(tx, table, question);
  return { ...question, combinations: await readCombinations(tx, question.demographics) };
}

/** The same of people alone. */
export async function gatherPeople(
  tx: pg.PoolClient,
  { loadNo, endsOn, demographics }: Pick<CohortQuestion, 'loadNo' | 'endsOn' | 'demographics'>,
): Promise<readonly CohortRow[]> {
  await tx.query(JOIN_WHOLE_SETS);
  for (const table of KNOWN_PEOPLE) await make(tx, table, { loadNo, endsOn, demographics });
  return readCombinations(tx, demographics);
}

async function make(tx: pg.PoolClient, { name, sql }: Gathered, question: Partial<CohortQuestion>): Promise<void> {
  await tx.query(`drop table if exists pg_temp.${name}`);
  await tx.query(`create temp table ${name} on commit drop as with ${GIVEN} select * from (${sql}) one`, parametersOf(question));
  await tx.query(`analyze pg_temp.${name}`);
}

async function readCombinations(tx: pg.PoolClient, demographics: readonly string[]): Promise<CohortRow[]> {
  const { rows } = await tx.query<AttributeRow>(
    'select team, level, location, tenure, special from combination order by combination.combination',
  );
  return rows.map((row) => combinationOf(row, demographics));
}
