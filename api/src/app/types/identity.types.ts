import { ObjectType } from '@nestjs/graphql';
import { Ruled } from '../schema/ruled.js';

@ObjectType({ description: 'The ways in.' })
export class WaysIn {
  @Ruled(() => Boolean, 'public', 'Whether people may sign in with an e-mail address and a password kept here.')
  password!: boolean;
  @Ruled(() => String, 'public', 'What the identity provider is called, for the button that leads there; null without one.', {
    nullable: true,
  })
  provider!: string | null;
}

@ObjectType({ description: 'How the signed-in account came in.' })
export class OwnIdentity {
  @Ruled(() => Boolean, 'own-account', 'Whether it has a password kept here.')
  password!: boolean;
  @Ruled(
    () => String,
    'own-account',
    'Where the identity provider ends its session too; null for an account with a password, and where the provider has no such place.',
    { nullable: true },
  )
  signOutAddress!: string | null;
}
