import fs from 'node:fs';
import { Refusal } from '../platform/index.js';

/** An exported release as it stands in a file; whether its parts are sound is for the reader to find out. */
export function readReleaseFile(file: string): Record<string, unknown> {
  if (!fs.existsSync(file)) throw new Refusal('no-such-file', `There is no file ${file}.`, 2);
  const content = parse(fs.readFileSync(file, 'utf8'));
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content as Record<string, unknown>;
  throw new Refusal('not-a-release', `${file} is not an exported release.`, 2);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
