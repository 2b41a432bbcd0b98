import type { Role } from '../../../api/src/access/index.js';
import { ROLES } from '../../../api/src/access/index.js';
import { freshInstallation, type TestInstallation } from '../../support/database.js';
import { madeUpTable, publishMadeUpRelease, TEAMS } from './release.js';
import type { Entry } from './trail.js';
import { Client, signedIn, webOn } from './web.js';
import { upload, workerOn } from './worker.js';

/** Numbers that nobody but the auditor and a manager of the whole organisation may see, and those of levels. */
export const OF_TEAMS = 731_313;
export const OF_LEVELS = 424_242;

export const EVERYBODY: readonly (Role | null)[] = [null, ...ROLES];

/** A product with something worth having in it, and somebody of each role who is after it. */
export interface World {
  readonly installation: TestInstallation;
  readonly address: string;
  readonly release: string;
  readonly draft: string;
  readonly load: string;
  readonly attackers: ReadonlyMap<Role | null, Client>;
  readonly accounts: ReadonlyMap<Role | null, string>;
}

export async function makeWorld(): Promise<World> {
  const installation = await freshInstallation();
  const address = await webOn(installation);
  await workerOn(installation);
  const curator = installation.pool('curator');
  const release = await publishMadeUpRelease(curator, '2026-Q3', tables());
  const attackers = await everybody(installation, address);
  const accounts = new Map<Role | null, string>();
  for (const [role, client] of attackers) accounts.set(role, await accountOf(installation, client));
  const people = 'person_id,effective_from,team\np1,2026-01-01,eng\n';
  const { load } = await upload(attackers.get('data-steward')!, 'people.csv', people);
  return { installation, address, release, draft: await draftOf(installation, '2026-Q4'), load, attackers, accounts };
}

type Table = ReturnType<typeof madeUpTable>;

const tables = (): Table[] => [
  marked(madeUpTable([], [{}]), 40),
  marked(
    madeUpTable(
      ['team'],
      TEAMS.map((team) => ({ team })),
    ),
    OF_TEAMS,
  ),
  marked(madeUpTable(['level'], [{ level: '1' }, { level: '2' }]), OF_LEVELS),
  marked(
    madeUpTable(
      ['team', 'level'],
      TEAMS.map((team) => ({ team, level: '1' })),
    ),
    OF_TEAMS,
  ),
];

const marked = (table: Table, eligible: number): Table => ({
  ...table,
  cells: table.cells.map((cell) => (cell.status === 'shown' ? { ...cell, values: { ...cell.values, eligible } } : cell)),
});

/** Somebody of each role, the manager of a branch that does not exist, and somebody who is signed out. */
async function everybody(installation: TestInstallation, address: string): Promise<Map<Role | null, Client>> {
  const all = new Map<Role | null, Client>([[null, new Client(address)]]);
  for (const role of ROLES)
    all.set(role, await signedIn(installation, address, role, role === 'engineering-manager' ? 'nowhere' : null));
  return all;
}

/** A release that nobody has published. */
async function draftOf(installation: TestInstallation, period: string): Promise<string> {
  const id = `${period}-fedcba987654`;
  await installation.pool('curator').query(
    `insert into release.release (release_id, period, starts_on, as_of, known_at, noise_level, sample, header, policy, dimensions,
       certificate, hash, document, built_by)
     select $1, $2, '2026-10-01', '2026-12-31', now(), noise_level, sample, header, policy, dimensions, certificate, $3,
       '{"draft":"DRAFT-CONTENT"}', 'operator' from release.release limit 1`,
    [id, period, `sha256:${'1'.repeat(64)}`],
  );
  return id;
}

async function accountOf(installation: TestInstallation, client: Client): Promise<string> {
  const { data } = await client.ask('{ viewer { email } }');
  const { rows } = await installation
    .pool('owner')
    .query<{ id: string }>('select account_id as id from access.account where email = $1', [data?.viewer?.email ?? '']);
  return rows[0]?.id ?? 'anonymous';
}

/** Refusals of whatever kind that an actor has left on the trail. */
export async function traces({ installation }: World, actor: string): Promise<Entry[]> {
  const { rows } = await installation.pool('auditor').query<Entry>(
    `select entry_no::int as entry, actor, role, action, subject, details from audit_trail.entry
     where actor = $1 and action ~ '(denied|refused)$' order by entry_no`,
    [actor],
  );
  return rows;
}

/** Waits for the trace of an attack; one that leaves none ends the test, since Jest ends what waits in vain. */
export async function leavesATrace(world: World, role: Role | null, subject: RegExp): Promise<void> {
  const actor = world.accounts.get(role) ?? 'anonymous';
  while (!(await traces(world, actor)).some((entry) => subject.test(entry.subject)))
    await new Promise((go) => setTimeout(go, 50));
}
