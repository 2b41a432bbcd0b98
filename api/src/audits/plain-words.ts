import { t } from '#language';
import { Refusal } from '../platform/index.js';
import { OWNER_ROLES } from './library.js';

const E_MAIL_OR_HANDLE = /@|https?:|www\./i;
const IDENTIFIER = /\d{4,}|[a-z]+[-_]?\d{3,}/i;
const YEAR_OR_QUARTER = /\b(?:Q[1-4] )?20\d\d(?:-Q[1-4])?\b/g;
/** Two words with capitals inside a sentence, as a name would stand. */
const TWO_CAPITALS = /(?<=[\p{Ll}\d,;:)] )\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u;
const NAME_AT_START = /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u;

/**
 * Words that somebody wrote freely, if nothing in them looks like a person. It is a net, not a proof: pages ask for no names.
 *
 * @throws Refusal `words-missing` (2), `names-somebody` (2) that says what to do; it never quotes the words.
 */
export function plainWords(text: string, longest: number): string {
  const words = text.trim().replace(/\s+/g, ' ');
  if (words.length < 10 || words.length > longest)
    throw new Refusal('words-missing', t('Say it in 10 to {longest} letters.', { longest }), 2);
  if (looksLikeSomebody(words))
    throw new Refusal(
      'names-somebody',
      'This looks like a name, an address or a number of somebody. Write it with roles and groups instead.',
      2,
    );
  return words;
}

function looksLikeSomebody(words: string): boolean {
  const without = words.replace(YEAR_OR_QUARTER, '');
  const names = OWNER_ROLES.reduce((text, { label }) => text.replaceAll(label, ''), without);
  return E_MAIL_OR_HANDLE.test(without) || IDENTIFIER.test(without) || TWO_CAPITALS.test(names) || NAME_AT_START.test(names);
}
