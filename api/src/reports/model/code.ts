import crypto from 'node:crypto';
import { canonicalJson } from '../../kernel/index.js';

/** Crockford's digits: none is mistaken for another when read from paper. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BYTES = 10;

/** A fingerprint of what a report says, 80 bits of it, in groups that can be typed: `7F3A-9C21-KM4T-0PXE`. */
export function reportCode(content: object): string {
  const digest = crypto
    .createHash('sha256')
    .update(`overstory-report-code/1\n${canonicalJson(content)}`)
    .digest();
  const bits = [...digest.subarray(0, BYTES)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => DIGITS[parseInt(five, 2)] ?? '').join('');
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/** A code as a person typed it, in the form in which it is kept; null where it can be none. */
export function readCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain) ? (plain.match(/.{4}/g) ?? []).join('-') : null;
}
