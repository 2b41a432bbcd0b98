import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Hmac } from './hmac.js';

const hex = (words: Int32Array): string => [...words].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
const platform = (key: Uint8Array, text: string): string => createHmac('sha256', key).update(text, 'utf8').digest('hex');

describe('HMAC-SHA-256', () => {
  it("is the platform's, for keys and messages of any length, wherever the message is cut", () => {
    const text = fc.string({
      unit: fc.integer({ min: 0, max: 0xd7ff }).map((code) => String.fromCharCode(code)),
      maxLength: 300,
    });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), text, text, (key, beginning, rest) => {
        const hmac = new Hmac(key);
        expect(hex(hmac.end(hmac.begin(beginning), rest))).toBe(platform(key, beginning + rest));
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it('keeps a beginning unchanged while many messages end', () => {
    const key = new Uint8Array(32).fill(7);
    const hmac = new Hmac(key);
    const begun = hmac.begin('a'.repeat(130));
    for (const rest of ['', 'b', 'c'.repeat(55), 'd'.repeat(56), 'e'.repeat(64), ''])
      expect(hex(hmac.end(begun, rest))).toBe(platform(key, 'a'.repeat(130) + rest));
  });

  it('tells texts apart that a platform writes alike: halves of a surrogate pair', () => {
    const hmac = new Hmac(new Uint8Array(32));
    expect(hex(hmac.end(hmac.begin(''), '\ud800'))).not.toBe(hex(hmac.end(hmac.begin(''), '\ud801')));
  });
});
