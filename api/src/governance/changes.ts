import type pg from 'pg';
import { listPolicies } from './policies.js';

/** Something that changed about how people are protected or data are treated. */
export interface GovernanceChange {
  readonly on: Date;
  readonly what: string;
  readonly why: string;
}

/** The log of changes that everybody can read, the newest first. */
export async function listChanges(tx: pg.Pool): Promise<GovernanceChange[]> {
  const policies = await listPolicies(tx);
  const { rows: settings } = await tx.query<{ version: number; on: Date }>(
    'select version, known_at as "on" from governance.settings order by version',
  );
  const changes = [
    ...policies.flatMap(({ version, proposedBy, proposedAt, why, state, decidedAt, decisionWhy, effectiveFrom }) => [
      {
        on: proposedAt,
        what: proposedBy === 'product' ? `Policy ${version} holds from the beginning.` : `Policy ${version} was proposed.`,
        why,
      },
      ...(decidedAt
        ? [
            {
              on: decidedAt,
              what:
                state === 'approved'
                  ? `Policy ${version} was approved. It holds from ${effectiveFrom ?? ''} on.`
                  : `Policy ${version} was rejected.`,
              why: decisionWhy ?? '',
            },
          ]
        : []),
    ]),
    ...settings.map(({ version, on }) => ({ on, what: `Settings were changed (version ${version}).`, why: '' })),
  ];
  return changes.sort((a, b) => b.on.getTime() - a.on.getTime());
}
