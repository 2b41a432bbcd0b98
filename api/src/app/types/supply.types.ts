import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { Ruled } from '../schema/ruled.js';
import { TrackInterval } from './track.types.js';

@ArgsType()
export class SupplyArgs {
  @Field(() => String, { description: 'The level whose mentors are capped.' })
  level!: string;
  @Field(() => Int, { description: 'The most mentees of one of them, 1 to 10.' })
  cap!: number;
  @Field(() => Int, { description: 'Mentors more, of other levels, 0 to 500.' })
  peers!: number;
  @Field(() => Int, { description: 'Mentees that each of them takes, 1 to 10.' })
  each!: number;
}

@ObjectType({ description: 'A level, and whether the load of its mentors is shown.' })
export class SupplyLevel {
  @Ruled(() => String, 'tracks', 'The level.')
  key!: string;
  @Ruled(() => String, 'tracks', 'The same in words.')
  label!: string;
  @Ruled(() => Boolean, 'tracks', 'Whether its load is shown: only then can it be asked about.')
  shown!: boolean;
}

@ObjectType({ description: 'A figure now, and after what is asked about.' })
export class NowAndThen {
  @Ruled(() => TrackInterval, 'tracks', 'As published.')
  now!: TrackInterval;
  @Ruled(() => TrackInterval, 'tracks', 'Expected, with the least and the most that the published limits allow.')
  then!: TrackInterval;
}

@ObjectType({ description: 'The share of requests that is served within so many days.' })
export class SupplyServed extends NowAndThen {
  @Ruled(() => Int, 'tracks', 'Days.')
  days!: number;
}

@ObjectType({ description: 'What a cap and more mentors would change, from published figures alone.' })
export class SupplyOutlook {
  @Ruled(() => NowAndThen, 'tracks', 'Mentees of a mentor of the level.')
  level!: NowAndThen;
  @Ruled(() => NowAndThen, 'tracks', 'Mentees of every other mentor, where those above the cap are taken by others.')
  others!: NowAndThen;
  @Ruled(() => NowAndThen, 'tracks', 'People who can be mentored at once.')
  places!: NowAndThen;
  @Ruled(() => [SupplyServed], 'tracks', 'How soon somebody who asks is served; empty where the wait is not shown.')
  served!: SupplyServed[];
}

@ObjectType({ description: 'The ground of a what-if, and its outcome.' })
export class SupplyWhatIf {
  @Ruled(() => String, 'tracks', 'The quarter whose figures it starts from.')
  period!: string;
  @Ruled(() => [SupplyLevel], 'tracks', 'The levels.')
  levels!: SupplyLevel[];
  @Ruled(() => SupplyOutlook, 'tracks', 'Null where the load of that level, or of everybody, is not shown.', { nullable: true })
  outlook!: SupplyOutlook | null;
}
