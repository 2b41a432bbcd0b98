import crypto from 'node:crypto';
import { canonicalJson, lengthPrefixed, writeCanonicalJson } from '../kernel/index.js';

/** What a release is made of. The same of all these gives the same noise; anything else is all fresh. */
export interface ReleaseParts {
  readonly period: string;
  readonly inputFingerprint: string;
  readonly settings: unknown;
  readonly settingsVersion: string;
  readonly policy: unknown;
  readonly noiseLevel: number;
  readonly methodVersion: string;
  readonly programVersion: string;
  readonly supersededHash: string | null;
}

/** Names the inputs so that nobody without the key can test a guess about them. */
export function inputFingerprint(key: Buffer, inputs: readonly string[]): string {
  return `hmac:${keyed(key, ['overstory inputs/1', ...inputs])}`;
}

/** The part of the noise's key that names the release. */
export function releaseFingerprint(key: Buffer, parts: ReleaseParts): string {
  return keyed(key, ['overstory release/1', canonicalJson(parts)]);
}

/** SHA-256 over canonical JSON, as the file carries it. */
export function contentHash(content: unknown): string {
  const hash = crypto.createHash('sha256');
  writeCanonicalJson(content, (part) => hash.update(part, 'utf8'));
  return `sha256:${hash.digest('hex')}`;
}

function keyed(key: Buffer, parts: readonly string[]): string {
  return crypto.createHmac('sha256', key).update(parts.map(lengthPrefixed).join(''), 'utf8').digest('hex');
}
