import { t } from '#language';
import type pg from 'pg';
import { fileDescriptions } from '../files/index.js';
import { messageOf, type RuleName } from '../rules.js';

/** Why a row was rejected. Never what it says. */
export interface LoadError {
  readonly file: string;
  readonly part: number;
  readonly line: number;
  readonly column: string | null;
  readonly rule: string;
  readonly message: string;
}

/** Errors of a load in the order of its files and lines, from `offset` on. */
export async function listErrors(
  pool: pg.Pool | pg.PoolClient,
  loadId: string,
  page: { offset?: number; limit?: number } = {},
): Promise<readonly LoadError[]> {
  const { rows } = await pool.query<LoadError>(
    `select f.file, e.part, e.line, e.column_name as "column", e.rule, e.message
     from jobs.load_error e join jobs.load_file f using (load_id, part)
     where e.load_id = $1 order by e.part, e.line, e.column_name, e.rule offset $2 limit $3`,
    [loadId, page.offset ?? 0, page.limit ?? 1000],
  );
  return rows.map((error) => ({ ...error, message: sayError(error) }));
}

/** What was stored in English, in the reader's language: the rule and its column say all of it. */
function sayError({ file, column, rule, message }: LoadError): string {
  const described = fileDescriptions.find(({ name }) => name === file)?.columns.find(({ name }) => name === column);
  return described ? messageOf(rule as RuleName, described) : t(message);
}

/** The errors of a load as CSV: `file,part,line,column,rule,message`. Yields blocks of whole lines. */
export async function* errorsAsCsv(pool: pg.Pool, loadId: string): AsyncGenerator<string> {
  const limit = 5000;
  yield 'file,part,line,column,rule,message\r\n';
  for (let offset = 0; ; offset += limit) {
    const errors = await listErrors(pool, loadId, { offset, limit });
    if (errors.length > 0) yield errors.map(csvLine).join('');
    if (errors.length < limit) return;
  }
}

function csvLine({ file, part, line, column, rule, message }: LoadError): string {
  return `${file},${part},${line},${column ?? ''},${rule},"${message.replaceAll('"', '""')}"\r\n`;
}
