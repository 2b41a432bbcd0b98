import { describe, expect, it } from '@jest/globals';
import { plainWords } from './plain-words.js';

describe('words that somebody wrote', () => {
  it.each([
    'Invite every level 2 team to the onboarding track by Q4 2026.',
    'The Programme owner agrees a cap of three mentees with each team.',
    'Berlin and Lisbon start an hour earlier on Tuesdays',
  ])('pass: %s', (text) => expect(plainWords(text, 300)).toBe(text));

  it.each([
    'Ask jo.doe@example.org to mentor again',
    'Talk to Jane Doe about her mentees',
    'Jane Doe takes two mentees more',
    'Give employee 48213 another mentor',
    'Pair emp-1042 with somebody nearby',
  ])('are refused without being quoted: %s', (text) => {
    expect(() => plainWords(text, 300)).toThrow(expect.objectContaining({ code: 'names-somebody' }));
    expect(() => plainWords(text, 300)).toThrow(expect.objectContaining({ message: expect.not.stringContaining('Doe') }));
  });

  it('are refused where there are too few or too many', () => {
    expect(() => plainWords('Do it.', 300)).toThrow(expect.objectContaining({ code: 'words-missing' }));
    expect(() => plainWords('a b '.repeat(100), 300)).toThrow(expect.objectContaining({ code: 'words-missing' }));
  });
});
