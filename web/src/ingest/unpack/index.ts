import { strFromU8, unzipSync, type Unzipped } from 'fflate';
import { t } from '../../language/index.js';
import { kindOf } from './kinds.js';
import { jsonLinesAsCsv } from './json-lines.js';
import { Unreadable } from './unreadable.js';
import { sheetsOf } from './workbook.js';

export { Unreadable } from './unreadable.js';

/** A file as it was chosen, or as it was found in another one. */
export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is unpacked may not be larger than this: more belongs into a CSV file, which is sent without being held. */
const MOST_BYTES = 300_000_000;

/** The tables of a file as CSV files: the files of an archive, the sheets of a workbook, the lines of JSON. @throws Unreadable */
export function unpacked(file: Packed): Packed[] {
  const base = file.name.replace(/\.[a-z]+$/i, '');
  switch (kindOf(file.name)) {
    case 'zip':
      return Object.entries(unzipped(file.bytes)).flatMap(([path, bytes]) => inArchive(path, bytes));
    case 'xlsx': {
      const sheets = sheetsOf(unzipped(file.bytes));
      return sheets.map(({ name, csv }) => ({
        name: asCsv(sheets.length === 1 ? base : name),
        bytes: new TextEncoder().encode(csv),
      }));
    }
    case 'jsonl':
    case 'ndjson':
      return [{ name: asCsv(base), bytes: new TextEncoder().encode(jsonLinesAsCsv(strFromU8(file.bytes))) }];
    default:
      return [file];
  }
}

const asCsv = (base: string): string => `${base}.csv`;

/** Folders and what systems add for themselves are passed over; an archive in an archive is not opened. */
function inArchive(path: string, bytes: Uint8Array): Packed[] {
  const name = path.split('/').at(-1) ?? '';
  if (name === '' || name.startsWith('.') || path.startsWith('__MACOSX/')) return [];
  if (kindOf(name) === 'zip')
    throw new Unreadable(t('There is an archive inside this archive. Unpack it and send what is in it.'));
  return unpacked({ name, bytes });
}

function unzipped(bytes: Uint8Array): Unzipped {
  let sum = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        sum += originalSize;
        if (sum > MOST_BYTES) throw new Unreadable(t('Unpacked this is more than 300 MB. Send its files one by one, as CSV.'));
        return true;
      },
    });
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(t('This file is damaged or locked with a password. Save it again without one, or as CSV.'));
  }
}
