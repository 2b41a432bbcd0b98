import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { byOracle } from '../../api/src/statistics/index.js';
import * as statistics from '../../api/src/statistics/index.js';
import { noncentralStudentCdf, noncentralStudentSurvival } from '../../api/src/statistics/distributions/noncentral-t.js';
import { disagreements, toleranceOf, type Case } from './agreement.js';

const read = <Content>(folder: string, file: string): Content =>
  JSON.parse(fs.readFileSync(path.join('test/golden', folder, `${file}.json`), 'utf8')) as Content;
const filesIn = (folder: string) =>
  fs
    .readdirSync(path.join('test/golden', folder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();

describe('values from R', () => {
  it('has a function for every file, and a file for every function', () => {
    expect(Object.keys(byOracle).sort()).toEqual(filesIn('r'));
  });

  it('exports every function under the name of its file', () => {
    const camelCase = (file: string) => file.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    for (const [file, run] of Object.entries(byOracle)) expect(statistics).toHaveProperty(camelCase(file), run);
  });

  describe.each(filesIn('r'))('%s', (file) => {
    it.each(read<Case[]>('r', file))('agrees on $name ($source)', (reference) => {
      expect(disagreements(file, reference, toleranceOf(file))).toEqual([]);
    });
  });
});

describe('values in forty digits', () => {
  describe.each(filesIn('high-precision').filter((file) => file !== 'distributions'))('%s', (file) => {
    it.each(read<Case[]>('high-precision', file))('agrees on $name', (reference) => {
      expect(disagreements(file, reference, reference.tolerance ?? 1e-9)).toEqual([]);
    });
  });

  const functions = { ...statistics, noncentralStudentSurvival, noncentralStudentCdf };
  const points = read<{ name: 'normalSurvival'; arguments: [number]; expected: number }[]>('high-precision', 'distributions');
  it.each([...new Set(points.map(({ name }) => name))])('%s keeps eleven digits, down to 1e-300', (name) => {
    const own = points.filter((point) => point.name === name);
    const worst = own.map((point) => Math.abs(functions[name](...point.arguments) - point.expected) / (Math.abs(point.expected) || 1));
    expect(own.length).toBeGreaterThan(5);
    expect(Math.max(...worst)).toBeLessThan(1e-11);
  });
});
