import { createUnionType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Ruled } from '../schema/ruled.js';
import { Refused } from './account.types.js';

@ObjectType({ description: 'Teams that became others on a day.' })
export class Reorganisation {
  @Ruled(() => Int, 'reorganisations', 'Its number.')
  no!: number;
  @Ruled(() => String, 'reorganisations', 'The first day of the new teams.')
  on!: string;
  @Ruled(() => [String], 'reorganisations', 'The teams as they were.')
  from!: string[];
  @Ruled(() => [String], 'reorganisations', 'The teams as they are.')
  to!: string[];
  @Ruled(() => String, 'reorganisations', 'moved: the same team, its series go on; merged, split and redrawn break them.')
  kind!: string;
  @Ruled(() => String, 'reorganisations', 'The same in a sentence.')
  sentence!: string;
}

@ObjectType({ description: 'The reorganisation map, and the teams that it may speak of.' })
export class ReorganisationMap {
  @Ruled(() => [Reorganisation], 'reorganisations', 'What stands, the newest day first.')
  entries!: Reorganisation[];
  @Ruled(() => [String], 'reorganisations', 'Every team of a published quarter.')
  teams!: string[];
}

@InputType({ description: 'A reorganisation as it is entered.' })
export class NewReorganisation {
  @Field(() => String, { description: 'The first day of the new teams, like 2026-07-01.' })
  on!: string;
  @Field(() => [String], { description: 'Paths of the teams as they were.' })
  from!: string[];
  @Field(() => [String], { description: 'Paths of the teams as they are.' })
  to!: string[];
}

@ObjectType({ description: 'The map after a change.' })
export class ReorganisationsChanged {
  readonly __typename = 'ReorganisationsChanged';
  @Ruled(() => ReorganisationMap, 'reorganisations', 'The map as it is now.')
  map!: ReorganisationMap;
}

export const ReorganisationResult = createUnionType({
  name: 'ReorganisationResult',
  description: 'The map after a change, or why it was refused.',
  types: () => [ReorganisationsChanged, Refused] as const,
});
