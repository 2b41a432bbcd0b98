import { t } from '#language';
import { Refusal } from '../platform/index.js';
import { isGermanNoun, mayBeginGerman } from '../translation/index.js';
import { OWNER_ROLES } from './library.js';

const E_MAIL_OR_HANDLE = /@|https?:|www\./i;
const IDENTIFIER = /\d{4,}|[a-z]+[-_]?\d{3,}/i;
const YEAR_OR_QUARTER = /\b(?:Q[1-4] )?20\d\d(?:-Q[1-4])?\b/g;
const TITLE = /(?<!\p{L})(?:Herrn?|Frau|Mrs?|Ms|Dr|Prof)\b\.? \p{Lu}/u;
/** Two words with capitals beside each other, as a name would stand; parts of a word are joined by dashes or apostrophes. */
const TWO_CAPITALS = /(?<![\p{L}\d’'-])(?=(\p{Lu}[\p{L}’'-]+) (\p{Lu}[\p{L}’'-]+))/gu;
const BEGINS_A_SENTENCE = /(?:^|[.!?:] )$/;
/** What stands for words that name a role or a group. */
const KNOWN = '…';

/**
 * Words that somebody wrote freely, if nothing in them looks like a person. It is a net, not a proof: pages ask for no names.
 *
 * @param names of groups that may be written, though they may look like people.
 * @throws Refusal `words-missing` (2), `names-somebody` (2) that says what to do; it never quotes the words.
 */
export function plainWords(text: string, longest: number, names: readonly string[] = []): string {
  const words = text.trim().replace(/\s+/g, ' ');
  if (words.length < 10 || words.length > longest)
    throw new Refusal('words-missing', t('Say it in 10 to {longest} letters.', { longest }), 2);
  if (looksLikeSomebody(words, names))
    throw new Refusal(
      'names-somebody',
      'This looks like a name, an address or a number of somebody. Write it with roles and groups instead. Where nobody is named, do not put two words with capital letters side by side.',
      2,
    );
  return words;
}

function looksLikeSomebody(words: string, names: readonly string[]): boolean {
  const without = words.replace(YEAR_OR_QUARTER, '');
  const known = [...OWNER_ROLES.flatMap(({ label }) => [label, t(label)]), ...names];
  const rest = known.reduce((text, name) => text.replaceAll(name, KNOWN), without);
  return E_MAIL_OR_HANDLE.test(without) || IDENTIFIER.test(without) || TITLE.test(rest) || namesSomebody(rest);
}

/** Whether two words with capitals may be a name: in German every noun has one, so that pairs of nouns are none. */
function namesSomebody(words: string): boolean {
  return [...words.matchAll(TWO_CAPITALS)].some(({ 1: first = '', 2: second = '', index }) => {
    const begins = BEGINS_A_SENTENCE.test(words.slice(0, index));
    return !isGermanNoun(second) || !(begins ? mayBeginGerman(first) : isGermanNoun(first));
  });
}
