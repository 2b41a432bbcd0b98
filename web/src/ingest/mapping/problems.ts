import { t } from '../../language/index.js';
import { type Draft, stillMissing, type Readable } from './draft.js';
import { targetInWords } from './targets.js';

/** What has to be done before a file can be sent, in sentences. */
export function problemsOf(name: string, draft: Draft | undefined, readable: readonly Readable[]): string[] {
  const chosen = readable.find(({ file }) => file.file === draft?.file);
  if (draft === undefined || chosen === undefined) return [t('{name}: choose what a row of this file is.', { name })];
  return stillMissing(chosen.targets, draft).map((target) =>
    t('{name}: say which of your columns is {key} ({holds}).', { name, key: targetInWords(target), holds: target.column.holds }),
  );
}
