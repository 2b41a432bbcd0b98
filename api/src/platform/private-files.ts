import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Makes a folder that only its owner may enter. */
export function makePrivateFolder(folder: string): string {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Writes a file of mode 0600 whole or not at all, replacing what was there. */
export function writePrivateFile(file: string, content: string | Buffer): void {
  const draft = draftOf(file, content);
  fs.renameSync(draft, file);
}

/** Like `writePrivateFile`, but the first writer wins; answers what the file holds now. */
export function writePrivateFileOnce(file: string, content: Buffer): Buffer {
  const draft = draftOf(file, content);
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
  return fs.readFileSync(file);
}

export function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function draftOf(file: string, content: string | Buffer): string {
  makePrivateFolder(path.dirname(file));
  const draft = `${file}.${crypto.randomBytes(6).toString('hex')}`;
  try {
    fs.writeFileSync(draft, content, { mode: 0o600 });
  } catch (error) {
    fs.rmSync(draft, { force: true });
    throw error;
  }
  return draft;
}
