import fs from 'node:fs';

/** The program's version, as the package says it: what drew and derived a release. */
export const PROGRAM_VERSION = (
  JSON.parse(fs.readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
