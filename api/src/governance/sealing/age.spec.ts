import { describe, expect, it } from '@jest/globals';
import crypto from 'node:crypto';
import fc from 'fast-check';
import { makeKeyPair, readRecipient, seal, unseal } from './age.js';
import { fromBech32, toBech32 } from './bech32.js';

/** Written by another implementation of the format (age-encryption 0.3.1). */
const OTHERS = {
  identity: 'AGE-SECRET-KEY-1NH9XA0EYK97TEECV7YVD5SU35MAFSQK7NM2GTNNC3SGU4H7S8VSQ5THNDJ',
  recipient: 'age1t8s3w33h8mwqawmwgrgfk07g39needp0d4tque5mzrgtn0ma8yssthrw3l',
  sealed:
    'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBHNmk2R3NnN3BrQXFvTDZtVlVEQTM0ZTE5MDMwRmZnaUhnemZ1WGtBYkZnCkU2RWxUc1BYdkpLN3F6aDhKamVSUVFibmg0R1pIbERmek1IMVF5OXNEQzQKLS0tIHZmeHFWc24wZWg3ZFArTjdKdmtqTG1HQTE3QXU1SlBHRmtBaVNtTnlPbUUKHcG/IgLGR/WnUotZiuKVO8sDDYEYiby6AxC71USXA07PwEmuCo4faZZghc93Nhm3YlmB0XjF3CSETw==',
  plain: 'a copy of one’s own data',
};

describe('a sealed file', () => {
  it('is what other tools of the format write and read', () => {
    expect(unseal(Buffer.from(OTHERS.sealed, 'base64'), OTHERS.identity).toString()).toBe(OTHERS.plain);
    expect(toBech32('age', readRecipient(OTHERS.recipient))).toBe(OTHERS.recipient);
  });

  it.each([0, 1, 65_535, 65_536, 65_537, 200_000])('of %i bytes opens with its key and with no other', (size) => {
    const [own, other] = [makeKeyPair(), makeKeyPair()];
    const plain = crypto.randomBytes(size);
    const sealed = seal(plain, own.recipient);
    expect(unseal(sealed, own.identity).equals(plain)).toBe(true);
    expect(() => unseal(sealed, other.identity)).toThrow('cannot be opened');
    if (size > 16) expect(sealed.includes(plain.subarray(0, 16))).toBe(false);
  });

  it('is never the same twice, and does not open where a byte was changed or the end is missing', () => {
    const { recipient, identity } = makeKeyPair();
    const plain = Buffer.from('x'.repeat(70_000));
    const sealed = seal(plain, recipient);
    expect(seal(plain, recipient).equals(sealed)).toBe(false);
    for (const at of [30, 60, 120, 200, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => unseal(changed, identity)).toThrow('cannot be opened');
    }
    expect(() => unseal(sealed.subarray(0, sealed.length - 4_500), identity)).toThrow('cannot be opened');
  });

  it('has a recipient in which a letter that was mistyped is found', () => {
    const { recipient } = makeKeyPair();
    for (let at = 4; at < recipient.length; at++) {
      const letter = recipient[at] === 'q' ? 'p' : 'q';
      expect(() => readRecipient(recipient.slice(0, at) + letter + recipient.slice(at + 1))).toThrow('no public key');
    }
  });

  it('has keys that read back as they were written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        expect(fromBech32('age', toBech32('age', bytes))?.equals(bytes)).toBe(true);
      }),
    );
  });
});
