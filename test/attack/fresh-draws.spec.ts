import { describe, expect, it } from '@jest/globals';
import { protect } from '../../api/src/disclosure/index.js';
import {
  STANDARD_POLICY,
  type ProtectedTable,
  type StatisticRelease,
  type StatisticTable,
  type TablePlan,
} from '../../api/src/kernel/index.js';
import { correlation, hitChance, moments } from './support/moments.js';
import { dimensionsOf, people, type Person } from './support/organisation.js';
import { truthOf } from './support/plant.js';
import { drawn, PLAN, prepared, type Prepared } from './support/release.js';

/** Attacks that a fresh draw has to stop. Each first shows that it succeeds where noise is kept. */

const ROSTER = people(300, 21);
const DIMENSIONS = dimensionsOf(ROSTER);
const WHO: TablePlan = { ...PLAN, classes: { ...PLAN.classes, equity: [] } };
const KEYS = 60;

const ready = (everyone: readonly Person[], noiseLevel = 3): Prepared =>
  prepared({ everyone, plan: WHO, dimensions: DIMENSIONS, noiseLevel });

/** All draws by their place: table, group and statistic. */
function drawsOf(tables: readonly ProtectedTable[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { measure, variant, breakdown, cells } of tables)
    for (const cell of cells)
      if (cell.status === 'shown')
        for (const [name, { value, noise }] of Object.entries(cell.drawn))
          if (noise > 0) found.set(JSON.stringify([measure, variant, breakdown, cell.group, name]), value);
  return found;
}

/** Of all places that two releases show: those where the draws differ. */
function changed(
  before: Map<string, number>,
  after: Map<string, number>,
): { places: number; differing: string[]; moves: number[] } {
  const both = [...before].filter(([place]) => after.has(place));
  const moves = both.map(([place, value]) => after.get(place)! - value);
  return { places: both.length, differing: both.filter((_, i) => moves[i] !== 0).map(([place]) => place), moves };
}

/** The people of whose cells all have changed, seen by someone who knows everybody's open facts. */
function named(differing: readonly string[], variant: 'mentee' | 'mentor'): Person[] {
  const groups = differing
    .map((place) => JSON.parse(place) as [string, string, string[], Record<string, string>])
    .filter(([measure, own, breakdown]) => measure === 'parity' && own === variant && !breakdown.includes('demo_gender'))
    .map(([, , , group]) => group);
  return ROSTER.filter((person) => groups.every((group) => truthOf([person], group, variant).people === 1));
}

/** One person's record comes late. */
function late(at: number): Person[] {
  return ROSTER.map((person, i) => (i === at ? { ...person, mentee: 'yes' } : person));
}
const LATE = ROSTER.findIndex(({ mentee, open }) => mentee === 'no' && open['level'] === '3');

describe('a restatement with one late record', () => {
  const [first, second] = [ready(ROSTER), ready(late(LATE))];

  it('names the person where noise is kept while nothing changes', () => {
    const { differing } = changed(drawsOf(drawn(first, 'same')), drawsOf(drawn(second, 'same')));
    const suspects = named(differing, 'mentee');
    expect(differing.length).toBeGreaterThan(0);
    expect(suspects).toContain(ROSTER[LATE]);
    expect(suspects.length).toBeLessThan(10);
  });

  it('changes all draws alike, whoever it is about', () => {
    const hits: number[] = [];
    for (let key = 0; key < KEYS; key += 1) {
      const { places, differing, moves } = changed(drawsOf(drawn(first, `a${key}`)), drawsOf(drawn(second, `b${key}`)));
      hits.push(1 - differing.length / places);
      expect(moments(moves).variance).toBeGreaterThan(9);
    }
    expect(moments(hits).mean).toBeLessThan(0.11);
  });

  it('ranks the person no better than the noise allows', () => {
    const ranks: number[] = [];
    for (let key = 0; key < KEYS; key += 1) {
      const scores = growth(drawsOf(drawn(first, `a${key}`)), drawsOf(drawn(second, `b${key}`)));
      ranks.push(scores.filter((score) => score > scores[LATE]!).length / ROSTER.length);
    }
    expect(moments(ranks).mean).toBeGreaterThan(0.15);
    expect(ranks.filter((rank) => rank === 0).length / KEYS).toBeLessThan(0.1);
  });
});

/** By person: how much the open cells that hold them have grown, each once. */
function growth(before: Map<string, number>, after: Map<string, number>): number[] {
  const scores = ROSTER.map(() => 0);
  for (const [place, value] of before) {
    const [measure, variant, breakdown, group] = JSON.parse(place) as [string, string, string[], Record<string, string>];
    const now = after.get(place);
    if (measure !== 'parity' || variant !== 'mentee' || breakdown.includes('demo_gender') || now === undefined) continue;
    ROSTER.forEach((person, i) => {
      if (truthOf([person], group, 'mentee').people === 1) scores[i]! += now - value;
    });
  }
  return scores;
}

describe('a changed definition and the same data', () => {
  it('draws everything anew', () => {
    const same = ready(ROSTER);
    expect(changed(drawsOf(drawn(same, 'v1')), drawsOf(drawn(same, 'v1'))).differing).toEqual([]);
    const { places, differing, moves } = changed(drawsOf(drawn(same, 'v1')), drawsOf(drawn(same, 'v2')));
    expect(differing.length / places).toBeGreaterThan(0.8);
    expect(Math.abs(moments(moves).variance / 18 - 1)).toBeLessThan(0.35);
  });
});

describe('the same base with an empty counted set in many measures', () => {
  it('has other noise for every question', () => {
    const nobody = ready(ROSTER.map((person) => ({ ...person, mentee: 'no', mentor: 'no' })));
    const noise = { mentee: [] as number[], mentor: [] as number[] };
    for (let key = 0; key < KEYS; key += 1) {
      const draws = drawsOf(drawn(nobody, `empty${key}`));
      for (const [place, value] of draws) {
        const [measure, variant, breakdown, group, name] = JSON.parse(place) as [
          string,
          'mentee' | 'mentor',
          string[],
          Record<string, string>,
          string,
        ];
        if (measure !== 'parity' || name !== 'participants' || breakdown.includes('demo_gender')) continue;
        const twin = draws.get(JSON.stringify([measure, variant === 'mentee' ? 'mentor' : 'mentee', breakdown, group, name]));
        if (variant === 'mentee' && twin !== undefined) {
          noise.mentee.push(value);
          noise.mentor.push(twin);
        }
      }
    }
    const count = noise.mentee.length;
    expect(count).toBeGreaterThan(1000);
    expect(Math.abs(correlation(noise.mentee, noise.mentor))).toBeLessThan(4.5 / Math.sqrt(count));
    expect(noise.mentee.filter((value, i) => value === noise.mentor[i]).length / count).toBeLessThan(0.12);
  });

  it('shows an exact zero as often as chance has it, in every group size', () => {
    const nobody = ready(ROSTER.map((person) => ({ ...person, mentee: 'no' })));
    const zeros: number[] = [];
    for (let key = 0; key < KEYS; key += 1)
      for (const [place, value] of drawsOf(drawn(nobody, `zero${key}`)))
        if (place.includes('"parity","mentee"') && place.includes('"participants"') && !place.includes('demo_gender'))
          zeros.push(value);
    const chance = hitChance(3);
    const share = zeros.filter((value) => value === 0).length / zeros.length;
    expect(Math.abs(share - chance)).toBeLessThan(4.5 * Math.sqrt((chance * (1 - chance)) / zeros.length));
    expect(zeros.filter((value) => value < 0).length / zeros.length).toBeGreaterThan(0.38);
  });
});

describe('a noise level that changes between releases', () => {
  const [three, four] = [ready(ROSTER), ready(ROSTER, 4)];
  /** What the step of the noise level does to a draw, in every cell of both. */
  const steps = (before: string, after: string): number[] =>
    changed(drawsOf(drawn(three, before)), drawsOf(drawn(four, after))).moves;

  it('gives the truth away where the noise is the other one stretched', () => {
    // Noise e at level 3 is about 4e/3 at level 4: the step tells e, and e the truth.
    expect(moments(steps('same', 'same')).variance).toBeLessThan(2);
  });

  it('draws independent noise, since the level is part of what names a release', () => {
    const moves = Array.from({ length: KEYS }, (_, key) => steps(`three${key}`, `four${key}`)).flat();
    expect(Math.abs(moments(moves).variance / 25 - 1)).toBeLessThan(0.1);
  });
});

describe('a constant cell', () => {
  it('has the noise of every other', () => {
    const noise: number[] = [];
    const everybody = ready(ROSTER.map((person) => ({ ...person, mentee: 'yes' })));
    for (let key = 0; key < KEYS; key += 1)
      for (const table of drawn(everybody, `constant${key}`)) {
        if (table.measure !== 'parity' || table.variant !== 'mentee' || table.special) continue;
        for (const cell of table.cells)
          if (cell.status === 'shown') noise.push(cell.drawn['participants']!.value - cell.drawn['eligible']!.value);
      }
    const { mean, variance, count } = moments(noise);
    expect(Math.abs(mean)).toBeLessThan((4.5 * 3) / Math.sqrt(count));
    expect(Math.abs(variance / 9 - 1)).toBeLessThan(4.5 * Math.sqrt(2 / count));
  });
});

describe('a secret base just below and at k', () => {
  /** Two categories: the one that is tested, with so many holders, and one that always holds many. */
  const withHolders = (holders: number): StatisticRelease => {
    let left = holders;
    const everyone = ROSTER.map((person): Person => ({ ...person, special: { demo_gender: left-- > 0 ? 'f' : 'm' } }));
    return ready(everyone).statistics;
  };

  const isTested = ({ measure, variant, breakdown }: StatisticTable): boolean =>
    measure === 'parity' && variant === 'mentee' && (breakdown.join() === 'demo_gender' || breakdown.length === 0);

  it('is shown by its drawn value alone, almost never below k', () => {
    const shown = (holders: number): number => {
      const statistics = withHolders(holders);
      const few = statistics.tables.filter(isTested);
      let count = 0;
      for (let key = 0; key < 400; key += 1) {
        const secret = { key: new Uint8Array(32).fill(9), release: `base${key}` };
        const tables = protect({ ...statistics, tables: few }, STANDARD_POLICY, secret);
        const table = tables.find(({ measure, variant, special }) => special && measure === 'parity' && variant === 'mentee')!;
        const cell = table.cells.find(({ group }) => group['demo_gender'] === 'f')!;
        if (cell.status !== 'shown') continue;
        count += 1;
        expect(cell.drawn['participants']!.value + cell.drawn['nonParticipants']!.value).toBeGreaterThanOrEqual(19);
      }
      return count / 400;
    };
    const [nine, ten, nineteen] = [shown(9), shown(10), shown(19)];
    expect(nine).toBeLessThan(0.04);
    expect(Math.abs(ten - nine)).toBeLessThan(0.05);
    expect(Math.abs(nineteen - 0.55)).toBeLessThan(0.12);
  });
});

describe('a suppressed cell', () => {
  it('has no finer cell that is shown, in organisations of any size', () => {
    for (const size of [30, 60, 120, 300, 700]) {
      const everyone = people(size, size);
      const tables = drawn(prepared({ everyone, plan: WHO }), `finer${size}`);
      for (const variant of ['mentee', 'mentor'] as const) {
        const cells = tables
          .filter((table) => table.measure === 'parity' && table.variant === variant)
          .flatMap((table) => table.cells);
        const hidden = cells.filter(({ status }) => status === 'suppressed').map(({ group }) => Object.entries(group));
        const finer = cells.filter(
          ({ status, group }) =>
            status === 'shown' && hidden.some((above) => above.every(([key, value]) => within(group[key], value))),
        );
        expect(finer).toEqual([]);
      }
    }
  });
});

const within = (value: string | undefined, above: string): boolean =>
  value === above || (value?.startsWith(`${above}/`) ?? false);
