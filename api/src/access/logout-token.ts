import type { JSONWebKeySet, JWTPayload } from 'jose';
import { Refusal } from '../platform/index.js';

/** What the provider says is over: one session there or, without one, every session of somebody there. */
export interface EndedThere {
  readonly issuer: string;
  readonly subject: string | null;
  readonly session: string | null;
  /** The name of the message: it counts once. */
  readonly tokenId: string;
}

/** Who may say so, to whom, and how much clocks may differ. */
export interface LogoutTerms {
  readonly issuer: string;
  readonly clientId: string;
  readonly clockTolerance: number;
  /** Algorithms with which the provider signs its tokens. */
  readonly algorithms: readonly string[];
}

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** A message that took longer was kept by somebody. */
const OLDEST_SECONDS = 300;
/** Never a key that two parties share, nor none. */
const BY_KEY_PAIR = /^(RS|PS|ES)(256|384|512)$|^(EdDSA|Ed25519)$/;
const LONGEST = 255;

/**
 * Reads a logout token as OpenID Connect Back-Channel Logout 1.0, section 2.6, has it: signed by the provider, from it, to this
 * product, a moment ago, about a logout and about somebody, and unfit as the token of a sign-in.
 *
 * @param keys the provider's, as they are at this moment.
 * @throws Refusal (`not-proven`) on anything else.
 */
export async function readLogoutToken(text: string, keys: JSONWebKeySet, terms: LogoutTerms): Promise<EndedThere> {
  const { createLocalJWKSet, jwtVerify } = await import('jose');
  const { issuer, clientId, clockTolerance } = terms;
  try {
    const { payload, protectedHeader } = await jwtVerify(text, createLocalJWKSet(keys), {
      issuer,
      audience: clientId,
      clockTolerance,
      algorithms: terms.algorithms.filter((name) => BY_KEY_PAIR.test(name)),
      maxTokenAge: OLDEST_SECONDS,
      requiredClaims: ['iat', 'exp', 'jti', 'events'],
    });
    if (!isLogout(payload, protectedHeader.typ)) throw unproven();
    const [subject, session, tokenId] = [nameIn(payload.sub), nameIn(payload.sid), nameIn(payload.jti)];
    if (tokenId === null || (subject ?? session) === null) throw unproven();
    return { issuer, subject, session, tokenId };
  } catch (error) {
    throw error instanceof Refusal ? error : unproven(error);
  }
}

/** Of the type that the standard recommends or of none, with its event, and without what only a sign-in has. */
function isLogout(payload: JWTPayload, type: string | undefined): boolean {
  const { events } = payload;
  if (type !== undefined && !/^(application\/)?(logout\+)?jwt$/i.test(type)) return false;
  return isObject(events) && isObject(events[EVENT]) && !('nonce' in payload);
}

function nameIn(claim: unknown): string | null {
  if (claim === undefined) return null;
  if (typeof claim === 'string' && claim !== '' && claim.length <= LONGEST) return claim;
  throw unproven();
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function unproven(cause?: unknown): Refusal {
  const refusal = new Refusal('not-proven', 'This does not prove that a session at the identity provider is over.');
  if (cause !== undefined) refusal.cause = cause;
  return refusal;
}
