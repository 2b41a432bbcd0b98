import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './run-tool.js';

/** A copy of the sources in which a test may plant mistakes; the packages are the real ones. */
export function copyOfSources(): string {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-sources-'));
  for (const name of [
    'api/src',
    'web/src/language',
    'web/src/wording',
    'tsconfig.base.json',
    'tsconfig.json',
    '.dependency-cruiser.cjs',
    '.prettierrc.json',
    'package.json',
    'api/package.json',
  ])
    fs.cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}

/** Writes a file into the copy. */
export function plant(copy: string, file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
  fs.writeFileSync(path.join(copy, file), text);
}
