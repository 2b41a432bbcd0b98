import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The earliest day that an archive can name: when a file was made would make two of the same report differ. */
const NO_DAY = new Date(1980, 0, 1);

/** Files of one archive, by their path, in this order. The same files are the same bytes. */
export type Entries = Readonly<Record<string, string | Uint8Array>>;

export function zipped(entries: Entries): Buffer {
  const files: Zippable = Object.fromEntries(
    Object.entries(entries).map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content]),
  );
  return Buffer.from(zipSync(files, { mtime: NO_DAY, level: 6 }));
}

/** What an archive holds. @throws Error where it is none. */
export const unzipped = (archive: Uint8Array): Record<string, Uint8Array> => unzipSync(archive);
