import { describe, expect, it } from '@jest/globals';
import { MEASURES } from '../../api/src/measures/index.js';
import { buildReport, definitionOf, type FORMAT_KEYS, writeReport } from '../../api/src/reports/index.js';
import { RELEASE } from './made-up.js';

const KEYS = { read: () => Buffer.alloc(32, 7) };
const source = { file: RELEASE, organisation: '9001', measures: MEASURES, verifyAt: 'https://overstory.example.org/verify' };

const madeIn = async (language: string, format: (typeof FORMAT_KEYS)[number] = 'html'): Promise<Buffer> => {
  const wish = { releaseId: RELEASE.release.id, audience: 'works-council', extent: 'full', language };
  return (await writeReport(buildReport(source, definitionOf(wish)), format, KEYS)).bytes;
};
const [english, german, disguised] = (await Promise.all(['en', 'de', 'en-XA'].map((one) => madeIn(one)))).map((page) =>
  page.toString('utf8'),
) as [string, string, string];

/** What the page says: its texts and what screen readers are told, without codes. */
function texts(page: string): string[] {
  const shown = page.replace(/<(style|code)[\s\S]*?<\/\1>/g, '');
  const told = [...shown.matchAll(/(?:aria-label|alt|title)="([^"]*)"/g)].map(([, words = '']) => words);
  return [...told, ...shown.split(/<[^>]*>/)].map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** Fingerprints, which differ between languages, since a report says other words. */
const CODES = /\S{30,}|[A-Z0-9]{4}(?:-[A-Z0-9]{4})+/g;

/** Numbers in the cells of tables, however their decimals are marked. */
const numbers = (page: string): string[] =>
  [...page.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].flatMap(([, cell = '']) =>
    [
      ...cell
        .replace(/<[^>]*>/g, ' ')
        .replace(CODES, ' ')
        .matchAll(/\d[\d.,]*/g),
    ].map(([number]) => number.replace(/[.,]/g, '')),
  );

/** Names that the made-up organisation gave, names of columns and files, what is stored with the release, and codes. */
const DATA = new RegExp(
  [
    ...RELEASE.dimensions.flatMap(({ key, label, values }) => [key, label, ...values.flatMap((one) => [one.key, one.label])]),
    ...RELEASE.certificate.attack.checks,
    'October|September|July|UTC',
    'Overstory|sha256:\\S+|\\S+/\\d+|https?:\\S+|\\d{4}-Q\\d\\S*|\\bQ\\d\\b|[a-z]+(?:[_.][a-z]+)+|\\[[cuxzb]\\]|[A-Z0-9]{4}(?:-[A-Z0-9]{4})+',
    '\\S{30,}',
  ].join('|'),
  'g',
);

describe('a report in another language', () => {
  it('says nothing past the catalogue', () => {
    const plain = texts(disguised).filter((text) => /[A-Za-z]{3}/.test(text.replace(DATA, ' ')));
    expect(texts(disguised).length).toBeGreaterThan(100);
    expect([...new Set(plain)]).toEqual([]);
  });

  it('says the same numbers, with a comma, and names its language', () => {
    expect(numbers(german).length).toBeGreaterThan(50);
    expect(numbers(german)).toEqual(numbers(english));
    expect(german).toMatch(/<html lang="de">/);
    expect(texts(german).join(' ')).toMatch(/\d,\d/);
    expect(texts(german).filter((text) => /\b(?:the|of|and|with)\b/i.test(text.replace(DATA, ' ')))).toEqual([]);
  });

  it.each(['pdf', 'pptx', 'xlsx'] as const)('is the same %s each time, and another file than the English one', async (format) => {
    const [once, again, other] = await Promise.all([madeIn('de', format), madeIn('de', format), madeIn('en', format)]);
    expect(once.equals(again)).toBe(true);
    expect(once.equals(other)).toBe(false);
  });
});
