import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Permission, Viewer } from '../../access/index.js';
import { type Actor, recordMany, type TrailEntry } from '../../audit-trail/index.js';
import { Database } from '../reading/database.js';
import { logFault } from '../schema/errors.js';
import { actorOf, circumstances } from './actor.js';

/** What was read, and by which row of the policy. */
export interface ReadNote {
  readonly action: `${string}.read`;
  readonly subject: string;
  readonly by: Permission;
}

interface Read {
  readonly actor: Actor;
  readonly action: string;
  readonly subject: string;
  readonly details: NonNullable<TrailEntry['details']>;
  times: number;
}

const SECOND = 1000;
/** More than anybody reads in a second; a database that is away for long must not fill the memory. */
const MOST_WAITING = 20_000;

/** Puts on the trail who read what, once a second: reading waits for nothing. */
@Injectable()
export class ReadLog implements OnModuleDestroy {
  private reads = new Map<string, Read>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  note(viewer: Viewer | null, { action, subject, by }: ReadNote): void {
    if (!viewer) return;
    const details = circumstances(viewer, by);
    const key = [viewer.accountId, action, subject, details.previewOf ?? ''].join(' ');
    const known = this.reads.get(key);
    if (known) known.times += 1;
    else if (this.reads.size < MOST_WAITING) this.reads.set(key, { actor: actorOf(viewer), action, subject, details, times: 1 });
    this.timer ??= setTimeout(() => void this.flush(), SECOND);
  }

  async onModuleDestroy(): Promise<void> {
    await this.flush();
  }

  private async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const reads = [...this.reads.values()];
    this.reads = new Map();
    const entries = reads.map(({ times, details, ...read }) => ({ ...read, details: { ...details, times } }));
    await recordMany(this.database.reader, entries).catch((fault: unknown) => logFault('trail.fault', fault));
  }
}
