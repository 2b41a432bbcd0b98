import { t } from '#language';
import type pg from 'pg';
import type { CalendarDate } from '../kernel/index.js';

/** One class of files in a run: rows about days before `before` go. */
export interface RetiredAmount {
  readonly fileClass: string;
  readonly before: CalendarDate;
  /** none, fewer than 10, about 120. */
  readonly amount: string;
}

/** What the next run will delete, as it looked on the day it was counted. */
export interface RetentionOutlook {
  readonly dueOn: CalendarDate;
  readonly countedOn: CalendarDate;
  readonly policy: string;
  readonly classes: readonly RetiredAmount[];
}

export interface RetentionState {
  readonly lastRun: { readonly ranAt: Date; readonly policy: string } | null;
  /** Null until the worker has counted for the first time. */
  readonly outlook: RetentionOutlook | null;
}

type Database = pg.Pool | pg.PoolClient;

/** When data were deleted last, and what goes next. */
export async function readRetention(tx: Database): Promise<RetentionState> {
  const [runs, outlooks] = await Promise.all([
    tx.query<{ ranAt: Date; policy: string }>(
      'select ran_at as "ranAt", policy from governance.retention_run order by run_no desc limit 1',
    ),
    tx.query<RetentionOutlook>(
      `select due_on::text as "dueOn", counted_on::text as "countedOn", policy, classes from governance.retention_outlook`,
    ),
  ]);
  return { lastRun: runs.rows[0] ?? null, outlook: outlooks.rows[0] ?? null };
}

/** Keeps that a run was done. */
export async function noteRetentionRun(
  tx: Database,
  { by, policy }: { readonly by: string; readonly policy: string },
): Promise<void> {
  await tx.query('insert into governance.retention_run (by_whom, policy) values ($1, $2)', [by, policy]);
}

/** Keeps what the next run will delete, in the place of what was thought before. */
export async function keepOutlook(tx: Database, { dueOn, countedOn, policy, classes }: RetentionOutlook): Promise<void> {
  await tx.query(
    `insert into governance.retention_outlook (due_on, counted_on, policy, classes) values ($1, $2, $3, $4)
     on conflict (only_one) do update set due_on = excluded.due_on, counted_on = excluded.counted_on,
       policy = excluded.policy, classes = excluded.classes`,
    [dueOn, countedOn, policy, JSON.stringify(classes)],
  );
}

/** Rows in words: those of few people could be told apart by an exact count. */
export function amountInWords(rows: number): string {
  if (rows === 0) return 'none';
  return rows < 10 ? 'fewer than 10' : `about ${(Math.round(rows / 10) * 10).toLocaleString('en')}`;
}

/** The same as its reader hears it. */
export function sayAmount(amount: string): string {
  const about = /^about ([\d,]+)$/.exec(amount)?.[1];
  if (amount === 'none') return t('none##rows');
  return about === undefined ? t(amount) : t('about {n, number}', { n: Number(about.replaceAll(',', '')) });
}
