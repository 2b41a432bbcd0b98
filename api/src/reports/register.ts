import crypto from 'node:crypto';
import type pg from 'pg';
import { type Keys, Refusal } from '../platform/index.js';
import { type FormatKey, isFormat } from './formats.js';
import { definitionOf, readReport, type ReportFile, writeReport } from './make-report.js';
import type { ReportDefinition } from './model/model.js';
import { PROGRAMME_REPORT } from './model/subject.js';
import type { MeasureWords } from './model/words.js';

type Wanted = Omit<ReportDefinition, 'releaseId'>;
type Kept = Omit<Wanted, 'subject' | 'recordsUntil' | 'language'> & Partial<Wanted>;

/** A report that was made, as a list shows it. */
export interface MadeReport {
  readonly id: string;
  readonly code: string;
  readonly format: FormatKey;
  readonly definition: ReportDefinition;
  readonly period: string;
  /** Whether a restatement took the place of its release. */
  readonly superseded: boolean;
  readonly name: string;
  readonly hash: string;
  readonly bytes: number;
  readonly madeAt: Date;
}

/** Notes what somebody asks for. @param tx the reader's. @returns the number under which the worker finds it. */
export async function askForReport(
  tx: pg.Pool,
  { releaseId, ...wanted }: ReportDefinition,
  { format, by }: { readonly format: FormatKey; readonly by: string },
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>('select reports.ask($1, $2, $3, $4)::text as id', [
    releaseId,
    format,
    JSON.stringify(wanted),
    by,
  ]);
  return rows[0]?.id ?? '';
}

/** How far the making of a report is. */
export type TellReport = (progress: { readonly step: string; readonly done: number; readonly total: number }) => void;

interface Tools {
  readonly curator: pg.Pool;
  readonly keys: Keys;
  readonly measures: readonly MeasureWords[];
}

/** Makes what was asked for, and keeps the file. @throws Refusal as `readReport` and the writers do. */
export async function makeReport({ curator, keys, measures }: Tools, wish: string, tell: TellReport): Promise<ReportFile> {
  const { rows } = await curator.query<{ releaseId: string; format: string; definition: Wanted; by: string }>(
    'select release_id as "releaseId", format, definition, asked_by as by from reports.wish where wish_id = $1',
    [wish],
  );
  const [found] = rows;
  if (!found || !isFormat(found.format)) throw new Refusal('wish-unknown', 'There is no such wish. Ask for the report again.');
  tell({ step: 'Reading the release', done: 0, total: 3 });
  const definition = checked({ releaseId: found.releaseId, ...found.definition });
  const model = await readReport(curator, definition, measures);
  tell({ step: 'Writing the file', done: 1, total: 3 });
  const file = await writeReport(model, found.format, keys);
  tell({ step: 'Keeping it', done: 2, total: 3 });
  await keepReport(curator, file, { definition, by: found.by });
  await curator.query('update reports.wish set code = $2 where wish_id = $1', [wish, file.code]);
  return file;
}

/** A definition as it was kept, asked about again: what it allows may have changed since. */
function checked({ branch, subject, ...kept }: ReportDefinition): ReportDefinition {
  const about = subject.kind === 'audit' ? { audit: subject.scope } : subject.kind === 'track' ? { track: subject.track } : {};
  return definitionOf({ ...kept, ...about, branch: branch ?? undefined });
}

/** Keeps a file, so that it can be fetched and verified. The same report is kept once. */
export async function keepReport(
  tx: pg.Pool,
  { code, format, name, bytes }: ReportFile,
  { definition: { releaseId, ...wanted }, by }: { readonly definition: ReportDefinition; readonly by: string },
): Promise<void> {
  await tx.query(
    `insert into reports.made (code, format, release_id, definition, name, hash, content, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (code, format) do nothing`,
    [code, format, releaseId, JSON.stringify(wanted), name, hashOf(bytes), bytes, by],
  );
}

const hashOf = (bytes: Buffer): string => `sha256:${crypto.createHash('sha256').update(bytes).digest('hex')}`;

const LISTED = `select m.report_id::text as id, m.code, m.format, m.release_id as "releaseId", m.definition, r.period,
  not r.current as superseded, m.name, m.hash, length(m.content) as bytes, m.made_at as "madeAt"
  from reports.made m join release.published_release r using (release_id)`;

type Row = Omit<MadeReport, 'definition'> & { readonly releaseId: string; readonly definition: Kept };

/** Reports that were made before there were others are of the programme. */
const listed = ({ releaseId, definition, ...row }: Row): MadeReport => ({
  ...row,
  definition: { releaseId, subject: PROGRAMME_REPORT, recordsUntil: row.madeAt.toISOString(), language: 'en', ...definition },
});

/** What was made, the newest first. Who may know of which is for the caller to say, by `mayReceive`. */
export async function listReports(tx: pg.Pool): Promise<MadeReport[]> {
  const { rows } = await tx.query<Row>(`${LISTED} order by m.report_id desc limit 500`);
  return rows.map(listed);
}

/** One report with its file; null where there is none of this number. */
export async function fetchReport(tx: pg.Pool, id: string): Promise<(MadeReport & { readonly content: Buffer }) | null> {
  if (!/^\d{1,15}$/.test(id)) return null;
  const { rows } = await tx.query<Row>(`${LISTED} where m.report_id = $1`, [id]);
  const file = await tx.query<{ content: Buffer }>('select content from reports.made where report_id = $1', [id]);
  const [row, content] = [rows[0], file.rows[0]?.content];
  return row && content ? { ...listed(row), content } : null;
}

/** What is kept of a printed code, or of the hash of a file. */
export async function reportsLike(
  tx: pg.Pool,
  { code, hash }: { readonly code: string | null; readonly hash: string | null },
): Promise<MadeReport[]> {
  const { rows } = await tx.query<Row>(`${LISTED} where m.code = $1 or m.hash = $2 order by m.format`, [code, hash]);
  return rows.map(listed);
}
