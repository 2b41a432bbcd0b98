import type pg from 'pg';

/** The logins of the web process: it has no other. */
export class Database {
  constructor(
    readonly reader: pg.Pool,
    readonly auditor: pg.Pool,
  ) {}
}
