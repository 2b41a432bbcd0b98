import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../access/index.js';
import { record } from '../../audit-trail/index.js';
import { Database } from '../reading/database.js';
import { logFault } from '../schema/errors.js';

/** Puts on the trail who was refused what. Somebody signed out is refused everything and leaves no entry. */
@Injectable()
export class Denials {
  constructor(private readonly database: Database) {}

  note(viewer: Viewer | null, what: string | { path?: string } | undefined): void {
    if (!viewer) return;
    const subject = typeof what === 'string' ? what : (what?.path ?? '');
    record(this.database.reader, { id: viewer.accountId, role: viewer.role }, { action: 'access.denied', subject }).catch(
      (fault: unknown) => logFault('trail.fault', fault),
    );
  }
}
