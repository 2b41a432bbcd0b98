import { afterAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import { copyOfSources, plant } from '../../support/copy-of-sources.js';
import { ROOT, runTool } from '../../support/run-tool.js';

// The build translates without checking, so that starting is quick: this is where types are checked.
const compile = (folder: string, project: string) =>
  runTool('typescript/bin/tsc', ['-p', project, '--noEmit', '--pretty', 'false', '--listFiles'], { cwd: folder });
const errors = (stdout: string): string[] => stdout.split('\n').filter((line) => /error TS\d+/.test(line));

describe('the types', () => {
  const copy = copyOfSources();
  afterAll(() => fs.rmSync(copy, { recursive: true, force: true }));

  it.each([
    ['tsconfig.json', /\/(?:api\/src|test)\//, 300],
    ['web/tsconfig.json', /\/web\/src\//, 50],
  ])(
    'of %s agree',
    async (project, ours, least) => {
      const { stdout } = await compile(ROOT, project);
      expect(errors(stdout)).toEqual([]);
      expect(stdout.split('\n').filter((file) => ours.test(file) && !file.includes('/node_modules/')).length).toBeGreaterThan(
        least,
      );
    },
    600_000,
  );

  it('are found to disagree where they do', async () => {
    fs.rmSync(`${copy}/api/src`, { recursive: true });
    plant(copy, 'api/src/planted.ts', 'export const first = (list: readonly string[]): string => list[0];\n');
    expect(errors((await compile(copy, 'tsconfig.json')).stdout)).toHaveLength(1);
  }, 60_000);
});
