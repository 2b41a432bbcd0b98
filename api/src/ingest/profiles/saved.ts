import { t } from '#language';
import type pg from 'pg';
import { canonicalJson } from '../../kernel/index.js';
import { inTransaction, Refusal } from '../../platform/index.js';
import { presetOf } from './presets.js';
import { DATE_FORMATS, type FileMapping, parseProfile, type SourceProfile, withMapping } from './profile.js';

/** The profile that is remembered for a source; null where its files come with the dictionary's own columns. */
export async function savedProfile(tx: pg.Pool | pg.PoolClient, source: string): Promise<SourceProfile | null> {
  const { rows } = await tx.query<{ document: unknown }>(
    'select document from governance.source_profile where source = $1 order by version desc limit 1',
    [source.trim()],
  );
  return rows[0] ? parseProfile(rows[0].document) : null;
}

/** Remembers how the files of a source are read; the same again adds no version. */
export async function saveProfile(pool: pg.Pool, source: string, profile: SourceProfile, by: string): Promise<void> {
  const named = source.trim();
  await inTransaction(pool, async (tx) => {
    await tx.query('select pg_advisory_xact_lock(7305120323)');
    const known = await savedProfile(tx, named);
    if (known && canonicalJson(known) === canonicalJson(profile)) return;
    await tx.query(
      `insert into governance.source_profile (source, version, document, set_by)
       select $1, coalesce(max(version), 0) + 1, $2, $3 from governance.source_profile where source = $1`,
      [named, canonicalJson(profile), by],
    );
  });
}

/** Sources whose columns are mapped, by name. */
export async function listProfiles(tx: pg.Pool | pg.PoolClient): Promise<{ source: string; files: string[] }[]> {
  const { rows } = await tx.query<{ source: string; document: unknown }>(
    'select distinct on (source) source, document from governance.source_profile order by source, version desc',
  );
  return rows.map(({ source, document }) => ({ source, files: parseProfile(document).files.map(({ file }) => file) }));
}

/** What somebody who sends a file says about it: a preset, and how dates are written. */
export interface ProfileAsked {
  /** `none`: the dictionary's own columns, whatever is remembered. */
  readonly preset?: string | undefined;
  readonly dates?: string | undefined;
  /** How this file is read: an element of a profile's `files`, as percent-encoded JSON. */
  readonly mapping?: string | undefined;
}

/**
 * The profile for a file: what is said of it by itself, the preset that was asked for, else what is remembered for the
 * source.
 *
 * @throws Refusal `preset-unknown`, `profile-invalid` (2).
 */
export async function profileFor(
  tx: pg.Pool | pg.PoolClient,
  source: string,
  { preset, dates, mapping }: ProfileAsked,
): Promise<SourceProfile | null> {
  if (mapping) return withMapping(await savedProfile(tx, source), mappingIn(mapping));
  if (preset === undefined || preset === '') return savedProfile(tx, source);
  if (preset === 'none') return null;
  const found = presetOf(preset);
  if (!found) throw new Refusal('preset-unknown', 'There is no such kind of source.', 2);
  const format = DATE_FORMATS.find((one) => one === (dates || found.profile.dates));
  if (!format)
    throw new Refusal('dates-unknown', t('Dates are written as one of {formats}.', { formats: DATE_FORMATS.join(', ') }), 2);
  return { ...found.profile, dates: format };
}

function mappingIn(text: string): FileMapping {
  const [mapping] = parseProfile({ files: [jsonIn(text)] }).files;
  return mapping as FileMapping;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(text)) as unknown;
  } catch {
    throw new Refusal('profile-invalid', 'How this file is read did not arrive whole. Send it again.', 2);
  }
}
