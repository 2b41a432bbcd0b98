import { createUnionType, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { Ruled, Said } from '../schema/ruled.js';
import { Refused } from './account.types.js';

@ObjectType({ description: 'An account, without anything that opens it.' })
export class Account {
  @Ruled(() => ID, 'identities', 'What the audit trail calls it.')
  id!: string;
  @Ruled(() => String, 'identities', 'The e-mail address.')
  email!: string;
  @Ruled(() => String, 'identities', 'Its role, for example engineering-manager.')
  role!: string;
  @Said(() => String, 'identities', 'Its role in words.')
  roleLabel!: string;
  @Ruled(() => String, 'identities', 'The branch of the team tree that it reads; null is the whole organisation.', {
    nullable: true,
  })
  scope!: string | null;
  @Ruled(() => String, 'identities', 'password, kept here, or provider.')
  signIn!: string;
  @Ruled(() => String, 'identities', 'Who decides its role: administrator, claims of the provider, or directory.')
  roleFrom!: string;
  @Ruled(() => Boolean, 'identities', 'Whether it is shut.')
  disabled!: boolean;
  @Ruled(() => Boolean, 'identities', 'Whether a code was made with which its owner has yet to choose a password.')
  waitsForOwner!: boolean;
  @Ruled(() => GraphQLISODateTime, 'identities', 'When it was added.')
  createdAt!: Date;
  @Ruled(() => GraphQLISODateTime, 'identities', 'When its password was last taken away by somebody else.', { nullable: true })
  recoveredAt!: Date | null;
  @Ruled(() => String, 'identities', 'Who took it away: an e-mail address, or operator.', { nullable: true })
  recoveredBy!: string | null;
}

@ObjectType({ description: 'A secret that is shown this once and kept nowhere.' })
export class ShownOnce {
  readonly __typename? = 'ShownOnce';
  @Ruled(
    () => String,
    'identities',
    'The secret; null where none was needed, since the account opens at the identity provider.',
    {
      nullable: true,
    },
  )
  secret!: string | null;
  @Ruled(() => GraphQLISODateTime, 'identities', 'It is worth nothing from then on; null without one.', { nullable: true })
  expiresAt!: Date | null;
}

@ObjectType({ description: 'Done; it holds from the next request on.' })
export class AccountChanged {
  readonly __typename? = 'AccountChanged';
  @Ruled(() => ID, 'identities', 'The account.')
  id!: string;
}

@ObjectType({ description: 'A token of a system, without anything that opens a door.' })
export class ServiceToken {
  @Ruled(() => ID, 'identities', 'What loads and the audit trail call it.')
  id!: string;
  @Ruled(() => String, 'identities', 'What people call it.')
  name!: string;
  @Ruled(() => [String], 'identities', 'The senders for which it may speak.')
  sources!: readonly string[];
  @Ruled(() => [String], 'identities', 'The files that it may send.')
  files!: readonly string[];
  @Ruled(() => [String], 'identities', 'The columns that it may write; null is all of its files but special and control ones.', {
    nullable: true,
  })
  columns!: readonly string[] | null;
  @Ruled(() => String, 'identities', 'Why it may write columns of class special; null when it may not.', { nullable: true })
  specialReason!: string | null;
  @Ruled(() => Boolean, 'identities', 'Whether it may write columns of class control.')
  control!: boolean;
  @Ruled(() => Boolean, 'identities', 'Whether it keeps accounts and groups, as the organisation’s directory.')
  directory!: boolean;
  @Ruled(() => GraphQLISODateTime, 'identities', 'When it was made.')
  createdAt!: Date;
  @Ruled(() => GraphQLISODateTime, 'identities', 'It is worth nothing from then on.')
  expiresAt!: Date;
  @Ruled(() => GraphQLISODateTime, 'identities', 'When it was ended before its time.', { nullable: true })
  revokedAt!: Date | null;
}

@ObjectType({ description: 'The token is worth nothing any more.' })
export class TokenRevoked {
  readonly __typename? = 'TokenRevoked';
  @Ruled(() => String, 'identities', 'Its name.')
  name!: string;
}

export const ShownOnceResult = createUnionType({
  name: 'ShownOnceResult',
  description: 'A secret, or why there is none.',
  types: () => [ShownOnce, Refused] as const,
});

export const AccountResult = createUnionType({
  name: 'AccountResult',
  description: 'Changed, or why not.',
  types: () => [AccountChanged, Refused] as const,
});

export const TokenResult = createUnionType({
  name: 'TokenResult',
  description: 'Ended, or why not.',
  types: () => [TokenRevoked, Refused] as const,
});
