import type pg from 'pg';
import type { CalendarDate } from '../kernel/index.js';
import { Refusal } from '../platform/index.js';

/** A track as it was known after a load. Who answers for it is sealed: here stands only whether somebody does. */
export interface Track {
  readonly id: string;
  readonly name: string;
  readonly owned: boolean;
  readonly startedOn: CalendarDate | null;
  readonly endedOn: CalendarDate | null;
  /** The agreed dose in minutes a month, or null where none is named. */
  readonly monthlyMinutes: number | null;
}

/** Every track that was known at load number `loadNo`, by its id. Reads as the curator. */
export async function readTracks(tx: pg.Pool | pg.PoolClient, loadNo: number): Promise<Track[]> {
  const { rows } = await tx.query<Track>(
    `select track_id as id, coalesce(nullif(name, ''), track_id) as name, coalesce(owned, false) as owned,
            started_on as "startedOn", ended_on as "endedOn", monthly_minutes::float8 as "monthlyMinutes"
     from (select distinct on (track_id) * from tracks.track where load_no <= $1 order by track_id, load_no desc) known
     where not gone order by track_id collate "C"`,
    [loadNo],
  );
  return rows;
}

/** Whether a track runs at some time from the first to the last day; an unknown end is open. */
export function runsWithin(
  { startedOn, endedOn }: Pick<Track, 'startedOn' | 'endedOn'>,
  from: CalendarDate,
  to: CalendarDate,
): boolean {
  return (startedOn === null || startedOn <= to) && (endedOn === null || endedOn >= from);
}

/** A track as the catalogue describes it now, for everybody who may read it. */
export interface CatalogueTrack extends Track {
  readonly focus: string | null;
  readonly tier: string | null;
  readonly format: string | null;
  readonly practice: string | null;
  readonly purpose: string | null;
  /** The skill or role that it is meant to build. */
  readonly capability: string | null;
}

const CATALOGUE = `
  select track_id as id, coalesce(nullif(name, ''), track_id) as name, owned, started_on::text as "startedOn",
    ended_on::text as "endedOn", monthly_minutes::float8 as "monthlyMinutes", focus, tier, format, practice, purpose, capability
  from tracks.catalogue`;

/** Every track that is known now, by its name. Reads as the reader or the curator. */
export async function readCatalogue(tx: pg.Pool | pg.PoolClient): Promise<CatalogueTrack[]> {
  const { rows } = await tx.query<CatalogueTrack>(`${CATALOGUE} order by 2, track_id collate "C"`);
  return rows;
}

/** One track. @throws Refusal `track-unknown` (2). */
export async function findTrack(tx: pg.Pool | pg.PoolClient, id: string): Promise<CatalogueTrack> {
  const { rows } = await tx.query<CatalogueTrack>(`${CATALOGUE} where track_id = $1`, [id]);
  const [found] = rows;
  if (!found) throw new Refusal('track-unknown', 'There is no such track.', 2);
  return found;
}
