import { Refusal } from '../platform/index.js';
import { isRole, type Role } from './roles.js';
import { isScope } from './scope.js';

/** The whole organisation, written out: nobody gets it by leaving something out. */
export const WHOLE_ORGANISATION = '*';

/** What a group of the directory, or of a claim, means here. The first rule that fits decides. */
export interface RoleRule {
  readonly group: string;
  readonly role: Role;
  /** A path of the team tree, or `*`; absent: the claim of the team says it. */
  readonly team?: string;
}

/** How people sign in elsewhere, and what the groups that are known there mean here. */
export interface IdentitySettings {
  /** Where readers find this product, as they type it. */
  readonly address: string;
  readonly provider?: ProviderSettings;
  readonly roles: readonly RoleRule[];
  /** Whoever is in none of the groups is an employee; false: is refused. */
  readonly everyoneIsEmployee: boolean;
}

export interface ProviderSettings {
  /** On the button: "Sign in with …". */
  readonly label: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly scope: string;
  /** Claims by name, or by a path with dots. */
  readonly claims: { readonly email: string; readonly groups: string; readonly team?: string };
  /** Take the e-mail without `email_verified`: for providers that let nobody choose their own. */
  readonly trustEmail: boolean;
  /** Seconds by which the provider's clock may differ. */
  readonly clockTolerance: number;
}

type Read = (name: string) => unknown;
type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the settings of identity, as `OVERSTORY_IDENTITY` names them.
 *
 * @throws Refusal (exit code 2) that names the setting which will not do; nothing is guessed.
 */
export function readIdentitySettings(text: string): IdentitySettings {
  const read = reader(parsed(text), '', ['address', 'provider', 'roles', 'everyoneIsEmployee']);
  const provider = read('provider');
  const settings: IdentitySettings = {
    address: address(read('address'), 'address').replace(/\/$/, ''),
    roles: list(read('roles') ?? [], 'roles').map((rule, place) => roleRule(rule, `roles[${place}].`)),
    everyoneIsEmployee: flag(read('everyoneIsEmployee'), 'everyoneIsEmployee'),
    ...(provider === undefined ? {} : { provider: providerOf(provider) }),
  };
  checkTeams(settings);
  return settings;
}

const PROVIDER = [
  ...['label', 'issuer', 'clientId', 'clientSecret', 'scope', 'claims', 'trustEmail', 'clockToleranceSeconds'],
] as const;

function providerOf(value: unknown): ProviderSettings {
  const read = reader(value, 'provider.', PROVIDER);
  const claims = reader(read('claims') ?? {}, 'provider.claims.', ['email', 'groups', 'team']);
  const team = claims('team');
  const secret = read('clientSecret');
  return {
    label: words(read('label') ?? 'single sign-on', 'provider.label'),
    issuer: address(read('issuer'), 'provider.issuer'),
    clientId: words(read('clientId'), 'provider.clientId'),
    ...(secret === undefined ? {} : { clientSecret: words(secret, 'provider.clientSecret') }),
    scope: words(read('scope') ?? 'openid email profile', 'provider.scope'),
    claims: {
      email: words(claims('email') ?? 'email', 'provider.claims.email'),
      groups: words(claims('groups') ?? 'groups', 'provider.claims.groups'),
      ...(team === undefined ? {} : { team: words(team, 'provider.claims.team') }),
    },
    trustEmail: flag(read('trustEmail'), 'provider.trustEmail'),
    clockTolerance: seconds(read('clockToleranceSeconds') ?? 30),
  };
}

function roleRule(value: unknown, place: string): RoleRule {
  const read = reader(value, place, ['group', 'role', 'team']);
  const role = words(read('role'), `${place}role`);
  if (!isRole(role)) throw unfit(`${place}role`, 'is none of the roles');
  const team = read('team');
  if (team === undefined) return { group: words(read('group'), `${place}group`), role };
  const path = words(team, `${place}team`);
  if (path !== WHOLE_ORGANISATION && !isScope(path)) throw unfit(`${place}team`, 'is no path like eng/platform, and not "*"');
  return { group: words(read('group'), `${place}group`), role, team: path };
}

/** An engineering manager reads a branch: which one is said, be it all of it. */
function checkTeams({ roles, provider }: IdentitySettings): void {
  const place = roles.findIndex(({ role, team }) => role === 'engineering-manager' && team === undefined);
  if (place >= 0 && provider?.claims.team === undefined)
    throw unfit(`roles[${place}].team`, 'is missing: a path of the team tree, or "*" for the whole organisation');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Its text may hold the client's secret.
    throw new Refusal('bad-identity', 'The file that OVERSTORY_IDENTITY names is not JSON.', 2);
  }
}

function reader(value: unknown, place: string, known: readonly string[]): Read {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unfit(place.slice(0, -1), 'is no object');
  const fields = value as Fields;
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown !== undefined) throw unfit(`${place}${unknown}`, 'is not a setting that is known');
  return (name) => fields[name];
}

function words(value: unknown, name: string): string {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= 500) return value;
  throw unfit(name, 'is missing, or no text');
}

function flag(value: unknown, name: string): boolean {
  if (value === undefined || typeof value === 'boolean') return value ?? false;
  throw unfit(name, 'is neither true nor false');
}

function list(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw unfit(name, 'is no list');
}

function seconds(value: unknown): number {
  if (typeof value === 'number' && value >= 0 && value <= 300) return value;
  throw unfit('provider.clockToleranceSeconds', 'is not a number from 0 to 300');
}

/** Only this machine may be spoken to without encryption. */
function address(value: unknown, name: string): string {
  const text = words(value, name);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && (url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url)))) return text;
  throw unfit(name, 'is not an address that begins with https://');
}

/** Whether an address is this machine's own. */
export const isThisMachine = ({ hostname }: URL): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);

const unfit = (name: string, what: string): Refusal =>
  new Refusal('bad-identity', `Settings of identity: ${name || 'the file'} ${what}. See docs/running.md.`, 2);
