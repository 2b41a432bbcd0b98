import { IntlMessageFormat } from 'intl-messageformat';
import { type Language, localeOf } from './languages.js';
import { disguised, disguisedMessage } from './pseudo.js';

/** What is filled into a text: words and numbers as they are to be read. */
export type Values = Readonly<Record<string, string | number>>;

/** English text, as it stands in the code, to the same in another language. */
export type Catalogue = Readonly<Record<string, string>>;

const catalogues = new Map<Language, Map<string, string>>();
const formats = new Map<string, IntlMessageFormat>();

let spoken: () => Language = () => 'en';

/** The language of whoever is reading now. */
export const language = (): Language => spoken();

/** The form of numbers and dates of whoever is reading now. */
export const locale = (): string => localeOf(language());

/** Says where the language is known from: a page has one for all its life, a server one for each request. */
export function speak(source: () => Language): void {
  spoken = source;
}

/** Makes a catalogue known; later ones add to earlier ones. */
export function teach(tongue: Language, catalogue: Catalogue): void {
  const known = catalogues.get(tongue) ?? new Map<string, string>();
  for (const [english, other] of Object.entries(catalogue)) known.set(english, other);
  catalogues.set(tongue, known);
}

/** Whether a text has its counterpart in another language. */
export const knows = (tongue: Language, english: string): boolean => catalogues.get(tongue)?.has(english) ?? false;

/** Where one English word is two in another language, `##` and what is meant follow it: `Open##state`. */
const MEANT = /##.*$/s;

const inTongue = (tongue: Language, english: string): string =>
  catalogues.get(tongue)?.get(english) ?? english.replace(MEANT, '');

/**
 * A visible text in the reader's language.
 *
 * @param english the text in English, an ICU message where it takes values: `{name}`, `{n, plural, one {# week} other {# weeks}}`.
 * @param values what to fill in; without values the text stands as written, braces and all.
 */
export function t(english: string, values?: Values): string {
  const tongue = language();
  const message = inTongue(tongue, english);
  if (values !== undefined) return formatOf(tongue, message, true).format(values) as string;
  return tongue === 'en-XA' ? disguised(message) : message;
}

/** Marks a text that is written here and said by `t` elsewhere, so that the catalogue knows of it. */
export const saying = (english: string): string => english;

/** A label inside a sentence: English makes it small, German nouns stay as they are. */
export const inSentence = (label: string): string => (language() === 'de' ? label : label.toLowerCase());

/** A text whose tags, `<a>like this</a>`, are made by the values of that name: its pieces in the reader's order. */
export function pieces<T>(
  english: string,
  values: Record<string, string | number | T | ((inside: (string | T)[]) => string | T)>,
): readonly (string | T)[] {
  const tongue = language();
  const made = formatOf(tongue, inTongue(tongue, english), false).format<T>(values);
  return Array.isArray(made) ? made : [made];
}

function formatOf(tongue: Language, message: string, ignoreTag: boolean): IntlMessageFormat {
  const key = `${tongue}${ignoreTag ? ' ' : '<'}${message}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const written = tongue === 'en-XA' ? disguisedMessage(message, ignoreTag) : message;
  const made = new IntlMessageFormat(written, localeOf(tongue), undefined, { ignoreTag });
  formats.set(key, made);
  return made;
}
