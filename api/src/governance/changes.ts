import { t } from '#language';
import type pg from 'pg';
import { listPolicies } from './policies.js';

/** Something that changed about how people are protected or data are treated. */
export interface GovernanceChange {
  readonly on: Date;
  readonly what: string;
  readonly why: string;
}

/** Why a policy was proposed: what people wrote as they wrote it, what the product says in the reader's language. */
export const whyInWords = ({ proposedBy, why }: { readonly proposedBy: string; readonly why: string }): string =>
  proposedBy === 'product' ? t('The policy that every installation begins with.') : why;

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
        what:
          proposedBy === 'product'
            ? t('Policy {version} holds from the beginning.', { version })
            : t('Policy {version} was proposed.', { version }),
        why: whyInWords({ proposedBy, why }),
      },
      ...(decidedAt
        ? [
            {
              on: decidedAt,
              what:
                state === 'approved'
                  ? t('Policy {version} was approved. It holds from {from} on.', { version, from: effectiveFrom ?? '' })
                  : t('Policy {version} was rejected.', { version }),
              why: decisionWhy ?? '',
            },
          ]
        : []),
    ]),
    ...settings.map(({ version, on }) => ({ on, what: t('Settings were changed (version {version}).', { version }), why: '' })),
  ];
  return changes.sort((a, b) => b.on.getTime() - a.on.getTime());
}
