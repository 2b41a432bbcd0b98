import { Args, ArgsType, Context, Field, ID, Resolver } from '@nestjs/graphql';
import {
  assignRole,
  beginRecovery,
  INVITATION_HOURS,
  invite,
  isRole,
  listAccounts,
  type ListedAccount,
  RECOVERY_HOURS,
  redeemCode,
  ROLE_LABELS,
  setDisabled,
  SignInWays,
  type Viewer,
} from '../../access/index.js';
import { record } from '../../audit-trail/index.js';
import { Refusal } from '../../platform/index.js';
import { LOCAL_ACCOUNTS_OFF } from '../http/local-accounts.js';
import type { RequestContext } from '../http/request-context.js';
import { signInSession } from '../http/session.js';
import { Database } from '../reading/database.js';
import { RuledMutation, RuledQuery } from '../schema/ruled.js';
import { type Refused, type SignedIn, SignInResult } from '../types/account.types.js';
import { Account, type AccountChanged, AccountResult, type ShownOnce, ShownOnceResult } from '../types/administration.types.js';
import { accountOf } from './account.resolver.js';

type SignedInContext = RequestContext & { viewer: Viewer };

const HOUR = 3_600_000;

@ArgsType()
class Invited {
  @Field(() => String, { description: 'The e-mail address.' })
  email!: string;
  @Field(() => String, { description: 'The role, for example auditor.' })
  role!: string;
  @Field(() => String, { nullable: true, description: 'The branch of the team tree, like eng/platform.' })
  scope?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'It signs in at the identity provider; no code is made.' })
  atProvider!: boolean;
}

/** Keeping accounts. Whatever is changed is put on record by the database, where it is changed. */
@Resolver()
export class AdministrationResolver {
  constructor(
    private readonly database: Database,
    private readonly ways: SignInWays,
  ) {}

  @RuledQuery(() => [Account], 'identities', 'Every account, by e-mail address.')
  async accounts(@Context() { viewer }: SignedInContext): Promise<Account[]> {
    return (await listAccounts(this.database.reader, viewer.accountId)).map(inWords);
  }

  @RuledMutation(
    () => ShownOnceResult,
    'identities',
    'A new account; its owner chooses a password with the code that comes back.',
  )
  async inviteAccount(@Args() invited: Invited, @Context() { viewer }: SignedInContext): Promise<ShownOnce | Refused> {
    const { scope = null, ...rest } = invited;
    if (!rest.atProvider && !this.ways.localAccounts) return LOCAL_ACCOUNTS_OFF;
    return orRefused(async () =>
      shownOnce(await invite(this.database.reader, viewer.accountId, { ...rest, scope }), INVITATION_HOURS),
    );
  }

  @RuledMutation(() => AccountResult, 'identities', 'Another role and scope for an account, never the own one.')
  async assignRole(
    @Args('id', { type: () => ID, description: 'The account.' }) id: string,
    @Args('role', { type: () => String, description: 'The role, for example auditor.' }) role: string,
    @Args('scope', { type: () => String, nullable: true, description: 'The branch of the team tree, like eng/platform.' })
    scope: string | null,
    @Context() { viewer }: SignedInContext,
  ): Promise<AccountChanged | Refused> {
    return changed(id, () => assignRole(this.database.reader, viewer.accountId, { account: id, role, scope: scope ?? null }));
  }

  @RuledMutation(() => AccountResult, 'identities', 'Shuts an account, never the own one; its sessions are over.')
  async disableAccount(
    @Args('id', { type: () => ID, description: 'The account.' }) id: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<AccountChanged | Refused> {
    return changed(id, () => setDisabled(this.database.reader, viewer.accountId, id, true));
  }

  @RuledMutation(() => AccountResult, 'identities', 'Opens an account again that was shut.')
  async enableAccount(
    @Args('id', { type: () => ID, description: 'The account.' }) id: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<AccountChanged | Refused> {
    return changed(id, () => setDisabled(this.database.reader, viewer.accountId, id, false));
  }

  @RuledMutation(
    () => ShownOnceResult,
    'identities',
    'Takes an account’s password away and ends its sessions; with the code that comes back its owner chooses another. Auditors see it.',
  )
  async recoverAccount(
    @Args('id', { type: () => ID, description: 'The account.' }) id: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<ShownOnce | Refused> {
    if (!this.ways.localAccounts) return LOCAL_ACCOUNTS_OFF;
    return orRefused(async () => shownOnce(await beginRecovery(this.database.reader, viewer.accountId, id), RECOVERY_HOURS));
  }

  @RuledMutation(() => SignInResult, 'sign-in', 'Chooses a password with a code that an administrator gave out, and signs in.')
  async redeemCode(
    @Args('email', { type: () => String, description: 'The e-mail address of the account.' }) email: string,
    @Args('code', { type: () => String, description: 'The code.' }) code: string,
    @Args('next', { type: () => String, description: 'The password.' }) next: string,
    @Context() { request }: RequestContext,
  ): Promise<SignedIn | Refused> {
    if (!this.ways.localAccounts) return LOCAL_ACCOUNTS_OFF;
    const { reader } = this.database;
    const identity = await redeemCode(reader, { email, code, next });
    if ('problem' in identity) {
      await record(reader, { id: 'anonymous', role: null }, { action: 'sign-in.refused', details: { by: 'code' } });
      return { __typename: 'Refused', code: 'CODE_NOT_TAKEN', message: identity.problem };
    }
    await signInSession(request, identity);
    return { __typename: 'SignedIn', viewer: accountOf(identity.viewer) };
  }
}

const inWords = (account: ListedAccount): Account => ({
  ...account,
  roleLabel: isRole(account.role) ? ROLE_LABELS[account.role] : account.role,
});

const shownOnce = (secret: string | null, hours: number): ShownOnce => ({
  __typename: 'ShownOnce',
  secret,
  expiresAt: secret === null ? null : new Date(Date.now() + hours * HOUR),
});

const changed = (id: string, work: () => Promise<void>): Promise<AccountChanged | Refused> =>
  orRefused(async () => {
    await work();
    return { __typename: 'AccountChanged' as const, id };
  });

/** A refusal is an answer for the person who asked. */
export async function orRefused<T>(work: () => Promise<T>): Promise<T | Refused> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { __typename: 'Refused', code: error.code.toUpperCase().replaceAll('-', '_'), message: error.message };
  }
}
