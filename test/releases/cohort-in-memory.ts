import { createHash } from 'node:crypto';
import {
  type Cohort,
  type CohortRow,
  type DisclosurePolicy,
  type MenteeMonthsRow,
  parsePeriod,
  type PeopleRow,
  type ReleaseFile,
  STANDARD_POLICY,
  type TakingPart,
} from '../../api/src/kernel/index.js';
import { chooseNoiseLevel } from '../../api/src/disclosure/index.js';
import { DEFAULT_PLAN, parseSettings, type Settings } from '../../api/src/governance/index.js';
import { releasedTables, releaseFile, statisticTables } from '../../api/src/releases/assemble.js';
import { dimensionsOf, trackDimension } from '../../api/src/releases/dimensions.js';
import { teamTree } from '../../api/src/releases/team-tree.js';

/** Somebody in an organisation that stands in memory alone. */
export interface Somebody {
  readonly team: string;
  readonly level: string;
  readonly location: string;
  readonly tenure: string;
  readonly special: Readonly<Record<string, string>>;
  readonly mentee: TakingPart;
  readonly mentor: TakingPart;
  /** Held minutes of each month as a mentee, and the track. */
  readonly minutes: readonly number[];
  readonly track: string;
}

const TRACKS = ['a', 'b', 'c'];

/** The cohort that the database would give for these people. */
export function cohortOf(people: readonly Somebody[], settings: Settings, period = '2025-Q4'): Cohort {
  const tree = teamTree(people.map(({ team }) => team));
  const said = (of: (one: Somebody) => string): Set<string> => new Set(people.map(of));
  const tracks = TRACKS.map((id) => ({ id, name: id, owned: true, startedOn: null, endedOn: null, monthlyMinutes: 120 }));
  const open = {
    team: tree.values,
    level: said((one) => one.level),
    location: said((one) => one.location),
    tenure: said((one) => one.tenure),
  };
  const rowOf = ({ team, level, location, tenure, special }: Somebody): CohortRow => ({
    open: { team: tree.leafOf(team), level, location, tenure },
    special,
  });
  const rows = people.map((one, at): PeopleRow => ({
    ...rowOf(one),
    count: 1,
    ...keyOf(at),
    mentee: one.mentee,
    mentor: one.mentor,
  }));
  const mentees = people.filter(({ mentee }) => mentee === 'yes');
  const months = mentees.map((one): MenteeMonthsRow => ({ ...rowOf(one), people: 1, ...sumsOf(one.minutes) }));
  return {
    period: parsePeriod(period, settings.fiscalYearStart),
    dimensions: dimensionsOf(open, settings, trackDimension(tracks)),
    people: rows,
    menteeMonths: months,
    menteeTrackMonths: months.map((row, at) => ({ ...row, track: mentees[at]?.track ?? 'a' })),
    doseLimit: 240,
    sessionsCollected: true,
    tallies: {},
    cases: {},
    settings: { mentorLoadCap: 3, reliability: 0.8 },
  };
}

function keyOf(at: number): { xorHigh: number; xorLow: number } {
  const hash = createHash('sha256').update(`person ${at}`).digest();
  return { xorHigh: hash.readInt32BE(0), xorLow: hash.readInt32BE(4) };
}

function sumsOf(minutes: readonly number[]): { months: number; minutes: number; squares: number; bins: number[] } {
  const mean = minutes.reduce((sum, x) => sum + x, 0) / Math.max(1, minutes.length);
  const bin = Math.min(7, Math.ceil((7 * mean) / 240));
  return {
    bins: Array.from({ length: 8 }, (_, at) => (at === bin && minutes.length > 0 ? 1 : 0)),
    months: minutes.length,
    minutes: minutes.reduce((sum, x) => sum + x, 0),
    squares: minutes.reduce((sum, x) => sum + x * x, 0),
  };
}

export const SETTINGS = parseSettings({
  demographics: [
    { column: 'demo_gender', label: 'Gender', why: 'A test.', values: ['f', 'm', 'x'].map((key) => ({ key, label: key })) },
    { column: 'demo_origin', label: 'Origin', why: 'A test.', values: ['here', 'abroad'].map((key) => ({ key, label: key })) },
  ],
});

/** A release of a cohort, drawn under a key of its own; as anyone reads the exported file. */
export function releaseOf(cohort: Cohort, seed: number, noiseLevel?: number): ReleaseFile {
  const eligible = cohort.people.reduce((sum, { count }) => sum + count, 0);
  const policy: DisclosurePolicy = { ...STANDARD_POLICY, noiseLevel: noiseLevel ?? chooseNoiseLevel(eligible, STANDARD_POLICY) };
  const drawn = releasedTables(
    cohort,
    statisticTables(cohort, DEFAULT_PLAN, policy, () => undefined),
    policy,
    {
      key: createHash('sha256').update(`key ${seed}`).digest(),
      release: 'memory',
    },
  );
  return releaseFile({
    header: {
      period: cohort.period.key,
      asOf: cohort.period.endsOn,
      noiseLevel: policy.noiseLevel,
      knownAt: '2026-01-05T00:00:00.000000Z',
      status: 'published',
      supersedes: null,
      policyVersion: policy.version,
      methodVersion: 'test',
      settingsVersion: '1',
      inputFingerprint: `hmac:${'0'.repeat(64)}`,
      sample: true,
    },
    policy,
    dimensions: cohort.dimensions,
    tables: drawn,
    versions: {},
    checks: [],
    exposure: { absent: 'notCollected', reason: 'notCollected' },
    leftOut: [],
  });
}
