import { Injectable } from '@nestjs/common';
import { errorsAsCsv, listErrors, type Remark, sayRemark } from '../../ingest/index.js';
import type { Load, LoadFile, LoadProblem } from '../types/load.types.js';
import { Database } from './database.js';

const LOAD = `select load_id::text as id, load_no as number, state, source, created_at as "createdAt", known_at as "knownAt",
  withdraws::text as withdraws, sample from jobs.load`;

/** Loads as their steward sees them: how many rows, which rule, which line; never a value. */
@Injectable()
export class Loads {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  async list(): Promise<Load[]> {
    return this.find(`${LOAD} order by load_id desc limit 200`, []);
  }

  async one(id: string): Promise<Load | null> {
    if (!isNumber(id)) return null;
    return (await this.find(`${LOAD} where load_id = $1`, [id]))[0] ?? null;
  }

  /** Where rows were rejected, in the order of the files. */
  async problems(id: string, most: number): Promise<LoadProblem[]> {
    return [...(await listErrors(this.database.reader, id, { limit: most }))];
  }

  /** All of them as CSV, block by block. */
  problemsCsv(id: string): AsyncGenerator<string> {
    return errorsAsCsv(this.database.reader, id);
  }

  private async find(sql: string, parameters: unknown[]): Promise<Load[]> {
    const { rows } = await this.database.reader.query<Load>(sql, parameters);
    const files = await this.files(rows.map(({ id }) => id));
    return rows.map((row) => ({
      ...row,
      createdAt: new Date(row.createdAt).toISOString(),
      knownAt: row.knownAt && new Date(row.knownAt).toISOString(),
      files: files.filter(({ load }) => load === row.id),
    }));
  }

  private async files(loads: string[]): Promise<(LoadFile & { load: string })[]> {
    const { rows } = await this.database.reader.query<FileRow>(
      `select load_id::text as load, part, file, state, accepted::int, rejected::int, waiting::int, added::int, changed::int,
              unchanged::int, remarks
       from jobs.load_file where load_id = any($1::bigint[]) order by load_id, part`,
      [loads],
    );
    return rows.map(({ remarks, ...row }) => ({ ...row, remarks: remarks.map(sayRemark) }));
  }
}

type FileRow = Omit<LoadFile, 'remarks'> & { readonly load: string; readonly remarks: Remark[] };

/** Anything that is not the number of a load is the number of none. */
export const isNumber = (id: string): boolean => /^[1-9]\d{0,15}$/.test(id);
