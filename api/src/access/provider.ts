import type { JSONWebKeySet } from 'jose';
import type * as client from 'openid-client';
import { Refusal } from '../platform/index.js';
import { type Claims, claimOf } from './claims.js';
import { isThisMachine, type ProviderSettings } from './identity-settings.js';
import { type EndedThere, readLogoutToken } from './logout-token.js';

/** Why signing in at the provider came to nothing; the page "Sign in" has words for each. */
export const SIGN_IN_PROBLEMS = [
  ...(['cancelled', 'too-old', 'not-proven', 'provider-away', 'no-role', 'no-team', 'no-email'] as const),
  ...(['disabled', 'local-account', 'email-taken'] as const),
] as const;
export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

/** What is kept on the server between leaving for the provider and coming back, once. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Somebody for whom the provider vouched. */
export interface Vouched {
  readonly issuer: string;
  readonly subject: string;
  readonly claims: Claims;
  /** Shown to the provider again at sign-out, so that it knows whose session ends. */
  readonly idToken: string;
  /** What the provider calls the session there, where it says so: it may tell later that it is over. */
  readonly session: string | null;
}

type Library = typeof client;

const PATIENCE_SECONDS = 10;
/** Addresses of a provider rarely change; its keys are asked for at every sign-in. */
const REMEMBERED = 3_600_000;

/**
 * The organisation's identity provider, by OpenID Connect: authorization code with PKCE, state and nonce. Every identity token
 * is held against the provider's keys as they are at that moment, so a key that was replaced is noticed at once.
 */
export class IdentityProvider {
  /** On their way: however many messages come at once, the provider is asked one thing at a time. */
  private keys: Promise<JSONWebKeySet> | undefined;
  private known: { readonly metadata: client.ServerMetadata; readonly at: number } | undefined;

  constructor(
    private readonly settings: ProviderSettings,
    private readonly address: string,
  ) {}

  /** On the button. */
  get label(): string {
    return this.settings.label;
  }

  /** Where a reader is sent, and what to remember of it until they come back. */
  async begin(): Promise<{ readonly goTo: string; readonly pending: PendingSignIn }> {
    const oidc = await import('openid-client');
    const config = await this.connect(oidc);
    const pending = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    const goTo = oidc.buildAuthorizationUrl(config, {
      redirect_uri: this.callback,
      scope: this.settings.scope,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
    });
    return { goTo: goTo.href, pending };
  }

  /**
   * Who came back.
   *
   * @param query what the provider sent along, from `?` on.
   * @throws Refusal with one of `SIGN_IN_PROBLEMS` as its code.
   */
  async finish(query: string, { state, nonce, verifier }: PendingSignIn): Promise<Vouched> {
    const oidc = await import('openid-client');
    const config = await this.connect(oidc);
    try {
      const answer = await oidc.authorizationCodeGrant(config, new URL(`${this.callback}${query}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = answer.claims();
      if (!claims || !answer.id_token) throw problem('not-proven');
      const more = await this.more(oidc, config, { claims, accessToken: answer.access_token });
      const session = typeof claims.sid === 'string' ? claims.sid : null;
      return { issuer: claims.iss, subject: claims.sub, claims: { ...more, ...claims }, idToken: answer.id_token, session };
    } catch (error) {
      throw error instanceof Refusal ? error : problem(problemOf(oidc, error), error);
    }
  }

  /** Where the provider ends its own session, or null where it does not say or is away: ours ends in any case. */
  async signOutAddress(idToken: string): Promise<string | null> {
    const oidc = await import('openid-client');
    try {
      const config = await this.connect(oidc);
      if (!config.serverMetadata().end_session_endpoint) return null;
      return oidc.buildEndSessionUrl(config, {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${this.address}/sign-in`,
      }).href;
    } catch {
      return null;
    }
  }

  /**
   * What a message of the provider says is over there.
   *
   * @throws Refusal: `not-proven` where it is not the provider's or not such a message, `provider-away` where that cannot be seen.
   */
  async ended(logoutToken: string): Promise<EndedThere> {
    const metadata = await this.metadata(await import('openid-client'));
    const { clientId, clockTolerance } = this.settings;
    this.keys ??= keysOf(metadata).finally(() => (this.keys = undefined));
    return readLogoutToken(logoutToken, await this.keys, {
      issuer: metadata.issuer,
      clientId,
      clockTolerance,
      algorithms: metadata.id_token_signing_alg_values_supported ?? ['RS256'],
    });
  }

  private get callback(): string {
    return `${this.address}/api/sign-in/provider/callback`;
  }

  /** Many providers keep claims out of the token and tell them when asked; they are asked only for what is missing. */
  private async more(
    oidc: Library,
    config: client.Configuration,
    { claims, accessToken }: { readonly claims: client.IDToken; readonly accessToken: string },
  ): Promise<Claims> {
    const { email, groups, team } = this.settings.claims;
    const missing = [email, groups, ...(team ? [team] : [])].some((name) => claimOf(claims, name) === undefined);
    if (!missing || !config.serverMetadata().userinfo_endpoint) return {};
    return oidc.fetchUserInfo(config, accessToken, claims.sub);
  }

  /** A configuration of its own for each sign-in: with it goes what the library remembers of keys. */
  private async connect(oidc: Library): Promise<client.Configuration> {
    const { clientId, clientSecret, clockTolerance } = this.settings;
    const metadata = await this.metadata(oidc);
    const config = new oidc.Configuration(
      metadata,
      clientId,
      { [oidc.clockTolerance]: clockTolerance },
      secretIn(oidc, metadata, clientSecret),
    );
    config.timeout = PATIENCE_SECONDS;
    for (const extend of this.extensions(oidc)) extend(config);
    return config;
  }

  private async metadata(oidc: Library): Promise<client.ServerMetadata> {
    if (this.known && Date.now() - this.known.at < REMEMBERED) return this.known.metadata;
    const { issuer, clientId } = this.settings;
    const execute = this.extensions(oidc);
    const found = await oidc
      .discovery(new URL(issuer), clientId, undefined, undefined, { execute, timeout: PATIENCE_SECONDS })
      .catch((error: unknown) => {
        throw problem('provider-away', error);
      });
    this.known = { metadata: { ...found.serverMetadata() }, at: Date.now() };
    return this.known.metadata;
  }

  private extensions(oidc: Library): ((config: client.Configuration) => void)[] {
    // A token that came straight from the provider would pass without its signature otherwise.
    const always = [oidc.enableNonRepudiationChecks];
    // Deprecated so that nobody takes it for granted; the settings let nothing but this machine be named without https.
    return isThisMachine(new URL(this.settings.issuer)) ? [...always, oidc.allowInsecureRequests] : always;
  }
}

/** The provider's keys as they are at this moment: one that was replaced is noticed at once. */
async function keysOf({ jwks_uri: address }: client.ServerMetadata): Promise<JSONWebKeySet> {
  try {
    const response = await fetch(address ?? '', { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_SECONDS * 1000) });
    if (response.ok) return (await response.json()) as JSONWebKeySet;
  } catch (error) {
    throw problem('provider-away', error);
  }
  throw problem('provider-away');
}

/** How the secret is shown: as the provider says, and in the body where it leaves the choice. */
function secretIn(oidc: Library, metadata: client.ServerMetadata, secret: string | undefined): client.ClientAuth {
  if (secret === undefined) return oidc.None();
  const { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] } = metadata;
  return methods.includes('client_secret_post') ? oidc.ClientSecretPost(secret) : oidc.ClientSecretBasic(secret);
}

function problemOf(oidc: Library, error: unknown): SignInProblem {
  if (error instanceof oidc.AuthorizationResponseError) return error.error === 'access_denied' ? 'cancelled' : 'not-proven';
  const isNetwork = error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError');
  return isNetwork ? 'provider-away' : 'not-proven';
}

function problem(code: SignInProblem, cause?: unknown): Refusal {
  const refusal = new Refusal(code, 'Signing in at the identity provider came to nothing.');
  if (cause !== undefined) refusal.cause = cause;
  return refusal;
}
