import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Viewer } from '../../access/index.js';
import { record } from '../../audit-trail/index.js';
import { Database } from '../reading/database.js';
import { logFault } from '../schema/errors.js';
import { actorOf, circumstances } from './actor.js';

/** How long the same refusal is counted rather than written again: of an account, and of whoever is not signed in. */
const OF_AN_ACCOUNT = 1000;
const OF_NOBODY = 60_000;

/** More different refusals than these at a time are one attack; the rest of them is counted under one name. */
const MOST_AT_A_TIME = 300;
const MORE = 'more than fits here';

interface Known {
  readonly viewer: Viewer | null;
  readonly subject: string;
  readonly written: Promise<void>;
  readonly timer: NodeJS.Timeout;
  again: number;
}

/**
 * Puts on the trail who was refused what, before they hear it. Who is refused the same again soon is counted, and the count
 * follows: nobody can fill the trail by being refused.
 */
@Injectable()
export class Denials implements OnModuleDestroy {
  private readonly known = new Map<string, Known>();

  constructor(private readonly database: Database) {}

  /** @returns when it is written; the answer waits for that. */
  note(viewer: Viewer | null, what: string): Promise<void> {
    const subject = this.known.size < MOST_AT_A_TIME ? what : MORE;
    const key = `${viewer?.accountId ?? ''} ${subject}`;
    const known = this.known.get(key) ?? this.begin(key, viewer, subject);
    known.again += 1;
    return known.written;
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.known.keys()].map((key) => this.end(key)));
  }

  private begin(key: string, viewer: Viewer | null, subject: string): Known {
    const timer = setTimeout(() => void this.end(key), viewer ? OF_AN_ACCOUNT : OF_NOBODY).unref();
    const known: Known = { viewer, subject, timer, written: this.write(viewer, subject, 1), again: -1 };
    this.known.set(key, known);
    return known;
  }

  private async end(key: string): Promise<void> {
    const known = this.known.get(key);
    this.known.delete(key);
    if (!known) return;
    clearTimeout(known.timer);
    await known.written;
    if (known.again > 0) await this.write(known.viewer, known.subject, known.again);
  }

  // A trail that cannot be written to makes no refusal an answer.
  private async write(viewer: Viewer | null, subject: string, times: number): Promise<void> {
    const details = { ...circumstances(viewer, undefined), times };
    await record(this.database.reader, actorOf(viewer), { action: 'access.denied', subject, details }).catch((fault: unknown) =>
      logFault('trail.fault', fault),
    );
  }
}
