import { LOOKALIKES } from './common-passwords.js';

let passwords: Promise<ReadonlySet<string>> | undefined;

/**
 * Whether a password is one of the fifty thousand that came out of breaches most often: as it stands, in disguise, repeated, or
 * with a few digits and signs around it.
 */
export async function isKnownPassword(password: string): Promise<boolean> {
  const known = await (passwords ??= load());
  return formsOf(password.toLowerCase()).some((form) => known.has(form));
}

/** Made when somebody first chooses a password: a server that nobody changes one on does without. */
async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common']);
}

function formsOf(password: string): string[] {
  const bare = password.replace(/^[^\p{L}]{0,4}/u, '').replace(/[^\p{L}]{0,6}$/u, '');
  return [password, bare].flatMap((form) => [form, undisguised(form)]).flatMap((form) => [form, once(form)]);
}

const undisguised = (text: string): string => [...text].map((letter) => LOOKALIKES[letter] ?? letter).join('');

const once = (text: string): string => text.replace(/^(.+?)\1+$/, '$1');
