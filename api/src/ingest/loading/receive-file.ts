import type pg from 'pg';
import type { WriteRights } from '../../access/index.js';
import type { StagingPlace } from '../../microdata/index.js';
import { inTransaction, type Keys, Refusal } from '../../platform/index.js';
import type { Secrets } from '../cells/encode.js';
import { type FilePlan, planFile, tableName } from '../cells/file-plan.js';
import { type RowError, RowEncoder } from '../cells/row-encoder.js';
import { knownNames, mapHeader } from '../profiles/mapped-header.js';
import { MappedRows } from '../profiles/mapped-rows.js';
import type { SourceProfile } from '../profiles/profile.js';
import type { FileDescription } from '../files/index.js';
import { Pseudonyms } from '../pseudonyms.js';
import { asUtf8, UnreadableFile } from '../reading/encoding.js';
import { fileCalled, type Header, missingColumns, readHeader, recognise } from '../reading/header.js';
import { longestRow, RowReader, TornFile } from '../reading/row-reader.js';
import { type FileRefusal, type Remark, remark } from '../remarks.js';
import { sealWith } from '../seal.js';
import type { IngestSettings } from '../settings.js';
import { CopyTarget } from './copy-target.js';
import { Fingerprint } from './fingerprint.js';
import { checkRights } from './write-rights.js';

/** What receiving needs beside the database. */
export interface IngestContext {
  readonly keys: Keys;
  readonly settings: IngestSettings;
  /** What the sender may write; absent for a person, who may write everything. */
  readonly rights?: WriteRights;
  /** How the columns of this source are called; absent where they are the dictionary's own. */
  readonly profile?: SourceProfile | null;
}

/** What became of a file: numbers and remarks that its sender may know. */
export interface ReceivedFile {
  readonly part: number;
  readonly file: string;
  readonly state: 'received' | 'refused';
  readonly accepted: number;
  readonly rejected: number;
  readonly remarks: readonly Remark[];
}

/** How far receiving is: bytes of the file, and rows taken or rejected. */
export type Progress = (bytes: number, rows: number) => void;

/** A file as it comes: its name, its bytes, and who wants to hear how far it is. */
export interface IncomingFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Buffer>;
  readonly progress?: Progress;
}

/** The file as a whole cannot be taken; the load goes on without it. */
class FileRefused extends Error {
  constructor(readonly remark: Remark) {
    super(remark.code);
  }
}

/**
 * Takes one file into the waiting rows of a load: recognises it, checks every row by itself, replaces identifiers by
 * keyed hashes, and copies. Nothing is written to disk here, memory does not grow with the file, and nothing of its
 * content is in the answer.
 *
 * @throws what the stream or the database throws; the file is then marked as not whole, and the load cannot stand.
 */
export async function receiveFile(
  pool: pg.Pool,
  context: IngestContext,
  loadId: string,
  file: IncomingFile,
): Promise<ReceivedFile> {
  const part = await openPart(pool, loadId, fileCalled(file.name)?.name ?? 'unrecognised');
  try {
    return await receive(pool, context, { loadId, part }, file);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    await refusePart(pool, { loadId, part }, error.remark);
    const name = fileCalled(file.name)?.name ?? 'unrecognised';
    return { part, file: name, state: 'refused', accepted: 0, rejected: 0, remarks: [error.remark] };
  }
}

/** More columns than these nobody fills in for every session; identifiers are the system's own. */
const MOST_SESSION_COLUMNS = 5;
const isFilledIn = ({ description }: FilePlan['main'][number]): boolean => description.type.kind !== 'identifier';

type Place = StagingPlace;

async function receive(pool: pg.Pool, context: IngestContext, place: Place, file: IncomingFile): Promise<ReceivedFile> {
  const text = asUtf8(counted(file.bytes));
  const { header: found, rest, line } = await readHead(text, context.profile);
  const mapped = context.profile ? mapHeader(context.profile, found) : undefined;
  const header = mapped?.header ?? found;
  const description = describe(mapped ? `${mapped.file.name}.csv` : file.name, header);
  if (context.rights) checkRights(context.rights, description, header.names);
  const plan = planFile(description, header, context.settings, secretsOf(context));
  const encoder = new RowEncoder(plan, header.names.length);
  const lines = (index: number): boolean =>
    mapped ? mapped.unread.includes(found.names[index] ?? '') : mayBreak(description, header, index);
  const shape = { separator: header.separator, width: found.names.length, lines, firstLine: line };
  const rows = mapped && context.profile ? new MappedRows(mapped, context.profile.dates, found.names.length, encoder) : encoder;
  const reader = new RowReader(shape, rows);
  const fingerprint = new Fingerprint(context.keys, description.name);
  await withTarget(pool, plan, place, async (send) => {
    let bytes = rest.length;
    take(reader, rest);
    for await (const chunk of text) {
      take(reader, chunk);
      bytes += chunk.length;
      await send(encoder, fingerprint, false);
      file.progress?.(bytes, encoder.accepted + encoder.rejected);
    }
    finish(reader);
    await send(encoder, fingerprint, true);
  });
  return closePart(pool, place, { plan, encoder, fingerprint, unread: mapped?.unread ?? [] });
}

function secretsOf({ keys, settings }: IngestContext): Secrets {
  return { pseudonyms: new Pseudonyms(keys.read('pseudonym')), themes: settings.themes, seal: sealWith(keys.read('notes')) };
}

/** Line breaks inside quotes are expected in free text, and in columns that are not read anyway. */
function mayBreak(file: FileDescription, header: Header, index: number): boolean {
  const column = file.columns.find(({ name }) => name === header.names[index]);
  return column === undefined ? !header.names[index]?.startsWith('demo_') : column.type.kind === 'notes';
}

function describe(name: string, header: Header): FileDescription {
  const file = recognise(name, header);
  if (!file) throw new FileRefused(remark('unknown-file'));
  const missing = missingColumns(file, header);
  if (missing.length > 0) throw new FileRefused(remark('missing-columns', missing));
  const known = new Set(file.columns.map((column) => column.name));
  const doubled = header.names.filter(
    (column, at) => header.names.indexOf(column) !== at && (known.has(column) || column.startsWith('demo_')),
  );
  if (doubled.length > 0) throw new FileRefused(remark('doubled-columns', [...new Set(doubled)]));
  return file;
}

interface Head {
  readonly header: Header;
  /** What came with the header and is no part of it. */
  readonly rest: Buffer;
  /** Line on which the rest begins. */
  readonly line: number;
}

/** Reads up to the end of the header; blank lines and a spreadsheet's `sep=;` before it are passed over. */
async function readHead(text: AsyncGenerator<Buffer>, profile: IngestContext['profile']): Promise<Head> {
  const names = profile ? knownNames(profile) : undefined;
  let bytes: Buffer = Buffer.alloc(0);
  for (let line = 1; ; line++) {
    bytes = await withWholeLine(bytes, text);
    const end = lineEnd(bytes) < 0 ? bytes.length : lineEnd(bytes);
    const first = bytes.subarray(0, end);
    const rest = bytes.subarray(Math.min(afterBreak(bytes, end), bytes.length));
    if (!/^(?:\s*|sep=.)$/i.test(first.toString('latin1')))
      return { header: readHeader(Buffer.from(first), names), rest, line: line + 1 };
    if (rest.length === 0 && end === bytes.length) throw new FileRefused(remark('empty'));
    bytes = rest;
  }
}

/** Reads on until a line is whole, or the text ends. A header is never longer than a row may be. */
async function withWholeLine(begun: Buffer, text: AsyncGenerator<Buffer>): Promise<Buffer> {
  let bytes = begun;
  while (lineEnd(bytes) < 0) {
    if (bytes.length > longestRow) throw new FileRefused(remark('unknown-file'));
    const next = await nextChunk(text);
    if (!next) return bytes;
    bytes = Buffer.concat([bytes, next]);
  }
  return bytes;
}

function lineEnd(bytes: Buffer): number {
  const lf = bytes.indexOf(0x0a);
  const cr = bytes.indexOf(0x0d);
  if (cr < 0 || (lf >= 0 && lf < cr)) return lf;
  // The last byte may be the first half of a CRLF.
  return cr === bytes.length - 1 ? lf : cr;
}

function afterBreak(bytes: Buffer, end: number): number {
  return bytes[end] === 0x0d && bytes[end + 1] === 0x0a ? end + 2 : end + 1;
}

async function nextChunk(text: AsyncGenerator<Buffer>): Promise<Buffer | undefined> {
  try {
    const next = await text.next();
    return next.done ? undefined : next.value;
  } catch (error) {
    if (error instanceof UnreadableFile) throw new FileRefused(remark(error.reason));
    throw error;
  }
}

function take(reader: RowReader, chunk: Buffer): void {
  try {
    reader.push(chunk);
  } catch (error) {
    throw refusalFor(error, 'torn');
  }
}

function finish(reader: RowReader): void {
  try {
    reader.end();
  } catch (error) {
    throw refusalFor(error, 'torn');
  }
}

function refusalFor(error: unknown, code: FileRefusal): unknown {
  return error instanceof TornFile ? new FileRefused(remark(code)) : error;
}

async function* counted(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) if (chunk.length > 0) yield chunk;
}

type Send = (encoder: RowEncoder, fingerprint: Fingerprint, all: boolean) => Promise<void>;

/** Runs `work`, which sends rows for the file's own table and for its side table. All are kept, or none. */
async function withTarget(pool: pg.Pool, plan: FilePlan, place: Place, work: (send: Send) => Promise<void>): Promise<void> {
  const main = { table: tableName(plan.file.table), columns: plan.mainColumns };
  const side = plan.sideTable === undefined ? [] : [{ table: plan.sideTable, columns: plan.sideColumns }];
  const target = await CopyTarget.open(pool, place, [main, ...side]);
  try {
    await work(async (encoder, fingerprint, all) => {
      if (all || encoder.main.full) await target.send(main.table, fingerprint.ofMain(encoder.main));
      for (const { table } of all || encoder.side.full ? side : []) await target.send(table, fingerprint.ofSide(encoder.side));
    });
    await target.finish();
  } catch (error) {
    target.abandon();
    throw error;
  }
}

async function openPart(pool: pg.Pool, loadId: string, file: string): Promise<number> {
  return inTransaction(pool, async (tx) => {
    const load = await tx.query<{ state: string }>('select state from jobs.load where load_id = $1 for no key update', [loadId]);
    if (load.rows[0]?.state !== 'receiving') throw new Refusal('load-state', 'This load takes no more files.');
    const { rows } = await tx.query<{ part: number }>(
      `insert into jobs.load_file (load_id, part, file)
       select $1, coalesce(max(part), 0) + 1, $2 from jobs.load_file where load_id = $1 returning part`,
      [loadId, file],
    );
    return (rows[0] as { part: number }).part;
  });
}

async function refusePart(pool: pg.Pool, { loadId, part }: Place, why: Remark): Promise<void> {
  await pool.query(`update jobs.load_file set state = 'refused', remarks = $3 where load_id = $1 and part = $2`, [
    loadId,
    part,
    JSON.stringify([why]),
  ]);
}

interface Received {
  readonly plan: FilePlan;
  readonly encoder: RowEncoder;
  readonly fingerprint: Fingerprint;
  /** Columns of a source with a profile that are not read. */
  readonly unread: readonly string[];
}

async function closePart(
  pool: pg.Pool,
  { loadId, part }: Place,
  { plan, encoder, fingerprint, unread }: Received,
): Promise<ReceivedFile> {
  const { accepted, rejected, errors } = encoder;
  const remarks = remarksOf(plan, unread);
  await inTransaction(pool, async (tx) => {
    await tx.query(
      `update jobs.load_file set state = 'received', file = $3, accepted = $4, rejected = $5, remarks = $6, fingerprint = $7
       where load_id = $1 and part = $2`,
      [loadId, part, plan.file.name, accepted, rejected, JSON.stringify(remarks), fingerprint.digest()],
    );
    for (let at = 0; at < errors.length; at += 5000) await writeErrors(tx, { loadId, part }, errors.slice(at, at + 5000));
  });
  return { part, file: plan.file.name, state: 'received', accepted, rejected, remarks };
}

async function writeErrors(tx: pg.PoolClient, { loadId, part }: Place, errors: readonly RowError[]): Promise<void> {
  await tx.query(
    `insert into jobs.load_error (load_id, part, line, column_name, rule, message)
     select $1, $2, e.* from unnest($3::int[], $4::text[], $5::text[], $6::text[]) as e`,
    [
      loadId,
      part,
      errors.map((e) => e.line),
      errors.map((e) => e.column ?? null),
      errors.map((e) => e.rule),
      errors.map((e) => e.message),
    ],
  );
}

function remarksOf(plan: FilePlan, unread: readonly string[]): readonly Remark[] {
  const filled = plan.file.name === 'sessions' ? plan.main.filter(isFilledIn) : [];
  return [
    remark('unknown-columns', [...plan.unknown, ...unread]),
    remark('many-session-columns', filled.length > MOST_SESSION_COLUMNS ? filled.map(({ description }) => description.name) : []),
    remark('undeclared-demographics', plan.undeclared),
    remark('themes-without-codes', plan.withoutCodes),
  ].filter(({ columns }) => columns.length > 0);
}
