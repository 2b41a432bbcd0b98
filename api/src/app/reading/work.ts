import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type FindOptionsWhere, In, Raw, Repository } from 'typeorm';
import type { Viewer } from '../../access/index.js';
import { record } from '../../audit-trail/index.js';
import { actorOf, circumstances } from '../http/actor.js';
import type { Job } from '../types/load.types.js';
import { WORK, type WorkKind } from '../work-kinds.js';
import { Database } from './database.js';
import { ProgressRow } from './progress.entity.js';

const UNDER_WAY = In(['waiting', 'running']);
const LAST_DAY = Raw((column) => `${column} > now() - interval '1 day'`);

/** Work that needs a login which the web process does not have: it is asked of the worker, and watched. */
@Injectable()
export class Work {
  constructor(
    private readonly database: Database,
    @InjectRepository(ProgressRow) private readonly progress: Repository<ProgressRow>,
  ) {}

  /** Puts work into the queue; the same work already under way is not asked twice. */
  async ask(viewer: Viewer, kind: WorkKind, subject: string): Promise<Job> {
    const { rows } = await this.database.reader.query<{ id: string }>('select jobs.ask($1, $2, $3)::text as id', [
      kind,
      subject,
      viewer.accountId,
    ]);
    const job = await this.one(rows[0]?.id ?? '');
    if (!job) throw new Error('jobs.ask returned no work');
    return job;
  }

  /** Cancels a build or a report that waits or runs; null where there is none of this kind. A running one ends a moment later. */
  async cancel(viewer: Viewer, id: string, kind: WorkKind): Promise<Job | null> {
    const known = await this.one(id);
    if (known?.kind !== kind) return null;
    const { rows } = await this.database.reader.query<{ found: boolean }>('select jobs.cancel($1, $2) as found', [
      id,
      viewer.accountId,
    ]);
    if (!rows[0]?.found) return null;
    const details = circumstances(viewer, { verb: 'write', resource: WORK[known.kind].resource });
    await record(this.database.reader, actorOf(viewer), { action: `${known.kind}.cancel`, subject: known.subject, details });
    return this.one(id);
  }

  /** What is under way, and what ended in the last day; the newest first. */
  async list(): Promise<Job[]> {
    return this.find([{ state: UNDER_WAY }, { endedAt: LAST_DAY }]);
  }

  async one(id: string): Promise<Job | null> {
    return /^\d{1,15}$/.test(id) ? ((await this.find({ id }))[0] ?? null) : null;
  }

  /** How far the work of a kind is that was asked for last, or null when none is under way. */
  async underWay(kind: WorkKind): Promise<Pick<Job, 'done' | 'total'> | null> {
    return this.progress.findOne({ where: { kind, state: UNDER_WAY }, order: { id: 'DESC' } });
  }

  private async find(where: FindOptionsWhere<ProgressRow> | FindOptionsWhere<ProgressRow>[]): Promise<Job[]> {
    return (await this.progress.find({ where, order: { id: 'DESC' }, take: 100 })).map(jobOf);
  }
}

function jobOf({ askedAt, endedAt, ...row }: ProgressRow): Job {
  return {
    ...row,
    label: WORK[row.kind].label(row.subject),
    askedAt: askedAt.toISOString(),
    endedAt: endedAt && endedAt.toISOString(),
  };
}
