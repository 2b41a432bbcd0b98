import { GERMAN } from '#german';
import { SERVED_GERMAN } from './german/index.js';

const WORD = /\p{L}[\p{L}\p{M}]+/gu;
/** A word with a capital letter after another word: in German a noun, since these texts name nobody. */
const NOUN = /(?<=[\p{Ll}\d,;)}#“] [„(]?)\p{Lu}\p{Ll}+/gu;

/** Ends of words that make a noun of something else; no given name has them. */
const MAKES_A_NOUN = /.{3}(?:ung|heit|keit|schaft|tion|tät|ismus)(?:s|en)?$/;
/** Ends of adjectives and of verbs. A name in the genitive (`Webers Team`) has none of them. */
const BEGINS_WELL = /.{3}(?:e[mnr]?|(?:lich|isch|bar|los|sam|haft|end|iert|ig)(?:es)?)$/;
/** Nouns of the product that people are called too, and those after whom a method is called. */
const NAMES_TOO = new Set(
  `jan art kraft grund feld baum lauf haus bau ort wahl leser zeit stand recht blatt weise schütz aalen breslow cox efron
  greenland greenwood johansen kaplan meier robins wald wilson`.split(/\s+/),
);
/** Ends that a German noun takes in the plural or in the genitive. */
const ENDINGS = ['', 's', 'es', 'e', 'n', 'en', 'innen'];
/** A noun of at least so many letters is known at the end of a compound too. */
const END_OF_COMPOUND = 5;

interface Vocabulary {
  readonly nouns: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

let known: Vocabulary | undefined;

/** What the product itself says in German. */
function vocabulary(): Vocabulary {
  const texts = Object.values({ ...SERVED_GERMAN, ...GERMAN });
  known ??= {
    nouns: new Set(texts.flatMap((text) => text.match(NOUN) ?? []).map((word) => word.toLowerCase())),
    words: new Set(texts.flatMap((text) => text.match(WORD) ?? []).map((word) => word.toLowerCase())),
  };
  return known;
}

/** Whether a word is surely a German noun and no name: one of the product’s own, one made with it, or one made of another word. */
export function isGermanNoun(word: string): boolean {
  const parts = word.toLowerCase().split('-');
  return parts.every((part) => MAKES_A_NOUN.test(part) || isKnownNoun(part));
}

function isKnownNoun(word: string): boolean {
  const { nouns } = vocabulary();
  if (NAMES_TOO.has(word)) return false;
  return [word, singular(word)].flatMap(stemsOf).some((stem) => nouns.has(stem) || endsWithNoun(stem, nouns));
}

const stemsOf = (word: string): string[] =>
  ENDINGS.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, word.length - ending.length));

/** Many plurals change a vowel: *Platz*, *Plätze*. */
const singular = (word: string): string => word.replace(/[äöü]/g, (vowel) => ({ ä: 'a', ö: 'o', ü: 'u' })[vowel] ?? vowel);

function endsWithNoun(word: string, nouns: ReadonlySet<string>): boolean {
  for (let at = 3; at <= word.length - END_OF_COMPOUND; at += 1)
    if (nouns.has(word.slice(at)) && !NAMES_TOO.has(word.slice(at))) return true;
  return false;
}

/** Whether a word may begin a German sentence that goes on with a noun. */
export const mayBeginGerman = (word: string): boolean =>
  isGermanNoun(word) || BEGINS_WELL.test(word.toLowerCase()) || vocabulary().words.has(word.toLowerCase());
