import { Int, ObjectType } from '@nestjs/graphql';
import { Ruled, Said } from '../schema/ruled.js';

@ObjectType({ description: 'One more thing that an entry says.' })
export class TrailDetail {
  @Ruled(() => String, 'trail', 'What it is.')
  key!: string;
  @Ruled(() => String, 'trail', 'What it says; never a value of a single human being.')
  value!: string;
}

@ObjectType({ description: 'One entry of the audit trail: who did what, when and for which purpose.' })
export class TrailRecord {
  @Ruled(() => Int, 'trail', 'Its number in the chain: 1, 2, 3 …')
  number!: number;
  @Ruled(() => String, 'trail', 'When it was written, in UTC.')
  at!: string;
  @Ruled(() => String, 'trail', 'Who: an e-mail address, the name of a token, or operator, worker, anonymous.')
  who!: string;
  @Said(() => String, 'trail', 'The role in which they acted, in words; null where there is none.', { nullable: true })
  roleLabel!: string | null;
  @Ruled(() => String, 'trail', 'What it is about: a key of trailKinds.')
  kind!: string;
  @Ruled(() => String, 'trail', 'What was done, as area.verb.')
  action!: string;
  @Ruled(() => String, 'trail', 'To what: the name of a load, a release, a table.')
  subject!: string;
  @Said(() => String, 'trail', 'For which purpose, in words; null where none was recorded.', { nullable: true })
  purpose!: string | null;
  @Ruled(() => Int, 'trail', 'How often, within the second that the entry stands for.')
  times!: number;
  @Ruled(() => [TrailDetail], 'trail', 'What else is worth keeping.')
  more!: TrailDetail[];
}

@ObjectType({ description: 'A part of the audit trail, the newest entry first.' })
export class TrailPage {
  @Ruled(() => [TrailRecord], 'trail', 'The entries.')
  entries!: TrailRecord[];
  @Ruled(() => Boolean, 'trail', 'Whether there are older ones that fit; ask for them below the last number.')
  hasOlder!: boolean;
}

@ObjectType({ description: 'What entries of the trail are about, and how long they are kept.' })
export class TrailKind {
  @Ruled(() => String, 'trail', 'Its key.')
  key!: string;
  @Said(() => String, 'trail', 'In words.')
  label!: string;
  @Ruled(() => Int, 'trail', 'Months after which an entry may be removed; null: never.', { nullable: true })
  months!: number | null;
}
