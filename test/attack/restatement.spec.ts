import { describe, expect, it } from '@jest/globals';
import { attack } from '../../api/src/disclosure/index.js';
import type { ReleaseChange, ReleaseFile } from '../../api/src/kernel/index.js';
import { release, sealed } from './support/release.js';

const first = release();
const again = release({ id: 'again', supersedes: first.release.id });

type Header = Partial<ReleaseFile['release']>;

/** The restatement with this list, and with these parts of its header. */
function saying(changed: unknown, header: Header = {}): ReleaseFile {
  const { certificate, release: head, ...rest } = again;
  return sealed({
    ...rest,
    release: { ...head, ...header },
    certificate: { ...certificate, changed: changed as readonly ReleaseChange[] },
  });
}

const evidence = (file: ReleaseFile, history: readonly ReleaseFile[] = [first]): string[] =>
  attack([...history, file]).findings.map(({ rule, where, evidence: said }) => `${rule} ${where} ${said}`);

const OTHER_INPUTS: Header = { inputFingerprint: `hmac:${'1'.repeat(64)}` };
const PEOPLE = { what: 'file', name: 'people' };
const SETTINGS = { what: 'settings', from: '1', to: '2' };

describe('what a restatement says has changed', () => {
  it('may be nothing, files, definitions, an erasure', () => {
    expect(evidence(again)).toEqual([]);
    expect(evidence(saying([PEOPLE], OTHER_INPUTS))).toEqual([]);
    const all = [{ what: 'erasure' }, { what: 'retention' }, PEOPLE, { what: 'file', name: 'sessions' }, SETTINGS];
    expect(evidence(saying(all, { ...OTHER_INPUTS, settingsVersion: '2' }))).toEqual([]);
    const method = { what: 'method', name: 'test', from: 'test', to: 'test/2' };
    expect(evidence(saying([method], { methodVersion: 'test/2' }))).toEqual([]);
    const measures = [
      { ...method, to: null },
      { what: 'method', name: 'texts', from: null, to: 'texts/1' },
    ];
    expect(evidence(saying(measures, { methodVersion: 'texts/1' }))).toEqual([]);
  });

  it.each([
    ['is left out', undefined, {}],
    ['names a file where the inputs are the same', [PEOPLE], {}],
    ['names no file where the inputs differ', [], OTHER_INPUTS],
    ['leaves out new settings', [], { settingsVersion: '2' }],
    ['tells of settings that did not change', [SETTINGS], {}],
    ['leaves out a method', [], { methodVersion: 'test/2' }],
    ['says a thing twice', [PEOPLE, PEOPLE], OTHER_INPUTS],
    ['is out of order', [SETTINGS, PEOPLE], { ...OTHER_INPUTS, settingsVersion: '2' }],
    ['names a row', [{ what: 'file', name: 'people line 12' }], OTHER_INPUTS],
    ['counts', [{ ...PEOPLE, rows: 1 }], OTHER_INPUTS],
    ['speaks of something else', [{ what: 'person', name: 'x' }], {}],
  ] as const)('is a finding when it %s', (_name, changed, header) => {
    expect(evidence(saying(changed, header)).length).toBeGreaterThan(0);
  });

  it('stands in no first release', () => {
    const { certificate, ...rest } = first;
    expect(evidence(sealed({ ...rest, certificate: { ...certificate, changed: [] } }), [])).toEqual([
      'history certificate.changed stands in no restatement',
    ]);
  });
});
