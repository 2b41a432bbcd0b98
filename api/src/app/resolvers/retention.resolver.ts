import { Resolver } from '@nestjs/graphql';
import { FILE_CLASSES, readRetention, sayAmount } from '../../governance/index.js';
import { Database } from '../reading/database.js';
import { RuledQuery } from '../schema/ruled.js';
import { Retention } from '../types/retention.types.js';

/** What is deleted next, and when. */
@Resolver()
export class RetentionResolver {
  constructor(private readonly database: Database) {}

  @RuledQuery(() => Retention, 'retention', 'What retention deleted last and will delete next; amounts are words.')
  async retention(): Promise<Retention> {
    const { lastRun, outlook } = await readRetention(this.database.reader);
    return {
      lastRunAt: lastRun && lastRun.ranAt.toISOString(),
      dueOn: outlook && outlook.dueOn,
      countedOn: outlook && outlook.countedOn,
      classes: (outlook?.classes ?? []).map(({ fileClass, amount, ...one }) => ({
        ...one,
        amount: sayAmount(amount),
        label: labelOf(fileClass),
      })),
    };
  }
}

const labelOf = (key: string): string => (FILE_CLASSES as Record<string, { label: string }>)[key]?.label ?? key;
