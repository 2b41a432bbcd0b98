import { describe, expect, it } from '@jest/globals';
import { MEASURES } from '../../api/src/measures/index.js';
import { buildReport, definitionOf, FORMAT_KEYS, readCode, verifyReport, writeReport } from '../../api/src/reports/index.js';
import { RELEASE } from './made-up.js';

const KEYS = { read: () => Buffer.alloc(32, 7) };
const OTHERS = { read: () => Buffer.alloc(32, 8) };
const source = { file: RELEASE, organisation: 'Made up', measures: MEASURES, verifyAt: null };
const model = buildReport(source, definitionOf({ releaseId: RELEASE.release.id, audience: 'board' }));
const refusal = (work: () => unknown): string => {
  try {
    work();
    return 'nothing';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe.each(FORMAT_KEYS)('the seal of a report as %s', (format) => {
  it('holds for the file as it was made, and says from which release', async () => {
    const { bytes } = await writeReport(model, format, KEYS);
    const found = verifyReport(bytes);
    expect(found).toMatchObject({ code: model.code, release: RELEASE.release.id, kind: format, holds: true });
    expect(verifyReport(bytes, found.fingerprint)).toEqual(found);
  });

  it('holds for no other: a bit turned over, something added, something cut off, another key', async () => {
    const { bytes } = await writeReport(model, format, KEYS);
    const turned = Buffer.from(bytes);
    const middle = Math.floor(bytes.length / 3);
    turned[middle] = (turned[middle] ?? 0) ^ 1;
    expect(refusal(() => verifyReport(turned))).toBe('report-altered');
    expect(['not-a-report', 'report-altered']).toContain(refusal(() => verifyReport(Buffer.concat([bytes, Buffer.from('x')]))));
    expect(refusal(() => verifyReport(bytes.subarray(0, bytes.length - 40)))).toBe('not-a-report');
    const { fingerprint } = verifyReport((await writeReport(model, format, OTHERS)).bytes);
    expect(refusal(() => verifyReport(bytes, fingerprint))).toBe('another-key');
  });
});

describe('a code read from paper', () => {
  it('may be typed in small letters, without dashes, with O for 0', () => {
    expect(readCode(model.code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'))).toBe(model.code);
    expect(readCode('nothing')).toBeNull();
    expect(readCode(`${model.code}1`)).toBeNull();
  });
});
