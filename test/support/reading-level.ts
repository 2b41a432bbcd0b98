/**
 * Flesch's reading ease of English sentences: 50 and more is plain, 60 and more is what a twelve-year-old reads. Syllables
 * are counted by groups of vowels, as the usual tools do.
 */
export function readingEase(lines: readonly string[]): number {
  const sentences = lines.flatMap((line) => line.split(/[.!?;:]+(?:\s|$)/)).filter((one) => wordsOf(one).length > 0);
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 206.835 - (1.015 * words.length) / sentences.length - (84.6 * syllables) / words.length;
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => /[a-z]/i.test(word));

function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const silent = letters.replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, '').replace(/^y/, '');
  return Math.max(1, silent.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}

/** The same for German, as Toni Amstad fitted it: 50 and more is plain. */
export function germanReadingEase(lines: readonly string[]): number {
  const sentences = lines.flatMap((line) => line.split(/[.!?;:]+(?:\s|$)/)).filter((one) => germanWords(one).length > 0);
  const words = sentences.flatMap(germanWords);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, word.match(GERMAN_VOWELS)?.length ?? 1), 0);
  return 180 - words.length / sentences.length - (58.5 * syllables) / words.length;
}

const GERMAN_VOWELS = /aa|ai|au|äu|ee|ei|eu|ie|oo|[aeiouyäöü]/g;

const germanWords = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => /\p{L}/u.test(word));
