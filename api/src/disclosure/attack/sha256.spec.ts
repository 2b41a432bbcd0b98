import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Sha256 } from './sha256.js';

function sha256(...parts: string[]): string {
  const hash = new Sha256();
  for (const part of parts) hash.add(part);
  return hash.digest();
}

const reference = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

describe('the digest of a file', () => {
  it.each([0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 1000, 100_000])('of %i letters is the platform’s', (length) => {
    expect(sha256('é'.repeat(length))).toBe(reference('é'.repeat(length)));
    expect(sha256('a'.repeat(length))).toBe(reference('a'.repeat(length)));
  });

  it('is the same however the text is cut', () => {
    expect(sha256('a'.repeat(50), 'é'.repeat(50), '', 'z')).toBe(reference(`${'a'.repeat(50)}${'é'.repeat(50)}z`));
  });

  it('reads every script, and halves of surrogate pairs, as the platform does', () => {
    for (const text of ['Größe', '組織', '🌲🌳', 'a\ud83dz', '\udc00', '𝄞é€']) expect(sha256(text)).toBe(reference(text));
  });
});
