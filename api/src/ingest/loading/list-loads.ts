import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { LoadFileRow } from './load-file.entity.js';
import { LoadRow } from './load.entity.js';
import type { Load } from './loads.js';

/** What a data source has to know to read loads; their rows stay in this room. */
export const LOAD_ENTITIES = [LoadRow, LoadFileRow] as const;

/** A load as a list shows it: with its place in known time, null until it is confirmed. */
export interface ListedLoad extends Load {
  readonly number: number | null;
}

/** The newest loads with their files, the newest first; at most 200. */
export async function listLoads(tx: EntityManager): Promise<ListedLoad[]> {
  return find(tx, {});
}

/** Whether this can name a load at all. */
export const isLoadId = (text: string): boolean => /^[1-9]\d{0,15}$/.test(text);

/** One load with its files, or null. */
export async function findLoad(tx: EntityManager, id: string): Promise<ListedLoad | null> {
  if (!isLoadId(id)) return null;
  return (await find(tx, { id }))[0] ?? null;
}

async function find(tx: EntityManager, where: FindOptionsWhere<LoadRow>): Promise<ListedLoad[]> {
  const loads = await tx.find(LoadRow, { where, order: { id: 'DESC' }, take: 200 });
  const files = await tx.find(LoadFileRow, {
    where: { load: In(loads.map(({ id }) => id)) },
    order: { load: 'ASC', part: 'ASC' },
  });
  return loads.map((load) => ({ ...load, files: files.filter((file) => file.load === load.id) }));
}
