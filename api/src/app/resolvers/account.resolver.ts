import { t } from '#language';
import { Args, Context, Resolver } from '@nestjs/graphql';
import { authenticate, changePassword, POLICY, reachFor, ROLE_LABELS, SignInWays, type Viewer } from '../../access/index.js';
import { record } from '../../audit-trail/index.js';
import { LOCAL_ACCOUNTS_OFF } from '../http/local-accounts.js';
import { actorOf } from '../http/actor.js';
import type { RequestContext } from '../http/request-context.js';
import { signInSession, signOutSession } from '../http/session.js';
import { Database } from '../reading/database.js';
import { RuledMutation, RuledQuery } from '../schema/ruled.js';
import {
  ChangePasswordResult,
  type PasswordChanged,
  type Refused,
  type SignedIn,
  SignInResult,
  ViewerAccount,
} from '../types/account.types.js';

const WRONG = 'E-mail or password is not right, or too many attempts were made. Wait a little and try again.';

@Resolver()
export class AccountResolver {
  constructor(
    private readonly database: Database,
    private readonly ways: SignInWays,
  ) {}

  @RuledQuery(() => ViewerAccount, 'own-account', 'Who is signed in; null when nobody is.', { nullable: true })
  viewer(@Context() { viewer }: RequestContext): ViewerAccount | null {
    return viewer && accountOf(viewer);
  }

  @RuledMutation(() => SignInResult, 'sign-in', 'Signs in with e-mail and password; opens a new session.')
  async signIn(
    @Args('email', { type: () => String, description: 'The e-mail address of the account.' }) email: string,
    @Args('password', { type: () => String, description: 'The password.' }) password: string,
    @Context() { request }: RequestContext,
  ): Promise<SignedIn | Refused> {
    const { reader } = this.database;
    if (!this.ways.localAccounts) return LOCAL_ACCOUNTS_OFF;
    const identity = await authenticate(reader, email, password);
    if (!identity) {
      await record(reader, { id: 'anonymous', role: null }, { action: 'sign-in.refused' });
      return { __typename: 'Refused', code: 'WRONG_PASSWORD', message: WRONG };
    }
    const { viewer } = identity;
    await signInSession(request, identity);
    await record(reader, { id: viewer.accountId, role: viewer.role }, { action: 'sign-in.done' });
    return { __typename: 'SignedIn', viewer: accountOf(viewer) };
  }

  @RuledMutation(() => Boolean, 'sign-in', 'Ends the session.')
  async signOut(@Context() { viewer, request }: RequestContext): Promise<boolean> {
    await signOutSession(request);
    if (viewer) await record(this.database.reader, actorOf(viewer), { action: 'sign-out.done' });
    return true;
  }

  @RuledMutation(() => ChangePasswordResult, 'own-account', 'Replaces the own password; all other sessions of the account end.')
  async changePassword(
    @Args('current', { type: () => String, description: 'The password as it is.' }) current: string,
    @Args('next', { type: () => String, description: 'The new one.' }) next: string,
    @Context() { viewer, request }: RequestContext & { viewer: Viewer },
  ): Promise<PasswordChanged | Refused> {
    const { reader } = this.database;
    const result = await changePassword(reader, viewer, current, next);
    if ('problem' in result) {
      await record(reader, actorOf(viewer), { action: 'account.password-refused' });
      return { __typename: 'Refused', code: 'PASSWORD_NOT_CHANGED', message: result.problem };
    }
    await signInSession(request, { viewer, passwordVersion: result.passwordVersion });
    await record(reader, { id: viewer.accountId, role: viewer.role }, { action: 'account.password-changed' });
    return { __typename: 'PasswordChanged', viewer: accountOf({ ...viewer, mustChangePassword: false }) };
  }
}

/** The account as a page shows it, with all that it may do. */
export function accountOf(viewer: Viewer): ViewerAccount {
  const { email, role, scope, mustChangePassword, previewedBy } = viewer;
  const permissions = POLICY.flatMap(({ verb, resource }) => {
    const reach = reachFor(viewer, { verb, resource });
    return reach ? [{ verb, resource, reach }] : [];
  });
  const looking = previewedBy ? t(ROLE_LABELS[previewedBy]) : null;
  return { email, role, roleLabel: t(ROLE_LABELS[role]), scope, mustChangePassword, previewedBy: looking, permissions };
}
