import type pg from 'pg';
import { Refusal } from '../platform/index.js';
import type { Identity } from './accounts.js';
import { claimOf, emailOfClaims, groupsOf, standingOf } from './claims.js';
import type { IdentitySettings, ProviderSettings } from './identity-settings.js';
import type { EndedThere } from './logout-token.js';
import type { SignInProblem, Vouched } from './provider.js';
import { isRole } from './roles.js';

interface Row {
  readonly account_id: string;
  readonly email: string;
  readonly role: string;
  readonly scope: string | null;
  readonly version: number;
  readonly problem: SignInProblem | null;
}

/**
 * The account of somebody for whom the provider vouched: theirs, one that waits for them, or a new one. Its role and scope
 * follow the claims at each sign-in, unless an administrator or the directory decides them.
 *
 * @throws Refusal with one of `SIGN_IN_PROBLEMS` as its code.
 */
export async function signInVouched(
  reader: pg.Pool,
  settings: IdentitySettings & { readonly provider: ProviderSettings },
  { issuer, subject, claims }: Vouched,
): Promise<Identity> {
  const { provider } = settings;
  const email = emailOfClaims(claims, provider);
  if (email === null) throw refused('no-email');
  const team = provider.claims.team === undefined ? undefined : claimOf(claims, provider.claims.team);
  const standing = standingOf(settings, groupsOf(claims, provider.claims.groups), team);
  if (standing === 'no-team') throw refused('no-team');
  // Whom the directory knows, and has given no role, is refused whatever the claims say.
  const known = await reader.query<{ refused: boolean }>('select access.has_no_role($1, $2, $3) as refused', [
    issuer,
    subject,
    email,
  ]);
  if (known.rows[0]?.refused) throw refused('no-role');
  const { rows } = await reader.query<Row>('select * from access.sign_in_by_provider($1, $2, $3, $4, $5)', [
    issuer,
    subject,
    email,
    standing?.role ?? null,
    standing?.scope ?? null,
  ]);
  return identityOf(rows[0]);
}

/**
 * Ends here what is over at the provider, at once and with its entry of the trail.
 *
 * @returns false where this message was taken before.
 */
export async function endSessionsOf(reader: pg.Pool, { issuer, subject, session, tokenId }: EndedThere): Promise<boolean> {
  const { rows } = await reader.query<{ taken: boolean }>('select access.end_at_provider($1, $2, $3, $4) as taken', [
    issuer,
    subject,
    session,
    tokenId,
  ]);
  return rows[0]?.taken === true;
}

function identityOf(row: Row | undefined): Identity {
  if (!row || row.problem) throw refused(row?.problem ?? 'not-proven');
  const { account_id: accountId, email, role, scope, version: passwordVersion } = row;
  if (!isRole(role)) throw refused('no-role');
  return { viewer: { accountId, email, role, scope, mustChangePassword: false }, passwordVersion };
}

const refused = (code: SignInProblem): Refusal => new Refusal(code, 'Signing in at the identity provider came to nothing.');
