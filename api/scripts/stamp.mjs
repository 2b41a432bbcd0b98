// A build is fresh when the files it was made from are the same as now, by content: dates say little after a
// checkout, and a second start must not build again.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export function stampOf(root, places) {
  const hash = crypto.createHash('sha256').update(process.version);
  for (const file of places.flatMap((place) => filesUnder(path.join(root, place)))) {
    hash.update(path.relative(root, file).replaceAll(path.sep, '/')).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

export function filesUnder(place) {
  if (!fs.existsSync(place)) return [];
  if (fs.statSync(place).isFile()) return [place];
  return fs
    .readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.spec\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

export function isFresh(stampFile, stamp) {
  return fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp;
}
