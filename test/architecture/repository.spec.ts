import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT, run } from '../support/run-tool.js';

/** What belongs to one machine, to one person, or to a registry of one's own has no place in the repository. */
const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a home folder', /\/(?:home|Users)\/[a-z][\w.-]*\//],
  ['a home folder on Windows', /[A-Z]:\\Users\\/],
  ['the home of root', /(?<![\w.])\/root\//],
  ['a folder of one machine', /(?<![\w.-])\/(?:work|srv|opt|mnt)\//],
  [
    'a package registry other than the public one',
    /https?:\/\/(?!registry\.npmjs\.org)[\w.-]*(?:registry|npm|verdaccio|artifactory|nexus)[\w.-]*(?::\d+)?\//i,
  ],
  ['a key', /-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----/],
];

const OUTSIDE = /(^|\/)(node_modules|dist|\.git|\.overstory|artifacts|coverage)\//;

/** What is or would be committed; where there is no git, everything but what is made here. */
async function files(): Promise<string[]> {
  const { stdout, status } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  const listed = status === 0 ? stdout.split('\0') : everything();
  return listed.filter((file) => file && fs.existsSync(path.join(ROOT, file)));
}

function everything(): string[] {
  const entries = fs.readdirSync(ROOT, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .filter((file) => !OUTSIDE.test(file));
}
const faultsOf = (text: string): string[] => FORBIDDEN.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);

describe('the repository', () => {
  it('speaks of no machine, no person and no private registry', async () => {
    const all = (await files()).filter((file) => file !== 'test/architecture/repository.spec.ts');
    expect(all.length).toBeGreaterThan(300);
    const found = all.flatMap((file) =>
      faultsOf(fs.readFileSync(path.join(ROOT, file), 'utf8')).map((what) => `${file}: ${what}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    'see /home/anna/notes',
    'C:\\Users\\anna',
    'cp /root/.npmrc .',
    'cd /srv/overstory/',
    'registry=http://registry.firm.example:4873/',
    'https://npm.firm.example/pg/-/pg.tgz',
    '-----BEGIN PRIVATE KEY-----',
  ])('would be found out with %s', (text) => {
    expect(faultsOf(text)).toHaveLength(1);
  });

  it('holds no build, no data folder and no large file', async () => {
    const all = await files();
    expect(all.filter((file) => /(^|\/)(node_modules|dist|\.overstory|coverage)\//.test(file))).toEqual([]);
    expect(all.filter((file) => fs.statSync(path.join(ROOT, file)).size > 2_000_000)).toEqual([]);
  });

  it('has the folders and papers it is said to have', () => {
    const wanted = [
      'api',
      'web',
      'migrations',
      'test',
      'docs/adr',
      'docker-compose.yml',
      'package.json',
      'tsconfig.base.json',
      'README.md',
    ];
    const papers = ['LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md', '.ci/run'];
    expect([...wanted, ...papers].filter((name) => !fs.existsSync(path.join(ROOT, name)))).toEqual([]);
    expect(fs.statSync(path.join(ROOT, '.ci/run')).mode & 0o111).not.toBe(0);
  });
});
