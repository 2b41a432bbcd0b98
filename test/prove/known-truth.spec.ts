import { beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cohort, parsePeriod, type ReleasedCell, type ReleasedTable, STANDARD_POLICY } from '../../api/src/kernel/index.js';
import { chooseNoiseLevel } from '../../api/src/disclosure/index.js';
import { DEFAULT_PLAN, parseSettings } from '../../api/src/governance/index.js';
import { MEASURES, plannedTables } from '../../api/src/measures/index.js';
import { type ContractedTable, releasedTables } from '../../api/src/releases/assemble.js';
import { cohortFor } from '../../api/src/releases/read-cohort.js';
import { writeSample } from '../../api/src/sample-organisation/index.js';
import { binomials } from '../attack/support/chances.js';
import { empty, send } from '../ingest/support/loading.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';

/**
 * Truths that are planted in invented organisations, found again: written as CSV, loaded through the product's ingest,
 * counted, protected, derived. Every run takes other seeds; what is asked of them holds by the binomial distribution, so
 * that a run fails by chance once in many thousands.
 */
const RUN = process.env['OVERSTORY_SEEDS'] ?? randomUUID();
const SEEDS = 40;
const PEOPLE = 1200;
const PERIOD = '2026-Q3';
/** What disclosure promises at single points of a share; most are nearer to 0.95. */
const STATED = 0.934;
const WRONG = 0.05;
/** Direct answers among sessions where guidance does not fade, from the first month to the last. */
const ANSWERS = 0.55;
/** The mean of the answers of the pulse. */
const ANSWERED = 3.62;
/** Of one claim, over all runs that anybody will ever make. */
const CHANCE = 1e-5;

const FILES = ['people', 'tracks', 'participations', 'requests', 'sessions', 'skill_checks', 'progressions', 'feedback'];
/** The tables that claims are made of: each measure for the organisation, and by these columns. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  guidance: ['track'],
  load: ['level'],
  parity: ['level', 'location', 'team', 'demo_gender', 'demo_origin'],
  participation: ['level', 'location', 'team'],
  promotion_comparison: [],
  pulse: ['item'],
  skill_change: ['track'],
  skill_comparison: ['track'],
  wait: ['level', 'team'],
};
const CONTRACTS = MEASURES.filter(({ key }) => key in NEEDED);

interface Truth {
  readonly participation: {
    readonly closedRelationships: number;
    readonly noGap: readonly string[];
    readonly chances: Readonly<
      Record<string, { readonly organisation: number } & Readonly<Record<string, Readonly<Record<string, number>>>>>
    >;
  };
  readonly skillChange: readonly {
    readonly track: string;
    readonly gain: number;
    readonly onlyRegressionToTheMean: boolean;
    readonly expectedChange: number;
  }[];
  readonly guidance: readonly { readonly track: string; readonly fallOfDirectAnswersPerMonth: number }[];
  readonly load: { readonly overloadedLevel: string };
  readonly wait: { readonly longer: { readonly team: string } };
}

/** How often something was so, of how many. */
const tallies = new Map<string, { so: number; of: number }>();

function note(claim: string, so: boolean): void {
  const tally = tallies.get(claim) ?? { so: 0, of: 0 };
  tallies.set(claim, { so: tally.so + (so ? 1 : 0), of: tally.of + 1 });
}

const chanceOfFewer = (n: number, p: number, k: number): number =>
  binomials(n, p)
    .slice(0, k)
    .reduce((a, b) => a + b, 0);

/** The fewest of n that so rare a chance leaves where each has the chance p. */
function fewest(n: number, p: number): number {
  let k = 0;
  while (chanceOfFewer(n, p, k + 1) < CHANCE) k += 1;
  return k;
}

const most = (n: number, p: number): number => n - fewest(n, 1 - p);

let installation: TestInstallation;

beforeAll(async () => {
  installation = await freshInstallation();
  for (let seed = 0; seed < SEEDS; seed += 1) await oneOrganisation(`${RUN}/${seed}`);
  process.stderr.write(
    [...tallies]
      .map(([claim, { so, of }]) => `${claim}: ${so} of ${of} (${((100 * so) / of).toFixed(1)} %)\n`)
      .sort()
      .join(''),
  );
}, 3_600_000);

async function oneOrganisation(seed: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'overstory-truth-'));
  try {
    writeSample(folder, { people: PEOPLE, seed, until: PERIOD });
    const settings = parseSettings(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')));
    const files = FILES.map((name) => [`${name}.csv`, readFileSync(join(folder, `${name}.csv`))] as const);
    await empty(installation);
    const load = await send(installation, Object.fromEntries(files), { settings });
    if (load.files.some(({ rejected }) => rejected > 0)) throw new Error('the invented organisation breaks a rule');
    const cohort = await cohortFor(installation.pool('curator'), parsePeriod(PERIOD), {
      loadNo: 2_000_000_000,
      settings,
      measures: CONTRACTS,
    });
    check(new Release(cohort, seed), JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

class Release {
  private readonly tables: readonly ReleasedTable[];

  constructor(cohort: Cohort, seed: string) {
    const eligible = cohort.people.reduce((sum, { count }) => sum + count, 0);
    const policy = { ...STANDARD_POLICY, noiseLevel: chooseNoiseLevel(eligible, STANDARD_POLICY) };
    const tables = CONTRACTS.flatMap((contract) =>
      contract.variants.flatMap((variant) =>
        plannedTables(contract, DEFAULT_PLAN, cohort)
          .filter(({ breakdown: [by, ...more] }) => more.length === 0 && (!by || NEEDED[contract.key]?.includes(by)))
          .flatMap((planned): ContractedTable[] => {
            const table = contract.tableOf(cohort, variant, planned, policy.otherTables);
            return table ? [{ contract, variant, table }] : [];
          }),
      ),
    );
    const key = createHash('sha256').update(seed).digest();
    this.tables = releasedTables(cohort, tables, policy, { key, release: seed });
  }

  /** The shown cells of a table, by group. */
  cells(measure: string, variant: string, by?: string): [group: string, cell: Shown][] {
    const table = this.tables.find(
      (one) => one.measure === measure && one.variant === variant && one.breakdown.join() === (by ?? ''),
    );
    return (table?.cells ?? []).flatMap((cell) =>
      cell.status === 'shown' ? [[by ? String(cell.group[by]) : '', cell] as [string, Shown]] : [],
    );
  }
}

type Shown = Extract<ReleasedCell, { readonly status: 'shown' }>;

/** The limits of an estimate; nothing where there is none. */
function limits({ values }: Shown, of: string): [number, number] | undefined {
  const [lower, upper] = [values[`${of}Lower`] ?? values['lower'], values[`${of}Upper`] ?? values['upper']];
  return typeof lower === 'number' && typeof upper === 'number' ? [lower, upper] : undefined;
}

function covers(claim: string, cell: Shown, of: string, truth: number): void {
  const found = limits(cell, of);
  if (found) note(claim, found[0] <= truth && truth <= found[1]);
}

function check(release: Release, truth: Truth): void {
  participation(release, truth);
  skills(release, truth);
  promotions(release);
  guidance(release, truth);
  waiting(release, truth);
  load(release, truth);
  for (const [, cell] of release.cells('pulse', 'respondents', 'item'))
    covers('covered: mean of the pulse', cell, 'mean', ANSWERED);
}

const verdict = ({ values }: Shown): string => (typeof values['verdict'] === 'string' ? values['verdict'] : '');
const saysLower = (cell: Shown): boolean => verdict(cell).includes('lower');
const saysHigher = (cell: Shown): boolean => verdict(cell).includes('higher');

/** A family of comparisons where there is nothing to find: whether anything is found. */
function nothingThere(claim: string, cells: [string, Shown][]): void {
  if (cells.length > 0)
    note(
      claim,
      cells.some(([, cell]) => saysLower(cell) || saysHigher(cell)),
    );
}

function participation(release: Release, { participation: planted }: Truth): void {
  const chances = planted.chances[PERIOD]!;
  for (const by of ['level', 'location', 'team'])
    for (const [group, cell] of release.cells('participation', 'mentee', by))
      covers(`covered: rate by ${by}`, cell, 'rate', chances[by]![group] ?? chances[by]![`Engineering/${group}`]!);
  const whole = release.cells('parity', 'mentee')[0]?.[1].values['eligible'] as number;
  for (const [group, cell] of release.cells('parity', 'mentee', 'level')) {
    const [n, chance] = [cell.values['eligible'] as number, chances['level']![group]!];
    const others = (whole * chances.organisation - n * chance) / (whole - n);
    covers('covered: rate ratio by level', cell, 'rateRatio', chance / others);
    if (group === '2') note('found: level 2 takes part less', saysLower(cell));
    if (group === '2') note('wrong: level 2 takes part more', saysHigher(cell));
  }
  for (const by of planted.noGap) nothingThere(`wrong: a gap by ${by}`, release.cells('parity', 'mentee', by));
}

function skills(release: Release, truth: Truth): void {
  const changes = new Map(release.cells('skill_change', 'checked', 'track'));
  const compared = new Map(release.cells('skill_comparison', 'compared', 'track'));
  for (const { track, gain, onlyRegressionToTheMean, expectedChange } of truth.skillChange) {
    const [change, comparison] = [changes.get(track), compared.get(track)];
    if (change) covers('covered: change of skill', change, 'change', expectedChange);
    const expected = onlyRegressionToTheMean ? 0 : expectedChange;
    if (comparison) covers('covered: change of skill beside no track', comparison, 'difference', expected);
    if (change && gain === 0) {
      const excludes = (limits(change, 'change')?.[0] ?? 0) > 0;
      note(
        onlyRegressionToTheMean ? 'naive: regression to the mean looks like a gain' : 'wrong: a gain where there is none',
        excludes,
      );
    }
    if (comparison && onlyRegressionToTheMean)
      note('wrong: a gain where only the mean regresses', (limits(comparison, 'difference')?.[0] ?? 0) > 0);
    if (change && track === 'backend-depth') note('found: the real gain', (limits(change, 'change')?.[0] ?? 0) > 0);
  }
}

function promotions(release: Release): void {
  for (const [, cell] of release.cells('promotion_comparison', 'over_time')) {
    covers('covered: hazard ratio of mentored time', cell, 'hazardRatio', 1);
    note('wrong: mentored people step up more', (limits(cell, 'hazardRatio')?.[0] ?? 0) > 1);
  }
  for (const [, cell] of release.cells('promotion_comparison', 'landmark')) {
    covers('covered: odds ratio at equal tenure, level and band', cell, 'oddsRatio', 1);
    covers('covered: weighted difference', cell, 'weightedDifference', 0);
    note('naive: the crude ratio is above 1', (cell.values['crudeRatio'] as number) > 1);
  }
}

function guidance(release: Release, truth: Truth): void {
  const tracks = new Map(release.cells('guidance', 'guided', 'track'));
  for (const { track, fallOfDirectAnswersPerMonth: fade } of truth.guidance) {
    const cell = tracks.get(track);
    if (!cell) continue;
    const middle = limits(cell, 'middleAnswer');
    if (fade === 0)
      for (const phase of ['early', 'middle', 'late']) covers('covered: direct answers', cell, `${phase}Answer`, ANSWERS);
    if (middle) note(fade > 0 ? 'found: guidance fades' : 'wrong: guidance fades', middle[1] < ANSWERS);
  }
}

function waiting(release: Release, truth: Truth): void {
  for (const [team, cell] of release.cells('wait', 'requests', 'team')) {
    const isLong = truth.wait.longer.team.endsWith(team);
    note(isLong ? 'found: a team waits longer' : 'wrong: another team waits longer', saysLower(cell));
  }
  nothingThere('wrong: a difference in waiting by level', release.cells('wait', 'requests', 'level'));
}

function load(release: Release, truth: Truth): void {
  for (const [level, cell] of release.cells('load', 'mentor_mentees', 'level')) {
    const isOverloaded = level === truth.load.overloadedLevel;
    if (!isOverloaded) note('wrong: another level is overloaded', saysHigher(cell));
  }
  const levels = new Map(release.cells('load', 'mentor_mentees', 'level'));
  const [heavy, light] = [levels.get(truth.load.overloadedLevel), levels.get('4')];
  if (heavy && light) note('found: the overloaded level', (limits(heavy, 'mean')?.[0] ?? 0) > (light.values['mean'] as number));
}

const CLAIMS = {
  covered: [
    ...['rate by level', 'rate by location', 'rate by team', 'rate ratio by level'],
    ...['change of skill', 'change of skill beside no track'],
    ...['hazard ratio of mentored time', 'odds ratio at equal tenure, level and band', 'weighted difference'],
    ...['direct answers', 'mean of the pulse'],
  ],
  wrong: [
    ...['level 2 takes part more', 'a gap by team', 'a gap by location', 'a gap by demo_gender', 'a gap by demo_origin'],
    ...['a gain where there is none', 'a gain where only the mean regresses', 'mentored people step up more'],
    ...['guidance fades', 'another team waits longer', 'a difference in waiting by level', 'another level is overloaded'],
  ],
  found: ['level 2 takes part less', 'the real gain', 'guidance fades', 'a team waits longer', 'the overloaded level'],
  naive: ['regression to the mean looks like a gain', 'the crude ratio is above 1'],
};

describe(`truths planted in ${SEEDS} organisations (OVERSTORY_SEEDS=${RUN})`, () => {
  const tallyOf = (claim: string): { so: number; of: number } => tallies.get(claim) ?? { so: 0, of: 0 };

  it.each(CLAIMS.covered)('are covered by intervals as often as stated: %s', (claim) => {
    const { so, of } = tallyOf(`covered: ${claim}`);
    expect(of).toBeGreaterThan(5);
    expect(so).toBeGreaterThanOrEqual(fewest(of, STATED));
  });

  it.each(CLAIMS.wrong)('are contradicted no more often than stated: %s', (claim) => {
    const { so, of } = tallyOf(`wrong: ${claim}`);
    expect(of).toBeGreaterThan(5);
    expect(so).toBeLessThanOrEqual(most(of, WRONG));
  });

  it.each(CLAIMS.found)('are found more often than chance would say so: %s', (claim) => {
    const { so, of } = tallyOf(`found: ${claim}`);
    expect(so).toBeGreaterThan(most(of, WRONG));
  });

  it.each(CLAIMS.naive)('would mislead whoever counts naively: %s', (claim) => {
    const { so, of } = tallyOf(`naive: ${claim}`);
    expect(so).toBeGreaterThan(of / 2);
  });

  it('are all claimed for: nothing was counted that no test looks at', () => {
    const claimed = Object.entries(CLAIMS).flatMap(([kind, list]) => list.map((claim) => `${kind}: ${claim}`));
    expect([...tallies.keys()].sort()).toEqual(claimed.sort());
  });
});
