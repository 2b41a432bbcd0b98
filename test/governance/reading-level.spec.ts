import { describe, expect, it } from '@jest/globals';
import { explainPolicy, NEVER_USED_FOR, POLICY_PACKS } from '../../api/src/governance/index.js';
import { NOT_PROMISED, PROMISE } from '../../web/src/trust/promise.js';
import * as words from '../../web/src/trust/trust-words.js';
import { GERMAN } from '../../web/src/language/german/index.js';
import { germanReadingEase, readingEase } from '../support/reading-level.js';

const explained = POLICY_PACKS.map(({ content }) => explainPolicy(content));

describe('the words that everybody reads', () => {
  it.each([
    ['the promise', PROMISE, 50],
    ['what is not promised', NOT_PROMISED, 50],
    ['what is collected', words.COLLECTED_SHORT, 60],
    ['how people are protected, in short', words.PROTECTED_SHORT, 60],
    ['who sees what', words.WHO_SHORT, 60],
    ['what people can choose', [...words.YOUR_CHOICES.flat(), words.HOW_TO_ASK, words.FORGOTTEN_AND_PUBLISHED], 60],
    ['what it is never used for', [...NEVER_USED_FOR, words.refusalsInWords({ aboutPeople: null, others: 12 })], 50],
    ['the packs', POLICY_PACKS.map(({ forWhom }) => forWhom), 50],
    ['a policy', explained.flatMap(({ protection, purposes }) => [...protection, ...purposes]), 50],
    ['how long data are kept', explained.flatMap(({ retention }) => retention.map(({ sentence }) => sentence)), 50],
  ])('are plain: %s', (_what, lines, least) => {
    expect(readingEase(lines)).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['the promise', PROMISE, 50],
    ['what is not promised', NOT_PROMISED, 50],
    ['what is collected', words.COLLECTED_SHORT, 60],
    ['how people are protected, in short', words.PROTECTED_SHORT, 60],
    ['who sees what', words.WHO_SHORT, 60],
    ['what people can choose', [...words.YOUR_CHOICES.flat(), words.HOW_TO_ASK, words.FORGOTTEN_AND_PUBLISHED], 60],
  ])('are plain in German: %s', (_what, lines, least) => {
    expect(germanReadingEase(lines.map((line) => GERMAN[line] ?? ''))).toBeGreaterThanOrEqual(least);
  });

  it('would be found out if they were not', () => {
    const legalese =
      'Notwithstanding the aforementioned stipulations, pseudonymisation methodologies constitute appropriate organisational safeguards.';
    expect(readingEase([legalese])).toBeLessThan(0);
    expect(readingEase(['The cat sat on the mat.'])).toBeGreaterThan(100);
  });

  it('say of refusals no count that is small', () => {
    expect(words.refusalsInWords({ aboutPeople: null, others: null })).not.toMatch(/\b[1-9] times/);
    expect(words.refusalsInWords({ aboutPeople: 24, others: null })).toContain('24 times');
  });
});
