import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';

@ArgsType()
export class AuditArgs {
  @Field(() => String, { description: 'The quarter.' })
  period!: string;
  @Field(() => String, { defaultValue: '', description: 'A branch of the team tree; empty for the programme.' })
  scope!: string;
}

@ArgsType()
export class FindingArgs extends AuditArgs {
  @Field(() => String, { description: 'The key of the finding.' })
  finding!: string;
}

@ArgsType()
export class DecisionArgs extends FindingArgs {
  @Field(() => String, {
    nullable: true,
    description: 'act, watch, needs-better-data or no-action; null takes the decision back.',
  })
  choice!: string | null;
  @Field(() => String, { nullable: true, description: 'Key of a reason of this decision.' })
  reason!: string | null;
}

@ArgsType()
export class DataAnswerArgs extends AuditArgs {
  @Field(() => String, { description: 'yes, with-limits or no.' })
  answer!: string;
  @Field(() => [String], { description: 'Keys of what limits the data; none for yes.' })
  limits!: string[];
}

@ArgsType()
export class ActionArgs extends AuditArgs {
  @Field(() => ID, { description: 'The action.' })
  id!: string;
}

@ArgsType()
export class CloseActionArgs extends ActionArgs {
  @Field(() => Boolean, { description: 'Done; false: dropped.' })
  done!: boolean;
}

@ArgsType()
export class NoteArgs extends AuditArgs {
  @Field(() => String, { nullable: true, description: 'The key of a finding; none for the audit as a whole.' })
  finding!: string | null;
  @Field(() => String, { description: 'Key of what it is about.' })
  kind!: string;
  @Field(() => String, { nullable: true, description: 'More words, at most 300. No names.' })
  words!: string | null;
}

@ArgsType()
export class NoteNumberArgs extends AuditArgs {
  @Field(() => Int, { description: 'The number of the note.' })
  no!: number;
}

@ArgsType()
export class WhyArgs extends AuditArgs {
  @Field(() => String, { description: 'The reason, for both signatures to read. No names.' })
  why!: string;
}

@InputType({ description: 'An action to be agreed.' })
export class NewAuditAction {
  @Field(() => String, { description: 'The key of the finding that it is about.' })
  finding!: string;
  @Field(() => String, { description: 'Key in the library, or own.' })
  kind!: string;
  @Field(() => String, { nullable: true, description: 'What is to be done, for own. No names.' })
  ownWords!: string | null;
  @Field(() => String, { description: 'Key of the role that answers for it.' })
  ownerRole!: string;
  @Field(() => String, { description: 'The quarter by whose end it is to be done.' })
  duePeriod!: string;
  @Field(() => String, { description: 'The key of a comparison that is shown.' })
  measuredBy!: string;
  @Field(() => Float, { description: 'The smallest change of its ratio that matters: 0.1 is ten percentage points.' })
  smallestChange!: number;
}
