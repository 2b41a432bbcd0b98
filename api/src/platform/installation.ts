import type { Configuration } from './configuration.js';
import { startEmbedded } from './embedded/server.js';
import { bindKeys } from './key-binding.js';
import { type Keys, keysOf } from './keys.js';
import { type Login, makeLogins } from './logins.js';
import { migrate } from './migrations.js';
import { makePrivateFolder } from './private-files.js';
import { checkStockPostgres } from './stock-postgres.js';

export type { Login };

/** A migrated database with its logins and keys. */
export interface Installation {
  readonly config: Configuration;
  /** The address under which one login enters. Hand a process only those it needs. */
  url(login: Login): string;
  readonly keys: Keys;
  /** Starts the embedded database again if it was killed; answers whether that was needed. */
  revive(): Promise<boolean>;
  /** Lets go of the database; stops the embedded one when nobody else uses it. */
  close(): Promise<void>;
}

interface Database {
  readonly url: string;
  revive(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Starts the embedded Postgres or joins the one that runs (or uses DATABASE_URL), migrates, makes logins and
 * keys. `log` hears what a person waiting would like to know. Whoever opens an installation closes it.
 */
export async function openInstallation(
  config: Configuration,
  log: (line: string) => void = () => undefined,
): Promise<Installation> {
  makePrivateFolder(config.home);
  const database = await openDatabase(config, log);
  try {
    const applied = await migrate(database.url);
    if (applied.length > 0) log(`Applied ${applied.length} migrations`);
    const urls = await makeLogins(database.url, config.home);
    const keys = keysOf(config);
    // Made at the first start and not at the first release: its fingerprint is shown before anything is signed.
    keys.read('signing');
    await bindKeys(database.url, keys);
    return { config, url: (login) => urls[login], keys, revive: database.revive, close: database.close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openDatabase(config: Configuration, log: (line: string) => void): Promise<Database> {
  if (!config.databaseUrl) return startEmbedded({ home: config.home, log });
  await checkStockPostgres(config.databaseUrl);
  return { url: config.databaseUrl, revive: () => Promise.resolve(false), close: () => Promise.resolve() };
}
