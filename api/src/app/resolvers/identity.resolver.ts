import { Context, Resolver } from '@nestjs/graphql';
import { SignInWays } from '../../access/index.js';
import type { RequestContext } from '../http/request-context.js';
import { RuledQuery } from '../schema/ruled.js';
import { OwnIdentity, WaysIn } from '../types/identity.types.js';

/** How people come in. */
@Resolver()
export class IdentityResolver {
  constructor(private readonly ways: SignInWays) {}

  @RuledQuery(() => WaysIn, 'public', 'The ways in; also for those who are signed out.')
  waysIn(): WaysIn {
    return { password: this.ways.localAccounts, provider: this.ways.provider?.client.label ?? null };
  }

  @RuledQuery(() => OwnIdentity, 'own-account', 'How the signed-in account came in; null when nobody is signed in.', {
    nullable: true,
  })
  async ownIdentity(@Context() { viewer, request }: RequestContext): Promise<OwnIdentity | null> {
    if (!viewer) return null;
    const { idToken } = request.session;
    if (idToken === undefined) return { password: true, signOutAddress: null };
    return { password: false, signOutAddress: (await this.ways.provider?.client.signOutAddress(idToken)) ?? null };
  }
}
