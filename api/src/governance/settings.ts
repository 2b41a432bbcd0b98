import type pg from 'pg';
import { canonicalJson, HERE, NOT_SAID, type QualityFloors } from '../kernel/index.js';
import { inTransaction, Refusal } from '../platform/index.js';
import { checkSchema } from './check-schema.js';
import { SETTINGS_SCHEMA } from './settings-schema.js';

/** A personal characteristic that the organisation asks for. */
export interface Characteristic {
  readonly column: string;
  readonly label: string;
  readonly why: string;
  readonly values: readonly { readonly key: string; readonly label: string }[];
}

/** What the organisation decided. Complete: defaults are filled in. */
export interface Settings {
  readonly organisation: string;
  /** Whom to ask about one's data; absent where nobody was named. */
  readonly contact?: string;
  /** Where people reach the installation, for reports on paper; absent where nobody said. */
  readonly address?: string;
  readonly fiscalYearStart: number;
  readonly levels: readonly string[];
  readonly demographics: readonly Characteristic[];
  readonly caps: { readonly menteesPerMentor: number };
  readonly themes: readonly string[];
  /** Reliability of skill checks, from 0 to 1. */
  readonly reliability: number;
  readonly qualityFloors: QualityFloors;
}

/** Settings in force: version 0 are the defaults of the product. */
export interface SettingsVersion {
  readonly version: number;
  /** In UTC, to the microsecond; null for the defaults. */
  readonly knownAt: string | null;
  readonly settings: Settings;
}

export const DEFAULT_SETTINGS: Settings = {
  organisation: 'This organisation',
  fiscalYearStart: 1,
  levels: [],
  demographics: [],
  caps: { menteesPerMentor: 3 },
  themes: [],
  reliability: 0.8,
  qualityFloors: { coverage: 0.7, pending: 0.05, newestLoadDays: 45 },
};

/**
 * A document as `settings set` takes it, with the defaults filled in.
 *
 * @throws Refusal `settings-invalid` (2) that names every place and rule, never a value.
 */
export function parseSettings(document: unknown): Settings {
  const faults = checkSchema(document, SETTINGS_SCHEMA);
  if (faults.length > 0) throw invalid(faults);
  const given = document as Partial<Settings>;
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    ...given,
    caps: { ...DEFAULT_SETTINGS.caps, ...given.caps },
    qualityFloors: { ...DEFAULT_SETTINGS.qualityFloors, ...given.qualityFloors },
  };
  const clashes = checkCharacteristics(settings.demographics);
  if (clashes.length > 0) throw invalid(clashes);
  return settings;
}

function invalid(faults: readonly string[]): Refusal {
  const listed = faults.slice(0, 20).map((fault) => `- ${fault}`);
  return new Refusal(
    'settings-invalid',
    ['These settings cannot be used:', ...listed, 'docs/settings.md explains each.'].join('\n'),
    2,
  );
}

function checkCharacteristics(demographics: readonly Characteristic[]): string[] {
  const columns = demographics.map(({ column }) => column);
  const faults = new Set(columns).size < columns.length ? ['demographics names a column twice'] : [];
  demographics.forEach(({ values }, at) => {
    const keys = values.map(({ key }) => key);
    if (new Set(keys).size < keys.length) faults.push(`demographics[${at}].values names a key twice`);
    if (keys.some((key) => key === NOT_SAID || key === HERE)) faults.push(`demographics[${at}].values uses a reserved key`);
  });
  return faults;
}

/** The settings in force, or those that were at `knownAt`. */
export async function readSettings(tx: pg.Pool | pg.PoolClient, knownAt?: string): Promise<SettingsVersion> {
  const { rows } = await tx.query<{ version: number; known_at: string; document: Settings }>(
    `select version, ${MOMENT} as known_at, document from governance.settings
     where $1::timestamptz is null or known_at <= $1 order by version desc limit 1`,
    [knownAt?.length === 10 ? `${knownAt}T00:00:00Z` : (knownAt ?? null)],
  );
  const [found] = rows;
  if (!found) return { version: 0, knownAt: null, settings: DEFAULT_SETTINGS };
  return { version: found.version, knownAt: found.known_at, settings: parseSettings(found.document) };
}

/**
 * Adds a version of the settings; the same settings again add none.
 *
 * @returns the version that is now in force.
 * @throws Refusal `settings-invalid` (2).
 */
export async function setSettings(pool: pg.Pool, { document, by }: { document: unknown; by: string }): Promise<SettingsVersion> {
  const settings = parseSettings(document);
  return inTransaction(pool, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [SETTINGS_LOCK]);
    const current = await readSettings(tx);
    if (current.version > 0 && canonicalJson(current.settings) === canonicalJson(settings)) return current;
    const { rows } = await tx.query<{ known_at: string }>(
      `insert into governance.settings (version, document, set_by, known_at)
       select $1, $2, $3, greatest(clock_timestamp(), max(known_at) + interval '1 millisecond') from governance.settings
       returning ${MOMENT} as known_at`,
      [current.version + 1, canonicalJson(settings), by],
    );
    return { version: current.version + 1, knownAt: rows[0]?.known_at ?? null, settings };
  });
}

const SETTINGS_LOCK = 7305120320;
const MOMENT = `to_char(known_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
