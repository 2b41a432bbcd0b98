import type { Taken } from '../take-apart.js';
import { profilesOf } from './column-profile.js';
import type { UnknownFile } from './MapColumns.js';
import { headOf } from './rows.js';
import { isUnderstood } from './understood.js';
import type { Known } from './use-known.js';

/** What was chosen for the files: what is remembered (empty), a preset, the dictionary, or to be asked. */
export interface Question {
  readonly preset: string;
  readonly always: boolean;
}

/** The files that somebody has to be asked about, each with its place; nothing is asked about what cannot be read here. */
export async function unknownFiles(
  taken: readonly Taken[],
  known: Known,
  question: Question,
): Promise<{ readonly at: number; readonly file: UnknownFile }[]> {
  const looked = await Promise.all(taken.map(async ({ name, file }, at) => (file === null ? [] : look(name, file, at))));
  const mappings = known.presets.find(({ key }) => key === question.preset)?.files ?? known.remembered;
  const files = known.readable.map(({ file }) => file);
  return looked.flat().filter(({ file: { columns } }) => {
    const names = columns.map(({ name }) => name);
    return names.length > 1 && (question.always || !isUnderstood(names, files, mappings));
  });
}

async function look(name: string, file: File, at: number): Promise<{ at: number; file: UnknownFile }[]> {
  const head = await headOf(file).catch(() => null);
  if (head === null) return [];
  return [{ at, file: { name, columns: profilesOf(head), rows: head.rows.length, whole: head.whole } }];
}
