/** Words of which passwords that everybody tries first are made, the product's own among them. */
const WORDS = [
  'overstory', 'mentoring', 'password', 'passwort', 'passwd', 'qwertz', 'azerty', 'welcome', 'willkommen', 'administrator', 'admin',
  'letmein', 'changeme', 'default', 'secret', 'geheim', 'login', 'master', 'iloveyou', 'trustno', 'sunshine', 'princess', 'football',
  'baseball', 'basketball', 'superman', 'batman', 'starwars', 'pokemon', 'dragon', 'monkey', 'shadow', 'michael', 'jennifer', 'charlie',
  'spring', 'summer', 'autumn', 'winter', 'sommer', 'january', 'february', 'march', 'april', 'june', 'july', 'august', 'september',
  'october', 'november', 'december', 'monday', 'friday', 'company', 'computer', 'internet', 'hello', 'hallo', 'test', 'user', 'guest', 'root',
  'love', 'money', 'super', 'please', 'access', 'my', 'the', 'is', 'and', 'you', 'me', 'our', 'new',
].sort((one, other) => other.length - one.length); // prettier-ignore

/** What fingers run along: keyboards, the alphabet, digits. */
const RUNS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm', '1234567890', 'abcdefghijklmnopqrstuvwxyz', '0123456789', 'qazwsxedcrfv', '1qaz2wsx3edc']; // prettier-ignore
const BACKWARDS = RUNS.map((run) => [...run].reverse().join(''));
const SHORTEST_RUN = 3;
const LONGEST_RUN = 26;

/** What is written in the place of a letter. */
export const LOOKALIKES: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', '$': 's', '5': 's', '7': 't' }; // prettier-ignore

/** Fewest characters that are none of this. */
const FEWEST_OF_ONES_OWN = 5;

/** Whether a password is hardly more than what everybody tries first: common words, runs, years and repetitions. */
export function isCommonPassword(password: string): boolean {
  let left = withoutWords(password.toLowerCase());
  left = left.replace(/(?:19|20)\d\d/g, ' ').replace(/(.+?)\1+/g, '$1');
  return new Set(withoutRuns(left).replace(/[\s\p{P}\p{S}]/gu, '')).size < FEWEST_OF_ONES_OWN;
}

/** Blanks common words, also where letters are written as what looks like them. */
function withoutWords(text: string): string {
  const left = [...text];
  let looksLike = left.map((letter) => LOOKALIKES[letter] ?? letter).join('');
  for (const word of WORDS)
    for (let at = looksLike.indexOf(word); at >= 0; at = looksLike.indexOf(word)) {
      left.fill(' ', at, at + word.length);
      looksLike = looksLike.slice(0, at) + ' '.repeat(word.length) + looksLike.slice(at + word.length);
    }
  return left.join('');
}

function withoutRuns(text: string): string {
  const runs = [...RUNS, ...BACKWARDS];
  for (let length = Math.min(text.length, LONGEST_RUN); length >= SHORTEST_RUN; length--)
    for (let at = 0; at + length <= text.length; at++) {
      const piece = text.slice(at, at + length);
      if (runs.some((run) => run.includes(piece))) return withoutRuns(`${text.slice(0, at)} ${text.slice(at + length)}`);
    }
  return text;
}
