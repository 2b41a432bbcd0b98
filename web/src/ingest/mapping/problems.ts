import { type Draft, stillMissing, type Readable } from './draft.js';

/** What has to be done before a file can be sent, in sentences. */
export function problemsOf(name: string, draft: Draft | undefined, readable: readonly Readable[]): string[] {
  const chosen = readable.find(({ file }) => file.file === draft?.file);
  if (draft === undefined || chosen === undefined) return [`${name}: choose what a row of this file is.`];
  return stillMissing(chosen.targets, draft).map(
    ({ key, column }) => `${name}: say which of your columns is ${key} (${column.holds}).`,
  );
}
