import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Ruled, Said } from '../schema/ruled.js';
import { Refused } from './account.types.js';

@InputType({ description: 'How a track will be judged; all of it is said before anybody looks.' })
export class CharterInput {
  @Field(() => String, { description: 'What would be different, in 10 to 500 letters.' })
  aim!: string;
  @Field(() => String, { description: 'skill_comparison, skill_change, progression or promotion_comparison.' })
  outcome!: string;
  @Field(() => String, { description: 'rise or fall.' })
  direction!: string;
  @Field(() => Float, { description: 'The smallest change that matters: points, a share of 1, or a ratio above 1.' })
  smallestEffect!: number;
  @Field(() => Float, { description: 'The share expected without the track; for progression and promotions.', nullable: true })
  reference!: number | null;
  @Field(() => Float, { description: 'Standard deviation of a person’s change in points, as planned with.' })
  spread!: number;
  @Field(() => [String], { description: 'Outcomes that are read beside it and do not decide.' })
  secondary!: string[];
  @Field(() => [String], { description: 'What must not get worse: parity, pulse, load.' })
  guardrails!: string[];
  @Field(() => [String], { description: 'The quarters whose first release is a look.' })
  looks!: string[];
  @Field(() => Int, { description: 'People expected at the first look.' })
  first!: number;
  @Field(() => Int, { description: 'People more at each look after it.' })
  each!: number;
  @Field(() => Int, { description: 'Fewest people for a verdict.' })
  minimum!: number;
  @Field(() => Int, { description: 'Days in which anybody concerned may object to the end of the track.' })
  challengeDays!: number;
}

@ObjectType({ description: 'How a track will be judged.' })
export class Charter {
  @Ruled(() => Int, 'tracks', 'Counted from 1 for each track; a change is a new one. 0 is a proposal that nobody has written.')
  version!: number;
  @Ruled(() => String, 'tracks', 'What would be different.')
  aim!: string;
  @Ruled(() => String, 'tracks', 'The one outcome that decides.')
  outcome!: string;
  @Said(() => String, 'tracks', 'The same in words.')
  outcomeLabel!: string;
  @Ruled(() => String, 'tracks', 'points, share or ratio: how its effect is read.')
  unit!: string;
  @Ruled(() => String, 'tracks', 'rise or fall: which way is good.')
  direction!: string;
  @Ruled(() => Float, 'tracks', 'The smallest change that matters.')
  smallestEffect!: number;
  @Ruled(() => Float, 'tracks', 'The share expected without the track, where the outcome asks for one.', { nullable: true })
  reference!: number | null;
  @Ruled(() => Float, 'tracks', 'Standard deviation of a person’s change in points, as planned with.')
  spread!: number;
  @Ruled(() => [String], 'tracks', 'Outcomes that do not decide.')
  secondary!: string[];
  @Ruled(() => [String], 'tracks', 'What must not get worse.')
  guardrails!: string[];
  @Ruled(() => [String], 'tracks', 'The quarters whose first release is a look.')
  looks!: string[];
  @Ruled(() => Int, 'tracks', 'People expected at the first look.')
  first!: number;
  @Ruled(() => Int, 'tracks', 'People more at each look after it.')
  each!: number;
  @Ruled(() => Int, 'tracks', 'Fewest people for a verdict.')
  minimum!: number;
  @Ruled(() => Int, 'tracks', 'Days for objections to an end.')
  challengeDays!: number;
  @Ruled(() => String, 'tracks', 'The track whose charter it was copied from.', { nullable: true })
  copiedFrom!: string | null;
  @Ruled(() => String, 'tracks', 'SHA-256 of the charter; null while it is a draft.', { nullable: true })
  hash!: string | null;
  @Ruled(() => String, 'tracks', 'When it was locked.', { nullable: true })
  lockedAt!: string | null;
}

@ObjectType({ description: 'A charter to start from.' })
export class CharterTemplate {
  @Ruled(() => ID, 'tracks', 'Its name.')
  key!: string;
  @Said(() => String, 'tracks', 'Its name in words.')
  label!: string;
  @Said(() => String, 'tracks', 'What it is for.')
  forWhat!: string;
  @Ruled(() => Boolean, 'tracks', 'Whether it fits the track by practice and purpose.')
  fits!: boolean;
  @Ruled(() => Charter, 'tracks', 'The charter that it proposes, with looks from the next quarter on.')
  charter!: Charter;
}

@ObjectType({
  description: 'What one planned look could show, if as many people come as expected. Nothing that was measured enters.',
})
export class PlannedLook {
  @Ruled(() => String, 'tracks', 'The quarter.')
  period!: string;
  @Ruled(() => Int, 'tracks', 'People expected by then.')
  people!: number;
  @Ruled(() => Float, 'tracks', 'Share of the planned information, at most 1.')
  information!: number;
  @Ruled(() => Float, 'tracks', 'How many standard errors the interval reaches; null where nothing may be read yet.', {
    nullable: true,
  })
  bound!: number | null;
  @Ruled(() => Boolean, 'tracks', 'Whether so many people are enough for the figure to be published at all.')
  published!: boolean;
  @Ruled(() => Float, 'tracks', 'The effect found in four cases of five, in the unit of the outcome; null where none is.', {
    nullable: true,
  })
  detectable!: number | null;
  @Ruled(() => Float, 'tracks', 'The chance that the smallest effect that matters is seen, if it is there.')
  finding!: number;
  @Ruled(() => Float, 'tracks', 'The chance that an effect that matters is ruled out, if there is none.')
  rulingOut!: number;
}

@ObjectType({ description: 'What the planned looks of a charter can detect.' })
export class CharterPower {
  readonly __typename? = 'CharterPower';
  @Ruled(() => [PlannedLook], 'tracks', 'The looks in order.')
  looks!: PlannedLook[];
  @Ruled(() => Int, 'tracks', 'The fewest people for whom the figure would be published.')
  fewest!: number;
}

export const CharterPowerResult = createUnionType({
  name: 'CharterPowerResult',
  description: 'What the planned looks can detect, or what is wrong with the plan.',
  types: () => [CharterPower, Refused] as const,
});
