import crypto from 'node:crypto';
import { canonicalJson } from '../../api/src/kernel/index.js';
import type { TestInstallation } from '../support/database.js';
import { DOCUMENT } from './made-up-records.js';

/** The audit of the programme, signed by two as its pages would do it. */
export async function signAudit(installation: TestInstallation): Promise<void> {
  const document = canonicalJson(DOCUMENT);
  const reader = installation.pool('reader');
  await reader.query(
    `insert into audits.record (audit_id, record_no, document, hash, signed_by, signed_role)
     select audit_id, 1, $1, $2, 'one', 'engineering-manager' from audits.audit where scope = ''`,
    [document, `sha256:${crypto.createHash('sha256').update(document).digest('hex')}`],
  );
  await reader.query(
    `insert into audits.record_step (record_id, step, taken_by, taken_role)
     select record_id, 'countersigned', 'another', 'programme-owner' from audits.record`,
  );
}
