import type pg from 'pg';
import type { CaseRow, TallyRow } from '../../kernel/index.js';
import { combinationOf } from './combination.js';
import type { AttributeRow } from './known-people.js';
import type { CohortQuestion } from './question.js';

/**
 * Who or what a measure counts, as one query: rows of the finest combination of attributes and secret columns, with
 * numbers that add up over combinations.
 *
 * The query is a list of steps and a last `select`, without the word `with`; parameters $1 to $9 are those of `GIVEN`.
 * A tally gives the columns team, level, location, tenure, special, its secret columns, and numbers; cases, of which a
 * model is made, give person, its secret columns, its labels, and numbers.
 */
export interface Population {
  readonly key: string;
  readonly gives: 'tally' | 'cases';
  /** Files of the dictionary without which nothing of it is collected. */
  readonly files: readonly string[];
  /** Columns that only the microdata know: the track, the skill, how a pairing was formed. Null is not said. */
  readonly secret: readonly string[];
  /** Of cases: texts that stratify. */
  readonly labels?: readonly string[];
  readonly sql: string;
}

/** Every parameter is named here once, so that a population may leave some out. */
const GIVEN = `given as (
    select $1::int as load_no, $2::date as ends_on, $3::text[] as demographics, $4::date as starts_on, $5::text[] as tracks,
      $6::int as mentor_load_cap, $7::text[] as themes, $8::text[] as levels, $9::float8 as most_minutes)`;

function parametersOf(question: CohortQuestion): unknown[] {
  const { loadNo, endsOn, demographics, startsOn, tracks, mentorLoadCap, themes, levels, mostMinutes } = question;
  return [loadNo, endsOn, demographics, startsOn, tracks.map(({ id }) => id), mentorLoadCap, themes, levels, mostMinutes];
}

type Row = Readonly<Record<string, unknown>>;

const queryOf = ({ sql }: Population): string => `with ${GIVEN}, ${sql}`;

/** The rows of a population that is tallied. */
export async function readTally(tx: pg.PoolClient, population: Population, question: CohortQuestion): Promise<TallyRow[]> {
  const { rows } = await tx.query<AttributeRow & Row>(queryOf(population), parametersOf(question));
  return rows.map((row) => ({
    ...combinationOf(row, question.demographics),
    secret: textsOf(row, population.secret),
    numbers: numbersOf(row, [...ATTRIBUTES, ...population.secret]),
  }));
}

/** The cases of a population to which a model is fitted; people are numbered anew in every answer. */
export async function readCases(tx: pg.PoolClient, population: Population, question: CohortQuestion): Promise<CaseRow[]> {
  const { rows } = await tx.query<Row>(queryOf(population), parametersOf(question));
  const labels = population.labels ?? [];
  return rows.map((row) => ({
    person: Number(row['person']),
    secret: textsOf(row, population.secret),
    labels: textsOf(row, labels),
    numbers: numbersOf(row, ['person', ...population.secret, ...labels]),
  }));
}

const ATTRIBUTES = ['team', 'level', 'location', 'tenure', 'special'];

function textsOf(row: Row, columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const value = row[column];
      return typeof value === 'string' ? [[column, value] as const] : [];
    }),
  );
}

function numbersOf(row: Row, others: readonly string[]): Record<string, number> {
  const numbers = Object.entries(row).filter(([column]) => !others.includes(column));
  return Object.fromEntries(numbers.map(([column, value]) => [column, Number(value ?? 0)]));
}

/** Which of these files had any row at all, as known at the load. */
export async function filesLoaded(tx: pg.PoolClient, files: readonly string[], loadNo: number): Promise<ReadonlySet<string>> {
  const loaded = new Set<string>();
  for (const file of files) {
    // A file is one of those that populations name, never an input.
    const table = file === 'tracks' ? 'tracks.track' : `microdata.${file}`;
    const { rows } = await tx.query<{ loaded: boolean }>(`select exists (select from ${table} where load_no <= $1) as loaded`, [
      loadNo,
    ]);
    if (rows[0]?.loaded) loaded.add(file);
  }
  return loaded;
}
