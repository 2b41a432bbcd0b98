import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { dataSourceOn, type Installation, type Login, openInstallation, openPool, readConfiguration } from '../platform/index.js';

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

/** The same for a command that reads entities; the library is loaded for it alone. */
export function withEntities<T>(
  login: Login,
  entities: readonly (new () => object)[],
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  return withPool(login, async (pool) => {
    const { DataSource } = await import('typeorm');
    return work((await new DataSource(dataSourceOn(pool, entities)).initialize()).manager);
  });
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
