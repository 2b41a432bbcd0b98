import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Viewer } from '../../access/index.js';
import { type Actor, recordMany } from '../../audit-trail/index.js';
import { Database } from '../reading/database.js';
import { logFault } from '../schema/errors.js';

interface Read {
  readonly actor: Actor;
  readonly subject: string;
  times: number;
}

const SECOND = 1000;
/** More than anybody reads in a second; a database that is away for long must not fill the memory. */
const MOST_WAITING = 20_000;

/** Puts on the trail who read which released table, once a second: reading waits for nothing. */
@Injectable()
export class ReadLog implements OnModuleDestroy {
  private reads = new Map<string, Read>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  note(viewer: Viewer | null, subject: string): void {
    if (!viewer) return;
    const key = `${viewer.accountId} ${subject}`;
    const known = this.reads.get(key);
    if (known) known.times += 1;
    else if (this.reads.size < MOST_WAITING)
      this.reads.set(key, { actor: { id: viewer.accountId, role: viewer.role }, subject, times: 1 });
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
    const entries = reads.map(({ actor, subject, times }) => ({ actor, action: 'table.read', subject, details: { times } }));
    await recordMany(this.database.reader, entries).catch((fault: unknown) => logFault('trail.fault', fault));
  }
}
