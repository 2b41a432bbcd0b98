import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import crypto from 'node:crypto';
import { Pseudonyms } from '../../api/src/ingest/pseudonyms.js';
import { RowReader } from '../../api/src/ingest/reading/row-reader.js';
import { sealWith } from '../../api/src/ingest/seal.js';

/** All rows of a text, cut into chunks of so many bytes: cells and the line on which each row begins. */
function rowsOf(text: string, width: number, chunk: number): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  const reader = new RowReader(
    { separator: 0x2c, width, lines: () => true },
    {
      row: ({ line, count, bytes, starts, ends }) => {
        rows.push({ line, cells: Array.from({ length: count }, (_, i) => bytes.toString('utf8', starts[i], ends[i])) });
      },
      fault: (line, fault) => rows.push({ line, cells: [fault] }),
    },
  );
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += chunk) reader.push(Buffer.from(bytes.subarray(at, at + chunk)));
  reader.end();
  return rows;
}

describe('the row reader', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'ü', ' ', "'", '\\', '"'), maxLength: 5 }).filter((text) => !/^ *"|^ /.test(text)),
    fc
      .string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', '漢'), maxLength: 8 })
      .map((text) => `"${text.replaceAll('"', '""')}"`),
  );

  it('reads what a well-known library reads, however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 40 }),
        (table, lineEnd, chunk) => {
          const text = table.map((cells) => cells.join(',')).join(lineEnd);
          const expected: string[][] = parse(text, { relax_quotes: true, relax_column_count: true });
          expect(rowsOf(text, 4, chunk).map(({ cells }) => cells)).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('counts lines, also those inside quotes', () => {
    const text = 'a,b\n"1\n2",c\r\n\n"x""y",d\n';
    for (const chunk of [1, 3, 100]) {
      expect(rowsOf(text, 2, chunk)).toEqual([
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['1\n2', 'c'] },
        { line: 5, cells: ['x"y', 'd'] },
      ]);
    }
  });

  it('counts cells beyond the last column and keeps none of them', () => {
    expect(rowsOf('a,b,c,d\n', 2, 100)[0]!.cells).toHaveLength(4);
  });
});

describe('a pseudonym', () => {
  const key = crypto.randomBytes(32);
  const hmac = (text: string): string => crypto.createHmac('sha256', key).update(text).digest('hex');

  it('is HMAC-SHA-256 of the kind and the identifier', () => {
    const pseudonyms = new Pseudonyms(key);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (id) => {
        expect(pseudonyms.keyOf('session', id)).toBe(hmac(`session:${id}`).slice(0, 32));
        expect(pseudonyms.keyOf('relationship', id)).toBe(hmac(`relationship:${id}`).slice(0, 32));
        const person = Buffer.from(hmac(`person:${id}`), 'hex').readBigInt64BE();
        expect(pseudonyms.keyOf('person', id)).toBe(person.toString());
      }),
    );
  });

  it('is the same from bytes and from text, remembered or not', () => {
    const pseudonyms = new Pseudonyms(key);
    for (let i = 0; i < 120_000; i++) pseudonyms.keyOf('person', `p${i}`);
    const bytes = Buffer.from('xxp7yy');
    for (const kind of ['person', 'session'] as const)
      expect(pseudonyms.keyOfAscii(kind, bytes, 2, 4)).toBe(new Pseudonyms(key).keyOf(kind, 'p7'));
  });
});

describe('sealed text', () => {
  it('opens with the key alone', () => {
    const key = crypto.randomBytes(32);
    const sealed = Buffer.from(sealWith(key)('Zürich\n"yes"').slice(2), 'hex');
    const open = (with_: Buffer): string => {
      const cipher = crypto.createDecipheriv('aes-256-gcm', with_, sealed.subarray(0, 12));
      cipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]).toString('utf8');
    };
    expect(open(key)).toBe('Zürich\n"yes"');
    expect(() => open(crypto.randomBytes(32))).toThrow();
    expect(sealWith(key)('a')).not.toBe(sealWith(key)('b'));
  });
});
