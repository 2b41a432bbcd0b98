import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Ruled } from '../schema/ruled.js';
import { Refused } from './account.types.js';
import { Named } from './catalogue.types.js';

@ObjectType({
  description: 'A report that is made by itself whenever a release is published or, of an audit, when it is signed.',
})
export class Pack {
  @Ruled(() => ID, 'reports', 'Its number.')
  id!: string;
  @Ruled(() => String, 'reports', 'What it is called.')
  name!: string;
  @Ruled(() => String, 'reports', 'What it is about, in words.')
  about!: string;
  @Ruled(() => String, 'reports', 'Whom it is written for, in words.')
  audience!: string;
  @Ruled(() => String, 'reports', 'What kind of file.')
  format!: string;
  @Ruled(() => String, 'reports', 'brief or full.')
  extent!: string;
  @Ruled(() => String, 'reports', 'The language that it is written in: en, de.')
  language!: string;
  @Ruled(() => [String], 'reports', 'Where it is put or told of, in words.')
  channels!: string[];
}

@ObjectType({ description: 'The packs that are made, and where their reports can go.' })
export class Packs {
  readonly __typename? = 'Packs';
  @Ruled(() => [Pack], 'reports', 'Those whose reports one may see.')
  packs!: Pack[];
  @Ruled(() => [Named], 'reports', 'Where this server can put or tell of a report.')
  channels!: Named[];
}

@InputType({ description: 'A pack that is saved.' })
export class PackInput {
  @Field(() => String, { description: 'What it is called: 3 to 80 letters.' })
  name!: string;
  @Field(() => String, { description: 'For whom.' })
  audience!: string;
  @Field(() => String, { description: 'As what kind of file.' })
  format!: string;
  @Field(() => String, { description: 'brief or full.' })
  extent!: string;
  @Field(() => [String], { description: 'Its parts; all where none is named.' })
  chapters!: string[];
  @Field(() => String, { nullable: true, description: 'Of this track instead of the programme.' })
  track!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Of the equity audit of this branch, empty for the programme: made when two people have signed it.',
  })
  audit!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The language that it is written in: en, de; English where none is named.',
  })
  language!: string | null;
  @Field(() => [String], { description: 'Where it is put or told of; nowhere is the list of reports alone.' })
  channels!: string[];
}

export const PacksResult = createUnionType({
  name: 'PacksResult',
  description: 'The packs as they are now, or why not.',
  types: () => [Packs, Refused] as const,
});
