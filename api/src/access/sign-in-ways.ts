import { type Configuration, Refusal } from '../platform/index.js';
import { type IdentitySettings, type ProviderSettings, readIdentitySettings } from './identity-settings.js';
import { IdentityProvider } from './provider.js';

/** The organisation's identity provider, and what its groups mean here. */
export interface ProviderWay {
  readonly settings: IdentitySettings & { readonly provider: ProviderSettings };
  readonly client: IdentityProvider;
}

type Configured = Pick<Configuration, 'identity' | 'clientSecret' | 'localAccounts' | 'production'>;

/** The ways in: passwords of ours, the organisation's identity provider, or both. */
export class SignInWays {
  private constructor(
    readonly localAccounts: boolean,
    /** What groups mean here; null where nobody has said. */
    readonly identity: IdentitySettings | null,
    readonly provider: ProviderWay | null,
  ) {}

  /** @throws Refusal on settings that will not do, and where nobody at all could sign in. */
  static of({ identity: text, clientSecret, production, localAccounts = !production }: Configured): SignInWays {
    const identity = text === undefined ? null : readIdentitySettings(text);
    const provider = identity && providerWay(identity, clientSecret);
    if (localAccounts || provider) return new SignInWays(localAccounts, identity, provider);
    throw new Refusal('no-way-in', NO_WAY_IN, 2);
  }
}

function providerWay(identity: IdentitySettings, clientSecret: string | undefined): ProviderWay | null {
  if (!identity.provider) return null;
  const provider = { ...identity.provider, ...(clientSecret === undefined ? {} : { clientSecret }) };
  return { settings: { ...identity, provider }, client: new IdentityProvider(provider, identity.address) };
}

const NO_WAY_IN =
  'Nobody could sign in: name an identity provider in the file of OVERSTORY_IDENTITY, or set OVERSTORY_LOCAL_ACCOUNTS=allowed.' +
  ' In production, passwords kept here are not taken unless that is said.';
