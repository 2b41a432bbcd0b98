import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../access/index.js';
import type { Job } from '../types/load.types.js';
import { WORK, type WorkKind } from '../work-kinds.js';
import { Database } from './database.js';

type JobRow = Omit<Job, 'label'> & { readonly kind: WorkKind };

const JOB = `select progress_id::text as id, kind, subject, step, done, total, state, message, asked_at as "askedAt", ended_at as "endedAt"
  from jobs.progress`;

/** Work that needs a login which the web process does not have: it is asked of the worker, and watched. */
@Injectable()
export class Work {
  constructor(private readonly database: Database) {}

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

  /** What is under way, and what ended in the last day; the newest first. */
  async list(): Promise<Job[]> {
    return this.find(`where state in ('waiting', 'running') or ended_at > now() - interval '1 day'`, []);
  }

  async one(id: string): Promise<Job | null> {
    return /^\d{1,15}$/.test(id) ? ((await this.find('where progress_id = $1', [id]))[0] ?? null) : null;
  }

  private async find(condition: string, parameters: unknown[]): Promise<Job[]> {
    const { rows } = await this.database.reader.query<JobRow>(
      `${JOB} ${condition} order by progress_id desc limit 100`,
      parameters,
    );
    return rows.map((row) => ({
      ...row,
      label: WORK[row.kind].label(row.subject),
      askedAt: new Date(row.askedAt).toISOString(),
      endedAt: row.endedAt && new Date(row.endedAt).toISOString(),
    }));
  }
}
