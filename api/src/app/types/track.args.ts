import { ArgsType, Field, Int } from '@nestjs/graphql';

const WHY = 'The reason, for everybody to read who may read tracks; about the track, never about a person.';

@ArgsType()
export class TrackArgs {
  @Field(() => String, { description: 'The track.' })
  key!: string;
}

@ArgsType()
export class DecideTrackArgs extends TrackArgs {
  @Field(() => String, { description: 'continue, adjust, extend or retire.' })
  kind!: string;
  @Field(() => String, { description: WHY })
  why!: string;
  @Field(() => String, { nullable: true, description: 'Of an adjustment: what is changed.' })
  changed!: string | null;
  @Field(() => Int, { nullable: true, description: 'Of an extension: how many looks more.' })
  looks!: number | null;
}

@ArgsType()
export class DecisionArgs extends TrackArgs {
  @Field(() => String, { description: 'The number of the decision.' })
  no!: string;
}

@ArgsType()
export class ReasonedArgs extends DecisionArgs {
  @Field(() => String, { description: WHY })
  why!: string;
}

@ArgsType()
export class AnswerArgs extends ReasonedArgs {
  @Field(() => Boolean, { description: 'Whether it takes effect.' })
  agree!: boolean;
}

@ArgsType()
export class ConfirmArgs extends ReasonedArgs {
  @Field(() => String, { description: 'From this day on nobody is paired anew, as 2026-09-30.' })
  from!: string;
}

@ArgsType()
export class CloseArgs extends DecisionArgs {
  @Field(() => String, { description: 'What was learnt, for everybody to read who may read tracks.' })
  judgment!: string;
}

@ArgsType()
export class LookEarlyArgs extends TrackArgs {
  @Field(() => String, { description: 'The quarter.' })
  period!: string;
  @Field(() => String, { description: WHY })
  why!: string;
}
