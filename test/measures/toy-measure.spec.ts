import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { copyOfSources, plant } from '../support/copy-of-sources.js';
import { type Ran, ROOT, run } from '../support/run-tool.js';

/** A measure that nobody has thought of yet: one file, and its name in the list of all. */
const TOY = `
import { countCases, share } from './blocks/cases.js';
import { RUNNING_BASES, RUNNING_CAP, RUNNING_PEOPLE } from './blocks/running.js';
import { tallied } from './tallied.js';

export const toyShare = tallied(
  {
    key: 'toy_share', label: 'Toys', question: 'Do pairs bring toys?', field: 'toyShare',
    variants: [{ key: 'toy_pairs', label: 'pairs', subject: 'mentees' }], subject: 'mentees', unit: 'relationships',
    population: 'Pairs.', numerator: 'Those with toys.', denominator: 'All.', interval: 'Wilson.',
    whenThereIsNoAnswer: 'Never.', source: 'Nobody.', notFor: ['judging toys'], counterMeasure: 'Books.',
    figure: 'rate', planClass: 'other', primary: 'withToys', necessary: 'withToys',
  },
  () => ({
    population: 'rationale', columnsOf: 'mentee', bases: RUNNING_BASES,
    draws: [
      ...RUNNING_PEOPLE,
      ...countCases({ question: 'toys/1', cap: RUNNING_CAP, cases: [['recorded', 'With toys'], ['notRecorded', 'Without']] }),
    ],
    values: share({ key: 'withToys', label: 'With toys', yes: ['recorded'], no: ['notRecorded'] }),
  }),
);
`;

/** What the product says of its measures, in the copy: the catalogue, the page, a release of two hundred people as CSV. */
const TELL = `
import { CatalogueResolver } from './api/dist/app/resolvers/catalogue.resolver.js';
import { STANDARD_POLICY, parsePeriod } from './api/dist/kernel/index.js';
import { MEASURES, METHOD_VERSION, measureOf, methodPage } from './api/dist/measures/index.js';
import { DEFAULT_PLAN } from './api/dist/governance/index.js';
import { releasedTables, statisticTables } from './api/dist/releases/assemble.js';
import { tableAsCsv } from './api/dist/reports/index.js';

const open = (level) => ({ open: { team: 'a', level }, special: {} });
const levels = ['1', '2'];
const cohort = {
  period: parsePeriod('2026-Q3'), doseLimit: 240, sessionsCollected: false, menteeMonths: [], menteeTrackMonths: [], cases: {},
  settings: { mentorLoadCap: 3, reliability: 0.8 },
  dimensions: [{ key: 'level', label: 'Level', kind: 'ordinal', sensitivity: 'open', values: levels.map((key) => ({ key, label: key })) }],
  people: levels.map((level, at) => ({ ...open(level), count: 100, xorHigh: at + 1, xorLow: 7, mentee: 'no', mentor: 'no' })),
  tallies: { rationale: levels.map((level) => ({ ...open(level), secret: {}, numbers: { mentees: 100, mentors: 80, recorded: 60, notRecorded: 40 } })) },
};
const tables = statisticTables(cohort, DEFAULT_PLAN, STANDARD_POLICY, () => undefined);
const released = releasedTables(cohort, tables, STANDARD_POLICY, { key: new Uint8Array(32), release: 'toy' });
const own = released.filter(({ measure }) => measure === 'toy_share');
console.log(JSON.stringify({
  catalogue: new CatalogueResolver().measures(),
  page: methodPage(measureOf('toy_share')),
  methods: METHOD_VERSION,
  tables: own.map(({ variant, breakdown, cells }) => ({ variant, breakdown, statuses: cells.map(({ status }) => status) })),
  csv: own.map((table) => tableAsCsv({ period: '2026-Q3', releaseId: 'r', sample: true, table, dimensions: cohort.dimensions })),
}));
`;

interface Told {
  readonly catalogue: readonly { readonly key: string }[];
  readonly page: string;
  readonly methods: string;
  readonly tables: readonly {
    readonly variant: string;
    readonly breakdown: readonly string[];
    readonly statuses: readonly string[];
  }[];
  readonly csv: readonly string[];
}

const node = (copy: string, ...args: string[]): Promise<Ran> =>
  run(process.execPath, args, { cwd: copy, env: { NODE_OPTIONS: '' } });

async function built(copy: string, toy: string): Promise<void> {
  plant(copy, 'api/src/measures/toy-share.ts', toy);
  const { status, stderr } = await node(copy, 'api/scripts/build.mjs', '--api');
  if (status !== 0) throw new Error(stderr);
}

describe('a measure that is added', () => {
  const copy = copyOfSources();
  afterAll(() => fs.rmSync(copy, { recursive: true, force: true }));
  let told: Told;

  beforeAll(async () => {
    fs.cpSync(path.join(ROOT, 'api/scripts'), path.join(copy, 'api/scripts'), { recursive: true });
    const registry = fs.readFileSync(path.join(copy, 'api/src/measures/registry.ts'), 'utf8');
    const listed = registry.replace('  wait,\n', '  toyShare,\n  wait,\n');
    plant(copy, 'api/src/measures/registry.ts', `import { toyShare } from './toy-share.js';\n${listed}`);
    plant(copy, 'tell.mjs', TELL);
    await built(copy, TOY);
    const { stdout, stderr } = await node(copy, 'tell.mjs');
    if (!stdout) throw new Error(stderr);
    told = JSON.parse(stdout) as Told;
  });

  it('has types and a query of its own in the API', async () => {
    await node(copy, 'api/dist/app/print-schema.js');
    const schema = fs.readFileSync(path.join(copy, 'api/schema.graphql'), 'utf8');
    expect(schema).toMatch(/"""Do pairs bring toys\?"""\n {2}toyShare\(/);
    expect(schema).toMatch(/type ToyShareValues \{[^}]*withToys: ReleasedNumber[^}]*withToysLower: ReleasedNumber/);
  });

  it('stands in the catalogue, from which the trust page and the pages of figures are made', () => {
    const own = told.catalogue.find(({ key }) => key === 'toy_share');
    expect(own).toMatchObject({ figure: 'rate', primary: 'withToys', notFor: ['judging toys'], counterMeasure: 'Books.' });
  });

  it('has a page of its method, and a version among those that releases name', () => {
    expect(told.page).toContain('| Not for | judging toys |');
    expect(told.page).toContain('| `withToys` | With toys | `share` |');
    expect(told.methods.split(' ')).toContain('toy_share/1');
  });

  it('has its tables in a release, protected, and rows in its CSV files', () => {
    expect(told.tables).toEqual([
      { variant: 'toy_pairs', breakdown: [], statuses: ['shown'] },
      { variant: 'toy_pairs', breakdown: ['level'], statuses: ['shown', 'shown'] },
    ]);
    expect(told.csv[1]).toMatch(/2026-Q3,r,yes,toy_share,toy_pairs,1,1,withToys,0\.\d+,0\.\d+,0\.\d+,,/);
  });

  it('is refused at start where it does not say what it must not be used for', async () => {
    await built(copy, TOY.replace("notFor: ['judging toys']", 'notFor: []'));
    const { status, stderr } = await node(copy, 'tell.mjs');
    expect(status).not.toBe(0);
    expect(stderr).toContain('the contract of toy_share lacks notFor');
  });
});
