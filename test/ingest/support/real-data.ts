import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The folder of real programmes, where it is there; they are personal data and no part of the product. */
export function realData(programme: string): string | undefined {
  const folder = path.join(process.env.OVERSTORY_SHARED ?? path.join(root, '../shared'), 'data/real', programme);
  return fs.existsSync(folder) ? folder : undefined;
}
