import { describe, expect, it } from '@jest/globals';
import { dictionary } from '@zxcvbn-ts/language-common';
import { isKnownPassword } from './known-passwords.js';
import { generatePassword, SHORTEST_PASSWORD, weakness } from './passwords.js';

const LIST = dictionary['passwords-common'];

const unknown = async (passwords: readonly string[]): Promise<string[]> => {
  const found = await Promise.all(passwords.map(isKnownPassword));
  return passwords.filter((_, place) => found[place] !== true);
};

describe('a password that came out of a breach', () => {
  it('is known, every one of the list, which is longer than the top ten thousand', async () => {
    expect(LIST.length).toBeGreaterThan(10_000);
    expect(await unknown(LIST)).toEqual([]);
  });

  it('is refused to whoever chooses it, where it is long enough to be chosen', async () => {
    const long = LIST.filter((password) => password.length >= SHORTEST_PASSWORD);
    const refused = await Promise.all(long.map(weakness));
    expect(long.length).toBeGreaterThan(200);
    expect(long.filter((_, place) => refused[place] === undefined)).toEqual([]);
  });

  it.each(['SonyEricsson', 's0ny3ricss0n', 'sonyericsson2026!', '99-sonyericsson', 'liverpoolliverpool', '!!liverp00l#2026'])(
    'is known in disguise: %s',
    async (password) => {
      expect(await isKnownPassword(password)).toBe(true);
    },
  );

  it.each(['correct horse battery staple', 'liverpool rained on my walnut', 'gruene Giraffen essen leise', 'k7#mQ2!vX9pL'])(
    'is not what merely holds one: %s',
    async (password) => {
      expect([await isKnownPassword(password), await weakness(password)]).toEqual([false, undefined]);
    },
  );

  it('is never one that the product made', async () => {
    const made = Array.from({ length: 500 }, generatePassword);
    expect(await unknown(made)).toEqual(made);
  });
});
