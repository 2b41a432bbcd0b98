import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  DOCUMENT_KEYS,
  documentAsHtml,
  type DocumentFacts,
  DATA_PURPOSES,
  NEVER_USED_FOR,
  readFacts,
  setSettings,
  STANDARD,
  writeDocument,
} from '../../api/src/governance/index.js';
import { collectedColumns } from '../../api/src/ingest/index.js';
import { inLanguage } from '../../api/src/translation/index.js';
import { MEASURES } from '../../api/src/measures/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';

const outside = { columns: collectedColumns(), measures: MEASURES, productVersion: '0.0.0' };
const organisation = 'Fish & "Chips" <Ltd>';

let installation: TestInstallation;
let facts: DocumentFacts;
beforeAll(async () => {
  installation = await freshInstallation();
  const document = {
    organisation,
    contact: 'Privacy office, room 1',
    demographics: [
      {
        column: 'demo_gender',
        label: 'Gender',
        why: 'To see whether it is fair.',
        values: ['f', 'm'].map((key) => ({ key, label: key })),
      },
    ],
  };
  await setSettings(installation.pool('curator'), { document, by: 'operator' });
  facts = await readFacts(installation.pool('reader'), outside, '2026-11-20');
});

const wordsOf = (key: (typeof DOCUMENT_KEYS)[number]): string => JSON.stringify(writeDocument(key, facts));

describe('the documents', () => {
  it.each(DOCUMENT_KEYS)('%s says what is configured: purposes, columns, measures, readers, how long', (key) => {
    const words = wordsOf(key);
    for (const purpose of STANDARD.data.purposes) expect(words).toContain(DATA_PURPOSES[purpose]);
    for (const never of NEVER_USED_FOR) expect(words).toContain(never);
    for (const { column } of outside.columns) expect(words).toContain(column);
    for (const { label, notFor } of MEASURES) expect([words.includes(label), words.includes(notFor[0]!)]).toEqual([true, true]);
    for (const { sentence } of facts.explained.retention) expect(words).toContain(sentence);
    expect(words).toContain('To see whether it is fair.');
    expect(words).toContain('Data steward');
    expect(words).toContain('standard/1');
  });

  it('change with the configuration', async () => {
    const without = { ...facts, characteristics: [], measures: facts.measures.slice(1) };
    expect(JSON.stringify(writeDocument('works-council-annex', without))).toContain('No personal characteristic is collected.');
    expect(JSON.stringify(writeDocument('works-council-annex', without))).not.toContain(facts.measures[0]!.question);
    const { installation: other } = { installation: await freshInstallation() };
    expect((await readFacts(other.pool('reader'), outside)).contact).toBeNull();
  });

  it('mark what the product cannot know', () => {
    const open = DOCUMENT_KEYS.flatMap((key) =>
      writeDocument(key, facts).sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'open')),
    );
    expect(open.length).toBeGreaterThan(5);
  });

  it.each(DOCUMENT_KEYS)('%s is one file that needs nothing else, with every text written out', (key) => {
    const html = documentAsHtml(writeDocument(key, facts), facts);
    expect(html).not.toMatch(/<script|<link|<img|url\(|@import|https?:/);
    expect(html).toContain('Fish &amp; &quot;Chips&quot; &lt;Ltd&gt;');
    expect(html).not.toContain('<Ltd>');
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html.match(/<table>/g)).toHaveLength(html.match(/<th scope="col">[^]*?<\/thead>/g)!.length);
    expect(documentAsHtml(writeDocument(key, { ...facts, sample: true }), { ...facts, sample: true })).toContain(
      'invented organisation',
    );
  });

  it.each(DOCUMENT_KEYS)('%s is German where German is read, but for names, and the same numbers', (key) => {
    const english = wordsIn(writeDocument(key, facts));
    const german = inLanguage('de', () => writeDocument(key, facts));
    const told = facts.measures.map(({ label, question, notFor }) => [`${label}: ${question}`, notFor.join('; ')]);
    const given = JSON.stringify([facts, NEVER_USED_FOR, told]);
    const left = wordsIn(german).filter(
      (words) => english.includes(words) && !given.includes(JSON.stringify(words).slice(1, -1)),
    );
    expect(left.filter((words) => !SAME_IN_BOTH.has(words))).toEqual([]);
    expect(inLanguage('de', () => documentAsHtml(german, facts))).toMatch(/<html lang="de">/);
    expect(german.sections.length).toBe(writeDocument(key, facts).sections.length);
  });
});

const SAME_IN_BOTH = new Set(['Software']);

/** Every text of a document: titles, sentences, heads and cells. */
function wordsIn(document: unknown): string[] {
  if (typeof document === 'string') return /\p{L} \p{L}|^\p{Lu}/u.test(document) ? [document] : [];
  return typeof document === 'object' && document !== null ? Object.values(document).flatMap(wordsIn) : [];
}
