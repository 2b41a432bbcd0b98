import type pg from 'pg';
import type { CaseRow, TallyRow } from '../../kernel/index.js';
import { type AttributeRow, combinationOf } from './combination.js';
import type { GatheredQuestion } from './gathered.js';
import { GIVEN, parametersOf } from './question.js';

/**
 * Who or what a measure counts, as one query: rows of the finest combination of attributes and secret columns, with
 * numbers that add up over combinations.
 *
 * The query is a list of steps and a last `select`, without the word `with`, over what is gathered and the microdata;
 * parameters $1 to $9 are those of `GIVEN`. A tally gives the combination of attributes (or, of what is no person, the columns
 * team, level, location, tenure, special), its secret columns, and numbers; cases, of which a model is made, give person, its
 * secret columns, its labels, and numbers.
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

type Row = Readonly<Record<string, unknown>>;
type TalliedRow = Row & AttributeRow & { readonly combination?: number };

const queryOf = ({ sql }: Population): string => `with ${GIVEN}, ${sql}`;

/** The rows of a population that is tallied. */
export async function readTally(tx: pg.PoolClient, population: Population, question: GatheredQuestion): Promise<TallyRow[]> {
  const { rows, fields } = await tx.query<TalliedRow>(queryOf(population), parametersOf(question));
  const numbers = numbersIn(fields, [...ATTRIBUTES, ...population.secret]);
  const secrets = new Map<string, Readonly<Record<string, string>>>();
  // Few secret columns, few texts in them: rows that say the same share one object.
  const secretOf = (row: Row): Readonly<Record<string, string>> => {
    const name = JSON.stringify(population.secret.map((column) => row[column]));
    const known = secrets.get(name) ?? textsOf(row, population.secret);
    secrets.set(name, known);
    return known;
  };
  return inOrder(rows).map((row) => {
    const { open, special } = question.combinations[row.combination ?? NaN] ?? combinationOf(row, question.demographics);
    return { open, special, secret: secretOf(row), numbers: numbersOf(row, numbers) };
  });
}

/** In one order whatever the plan of the query was, so that sums over them round alike. */
const inOrder = (rows: TalliedRow[]): TalliedRow[] => rows.sort((a, b) => (a.combination ?? 0) - (b.combination ?? 0));

/** The cases of a population to which a model is fitted; people are numbered anew in every answer. */
export async function readCases(tx: pg.PoolClient, population: Population, question: GatheredQuestion): Promise<CaseRow[]> {
  const { rows, fields } = await tx.query<Row>(queryOf(population), parametersOf(question));
  const labels = population.labels ?? [];
  const numbers = numbersIn(fields, ['person', ...population.secret, ...labels]);
  return rows.map((row) => ({
    person: Number(row['person']),
    secret: textsOf(row, population.secret),
    labels: textsOf(row, labels),
    numbers: numbersOf(row, numbers),
  }));
}

const ATTRIBUTES = ['combination', 'team', 'level', 'location', 'tenure', 'special'];

function textsOf(row: Row, columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const value = row[column];
      return typeof value === 'string' ? [[column, value] as const] : [];
    }),
  );
}

const numbersIn = (fields: readonly pg.FieldDef[], others: readonly string[]): string[] =>
  fields.map(({ name }) => name).filter((name) => !others.includes(name));

function numbersOf(row: Row, columns: readonly string[]): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const column of columns) numbers[column] = Number(row[column] ?? 0);
  return numbers;
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
