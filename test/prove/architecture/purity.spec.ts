import { afterAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import { copyOfSources, plant } from '../../support/copy-of-sources.js';
import { ROOT, runTool } from '../../support/run-tool.js';

const CORES = ['kernel', 'statistics', 'disclosure'];
const compile = (folder: string, core: string, ...more: string[]) =>
  runTool('typescript/bin/tsc', ['-p', `api/src/${core}`, '--noEmit', '--pretty', 'false', ...more], { cwd: folder });

/** What exists only in Node or in a browser must not compile in a core. */
const PLANTED = [
  'process.exit(1)',
  "import('node:fs')",
  'console.log(1)',
  "fetch('/')",
  'setTimeout(() => 1, 1)',
  'Buffer.alloc(1)',
  'document.title',
];

describe.each(CORES)('the core %s', (core) => {
  const copy = copyOfSources();
  afterAll(() => fs.rmSync(copy, { recursive: true, force: true }));

  it('compiles with nothing but the language', async () => {
    const { status, stdout } = await compile(ROOT, core, '--listFiles');
    expect(stdout.split('\n').filter((file) => file.includes(`api/src/${core}/`)).length).toBeGreaterThan(3);
    expect(stdout.split('\n').filter((line) => line.includes('): error TS'))).toEqual([]);
    expect(status).toBe(0);
  });

  it('does not compile when it reaches outside', async () => {
    plant(copy, `api/src/${core}/planted.ts`, PLANTED.map((text, at) => `export const x${at} = () => ${text};\n`).join(''));
    const { stdout } = await compile(copy, core);
    const lines = new Set([...stdout.matchAll(/planted\.ts\((\d+),/g)].map(([, line]) => Number(line)));
    expect([...lines].sort()).toEqual(PLANTED.map((_, at) => at + 1));
  });
});
