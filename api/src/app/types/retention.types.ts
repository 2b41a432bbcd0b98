import { ObjectType } from '@nestjs/graphql';
import { Ruled, Said } from '../schema/ruled.js';

@ObjectType({ description: 'What the next retention run will delete of one class of files.' })
export class RetentionClass {
  @Said(() => String, 'retention', 'The class of files, in words.')
  label!: string;
  @Ruled(() => String, 'retention', 'Rows about days before this one go.')
  before!: string;
  @Ruled(() => String, 'retention', 'About how many, in words: none, fewer than 10, about 120.')
  amount!: string;
}

@ObjectType({ description: 'When data are deleted because the policy keeps them no longer.' })
export class Retention {
  @Ruled(() => String, 'retention', 'When that was done last; null where it never was.', { nullable: true })
  lastRunAt!: string | null;
  @Ruled(() => String, 'retention', 'The day of the next run; null until what it will delete was counted.', { nullable: true })
  dueOn!: string | null;
  @Ruled(() => String, 'retention', 'The day on which it was counted.', { nullable: true })
  countedOn!: string | null;
  @Ruled(() => [RetentionClass], 'retention', 'What the next run will delete, as it looks now.')
  classes!: RetentionClass[];
}
