import crypto from 'node:crypto';

const NONCE = 12;

/**
 * Encrypts free text with AES-256-GCM. Nobody reads it back but for the person's own copy. Stored: nonce, ciphertext, tag.
 *
 * The nonce is a keyed hash of the text itself, so the same text in the same row is the same bytes: loading a file
 * twice changes nothing. It tells no more than that two texts are equal, to someone who can read the microdata.
 */
export function sealWith(key: Buffer): (plain: string) => string {
  const nonceKey = crypto.createHmac('sha256', key).update('nonce of notes').digest();
  return (plain) => {
    const nonce = crypto.createHmac('sha256', nonceKey).update(plain, 'utf8').digest().subarray(0, NONCE);
    const cipher = crypto.createCipheriv('aes-256-gcm', key, nonce);
    const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `\\x${sealed.toString('hex')}`;
  };
}

/**
 * What `sealWith` made of a text, read back for the copy that a person receives of their own data, sealed to themselves.
 *
 * @param stored as the database prints it: `\\x` and hexadecimal digits.
 */
export function readOwnNotes(key: Buffer, stored: string): string {
  const bytes = Buffer.from(stored.slice(2), 'hex');
  const decipher = crypto.createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: 16 });
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, -16)), decipher.final()]).toString('utf8');
}
