import { createUnionType, ObjectType } from '@nestjs/graphql';
import { Ruled, Said } from '../schema/ruled.js';

@ObjectType({ description: 'Something that the signed-in account may do.' })
export class GrantedPermission {
  @Ruled(() => String, 'own-account', 'read or write.')
  verb!: string;
  @Ruled(() => String, 'own-account', 'The row of the access policy.')
  resource!: string;
  @Ruled(() => String, 'own-account', 'How far: everything, own-branch, organisation, headline or own.')
  reach!: string;
}

@ObjectType({ description: 'The account that is signed in.' })
export class ViewerAccount {
  @Ruled(() => String, 'own-account', 'The e-mail address it signs in with.')
  email!: string;
  @Ruled(() => String, 'own-account', 'Its role, for example engineering-manager.')
  role!: string;
  @Ruled(() => String, 'own-account', 'Its role in words.')
  roleLabel!: string;
  @Ruled(() => String, 'own-account', 'The branch of the team tree that it reads; null is the whole organisation.', {
    nullable: true,
  })
  scope!: string | null;
  @Ruled(() => Boolean, 'own-account', 'Whether the password is still the one that the product made.')
  mustChangePassword!: boolean;
  @Ruled(() => String, 'own-account', 'The own role in words while the account looks as another one; null otherwise.', {
    nullable: true,
  })
  previewedBy!: string | null;
  @Ruled(() => [GrantedPermission], 'own-account', 'Everything that it may do; pages show only that.')
  permissions!: GrantedPermission[];
}

@ObjectType({ description: 'The answer is no, and why, for the person who asked.' })
export class Refused {
  readonly __typename? = 'Refused';
  @Ruled(() => String, 'public', 'A word that never changes.')
  code!: string;
  @Said(() => String, 'public', 'A sentence that may.')
  message!: string;
}

@ObjectType({ description: 'The password was right.' })
export class SignedIn {
  readonly __typename? = 'SignedIn';
  @Ruled(() => ViewerAccount, 'public', 'Who is signed in now.')
  viewer!: ViewerAccount;
}

@ObjectType({ description: 'The new password holds; other sessions of the account have ended.' })
export class PasswordChanged {
  readonly __typename? = 'PasswordChanged';
  @Ruled(() => ViewerAccount, 'own-account', 'The account.')
  viewer!: ViewerAccount;
}

@ObjectType({ description: 'This session sees what a role sees.' })
export class Previewing {
  readonly __typename? = 'Previewing';
  @Ruled(() => ViewerAccount, 'own-account', 'The account, as that role.')
  viewer!: ViewerAccount;
}

export const PreviewResult = createUnionType({
  name: 'PreviewResult',
  description: 'Begun, or why not.',
  types: () => [Previewing, Refused] as const,
});

export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'Signed in, or not.',
  types: () => [SignedIn, Refused] as const,
});

export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  description: 'Changed, or why not.',
  types: () => [PasswordChanged, Refused] as const,
});
