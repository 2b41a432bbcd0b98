import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Ruled } from '../schema/ruled.js';
import { ReleasedNumber } from './result.types.js';

@InputType({ description: 'One part of the name of a group.' })
export class GroupPart {
  @Field(() => String, { description: 'The dimension, for example team.' })
  dimension!: string;
  @Field(() => String, { description: 'The value, for example eng/platform.' })
  value!: string;
}

@ObjectType({ description: 'How a value moved since the last shown point; docs/methods/series.md states the formula.' })
export class SeriesChange {
  @Ruled(() => String, 'cells', 'The quarter that it is compared with.')
  since!: string;
  @Ruled(() => String, 'cells', 'higher or lower: by more than chance and noise explain; else withinChance.')
  verdict!: string;
  @Ruled(() => ReleasedNumber, 'cells', 'New minus old; of a ratio, new divided by old.')
  change!: ReleasedNumber;
  @Ruled(() => ReleasedNumber, 'cells', 'Its lower 95 % limit; absent where it is open.')
  lower!: ReleasedNumber;
  @Ruled(() => ReleasedNumber, 'cells', 'Its upper 95 % limit; absent where it is open.')
  upper!: ReleasedNumber;
}

@ObjectType({ description: 'One value of a point.' })
export class SeriesValue {
  @Ruled(() => String, 'cells', 'The value.')
  key!: string;
  @Ruled(() => ReleasedNumber, 'cells', 'What the release says.')
  released!: ReleasedNumber;
  @Ruled(() => SeriesChange, 'cells', 'Null for the first point, after a break, and for values without limits.', {
    nullable: true,
  })
  change!: SeriesChange | null;
}

@ObjectType({ description: 'What became of a group in one quarter.' })
export class SeriesPoint {
  @Ruled(() => String, 'cells', 'The quarter.')
  period!: string;
  @Ruled(() => String, 'cells', 'The release that it is read from: of a restated quarter, the restatement.')
  releaseId!: string;
  @Ruled(() => String, 'cells', 'shown, suppressed, notEstimable, structuralZero, notCollected; notPlanned: no such table.')
  status!: string;
  @Ruled(() => String, 'cells', 'Why there is no estimate.', { nullable: true })
  reason!: string | null;
  @Ruled(() => [SeriesValue], 'cells', 'The values; none unless shown.')
  values!: SeriesValue[];
  @Ruled(() => String, 'cells', 'How the team was called in this quarter; null where the group is none of a team.', {
    nullable: true,
  })
  team!: string | null;
  @Ruled(
    () => [String],
    'cells',
    'How its team was renamed or moved since the quarter before, in sentences: it is the same team.',
  )
  moved!: string[];
  @Ruled(() => [String], 'cells', 'Why it cannot be compared with what came before, in sentences; a figure marks it with [b].')
  breaks!: string[];
  @Ruled(() => String, 'cells', 'The release that it replaced, where the quarter was restated.', { nullable: true })
  restates!: string | null;
  @Ruled(() => [String], 'cells', 'What changed in the restatement, in sentences.')
  changed!: string[];
}
