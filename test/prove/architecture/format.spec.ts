import { describe, expect, it } from '@jest/globals';
import { runTool } from '../../support/run-tool.js';

const prettier = (args: readonly string[], stdin = '') => runTool('prettier/bin/prettier.cjs', args, { stdin });

describe('the format', () => {
  it('is the same everywhere', async () => {
    const { stdout, stderr, status } = await prettier(['--check', '.']);
    expect(stderr).toBe('');
    expect(stdout).toContain('All matched files use Prettier code style!');
    expect(status).toBe(0);
  }, 180_000);

  it('is looked at in more than zero files, and a crooked one is found', async () => {
    const { stdout } = await prettier(['--stdin-filepath', 'api/src/kernel/planted.ts'], 'export const  x = "a"\n');
    expect(stdout).toBe("export const x = 'a';\n");
    const { stdout: listed } = await prettier(['--list-different', '--print-width', '20', 'api/src/kernel', 'web/src', 'test']);
    expect(listed.split('\n').length).toBeGreaterThan(50);
  });
});
