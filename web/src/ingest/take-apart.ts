import { t } from '../language/index.js';
import { isPacked } from './unpack/kinds.js';

/** A file that is ready to be sent, or why it is not. */
export interface Taken {
  readonly name: string;
  readonly file: File | null;
  readonly problem: string | null;
}

const UNREADABLE = t('This file could not be read. Save it as CSV (UTF-8) and try again.');

/** Archives, workbooks and lines of JSON become the CSV files that are in them, here in the browser; others stay as they are. */
export async function takeApart(chosen: readonly File[]): Promise<Taken[]> {
  const taken = await Promise.all(chosen.map(async (file) => (isPacked(file.name) ? unpack(file) : [ready(file)])));
  return taken.flat();
}

const ready = (file: File): Taken => ({ name: file.name, file, problem: null });

async function unpack(file: File): Promise<Taken[]> {
  try {
    const { unpacked, Unreadable } = await import('./unpack/index.js');
    try {
      const found = unpacked({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
      if (found.length === 0) return [refused(file, t('There is no table in this file.'))];
      return found.map(({ name, bytes }) => ready(new File([bytes as Uint8Array<ArrayBuffer>], name, { type: 'text/csv' })));
    } catch (error) {
      if (error instanceof Unreadable) return [refused(file, error.message)];
      throw error;
    }
  } catch {
    return [refused(file, UNREADABLE)];
  }
}

const refused = (file: File, problem: string): Taken => ({ name: file.name, file: null, problem });
