import type pg from 'pg';

/** A request of a person about their own data, as a list shows it: never whose it is. */
export interface ListedRequest {
  readonly no: string;
  readonly kind: 'erasure' | 'subject-access';
  readonly verified: string;
  readonly requestedAt: Date;
  readonly state: 'waiting' | 'done' | 'rejected';
  readonly decidedAt: Date | null;
}

/** The last hundred requests, the newest first. */
export async function listPersonRequests(tx: pg.Pool | pg.PoolClient): Promise<ListedRequest[]> {
  const { rows } = await tx.query<ListedRequest>(
    `select request_no::text as no, kind, verified, requested_at as "requestedAt", state, decided_at as "decidedAt"
     from governance.person_request order by request_no desc limit 100`,
  );
  return rows;
}

/** What is handed to somebody who was erased. It names nobody: whoever holds it knows whose it is. */
export interface ErasureCertificate {
  readonly format: 'overstory-erasure/1';
  readonly installation: string;
  readonly request: string;
  readonly carriedOutAt: string;
  /** The entry of the audit trail that speaks of it. */
  readonly trailEntry: number;
  readonly statements: readonly string[];
}

/** Says what was done, in words that are true of every erasure. */
export function erasureCertificate(facts: Omit<ErasureCertificate, 'format' | 'statements'>): ErasureCertificate {
  return {
    format: 'overstory-erasure/1',
    ...facts,
    statements: [
      'Every row about the person was deleted from every table, in all its versions and also from loads that waited.',
      'Ratings that the person alone gave were deleted. What happened in a relationship was deleted where nobody else is known in it.',
      'A keyed code of the person was kept, and nothing else: what later files say of the person is dropped unread.',
      'Two people took part: one took the request and made sure who asked, another one approved it.',
      'Published releases stay as they are. Nothing in them is about one person: every number is about a group and was moved by chance.',
      'Backups that were made before hold the person until they are overwritten; whoever restores one has to repeat this erasure.',
    ],
  };
}
