import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Ruled, Said } from '../schema/ruled.js';

@ObjectType({ description: 'What a load did, or would do, with one file.' })
export class LoadFile {
  @Ruled(() => Int, 'loads', 'Counts the files of one load.')
  part!: number;
  @Ruled(() => String, 'loads', 'The file of the data dictionary that it was recognised as.')
  file!: string;
  @Ruled(() => String, 'loads', 'receiving, received, checked or refused.')
  state!: string;
  @Ruled(() => [String], 'loads', 'What the sender should know of the file as a whole, in sentences.')
  remarks!: string[];
  @Ruled(() => Int, 'loads', 'Rows that follow the rules.')
  accepted!: number;
  @Ruled(() => Int, 'loads', 'Rows that break a rule.')
  rejected!: number;
  @Ruled(() => Int, 'loads', 'Accepted rows that wait for the other side to arrive.')
  waiting!: number;
  @Ruled(() => Int, 'loads', 'Rows that would be new.')
  added!: number;
  @Ruled(() => Int, 'loads', 'Rows that would change.')
  changed!: number;
  @Ruled(() => Int, 'loads', 'Rows that say what is known.')
  unchanged!: number;
}

@ObjectType({ description: 'A place where a file breaks a rule; never what stands there.' })
export class LoadProblem {
  @Ruled(() => String, 'loads', 'The file.')
  file!: string;
  @Ruled(() => Int, 'loads', 'Which of the files of the load.')
  part!: number;
  @Ruled(() => Int, 'loads', 'The line of the file on which the row begins; the first is 1.')
  line!: number;
  @Ruled(() => String, 'loads', 'The column; null where the whole row is meant.', { nullable: true })
  column!: string | null;
  @Ruled(() => String, 'loads', 'The rule, as one word.')
  rule!: string;
  @Ruled(() => String, 'loads', 'The rule in a sentence, and what to do.')
  message!: string;
}

@ObjectType({ description: 'A load of files: staged, then confirmed or discarded by a person.' })
export class Load {
  @Ruled(() => ID, 'loads', 'Its name.')
  id!: string;
  @Ruled(() => Int, 'loads', 'Its place in what is known; null until it is confirmed.', { nullable: true })
  number!: number | null;
  @Ruled(() => String, 'loads', 'receiving, staged, confirmed, withdrawn, discarded or failed.')
  state!: string;
  @Ruled(() => String, 'loads', 'The system that the files come from.')
  source!: string;
  @Ruled(() => String, 'loads', 'When it began.')
  createdAt!: string;
  @Ruled(() => String, 'loads', 'When it became known; null until it is confirmed.', { nullable: true })
  knownAt!: string | null;
  @Ruled(() => ID, 'loads', 'The load that this one withdraws.', { nullable: true })
  withdraws!: string | null;
  @Ruled(() => Boolean, 'loads', 'Whether it belongs to the invented organisation.')
  sample!: boolean;
  @Ruled(() => [LoadFile], 'loads', 'Its files.')
  files!: LoadFile[];
}

@ObjectType({ description: 'Work asked of the server; it goes on when the page is left.' })
export class Job {
  @Ruled(() => ID, 'jobs', 'Its name.')
  id!: string;
  @Ruled(() => String, 'jobs', 'What is done, for example build-release.')
  kind!: string;
  @Ruled(() => String, 'jobs', 'To what: a load or a period.')
  subject!: string;
  @Ruled(() => String, 'jobs', 'What is done, in words.')
  label!: string;
  @Said(() => String, 'jobs', 'What it is doing now, in words; may be empty.')
  step!: string;
  @Ruled(() => Int, 'jobs', 'Steps done.')
  done!: number;
  @Ruled(() => Int, 'jobs', 'Steps in all; 0 while unknown.')
  total!: number;
  @Ruled(() => String, 'jobs', 'waiting, running, done, refused, failed or cancelled.')
  state!: string;
  @Said(() => String, 'jobs', 'Why it was refused or failed; else empty.')
  message!: string;
  @Ruled(() => String, 'jobs', 'When it was asked for.')
  askedAt!: string;
  @Ruled(() => String, 'jobs', 'When it ended.', { nullable: true })
  endedAt!: string | null;
}
