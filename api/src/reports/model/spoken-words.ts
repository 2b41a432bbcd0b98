import { language, locale, t } from '#language';
import { sayAgain } from '../../translation/index.js';
import type { MeasureWords } from './words.js';

/** The words of a contract in the language that is spoken; its keys, formats and versions stay. */
export const spokenWords = <Words extends MeasureWords>(words: Words): Words => ({
  ...words,
  label: t(words.label),
  question: t(words.question),
  population: t(words.population),
  numerator: t(words.numerator),
  denominator: t(words.denominator),
  interval: t(words.interval),
  whenThereIsNoAnswer: t(words.whenThereIsNoAnswer),
  notFor: words.notFor.map((use) => t(use)),
  counterMeasure: t(words.counterMeasure),
  variants: words.variants.map((variant) => ({ ...variant, label: t(variant.label) })),
  values: words.values.map((value) => ({ ...value, label: sayAgain(value.label) })),
});

/** A name inside a sentence: nouns are capital in German, wherever they stand. */
export const insideSentence = (name: string): string =>
  language() === 'de' ? name : name.charAt(0).toLowerCase() + name.slice(1);

/** The same of a name of several words that English writes small throughout. */
export const smallInSentence = (name: string): string => (language() === 'de' ? name : name.toLowerCase());

/** The language as a document names it: `en`, `de`. */
export const languageTag = (): string => locale().slice(0, 2);
