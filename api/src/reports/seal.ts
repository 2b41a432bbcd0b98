import crypto from 'node:crypto';
import { canonicalJson } from '../kernel/index.js';
import { type Keys, Refusal } from '../platform/index.js';
import { signStatement, statementSignedBy } from '../releases/index.js';

/** What is said of a file and signed; with its contents changed by a bit, it is no longer true. */
export interface Statement {
  readonly format: 'overstory-report-seal/1';
  /** The code that is printed in it. */
  readonly code: string;
  readonly release: string;
  readonly releaseHash: string;
  readonly kind: string;
  /** `sha256:` of the file without its seal. */
  readonly content: string;
}

interface Seal extends Statement {
  readonly signature: string;
  readonly publicKey: string;
}

/** Where a kind of file holds a seal, so that programs which know nothing of it open the file as ever. */
type Place = 'pdf' | 'html' | 'zip';

const MARKS = { pdf: ['\n%overstory ', '\n'], html: ['\n<!-- overstory ', ' -->\n'], zip: ['', ''] } as const;

/** LibreOffice looks for the end of an archive no further from the end of the file; one with a longer comment it takes for broken. */
const LONGEST_COMMENT = 512;

const hashOf = (bytes: Buffer): string => `sha256:${crypto.createHash('sha256').update(bytes).digest('hex')}`;

/** The file with a signed statement about it at its end. */
export function sealed(body: Buffer, about: Omit<Statement, 'format' | 'content'>, keys: Keys): Buffer {
  const statement: Statement = { format: 'overstory-report-seal/1', ...about, content: hashOf(body) };
  return withText(body, canonicalJson({ ...statement, ...signStatement(statement, keys) }));
}

function withText(body: Buffer, text: string): Buffer {
  const place = placeOf(body);
  if (place === null) throw new Error('this kind of file has no place for a seal');
  if (place !== 'zip') return Buffer.concat([body, Buffer.from(`${MARKS[place][0]}${text}${MARKS[place][1]}`)]);
  if (text.length > LONGEST_COMMENT) throw new Error('a seal that long would hide the end of the archive from some programs');
  const archive = Buffer.from(body);
  archive.writeUInt16LE(text.length, archive.length - 2);
  return Buffer.concat([archive, Buffer.from(text)]);
}

function placeOf(file: Buffer): Place | null {
  if (file.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  if (file.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return 'zip';
  return /^\s*<!doctype html>/i.test(file.subarray(0, 100).toString('utf8')) ? 'html' : null;
}

/** What was found out about a file by itself, without any database. */
export interface VerifiedReport {
  readonly code: string;
  readonly release: string;
  readonly releaseHash: string;
  readonly kind: string;
  readonly holds: true;
  /** Of the key that signed. */
  readonly fingerprint: string;
}

/** Whether this can be the file of a report at all: what it begins with, and that it bears a seal. */
export const isReportFile = (file: Buffer): boolean => opened(file) !== null;

/**
 * Checks the file of a report: that nothing in it was changed since it was made, and who made it.
 *
 * @param expected the fingerprint (`sha256:…`) of the key that must have signed it.
 * @throws Refusal `not-a-report` (2), `report-altered`, `signature-wrong`, `another-key` (3).
 */
export function verifyReport(file: Buffer, expected?: string): VerifiedReport {
  const found = opened(file);
  if (found === null)
    throw new Refusal('not-a-report', 'This file bears no seal of a report: it was not made here, or it was written again.', 2);
  const { body, seal } = found;
  const { signature, publicKey, ...statement } = seal;
  if (hashOf(body) !== statement.content)
    throw new Refusal('report-altered', 'The file was altered after it was made: what it says is not what was sealed.');
  const fingerprint = statementSignedBy(statement, signature, publicKey);
  if (fingerprint === null)
    throw new Refusal('signature-wrong', 'The seal does not hold: it was not made by the key that it names.');
  if (expected !== undefined && expected !== fingerprint)
    throw new Refusal('another-key', `The file was sealed by another key (${fingerprint}). It comes from another installation.`);
  const { code, release, releaseHash, kind } = statement;
  return { code, release, releaseHash, kind, holds: true, fingerprint };
}

function opened(file: Buffer): { body: Buffer; seal: Seal } | null {
  const place = placeOf(file);
  const parts = place === null ? null : place === 'zip' ? openedZip(file) : openedText(file, MARKS[place]);
  const seal = parts && readSeal(parts.text);
  return parts && seal ? { body: parts.body, seal } : null;
}

function openedText(file: Buffer, [before, after]: readonly [string, string]): { body: Buffer; text: string } | null {
  const at = file.lastIndexOf(before);
  const end = file.length - after.length;
  if (at < 0 || file.subarray(end).toString('utf8') !== after) return null;
  return { body: file.subarray(0, at), text: file.subarray(at + before.length, end).toString('utf8') };
}

/** The end of an archive's directory is 22 bytes long before its comment. */
const END = Buffer.from('PK\u0005\u0006');

function openedZip(file: Buffer): { body: Buffer; text: string } | null {
  const at = file.lastIndexOf(END);
  if (at < 0 || at + 22 > file.length || file.readUInt16LE(at + 20) !== file.length - at - 22) return null;
  const body = Buffer.from(file.subarray(0, at + 22));
  body.writeUInt16LE(0, at + 20);
  return { body, text: file.subarray(at + 22).toString('utf8') };
}

function readSeal(text: string): Seal | null {
  try {
    const seal = JSON.parse(text) as Partial<Seal>;
    const texts = [seal.code, seal.release, seal.releaseHash, seal.kind, seal.content, seal.signature, seal.publicKey];
    return seal.format === 'overstory-report-seal/1' && texts.every((one) => typeof one === 'string') ? (seal as Seal) : null;
  } catch {
    return null;
  }
}
