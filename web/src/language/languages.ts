/** The languages a reader may choose, each by its own name. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;

export type ChosenLanguage = keyof typeof LANGUAGES;

/** `en-XA` is English in disguise: whatever is still plain on a page has not come from the catalogue. */
export type Language = ChosenLanguage | 'en-XA';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE', 'en-XA': 'en-GB' };

/** The form of numbers and dates that belongs to a language. */
export const localeOf = (language: Language): string => LOCALES[language];

export const isLanguage = (text: string): text is Language => Object.hasOwn(LOCALES, text);

/** The first of a reader's wishes (`de-AT,de;q=0.9,en;q=0.8`, in order of the header) that we speak; English otherwise. */
export function spokenOf(wishes: string): Language {
  const asked = wishes.split(',').map((wish) => wish.split(';')[0]?.trim() ?? '');
  for (const tag of asked) {
    if (isLanguage(tag)) return tag;
    const main = tag.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(main)) return main;
  }
  return 'en';
}
