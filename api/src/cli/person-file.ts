import fs from 'node:fs';
import { type Keys, Refusal } from '../platform/index.js';

/**
 * The keyed hash of the person whose identifier stands in a file, alone on a line; a heading `person_id` may stand above.
 * The identifier is in a file because what is typed stays in a shell's history.
 *
 * @throws Refusal `no-such-file`, `person-file`, `no-identifier` (2). None repeats what stands in the file.
 */
export async function personKeyIn(keys: Keys, file: string): Promise<string> {
  const { personKeyOf } = await import('../ingest/index.js');
  if (!fs.existsSync(file)) throw new Refusal('no-such-file', `There is no file ${file}.`, 2);
  const lines = fs
    .readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && line.trim().toLowerCase() !== 'person_id');
  const [identifier, second] = lines;
  if (identifier === undefined || second !== undefined)
    throw new Refusal('person-file', 'The file holds the identifier of one person, alone on a line.', 2);
  return personKeyOf(keys, identifier);
}

/** Options that both kinds of requests take. */
export const TAKING = {
  file: ['--person-file <file>', 'file that holds the identifier of the person, as in person_id, alone on a line'],
  verified: ['--verified <how>', 'how you made sure who asks: in-person, signed-letter, single-sign-on, representative'],
  as: ['--as <email>', 'account that acts; its password is read from OVERSTORY_PASSWORD or asked for'],
} as const;
