import { type IdentitySettings, type ProviderSettings, WHOLE_ORGANISATION } from './identity-settings.js';
import type { Role } from './roles.js';
import { isScope } from './scope.js';

export type Claims = Readonly<Record<string, unknown>>;

/** What somebody may be here. */
export interface Standing {
  readonly role: Role;
  /** A path of the team tree; null is the whole organisation. */
  readonly scope: string | null;
}

/** A claim by its name (which may hold dots), else by its path, as in `realm_access.roles`. */
export function claimOf(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name
    .split('.')
    .reduce<unknown>((part, key) => (isRecord(part) && Object.hasOwn(part, key) ? part[key] : undefined), claims);
}

/** The groups that a claim names; a single one may stand by itself. */
export function groupsOf(claims: Claims, name: string): string[] {
  const value = claimOf(claims, name);
  const all = Array.isArray(value) ? (value as unknown[]) : [value];
  return all.filter((one) => typeof one === 'string');
}

/**
 * What groups make of somebody: the first rule that fits. Null: none does, and not everyone is an employee.
 *
 * @param team what the claim of the team says; a rule that leaves the team to it gives nothing without.
 */
export function standingOf(
  { roles, everyoneIsEmployee }: Pick<IdentitySettings, 'roles' | 'everyoneIsEmployee'>,
  groups: readonly string[],
  team: unknown = undefined,
): Standing | 'no-team' | null {
  const rule = roles.find(({ group }) => groups.includes(group));
  if (!rule) return everyoneIsEmployee ? { role: 'employee', scope: null } : null;
  if (rule.team === WHOLE_ORGANISATION) return { role: rule.role, scope: null };
  if (rule.team !== undefined) return { role: rule.role, scope: rule.team };
  if (rule.role !== 'engineering-manager') return { role: rule.role, scope: null };
  return typeof team === 'string' && isScope(team) ? { role: rule.role, scope: team } : 'no-team';
}

/** The e-mail of the claims, where the provider says that it is theirs. */
export function emailOfClaims(claims: Claims, { claims: names, trustEmail }: ProviderSettings): string | null {
  const email = claimOf(claims, names.email);
  if (typeof email !== 'string' || !/^[^\s@]{1,64}@[^\s@]{1,189}$/.test(email)) return null;
  return trustEmail || claims.email_verified === true ? email.toLowerCase() : null;
}

const isRecord = (value: unknown): value is Claims => typeof value === 'object' && value !== null && !Array.isArray(value);
