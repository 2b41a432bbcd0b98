import fs from 'node:fs';
import { Refusal } from '../platform/index.js';

/** A JSON file that somebody named. @throws Refusal `no-such-file`, `not-json` (2). */
export function readJson(file: string): unknown {
  if (!fs.existsSync(file)) throw new Refusal('no-such-file', `There is no file ${file}.`, 2);
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    throw new Refusal('not-json', 'This file is not JSON.', 2);
  }
}
