import type pg from 'pg';
import type { HeavyWork } from './heavy-work.js';
import type { Keys } from '../../platform/index.js';

/** What the worker works with: logins that the web process does not have, and the keys. */
export interface WorkerTools {
  readonly ingest: pg.Pool;
  readonly curator: pg.Pool;
  readonly keys: Keys;
  readonly heavy: HeavyWork;
}

/** What was asked, and by whom. */
export interface WorkAsked {
  readonly subject: string;
  /** An account's id, or `operator`. */
  readonly askedBy: string;
  readonly begunAt: Date;
}

/** Says how far a piece of work is; pages show it, also to whoever comes back later. */
export type Tell = (progress: Progress) => void;

/** The step that now begins, after `done` of `total`. */
export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}
