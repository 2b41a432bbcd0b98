import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { errorsAsCsv, findLoad, type ListedLoad, listErrors, listLoads, sayRemark } from '../../ingest/index.js';
import type { Load, LoadProblem } from '../types/load.types.js';
import { Database } from './database.js';

/** Loads as their steward sees them: how many rows, which rule, which line; never a value. */
@Injectable()
export class Loads {
  constructor(
    private readonly tx: EntityManager,
    private readonly database: Database,
  ) {}

  /** The newest first. */
  async list(): Promise<Load[]> {
    return (await listLoads(this.tx)).map(loadOf);
  }

  async one(id: string): Promise<Load | null> {
    const found = await findLoad(this.tx, id);
    return found && loadOf(found);
  }

  /** Where rows were rejected, in the order of the files. */
  async problems(id: string, most: number): Promise<LoadProblem[]> {
    return [...(await listErrors(this.database.reader, id, { limit: most }))];
  }

  /** All of them as CSV, block by block. */
  problemsCsv(id: string): AsyncGenerator<string> {
    return errorsAsCsv(this.database.reader, id);
  }
}

function loadOf({ createdAt, knownAt, files, ...load }: ListedLoad): Load {
  return {
    ...load,
    createdAt: createdAt.toISOString(),
    knownAt: knownAt && knownAt.toISOString(),
    files: files.map(({ remarks, ...file }) => ({ ...file, remarks: remarks.map(sayRemark) })),
  };
}
