import type pg from 'pg';
import type { Role, Viewer } from '../access/index.js';
import { type FormatKey } from './formats.js';
import type { ReportDefinition } from './model/model.js';

/** What a pack asks for of each release: a definition without a release and a moment. */
export type PackDefinition = Omit<ReportDefinition, 'releaseId' | 'recordsUntil'>;

/** A report that is made whenever a release is published or, of an audit, when it is countersigned. */
export interface Pack {
  readonly id: string;
  readonly name: string;
  readonly format: FormatKey;
  readonly definition: PackDefinition;
  /** `folder`, `mail:ROLE` or `webhook:ADDRESS`. */
  readonly channels: readonly string[];
}

const PACKS = `select pack_id::text as id, name, format, definition, channels from reports.pack where ended_at is null`;

/** Packs that were saved before there was another language name none. */
type Kept = Omit<Pack, 'definition'> & { readonly definition: Omit<PackDefinition, 'language'> & Partial<PackDefinition> };

/** The packs that are made, oldest first. */
export async function listPacks(tx: pg.Pool): Promise<Pack[]> {
  const { rows } = await tx.query<Kept>(`${PACKS} order by pack_id`);
  return rows.map(({ definition, ...row }) => ({ ...row, definition: { language: 'en', ...definition } }));
}

/** @returns its number. */
export async function savePack(
  tx: pg.Pool,
  { name, format, definition, channels }: Omit<Pack, 'id'>,
  by: string,
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>('select reports.save_pack($1, $2, $3, $4, $5)::text as id', [
    ...[name, format, JSON.stringify(definition)],
    ...[channels, by],
  ]);
  return rows[0]?.id ?? '';
}

/** Ends a pack; false where there is none. */
export async function endPack(tx: pg.Pool, id: string, by: string): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>('select reports.end_pack($1, $2) as found', [id, by]);
  return rows[0]?.found ?? false;
}

/** Notes the report of a pack of one release, as it is now. @returns the wish for `makeReport`; null where there is no such pack. */
export async function askForPack(
  tx: pg.Pool,
  { pack, releaseId }: { readonly pack: string; readonly releaseId: string },
  by: string,
): Promise<string | null> {
  const { rows } = await tx.query<{ wish: string | null }>('select reports.ask_for_pack($1, $2, $3)::text as wish', [
    ...[pack, releaseId, by],
  ]);
  return rows[0]?.wish ?? null;
}

/** A report that a pack asked for and that was made, with where it was told of already. */
export interface MadeOfPack {
  readonly wish: string;
  readonly reportId: string;
  readonly code: string;
  readonly format: FormatKey;
  readonly name: string;
  readonly period: string;
  readonly pack: string;
  readonly definition: PackDefinition;
  readonly channels: readonly string[];
  readonly done: readonly string[];
}

/** What packs made in the last month: what could not be delivered by then is not news any more. */
export async function madeOfPacks(tx: pg.Pool): Promise<MadeOfPack[]> {
  const { rows } = await tx.query<MadeOfPack>(
    `select w.wish_id::text as wish, m.report_id::text as "reportId", m.code, m.format, m.name, r.period, p.name as pack,
       w.definition, p.channels, array(select d.channel from reports.delivery d where d.wish_id = w.wish_id) as done
     from reports.wish w join reports.pack p using (pack_id)
       join reports.made m on m.code = w.code and m.format = w.format
       join release.published_release r on r.release_id = m.release_id
     where p.ended_at is null and w.asked_at > clock_timestamp() - interval '30 days' order by w.wish_id`,
  );
  return rows;
}

/** Open accounts of a role, as viewers. */
export async function readersWith(tx: pg.Pool, role: Role): Promise<Viewer[]> {
  const { rows } = await tx.query<Omit<Viewer, 'accountId'> & { account_id: string }>('select * from reports.readers_with($1)', [
    [role],
  ]);
  return rows.map(({ account_id: accountId, ...row }) => ({ ...row, accountId, mustChangePassword: false }));
}

/** Claims a delivery, so that it happens once; false where another process has it or had it. */
export async function claimDelivery(
  tx: pg.PoolClient,
  { wish, channel, outcome }: { readonly wish: string; readonly channel: string; readonly outcome: 'delivered' | 'withheld' },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'insert into reports.delivery (wish_id, channel, outcome) values ($1, $2, $3) on conflict do nothing',
    [wish, channel, outcome],
  );
  return rowCount === 1;
}
