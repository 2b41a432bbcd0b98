import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/run-tool.js';

const MODEL = fs.readFileSync(path.join(ROOT, 'docs/threat-model.md'), 'utf8');

interface Proof {
  readonly file: string;
  readonly name: string;
}

/** Every "`test/….spec.ts`: name; name" of a text; a name is the beginning of a test's name or a part of it. */
function proofsIn(text: string): Proof[] {
  return [...text.replace(/\n(?!\||\n)/g, ' ').matchAll(/`(test\/[\w/-]+\.spec\.ts)`: ([^|`]+)/g)].flatMap(
    ([, file = '', names = '']) =>
      names
        .split(';')
        .map((name) => name.replace(/[.)\s]+$/, '').trim())
        .filter((name) => name !== '')
        .map((name) => ({ file, name })),
  );
}

/** Those that name a test which is not there. */
function unproven(proofs: readonly Proof[]): Proof[] {
  return proofs.filter(({ file, name }) => {
    const place = path.join(ROOT, file);
    return !fs.existsSync(place) || !fs.readFileSync(place, 'utf8').replaceAll("\\'", "'").includes(name);
  });
}

describe('the threat model', () => {
  it('names for everything that stops an attacker a test that is there', () => {
    const proofs = proofsIn(MODEL);
    expect(proofs.length).toBeGreaterThan(40);
    expect(unproven(proofs)).toEqual([]);
  });

  it('has a test in every row', () => {
    const rows = MODEL.split('\n').filter((line) => line.startsWith('| ') && !/^\| (tries|---)/.test(line));
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => proofsIn(row).length === 0)).toEqual([]);
  });

  it('is found out when a test is gone', () => {
    const planted =
      '| a | b | `test/api/trail.spec.ts`: proves what nobody proved; is whole as long as. `test/api/gone.spec.ts`: x |';
    expect(unproven(proofsIn(planted))).toEqual([
      { file: 'test/api/trail.spec.ts', name: 'proves what nobody proved' },
      { file: 'test/api/gone.spec.ts', name: 'x' },
    ]);
  });
});
