import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Ruled } from '../schema/ruled.js';
import { Named } from './catalogue.types.js';

@ObjectType({ description: 'A file of a report that was made of a release.' })
export class Report {
  @Ruled(() => ID, 'reports', 'Its number.')
  id!: string;
  @Ruled(() => String, 'reports', 'The code that is printed in it.')
  code!: string;
  @Ruled(() => String, 'reports', 'What kind of file.')
  format!: string;
  @Ruled(() => String, 'reports', 'The quarter, for example 2026-Q3.')
  period!: string;
  @Ruled(() => String, 'reports', 'The release.')
  releaseId!: string;
  @Ruled(() => Boolean, 'reports', 'Whether a restatement took the place of that release.')
  superseded!: boolean;
  @Ruled(() => String, 'reports', 'What it is about, in words: the programme, an audit or a track.')
  about!: string;
  @Ruled(() => String, 'reports', 'Of an audit: its branch, empty for the programme; null where it is of something else.', {
    nullable: true,
  })
  audit!: string | null;
  @Ruled(() => String, 'reports', 'Whom it is written for, in words.')
  audience!: string;
  @Ruled(() => String, 'reports', 'brief or full.')
  extent!: string;
  @Ruled(() => String, 'reports', 'The language that it is written in: en, de.')
  language!: string;
  @Ruled(() => String, 'reports', 'Name of the file.')
  name!: string;
  @Ruled(() => Int, 'reports', 'Size of the file.')
  bytes!: number;
  @Ruled(() => String, 'reports', 'When it was made.')
  madeAt!: string;
}

@ObjectType({ description: 'An audit or a track that a report of a quarter can be about, instead of the programme.' })
export class ReportSubjectChoice {
  @Ruled(() => String, 'reports', 'audit or track.')
  kind!: string;
  @Ruled(() => String, 'reports', 'The branch of the team tree, empty for the programme; or the track.')
  key!: string;
  @Ruled(() => String, 'reports', 'What it is called.')
  label!: string;
  @Ruled(() => String, 'reports', 'The quarter.')
  period!: string;
}

@ObjectType({ description: 'What one may ask for.' })
export class ReportChoices {
  @Ruled(() => [Named], 'reports', 'For whom: those who see no more than oneself.')
  audiences!: Named[];
  @Ruled(() => [Named], 'reports', 'As what kind of file.')
  formats!: Named[];
  @Ruled(() => [Named], 'reports', 'Its parts.')
  chapters!: Named[];
  @Ruled(() => [Named], 'reports', 'The languages that it can be written in.')
  languages!: Named[];
  @Ruled(() => [ReportSubjectChoice], 'reports', 'What it can be about, by quarter.')
  subjects!: ReportSubjectChoice[];
}

@InputType({ description: 'A report that is asked for.' })
export class ReportInput {
  @Field(() => String, { description: 'The quarter; of what is read for it today.' })
  period!: string;
  @Field(() => String, { description: 'For whom.' })
  audience!: string;
  @Field(() => String, { description: 'As what kind of file.' })
  format!: string;
  @Field(() => String, { description: 'brief: leading questions on pages, others in a line each; full.' })
  extent!: string;
  @Field(() => [String], { description: 'Its parts; all where none is named.' })
  chapters!: string[];
  @Field(() => String, {
    nullable: true,
    description: 'Of the audit of this branch instead of the programme; empty is the audit of the programme.',
  })
  audit!: string | null;
  @Field(() => String, { nullable: true, description: 'Of this track instead of the programme.' })
  track!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The language that it is written in: en, de; English where none is named.',
  })
  language!: string | null;
}

@ObjectType({ description: 'A file as it was kept.' })
export class VerifiedFile {
  @Ruled(() => String, 'public', 'What kind of file.')
  format!: string;
  @Ruled(() => String, 'public', 'SHA-256 of its bytes.')
  hash!: string;
  @Ruled(() => Int, 'public', 'Size.')
  bytes!: number;
}

@ObjectType({ description: 'What is known of a printed code or of a file. It holds no result.' })
export class Verification {
  @Ruled(() => String, 'public', 'report or release.')
  kind!: string;
  @Ruled(() => String, 'public', 'The code that is printed in it; null for a release.', { nullable: true })
  code!: string | null;
  @Ruled(() => String, 'public', 'The quarter.')
  period!: string;
  @Ruled(() => String, 'public', 'The release that it is of.')
  releaseId!: string;
  @Ruled(() => Boolean, 'public', 'Whether a restatement took the place of that release.')
  superseded!: boolean;
  @Ruled(() => String, 'public', 'Whom it is written for; null for a release.', { nullable: true })
  audience!: string | null;
  @Ruled(() => [VerifiedFile], 'public', 'The files that were made of it.')
  files!: VerifiedFile[];
}
