import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';

const SOURCES = import.meta.dirname;

/** Who may import whom. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  language: [],
  wording: ['language'],
  gateway: ['language'],
  charts: ['gateway', 'language', 'wording'],
  pictures: ['language'],
  kit: ['gateway', 'language', 'pictures', 'wording'],
  access: ['gateway', 'kit', 'language', 'wording'],
  measures: ['access', 'charts', 'gateway', 'kit', 'language', 'wording'],
  audits: ['access', 'charts', 'gateway', 'kit', 'language', 'wording'],
  ingest: ['access', 'gateway', 'kit', 'language', 'wording'],
  releases: ['access', 'gateway', 'kit', 'language', 'wording'],
  reports: ['access', 'gateway', 'kit', 'language', 'wording'],
  tracks: ['access', 'charts', 'gateway', 'kit', 'language', 'wording'],
  trust: ['access', 'gateway', 'kit', 'language', 'wording'],
  app: [
    'access',
    'audits',
    'charts',
    'gateway',
    'ingest',
    'kit',
    'language',
    'measures',
    'releases',
    'reports',
    'tracks',
    'trust',
    'wording',
  ],
};

/** Doors besides `index.js`: drawings that a first load needs, and what is loaded when it is asked for. */
const SIDE_DOORS: readonly RegExp[] = [/^charts\/drawings\.js$/, /^charts\/ForestChart\.js$/];

/** The frame fetches pages and styles one by one. */
const FRAME_DOORS: readonly RegExp[] = [
  /Page\.js$/,
  /\.css$/,
  /^access\/RequireAccount\.js$/,
  /^kit\/theme\.js$/,
  /^language\/german\/index\.js$/,
];

interface Import {
  readonly file: string;
  readonly target: string;
}

/** What breaks the table: an import of a room that may not be, or past its door. */
function breaches(imports: readonly Import[]): string[] {
  return imports.flatMap(({ file, target }) => {
    const [from = '', to = ''] = [file, target].map((one) => one.split('/')[0] ?? '');
    if (from === to) return [];
    const doors = from === 'app' ? [...SIDE_DOORS, ...FRAME_DOORS] : SIDE_DOORS;
    const byDoor = target === `${to}/index.js` || doors.some((door) => door.test(target));
    return ROOMS[from]?.includes(to) === true && byDoor ? [] : [`${file} imports ${target}`];
  });
}

function importsOf(file: string, text: string): Import[] {
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, target = '']) => target);
  return found.map((target) => ({ file, target: path.posix.join(path.posix.dirname(file), target) }));
}

const sources = fs
  .readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.spec.ts') && file.includes('/'));
const imports = sources.flatMap((file) => importsOf(file, fs.readFileSync(path.join(SOURCES, file), 'utf8')));

describe('the rooms of the web', () => {
  it('import only whom they may, through the door', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(breaches(imports)).toEqual([]);
  });

  it('would be caught if they did not', () => {
    expect(breaches(importsOf('wording/a.ts', "import { x } from '../kit/index.js';"))).toHaveLength(1);
    expect(breaches(importsOf('trust/a.tsx', "import { x } from '../kit/Figure.js';"))).toHaveLength(1);
    expect(breaches(importsOf('kit/a.tsx', "const X = lazy(() => import('../measures/index.js'));"))).toHaveLength(1);
    expect(breaches(importsOf('kit/a.tsx', "import { x } from '../wording/index.js';"))).toEqual([]);
  });

  it('each say what they are for', () => {
    for (const room of Object.keys(ROOMS)) expect(fs.readFileSync(path.join(SOURCES, room, 'README.md'), 'utf8')).toMatch(/^# /);
  });

  it('name no host but their own and no colour outside the tokens', () => {
    const styles = fs
      .readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.css') && !file.endsWith('tokens.css'));
    for (const file of [...sources, ...styles]) {
      // A namespace is the name of a language; nothing is fetched from it.
      const text = fs.readFileSync(path.join(SOURCES, file), 'utf8').replace("'http://www.w3.org/2000/svg'", '');
      expect([file, text.match(/https?:\/\//g), text.match(/#[0-9a-f]{6}\b/gi)]).toEqual([file, null, null]);
    }
  });
});
