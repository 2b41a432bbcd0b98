import crypto from 'node:crypto';
import type pg from 'pg';
import { standingOf } from '../claims.js';
import type { IdentitySettings } from '../identity-settings.js';
import { type Filter, parseFilter } from './filter.js';
import { type Operation, patched } from './patch.js';
import { type Question, sorted } from './question.js';
import { type Attributes, GROUP, isAttributes, keyOf, ScimProblem, stepsOf, USER, valuesAt } from './paths.js';

/** A token that belongs to a directory. */
export interface DirectoryToken {
  readonly tokenId: string;
  /** The source for which it speaks about people. */
  readonly source: string;
  /** Which attribute of a user is the `person_id` of the people file; null: it says nothing of people. */
  readonly persons: string | null;
}

/** The directory behind a token, or null where the token is another one, or no longer holds. */
export async function directoryOfToken(pool: pg.Pool, tokenId: string): Promise<DirectoryToken | null> {
  const { rows } = await pool.query<{ sources: string[]; persons: string | null }>(
    'select sources, persons from access.directory_of_token($1)',
    [tokenId],
  );
  return rows[0] ? { tokenId, source: rows[0].sources[0] ?? '', persons: rows[0].persons } : null;
}

/** When a directory last said anything of people, or null where none ever has. */
export async function directoryTold(pool: pg.Pool): Promise<Date | null> {
  const { rows } = await pool.query<{ at: Date | null }>('select access.directory_told() as at');
  return rows[0]?.at ?? null;
}

/** A part of a list, and how long it is. */
export interface Page {
  readonly totalResults: number;
  readonly startIndex: number;
  readonly resources: readonly Attributes[];
}

export type Kind = 'Users' | 'Groups';

/** One resource and, where its sender says so, the version that they have read. */
export interface Place {
  readonly kind: Kind;
  readonly id: string;
  readonly version?: string | undefined;
}

interface Row {
  readonly id: string;
  readonly created_at: Date;
  readonly changed_at: Date;
}
interface UserRow extends Row {
  readonly user_name: string;
  readonly external_id: string | null;
  readonly active: boolean;
  readonly groups: Attributes[];
}
interface GroupRow extends Row {
  readonly display_name: string;
  readonly external_id: string | null;
  readonly members: Attributes[];
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What a directory keeps here by SCIM 2.0: accounts that sign in at the identity provider, and the groups from which their
 * roles follow. Attributes that are not for signing in are taken and not kept.
 */
export class Directory {
  constructor(
    private readonly reader: pg.Pool,
    private readonly token: DirectoryToken,
    private readonly identity: Pick<IdentitySettings, 'roles' | 'everyoneIsEmployee'> | null,
  ) {}

  /** The resources that a question means, in the order in which they were made unless it names another. */
  async list(kind: Kind, { filter, sort, startIndex, count }: Question): Promise<Page> {
    const parsed = filter === undefined ? undefined : parseFilter(filter);
    const found = await this.rows(kind, parsed?.equals);
    const matches: Filter = parsed?.matches ?? (() => true);
    const all = sorted(found.filter(matches), sort);
    const first = Math.max(1, startIndex);
    return { totalResults: all.length, startIndex: first, resources: all.slice(first - 1, first - 1 + Math.max(0, count)) };
  }

  /** One resource. @throws ScimProblem 404. */
  async one(kind: Kind, id: string): Promise<Attributes> {
    const [found] = ID.test(id) ? await this.rows(kind, { attribute: 'id', value: id }) : [];
    if (!found) throw new ScimProblem(404, 'There is no such resource.');
    return found;
  }

  /** Makes a resource. @throws ScimProblem 409 where the name is taken. */
  create(kind: Kind, resource: Attributes): Promise<Attributes> {
    return inTurn(() => this.save(kind, null, resource));
  }

  /** Puts another one into its place; its id stays. */
  replace(at: Place, resource: Attributes): Promise<Attributes> {
    return inTurn(async () => {
      await this.found(at);
      return this.save(at.kind, at.id, resource);
    });
  }

  /** Changes a resource. */
  patch(at: Place, operations: readonly Operation[]): Promise<Attributes> {
    return inTurn(async () => {
      const found = await this.found(at);
      const next = patched(found, operations.filter(isKept));
      checkOwn(found, next);
      return this.save(at.kind, at.id, next);
    });
  }

  /** Removes a resource; an account is closed, since the trail has to know whose it was. */
  remove(at: Place): Promise<void> {
    return inTurn(async () => {
      await this.found(at);
      const drop = at.kind === 'Users' ? 'directory_drop_user' : 'directory_drop_group';
      await this.reader.query(`select access.${drop}($1, $2)`, [this.token.tokenId, at.id]);
      if (at.kind === 'Groups') await this.assignRoles();
    });
  }

  /** What is to be changed, as long as it is what its sender has read. @throws ScimProblem 404, 412. */
  async found({ kind, id, version }: Place): Promise<Attributes> {
    const resource = await this.one(kind, id);
    if (version === undefined || version === '*' || version === (resource.meta as { version: string }).version) return resource;
    throw new ScimProblem(412, 'It was changed meanwhile. Read it again.');
  }

  private async save(kind: Kind, id: string | null, resource: Attributes): Promise<Attributes> {
    const saved = kind === 'Users' ? await this.saveUser(id, resource) : await this.saveGroup(id, resource);
    if (saved === null) throw new ScimProblem(409, 'This name is taken.', 'uniqueness');
    return this.one(kind, saved);
  }

  private async saveUser(id: string | null, resource: Attributes): Promise<string | null> {
    const userName = textAt(resource, 'userName');
    if (userName === null || !/^[^\s@]{1,64}@[^\s@]{1,189}$/.test(userName))
      throw new ScimProblem(400, 'userName has to be the e-mail address with which they sign in.', 'invalidValue');
    const standing = this.standing([]);
    return this.saved('select access.directory_save_user($1, $2, $3, $4, $5, $6, $7) as id', [
      ...[id, userName, textAt(resource, 'externalId'), isActive(resource)],
      ...[standing?.role ?? null, standing?.scope ?? null],
    ]);
  }

  private async saveGroup(id: string | null, resource: Attributes): Promise<string | null> {
    const name = textAt(resource, 'displayName');
    if (name === null) throw new ScimProblem(400, 'A group has a displayName.', 'invalidValue');
    refuseGroups(resource[keyOf(resource, 'members')]);
    const members = valuesAt(resource, ['members']).filter((one): one is string => typeof one === 'string' && ID.test(one));
    const given = [id, name, textAt(resource, 'externalId'), members];
    const saved = await this.saved('select access.directory_save_group($1, $2, $3, $4, $5) as id', given);
    await this.assignRoles();
    return saved;
  }

  private async saved(sql: string, given: readonly unknown[]): Promise<string | null> {
    const { rows } = await this.reader.query<{ id: string | null }>(sql, [this.token.tokenId, ...given]);
    return rows[0]?.id ?? null;
  }

  private standing(groups: readonly string[]): { role: string; scope: string | null } | null {
    const standing = this.identity && standingOf(this.identity, groups);
    // A team that only a claim could name is no team here: such a rule gives nothing.
    return standing === 'no-team' ? null : standing;
  }

  /** Groups have changed: every role that follows from them is looked at again, and holds from the next request on. */
  private async assignRoles(): Promise<void> {
    interface Now {
      readonly account_id: string;
      readonly role: string;
      readonly scope: string | null;
      readonly without_role: boolean;
      readonly groups: string[];
    }
    const { rows } = await this.reader.query<Now>('select * from access.directory_standing($1)', [this.token.tokenId]);
    for (const now of rows) {
      const next = this.standing(now.groups);
      const same = next ? !now.without_role && now.role === next.role && now.scope === next.scope : now.without_role;
      if (same) continue;
      const given = [this.token.tokenId, now.account_id, next?.role ?? null, next?.scope ?? null];
      await this.reader.query('select access.directory_assign($1, $2, $3, $4)', given);
    }
  }

  private async rows(kind: Kind, equals?: { readonly attribute: string; readonly value: string }): Promise<Attributes[]> {
    const asked = (attribute: string): string | null =>
      equals?.attribute.toLowerCase() === attribute.toLowerCase() ? equals.value : null;
    const id = asked('id');
    if (id !== null && !ID.test(id)) return [];
    if (kind === 'Users') {
      const given = [this.token.tokenId, asked('userName'), asked('externalId'), id];
      const { rows } = await this.reader.query<UserRow>('select * from access.directory_users($1, $2, $3, $4)', given);
      return rows.map(userOf);
    }
    const given = [this.token.tokenId, asked('displayName'), id];
    const { rows } = await this.reader.query<GroupRow>('select * from access.directory_groups($1, $2, $3)', given);
    return rows.map(groupOf);
  }
}

let last: Promise<unknown> = Promise.resolve();

/** One change after the other: what is read, changed and written again must not be changed by others meanwhile. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}

/** What only this server says of a resource. */
const OWN = ['id', 'meta', 'groups'];

/** What of a resource is kept here; changes of anything else are taken, and change nothing. */
const KEPT = ['username', 'externalid', 'active', 'displayname', 'members', ...OWN];

/** What only this server says may be repeated by a change, and not be another. */
function checkOwn(before: Attributes, after: Attributes): void {
  const changed = OWN.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  if (changed) throw new ScimProblem(400, 'id, meta and groups follow from other things.', 'mutability');
}

/** Whoever is in a group within a group would get no role by it, and nobody would be told. */
function refuseGroups(members: unknown): void {
  const all: readonly unknown[] = Array.isArray(members) ? members : [members];
  const isGroup = (one: unknown): boolean => isAttributes(one) && String(one[keyOf(one, 'type')]).toLowerCase() === 'group';
  if (all.some(isGroup)) throw new ScimProblem(400, 'Members of a group are accounts, not groups.', 'invalidValue');
}

function isKept({ path }: Operation): boolean {
  if (path === undefined) return true;
  const [name = ''] = stepsOf(path.replace(/\[.*$/s, ''));
  return KEPT.includes(name.toLowerCase());
}

const userOf = ({ user_name, external_id, active, groups, ...row }: UserRow): Attributes =>
  withMeta(row, 'User', {
    schemas: [USER],
    ...(external_id === null ? {} : { externalId: external_id }),
    userName: user_name,
    active,
    ...(groups.length > 0 ? { groups } : {}),
  });

const groupOf = ({ display_name, external_id, members, ...row }: GroupRow): Attributes =>
  withMeta(row, 'Group', {
    schemas: [GROUP],
    ...(external_id === null ? {} : { externalId: external_id }),
    displayName: display_name,
    ...(members.length > 0 ? { members } : {}),
  });

function withMeta({ id, created_at, changed_at }: Row, resourceType: string, attributes: Attributes): Attributes {
  const hash = crypto.createHash('sha256').update(JSON.stringify(attributes)).digest('hex');
  const [created, lastModified] = [created_at, changed_at].map((at) => at.toISOString());
  return { ...attributes, id, meta: { resourceType, created, lastModified, version: `W/"${hash.slice(0, 16)}"` } };
}

function textAt(resource: Attributes, name: string): string | null {
  const value = resource[keyOf(resource, name)];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Whoever is not said to be inactive is active; some directories send the word instead of the value. */
export function isActive(resource: unknown): boolean {
  const value = isAttributes(resource) ? resource[keyOf(resource, 'active')] : undefined;
  return typeof value === 'string' ? value.toLowerCase() !== 'false' : value !== false;
}
