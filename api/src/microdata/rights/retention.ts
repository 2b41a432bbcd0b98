import type pg from 'pg';
import type { CalendarDate } from '../../kernel/index.js';

/** What a retention run found of one class of files. */
export interface RetiredClass {
  readonly fileClass: string;
  /** Rows about days before this one are over. */
  readonly before: CalendarDate;
  readonly rows: number;
}

export interface RetentionRun {
  /** Months by class of files, as the policy says. */
  readonly months: Readonly<Record<string, number>>;
  readonly today: CalendarDate;
  /** Otherwise rows are counted and nothing is changed. */
  readonly carryOut: boolean;
}

/** Deletes what is older than the policy says, in all versions, or tells what would go. */
export async function runRetention(
  tx: pg.Pool | pg.PoolClient,
  { months, today, carryOut }: RetentionRun,
): Promise<RetiredClass[]> {
  const { rows } = await tx.query<RetiredClass>(
    `select file_class as "fileClass", cutoff::text as before, rows_over::float8 as rows from microdata.retain($1, $2, $3)`,
    [JSON.stringify(months), today, carryOut],
  );
  return rows;
}
