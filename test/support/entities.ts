import type pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { dataSourceOn } from '../../api/src/platform/index.js';

/** What the rooms read entities through, on a pool that somebody else closes. */
export async function entitiesOn(pool: pg.Pool, entities: readonly (new () => object)[]): Promise<EntityManager> {
  return (await new DataSource(dataSourceOn(pool, entities)).initialize()).manager;
}
