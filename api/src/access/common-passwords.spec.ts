import { describe, expect, it } from '@jest/globals';
import { isCommonPassword } from './common-passwords.js';
import { generatePassword } from './passwords.js';

describe('a password that everybody tries first', () => {
  it.each([
    'password1234', 'Passw0rd!2026', 'P@ssword123456', 'qwertyuiop123', '1qaz2wsx3edc', 'iloveyou12345', 'Welcome2026!!', 'abcdefghijkl',
    '123456789012', 'letmeinletmein', 'AdminAdmin2025', 'Summer2026!!!', 'overstory2026', 'trustno1trustno1', 'zyxwvutsrqpo', 'abc123abc123',
    'Mentoring-2026', 'superman12345', 'asdfghjkl;12', 'Sommer.2026.1',
  ])('is known: %s', (password) => {
    expect(isCommonPassword(password)).toBe(true);
  }); // prettier-ignore

  it.each([
    'correct horse battery staple',
    'gruene Giraffen essen leise',
    'k7#mQ2!vX9pL',
    'the walnut by our door',
    'mypassword is zweifelhaft',
  ])('is not taken for one: %s', (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });

  it('is never one that the product made', () => {
    expect(Array.from({ length: 500 }, generatePassword).filter(isCommonPassword)).toEqual([]);
  });
});
