import { expect } from '@jest/globals';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { TestInstallation } from '../../support/database.js';
import { overstory, ROOT } from '../../support/run-tool.js';

/** Writes a programme with so many sessions, of which `version` changes every fourth. */
export function writeProgramme(folder: string, sessions: number, version: number): void {
  fs.mkdirSync(folder, { recursive: true });
  const people = Array.from({ length: 200 }, (_, i) => `p${i},2023-01-01,2020-01-01,Eng/T${i % 7}`);
  const pairs = Array.from({ length: 100 }, (_, i) => [
    `r${i},t1,p${i},mentor,2023-02-01`,
    `r${i},t1,p${i + 100},mentee,2023-02-01`,
  ]).flat();
  const held = Array.from({ length: sessions }, (_, i) => {
    const minutes = i % 4 === 0 ? 30 + version : 30;
    return `s${i},r${i % 100},2023-0${1 + (i % 9)}-1${i % 10},${minutes},meeting,question`;
  });
  const write = (name: string, header: string, lines: readonly string[]): void =>
    fs.writeFileSync(path.join(folder, name), `${header}\n${lines.join('\n')}\n`);
  write('people.csv', 'person_id,effective_from,hired_on,team', people);
  write('tracks.csv', 'track_id,name', ['t1,One']);
  write('participations.csv', 'relationship_id,track_id,person_id,role,started_on', pairs);
  write('sessions.csv', 'session_id,relationship_id,held_on,minutes,mode,guidance', held);
}

/** Totals that tell a whole load from a part of one. */
export async function totals(installation: TestInstallation): Promise<unknown> {
  const { rows } = await installation.pool('owner').query(`
    with s as (select distinct on (session_key) * from microdata.sessions order by session_key, load_no desc),
      r as (select distinct on (relationship_key, month) * from microdata.session_rollup order by relationship_key, month, load_no desc)
    select (select count(distinct person_key) from microdata.people)::int as people, (select count(distinct track_id) from tracks.track)::int as tracks,
      (select count(distinct (relationship_key, person_key)) from microdata.participations)::int as participations, (select count(*) from s)::int as sessions,
      (select coalesce(sum(minutes), 0) from s)::float8 as minutes, (select coalesce(sum(minutes), 0) from r)::float8 as rolled_up`);
  return rows[0];
}

async function stateOf(installation: TestInstallation): Promise<{ totals: unknown; standing: number }> {
  const { rows } = await installation
    .pool('owner')
    .query<{ n: number }>(`select count(*)::int as n from jobs.load where state = 'confirmed'`);
  return { totals: await totals(installation), standing: rows[0]!.n };
}

/** Kills a load after so many milliseconds, and checks that all of it stands, or nothing. @returns whether it stood. */
export async function killLoad(installation: TestInstallation, folder: string, after: number): Promise<boolean> {
  const before = await stateOf(installation);
  const child = spawn(process.execPath, [path.join(ROOT, 'api/bin/overstory.mjs'), 'ingest', folder], {
    env: { ...process.env, ...installation.environment, NODE_OPTIONS: '' },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const timer = setTimeout(() => child.kill('SIGKILL'), after);
  await ended;
  clearTimeout(timer);
  await idle(installation);
  const now = await stateOf(installation);
  if (now.standing === before.standing) expect(now.totals).toEqual(before.totals);
  return now.standing > before.standing;
}

/** Waits until the server noticed that the process is gone. */
async function idle(installation: TestInstallation): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const { rowCount } = await installation
      .pool('owner')
      .query(
        `select from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid() and usename like '%_ingest'`,
      );
    if (rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The load simply run again; how long it took, in milliseconds. */
export async function runAgain(installation: TestInstallation, folder: string): Promise<number> {
  const begun = Date.now();
  expect(await overstory(['ingest', folder], { env: { ...installation.environment } })).toMatchObject({ status: 0 });
  return Date.now() - begun;
}

export async function leftOver(installation: TestInstallation): Promise<number> {
  const { rows } = await installation
    .pool('owner')
    .query<{ n: number }>(
      `select count(*)::int as n from pg_class where relnamespace = 'staging'::regnamespace and relname like 'l%' and relkind = 'r'`,
    );
  return rows[0]!.n;
}
