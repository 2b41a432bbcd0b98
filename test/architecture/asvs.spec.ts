import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/run-tool.js';

const LIST = fs.readFileSync(path.join(ROOT, 'docs/asvs.md'), 'utf8');

/** The sections of ASVS 4.0.3 in which something is asked for at level 2. */
const SECTIONS: Readonly<Record<number, readonly number[]>> = {
  1: [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14],
  2: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  3: [1, 2, 3, 4, 5, 7],
  4: [1, 2, 3],
  5: [1, 2, 3, 4, 5],
  6: [1, 2, 3, 4],
  7: [1, 2, 3, 4],
  8: [1, 2, 3],
  9: [1, 2],
  10: [2, 3],
  11: [1],
  12: [1, 2, 3, 4, 5, 6],
  13: [1, 2, 3, 4],
  14: [1, 2, 3, 4, 5],
};
const STATES = ['Met', 'Not met', 'Not ours', 'Nothing there'];

interface Row {
  readonly sections: readonly string[];
  readonly state: string;
  readonly why: string;
}

function rowsOf(text: string): Row[] {
  return text
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => {
      const [, sections = '', state = '', why = ''] = line.split('|').map((part) => part.trim());
      return { sections: sections.split(', '), state, why };
    });
}

/** Tests that are named and not there, and files that are linked and not there. */
function gone(why: string): string[] {
  const tests = [...why.matchAll(/`(test\/[\w/.-]+\.ts)`(?:: ([^`]*?))?(?=\. `|, `|, \[|$)/g)].flatMap(
    ([, file = '', names = '']) => {
      const place = path.join(ROOT, file);
      if (!fs.existsSync(place)) return [file];
      const text = fs.readFileSync(place, 'utf8').replaceAll("\\'", "'");
      const wanted = names.split(';').map((name) => name.trim());
      return wanted.filter((name) => name !== '' && !text.includes(name)).map((name) => `${file}: ${name}`);
    },
  );
  const links = [...why.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link.split('#')[0] ?? '');
  return [...tests, ...links.filter((link) => !fs.existsSync(path.join(ROOT, 'docs', link)))];
}

const hasEvidence = (why: string): boolean => /`test\/[^`]+`|\]\(/.test(why);

describe('the ASVS checklist', () => {
  const rows = rowsOf(LIST);

  it('has a row for every section of level 2', () => {
    const listed = new Set(rows.flatMap(({ sections }) => sections));
    const due = Object.entries(SECTIONS).flatMap(([chapter, sections]) => sections.map((section) => `${chapter}.${section}`));
    expect(due.filter((section) => !listed.has(section))).toEqual([]);
    expect([...listed].filter((section) => !due.some((one) => section === one || section.startsWith(`${one}.`)))).toEqual([]);
  });

  it('says in every row how it stands, with evidence where it is met', () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter(({ state }) => !STATES.includes(state))).toEqual([]);
    const bare = rows.filter(({ state, why }) => state === 'Met' && !hasEvidence(why));
    expect(bare).toEqual([]);
    expect(rows.filter(({ why }) => why.length < 10)).toEqual([]);
  });

  it('names only tests and files that are there', () => {
    expect(rows.flatMap(({ why }) => gone(why))).toEqual([]);
    const proofs = [...LIST.matchAll(/`test\//g)].length;
    expect(proofs).toBeGreaterThan(40);
  });

  it('is found out when evidence is gone', () => {
    const planted =
      'x `test/api/trail.spec.ts`: is whole as long as; proves nothing. `test/api/gone.spec.ts`: x, [y](adr/gone.md)';
    expect(gone(planted)).toEqual(['test/api/trail.spec.ts: proves nothing', 'test/api/gone.spec.ts', 'adr/gone.md']);
  });
});
