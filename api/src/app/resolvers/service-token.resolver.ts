import { t } from '#language';
import { Args, ArgsType, Context, Field, Int, Resolver } from '@nestjs/graphql';
import {
  addDirectoryToken,
  addServiceToken,
  listServiceTokens,
  MOST_DAYS,
  revokeServiceToken,
  type Viewer,
} from '../../access/index.js';
import { fileDescriptions } from '../../ingest/index.js';
import { Refusal } from '../../platform/index.js';
import type { RequestContext } from '../http/request-context.js';
import { Database } from '../reading/database.js';
import { RuledMutation, RuledQuery } from '../schema/ruled.js';
import type { Refused } from '../types/account.types.js';
import { ServiceToken, type ShownOnce, ShownOnceResult, TokenResult, type TokenRevoked } from '../types/administration.types.js';
import { orRefused } from './administration.resolver.js';

type SignedInContext = RequestContext & { viewer: Viewer };

/** The files and columns of the dictionary. */
const KNOWN = new Set(fileDescriptions.flatMap(({ name, columns }) => [name, ...columns.map((one) => `${name}.${one.name}`)]));
// Which demographic columns there are is a setting.
const unknownNames = (names: readonly string[]): string[] =>
  names.filter((name) => !KNOWN.has(name) && !name.startsWith('people.demo_'));

const DAY = 86_400_000;

@ArgsType()
class NewServiceToken {
  @Field(() => String, { description: 'What people call it.' })
  name!: string;
  @Field(() => [String], { description: 'The senders for which it may speak.' })
  sources!: string[];
  @Field(() => [String], { description: 'The files that it may send, like sessions.' })
  files!: string[];
  @Field(() => [String], {
    nullable: true,
    description: 'The columns that it may write, like sessions.minutes; null is all but protected ones.',
  })
  columns?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Also columns of class special, and why.' })
  specialReason?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Also columns of class control.' })
  control!: boolean;
  @Field(() => Int, { description: `How many days it holds, at most ${MOST_DAYS}.` })
  days!: number;
}

@ArgsType()
class NewDirectory {
  @Field(() => String, { description: 'What people call it.' })
  name!: string;
  @Field(() => String, { description: 'The sender as which it speaks about people.' })
  source!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Also who the people are, told apart by employeeNumber, externalId or userName; null keeps accounts alone.',
  })
  people?: string | null;
  @Field(() => Int, { description: `How many days it holds, at most ${MOST_DAYS}.` })
  days!: number;
}

/** Tokens of systems that send files by themselves. */
@Resolver()
export class ServiceTokenResolver {
  constructor(private readonly database: Database) {}

  @RuledQuery(() => [ServiceToken], 'identities', 'Every token of a system, by name; never the token itself.')
  async serviceTokens(@Context() { viewer }: SignedInContext): Promise<ServiceToken[]> {
    return listServiceTokens(this.database.reader, viewer.accountId);
  }

  @RuledMutation(() => ShownOnceResult, 'identities', 'A new token of a system, shown this once.')
  async addServiceToken(@Args() token: NewServiceToken, @Context() { viewer }: SignedInContext): Promise<ShownOnce | Refused> {
    return orRefused(async () => {
      const { columns = null, specialReason = null, ...rest } = token;
      const unknown = unknownNames([...token.files, ...(columns ?? [])]);
      if (unknown.length > 0)
        throw new Refusal(
          'not-in-dictionary',
          t('Not in the data dictionary: {columns}.', { columns: unknown.join(', ').slice(0, 200) }),
        );
      const secret = await addServiceToken(this.database.reader, { ...rest, columns, specialReason }, viewer.accountId);
      return { __typename: 'ShownOnce' as const, secret, expiresAt: new Date(Date.now() + token.days * DAY) };
    });
  }

  @RuledMutation(
    () => ShownOnceResult,
    'identities',
    'A new token with which the organisation’s directory keeps accounts and groups, shown this once.',
  )
  async addDirectoryToken(@Args() token: NewDirectory, @Context() { viewer }: SignedInContext): Promise<ShownOnce | Refused> {
    return orRefused(async () => {
      const { people: persons = null, ...rest } = token;
      const secret = await addDirectoryToken(this.database.reader, { ...rest, persons }, viewer.accountId);
      return { __typename: 'ShownOnce' as const, secret, expiresAt: new Date(Date.now() + token.days * DAY) };
    });
  }

  @RuledMutation(() => TokenResult, 'identities', 'Ends a token at once.')
  async revokeServiceToken(
    @Args('name', { type: () => String, description: 'Its name.' }) name: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<TokenRevoked | Refused> {
    if (await revokeServiceToken(this.database.reader, name, viewer.accountId)) return { __typename: 'TokenRevoked', name };
    return { __typename: 'Refused', code: 'TOKEN_UNKNOWN', message: 'There is no token of this name that holds.' };
  }
}
