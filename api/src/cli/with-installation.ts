import type pg from 'pg';
import { type Installation, type Login, openInstallation, openPool, readConfiguration } from '../platform/index.js';

/** Opens the installation of the environment for one command, and lets go of it whatever happens. */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation(readConfiguration());
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

/** The same for a command that needs one login only. */
export function withPool<T>(login: Login, work: (pool: pg.Pool, installation: Installation) => Promise<T>): Promise<T> {
  return withInstallation((installation) => usingPool(installation, login, (pool) => work(pool, installation)));
}

/** A pool for as long as `work` runs. */
export async function usingPool<T>(installation: Installation, login: Login, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = openPool(installation.url(login), 4);
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
