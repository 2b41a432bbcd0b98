import { afterAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import { copyOfSources, plant } from '../support/copy-of-sources.js';
import { ROOT, runTool } from '../support/run-tool.js';

interface Report {
  readonly modules: readonly unknown[];
  readonly summary: { readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[] };
}

async function cruise(folder: string): Promise<Report> {
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'api/src'];
  const { stdout } = await runTool('dependency-cruiser/bin/dependency-cruise.mjs', args, { cwd: folder });
  return JSON.parse(stdout) as Report;
}
const said = ({ summary }: Report): string[] => summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);

/** One planted mistake per rule: the file, what it says, the rule that must object. */
const PLANTED: readonly (readonly [file: string, text: string, rule: string])[] = [
  ['api/src/kernel/planted.ts', "import '../platform/index.js';", 'kernel-knows-only-its-own'],
  ['api/src/statistics/planted.ts', "import fs from 'node:fs'; export const x = fs;", 'cores-use-nothing-from-outside'],
  ['api/src/disclosure/planted.ts', "import '../statistics/index.js';", 'only-the-attack-estimates'],
  [
    'api/src/disclosure/planted-type.ts',
    "import type { Pool } from 'pg'; export type X = Pool;",
    'cores-use-nothing-from-outside',
  ],
  ['api/src/access/planted.ts', "import '../microdata/index.js';", 'access-knows-only-its-own'],
  ['api/src/microdata/planted.ts', "export const load = () => import('../access/index.js');", 'microdata-knows-only-its-own'],
  ['api/src/sample-organisation/planted.ts', "import '../platform/index.js';", 'sample-organisation-knows-only-its-own'],
  ['api/src/reports/planted.ts', "import '../microdata/index.js';", 'reports-knows-only-its-own'],
  ['api/src/cli/planted.ts', "import '../platform/refusal.js';", 'enter-by-the-door'],
  ['api/src/releases/planted.ts', "import '../app/planted-door.js';", 'nobody-calls-the-doors'],
  ['api/src/utils/planted.ts', 'export const helper = 1;', 'every-file-has-a-room'],
  ['api/src/cli/planted-utils.ts', "import '../utils/planted.js';", 'every-file-has-a-room'],
  ['api/src/cli/planted-spec.ts', "import './planted.spec.js';", 'specs-and-test-helpers-stay-out'],
  ['api/src/platform/planted-a.ts', "import { b } from './planted-b.js'; export const a = () => b;", 'no-cycles'],
  ['api/src/cli/planted-name.ts', "import 'no-such-package';", 'everything-resolves'],
];
const HELPERS: readonly (readonly [string, string])[] = [
  ['api/src/app/planted-door.ts', 'export const door = 1;'],
  ['api/src/microdata/index.ts', 'export const door = 1;'],
  ['api/src/cli/planted.spec.ts', 'export const spec = 1;'],
  ['api/src/platform/planted-b.ts', "import { a } from './planted-a.js'; export const b = () => a;"],
];

describe('the rooms', () => {
  const copy = copyOfSources();
  afterAll(() => fs.rmSync(copy, { recursive: true, force: true }));

  it('import only what the table allows', async () => {
    const report = await cruise(ROOT);
    expect(report.modules.length).toBeGreaterThan(100);
    expect(said(report)).toEqual([]);
  });

  it('are guarded by rules of which each one bites', async () => {
    for (const [file, text] of [...PLANTED, ...HELPERS]) plant(copy, file, text);
    const violations = said(await cruise(copy));
    const missed = PLANTED.filter(
      ([file, , rule]) => rule !== 'every-file-has-a-room' && !violations.includes(`${rule}: ${file}`),
    );
    expect(missed).toEqual([]);
    expect(violations).toContain('every-file-has-a-room: api/src/cli/planted-utils.ts');
  });

  it('are all in the table: a folder nobody imports is found too', () => {
    const listed = fs.readFileSync(`${ROOT}/.dependency-cruiser.cjs`, 'utf8');
    const rooms = fs.readdirSync(`${ROOT}/api/src`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.length).toBeGreaterThan(10);
    const unlisted = rooms.filter(({ name }) => !new RegExp(`['\\s]${name}['\\s:]`).test(listed));
    expect(unlisted.map(({ name }) => name)).toEqual([]);
    expect(fs.readdirSync(`${ROOT}/api/src`).filter((name) => name.endsWith('.ts'))).toEqual([]);
  });

  it('each say in their README what they are for', () => {
    const rooms = fs.readdirSync(`${ROOT}/api/src`);
    expect(rooms.filter((room) => !fs.existsSync(`${ROOT}/api/src/${room}/README.md`))).toEqual([]);
  });
});
