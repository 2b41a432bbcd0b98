import {
  HERE,
  NOT_SAID,
  type Cohort,
  type Dimension,
  type MenteeMonthsRow,
  type PeopleRow,
  type TakingPart,
} from '../../../api/src/kernel/index.js';

// Looked up once: tests run in a context of their own, where every look at a global is slow.
const { floor, imul, max, min, round } = Math;

/** One invented person with everything that is secret about them. */
export interface Person {
  readonly open: Readonly<Record<string, string>>;
  readonly special: Readonly<Record<string, string>>;
  readonly key: readonly [number, number];
  readonly mentee: TakingPart;
  readonly mentor: TakingPart;
  readonly minutes: readonly number[];
}

export const DOSE_LIMIT = 120;

/** A small seeded generator: uniform in [0, 1). */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = imul(state ^ (state >>> 15), 1 | state);
    t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Branches of unequal sizes with teams in them, some of which have groups; some people sit at the branch itself. */
function teams(people: number, deep: boolean): string[] {
  const branches = max(2, round(people / 150));
  return Array.from({ length: branches }, (_, branch) => {
    const own = max(2, round(people / branches / 30));
    return [
      `b${branch}/${HERE}`,
      ...Array.from({ length: own }, (_, team) =>
        deep && team % 2 === 0
          ? [`b${branch}/t${team}/u`, `b${branch}/t${team}/v`, `b${branch}/t${team}/${HERE}`]
          : [`b${branch}/t${team}`],
      ).flat(),
    ];
  }).flat();
}

/** An organisation whose groups take part at different rates. */
export function people(count: number, seed = 1, deep = false): Person[] {
  const next = random(seed);
  const pick = <T>(items: readonly T[], skew = 1): T => items[floor(next() ** skew * items.length)]!;
  const leaves = teams(count, deep);
  return Array.from({ length: count }, () => {
    const open = {
      team: pick(leaves, 1.3),
      level: pick(['1', '2', '3', '4', '5', '6'], 1.5),
      location: pick(['north', 'south', 'west', NOT_SAID], 1.6),
      tenure: pick(['0-1', '1-2', '2-4', '4+', NOT_SAID], 1.4),
    };
    const special: Record<string, string> = next() < 0.85 ? { demo_gender: pick(['f', 'm', 'x'], 1.8) } : {};
    const chance = open.level === '2' ? 0.2 : 0.4;
    const mentee: TakingPart = next() < chance ? (next() < 0.05 ? 'closed' : 'yes') : 'no';
    const months = mentee === 'yes' ? 1 + floor(next() * 3) : 0;
    return {
      open,
      special,
      key: [floor(next() * 2 ** 32), floor(next() * 2 ** 32)],
      mentee,
      mentor: next() < 0.25 ? 'yes' : 'no',
      minutes: Array.from({ length: months }, () => min(DOSE_LIMIT, round(10 + 130 * next()))),
    };
  });
}

/** A path and everything above it. */
const prefixes = (path: string): string[] => path.split('/').map((_, i, all) => all.slice(0, i + 1).join('/'));

/** The columns of an organisation, in the order of the file. */
export function dimensionsOf(everyone: readonly Person[]): Dimension[] {
  const plain = (
    key: string,
    kind: 'ordered' | 'nominal',
    sensitivity: Dimension['sensitivity'],
    values: readonly string[],
  ): Dimension => ({
    key,
    label: key,
    kind,
    sensitivity,
    values: values.map((value) => ({ key: value, label: value })),
  });
  const paths = new Set(everyone.flatMap(({ open }) => prefixes(open['team']!)));
  const values = [...paths].sort().map((key) => {
    const parent = key.slice(0, key.lastIndexOf('/'));
    return key.includes('/') ? { key, label: key, parent } : { key, label: key };
  });
  return [
    { key: 'team', label: 'Team', kind: 'tree', sensitivity: 'open', values },
    plain('level', 'ordered', 'open', ['1', '2', '3', '4', '5', '6']),
    plain('location', 'nominal', 'open', ['north', 'south', 'west', NOT_SAID]),
    plain('tenure', 'ordered', 'open', ['0-1', '1-2', '2-4', '4+', NOT_SAID]),
    plain('demo_gender', 'nominal', 'special', ['f', 'm', 'x', 'nobody']),
  ];
}

export function cohortOf(
  everyone: readonly Person[],
  period: Cohort['period'],
  dimensions: readonly Dimension[] = dimensionsOf(everyone),
): Cohort {
  return {
    period,
    dimensions,
    people: everyone.map(personRow),
    menteeMonths: everyone.filter(({ minutes }) => minutes.length > 0).map(monthsRow),
    menteeTrackMonths: [],
    doseLimit: DOSE_LIMIT,
    sessionsCollected: true,
    tallies: {},
    cases: {},
    settings: { mentorLoadCap: 3, reliability: 0.8 },
  };
}

const personRow = ({ open, special, key, mentee, mentor }: Person): PeopleRow => ({
  open,
  special,
  count: 1,
  xorHigh: key[0],
  xorLow: key[1],
  mentee,
  mentor,
});

function monthsRow({ open, special, minutes }: Person): MenteeMonthsRow {
  const sum = (of: (x: number) => number): number => minutes.reduce((total, x) => total + of(x), 0);
  const bin = Math.min(7, Math.ceil((7 * sum((x) => x)) / minutes.length / DOSE_LIMIT));
  const bins = Array.from({ length: 8 }, (_, at) => (at === bin ? 1 : 0));
  return { open, special, people: 1, months: minutes.length, minutes: sum((x) => x), squares: sum((x) => x * x), bins };
}
