import { beforeAll, describe, expect, it } from '@jest/globals';
import { run, runTool } from '../../support/run-tool.js';

interface Result {
  readonly filePath: string;
  readonly messages: readonly { readonly message: string; readonly line: number }[];
}

async function lintAll(): Promise<Result[]> {
  const { stdout, stderr } = await runTool('eslint/bin/eslint.js', ['--format', 'json', '.']);
  if (!stdout.startsWith('[')) throw new Error(stderr);
  return JSON.parse(stdout) as Result[];
}

async function lintTexts(texts: readonly { readonly file: string; readonly text: string }[]): Promise<string[][]> {
  const { stdout, stderr } = await run(process.execPath, ['test/support/lint-texts.mjs'], {
    stdin: JSON.stringify(texts),
    env: { NODE_OPTIONS: '' },
  });
  if (!stdout.startsWith('[')) throw new Error(stderr);
  return JSON.parse(stdout) as string[][];
}

const long = (lines: number): string => Array.from({ length: lines }, (_, at) => `  void ${at};\n`).join('');

const PLANTED = `
import { Period } from './period.js';
export function f(a: number, b: number, c: number, d: number, e: number): Period | number { return a + b + c + d + e; }
export function g(kind: 'a' | 'b'): number { switch (kind) { case 'a': return 1; } return 0; }
export async function h(): Promise<void> { await Promise.resolve(); }
export function i(): number { h(); return Date.now() * Math.random(); }
export function j(x: unknown): boolean { return x == 1; }
export function k(x: any): void { console.log(x); }
export function deep(x: number): void { if (x) { if (x) { if (x) { if (x) { void x; } } } } }
export const branchy = (x: number): number => x === 1 ? 1 : x === 2 ? 2 : x === 3 ? 3 : x === 4 ? 4 : x === 5 ? 5 : x === 6 ? 6 : x === 7 ? 7 : x === 8 ? 8 : x === 9 ? 9 : x === 10 ? 10 : 0;
export function long(): void {
${long(61)}}
`;
const RULES = [
  '@typescript-eslint/consistent-type-imports',
  '@typescript-eslint/no-explicit-any',
  '@typescript-eslint/no-floating-promises',
  '@typescript-eslint/switch-exhaustiveness-check',
  'complexity',
  'eqeqeq',
  'max-depth',
  'max-lines-per-function',
  'max-params',
  'no-console',
  'no-restricted-globals',
  'no-restricted-properties',
];

const many = (lines: number): string => Array.from({ length: lines }, (_, at) => `export const x${at} = ${at};\n`).join('');
const component = (lines: number): string => `export function Page(): void {\n${long(lines - 2)}}\n`;

describe('the lint rules', () => {
  let found: string[][] = [];
  beforeAll(async () => {
    found = await lintTexts([
      { file: 'api/src/kernel/period.ts', text: PLANTED },
      { file: 'api/src/platform/log.ts', text: 'export const now = (): number => Date.now();\n' },
      { file: 'api/src/platform/log.ts', text: many(401) },
      { file: 'web/src/app/App.tsx', text: component(118) },
      { file: 'web/src/app/App.tsx', text: component(123) },
    ]);
  }, 600_000);

  it('find nothing in the whole repository', async () => {
    const results = await lintAll();
    expect(results.length).toBeGreaterThan(200);
    const said = results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, message }) => `${filePath}:${line} ${message}`),
    );
    expect(said).toEqual([]);
  }, 600_000);

  it('bite, each of them, in a core', () => {
    expect(RULES.filter((rule) => !found[0]?.includes(rule))).toEqual([]);
  });

  it('let only the cores be without a clock', () => {
    expect(found[1]).toEqual([]);
  });

  it('end a file at 400 lines', () => {
    expect(found[2]).toEqual(['max-lines']);
  });

  it('allow a component of the web app 120 lines, and no more', () => {
    expect(found.slice(3)).toEqual([[], ['max-lines-per-function']]);
  });
});
