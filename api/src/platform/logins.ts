import crypto from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { readJson, writePrivateFile } from './private-files.js';
import { Refusal } from './refusal.js';
import { clientOf } from './client.js';

/** `owner` migrates and nothing else; the others may do what the migrations granted to their group role. */
export type Login = 'owner' | 'ingest' | 'curator' | 'reader' | 'auditor';
type Member = Exclude<Login, 'owner'>;
export type LoginUrls = Readonly<Record<Login, string>>;

const MEMBERS: readonly Member[] = ['ingest', 'curator', 'reader', 'auditor'];

interface Credentials {
  readonly user: string;
  readonly password: string;
}
type Roster = Readonly<Record<Member, Credentials>>;

/**
 * Makes the four logins of this database, or finds them; answers the address of each. Their passwords are
 * random, live in `HOME/logins.json` (0600) per database, and are set anew when the server refuses them.
 */
export async function makeLogins(ownerUrl: string, home: string): Promise<LoginUrls> {
  const database = decodeURIComponent(new URL(ownerUrl).pathname.slice(1));
  const known = readRosters(home)[database];
  const roster = known && (await allWork(ownerUrl, known)) ? known : await makeAnew(ownerUrl, home, database);
  return urls(ownerUrl, roster);
}

const fileIn = (home: string): string => path.join(home, 'logins.json');
const readRosters = (home: string): Record<string, Roster> => readJson<Record<string, Roster>>(fileIn(home)) ?? {};

/** Under a lock, so that two processes which start together agree on the passwords. */
async function makeAnew(ownerUrl: string, home: string, database: string): Promise<Roster> {
  const owner = clientOf(ownerUrl);
  await owner.connect();
  try {
    await owner.query("select pg_advisory_lock(hashtext('overstory logins'))");
    const rosters = readRosters(home);
    const roster = rosters[database] ?? invent(database);
    // A copied or restored database begins with PostgreSQL's own grants, which let everyone in.
    await owner.query(`revoke all on database ${pg.escapeIdentifier(database)} from public`);
    await owner.query(`grant temporary on database ${pg.escapeIdentifier(database)} to overstory_curator`);
    for (const member of MEMBERS) await createOrReset(owner, database, member, roster[member]);
    writePrivateFile(fileIn(home), JSON.stringify({ ...rosters, [database]: roster }));
    return roster;
  } catch (error) {
    throw explained(error);
  } finally {
    await owner.end();
  }
}

function invent(database: string): Roster {
  // Logins belong to the whole server: the database is part of the name, so that two never share one.
  const mark = crypto.createHash('sha256').update(database).digest('hex').slice(0, 10);
  const one = (member: Member): Credentials => ({
    user: `overstory_${mark}_${member}`,
    password: crypto.randomBytes(24).toString('base64url'),
  });
  return Object.fromEntries(MEMBERS.map((member) => [member, one(member)])) as Record<Member, Credentials>;
}

async function allWork(ownerUrl: string, roster: Roster): Promise<boolean> {
  const answers = await Promise.all(MEMBERS.map((member) => works(urlFor(ownerUrl, roster[member]))));
  return answers.every(Boolean);
}

async function works(url: string): Promise<boolean> {
  const client = clientOf(url, 5000);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createOrReset(owner: pg.Client, database: string, member: Member, { user, password }: Credentials): Promise<void> {
  const name = pg.escapeIdentifier(user);
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [user]);
  await owner.query(`${rowCount ? 'alter' : 'create'} role ${name} login inherit password ${pg.escapeLiteral(password)}`);
  await owner.query(`grant overstory_${member} to ${name}`);
  await owner.query(`grant connect on database ${pg.escapeIdentifier(database)} to ${name}`);
}

function explained(error: unknown): unknown {
  if ((error as { code?: string }).code !== '42501') return error;
  return new Refusal(
    'owner-cannot-make-logins',
    'The login in DATABASE_URL may not create roles. It needs CREATEROLE, its own database, and (where another' +
      ' installation on this server made the overstory_ roles) the right to grant them.',
  );
}

function urls(ownerUrl: string, roster: Roster): LoginUrls {
  const members = Object.fromEntries(MEMBERS.map((member) => [member, urlFor(ownerUrl, roster[member])]));
  return { owner: ownerUrl, ...(members as Record<Member, string>) };
}

function urlFor(ownerUrl: string, { user, password }: Credentials): string {
  const url = new URL(ownerUrl);
  url.username = user;
  url.password = password;
  return url.href;
}
