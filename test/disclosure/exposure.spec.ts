import { describe, expect, it } from '@jest/globals';
import { evidenceOf, exposure, exposureKnowing, type Evidence } from '../../api/src/disclosure/index.js';
import { STANDARD_POLICY } from '../../api/src/kernel/index.js';
import { type Chance, chance } from './support/chance.js';
import { isIn, organisation, releaseOf } from './support/organisation.js';
import { type Population, POPULATIONS, readPopulation } from './support/published.js';

/** Open cells with the same people are one draw; a special cell is two. */
function evidenceIn({ cells }: Population, noise: number, releases: number): Evidence[] {
  const open = new Set<string>();
  return cells.flatMap(({ special, shown, people }) => {
    const name = people.join();
    if (!shown || (!special && open.has(name))) return [];
    if (!special) open.add(name);
    return Array.from({ length: (special ? 2 : 1) * releases }, () => ({ people, noise }));
  });
}

function percentile(values: Float64Array, share: number): number {
  const sorted = values.toSorted();
  const at = (sorted.length - 1) * share;
  const lower = sorted[Math.floor(at)]!;
  return lower + (at - Math.floor(at)) * (sorted[Math.ceil(at)]! - lower);
}

(POPULATIONS.length > 0 ? describe : describe.skip)('exposure of the published populations', () => {
  it.each(POPULATIONS)('agrees within 0.000002: %s', (file) => {
    const example = readPopulation(file);
    for (const [name, expected] of Object.entries(example.expected)) {
      const [noise, releases] = /noise level ([\d.]+), (\d+) release/.exec(name)!.slice(1).map(Number) as [number, number];
      const { each, greatest, mean, exact } = exposure(evidenceIn(example, noise, releases), example.people);
      expect(exact).toBe(true);
      const found = [mean, percentile(each, 0.99), greatest, ...each.slice(0, 10)];
      const wanted = [expected.mean, expected.p99, expected.greatest, ...expected.firstTen];
      for (const [i, value] of found.entries()) expect(Math.abs(value - wanted[i]!)).toBeLessThan(2e-6);
    }
  });
});

/** (I/v + SᵀWS)⁻¹ by plain elimination, as the definition says it. */
function byDefinition(evidence: readonly Evidence[], people: number, known: readonly number[] = []): number[] {
  const unknown = [...Array(people).keys()].filter((person) => !known.includes(person));
  const place = new Map(unknown.map((person, i) => [person, i]));
  const rows = unknown.map((_, i) => unknown.map((__, j) => (i === j ? 4 : 0)));
  for (const { people: members, noise } of evidence) {
    const inside = Array.from(members).flatMap((person) => place.get(person) ?? []);
    for (const i of inside) for (const j of inside) rows[i]![j]! += 1 / noise ** 2;
  }
  const result = new Array<number>(people).fill(0);
  for (const [i, variance] of inverse(rows).entries()) result[unknown[i]!] = 1 - 4 * variance[i]!;
  return result;
}

function inverse(matrix: number[][]): number[][] {
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (const [k, pivotRow] of rows.entries()) {
    const pivot = pivotRow[k]!;
    for (const [j, value] of pivotRow.entries()) pivotRow[j] = value / pivot;
    for (const row of rows) {
      const factor = row === pivotRow ? 0 : row[k]!;
      if (factor !== 0) for (const [j, value] of pivotRow.entries()) row[j]! -= factor * value;
    }
  }
  return rows.map((row) => row.slice(matrix.length));
}

function randomEvidence(random: Chance, people: number, draws: number): Evidence[] {
  return Array.from({ length: draws }, () => {
    const share = random() ** 2;
    return { people: [...Array(people).keys()].filter(() => random() < share), noise: 1 + 3 * random() };
  });
}

describe('exposure', () => {
  it.each([
    [40, 12],
    [30, 90],
    [60, 60],
  ])('is what the definition says: %d people, %d draws', (people, draws) => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const evidence = randomEvidence(chance(seed), people, draws);
      const { each, greatest } = exposure(evidence, people);
      const wanted = byDefinition(evidence, people);
      for (const [i, value] of each.entries()) expect(value).toBeCloseTo(wanted[i]!, 9);
      expect(greatest).toBeCloseTo(Math.max(...wanted), 9);
    }
  });

  it('of somebody about whom nothing is drawn is 0, and of one alone v ÷ (v + ν²)', () => {
    const { each } = exposure([{ people: [1], noise: 3 }], 3);
    expect([...each]).toEqual([0, expect.closeTo(0.25 / 9.25, 12), 0]);
  });

  it('counts draws about the same people together, and does not depend on their order', () => {
    const evidence = randomEvidence(chance(3), 25, 20);
    const twice = exposure([...evidence, ...evidence].reverse(), 25).each;
    const stronger = exposure(
      evidence.map(({ people, noise }) => ({ people, noise: noise / Math.SQRT2 })),
      25,
    ).each;
    for (const [i, value] of twice.entries()) expect(value).toBeCloseTo(stronger[i]!, 10);
  });

  it('found by probes is the greatest within 0.01', () => {
    for (const seed of [1, 2, 3]) {
      const { people, evidence } = told(seed, 240);
      const exactly = exposure(evidence, people);
      const probed = exposure(evidence, people, undefined, 0);
      expect([exactly.exact, probed.exact]).toEqual([true, false]);
      expect(Math.abs(probed.greatest - exactly.greatest)).toBeLessThan(0.01);
      expect(Math.abs(probed.mean - exactly.mean)).toBeLessThan(0.02);
    }
  });

  it('to one who knows all others of a group is what the definition says without their columns', () => {
    const evidence = randomEvidence(chance(8), 20, 25);
    const groups = [
      [0, 1, 2, 3],
      [7, 9],
      [4, 11, 15, 16, 18],
    ];
    const wanted = groups.flatMap((group) =>
      group.map(
        (one) =>
          byDefinition(
            evidence,
            20,
            group.filter((other) => other !== one),
          )[one]!,
      ),
    );
    expect(exposureKnowing(evidence, 20)(groups)).toBeCloseTo(Math.max(...wanted), 9);
  });
});

function told(seed: number, size: number): { people: number; evidence: readonly Evidence[] } {
  const people = organisation(chance(seed), size);
  const members = (group: Parameters<typeof isIn>[1]): number[] =>
    people.people.filter((person) => isIn(person, group)).map(({ id }) => id);
  const evidence = evidenceOf(
    releaseOf(people, { year: true }),
    STANDARD_POLICY,
    { key: new Uint8Array(32), release: `${seed}` },
    members,
  );
  return { people: size, evidence: evidence.get('mentees')! };
}

describe('the evidence of a release', () => {
  const people = organisation(chance(4), 150);
  const members = (group: Parameters<typeof isIn>[1]): number[] =>
    people.people.filter((person) => isIn(person, group)).map(({ id }) => id);
  const secret = { key: new Uint8Array(32), release: 'r' };
  const of = (options: Parameters<typeof releaseOf>[1]) =>
    evidenceOf(releaseOf(people, options), STANDARD_POLICY, secret, members);

  it('names the subject and every special value, and nothing else', () => {
    const subjects = [...of({}).keys()];
    expect(subjects).toContain('mentees');
    expect(subjects.filter((subject) => subject !== 'mentees').every((subject) => /^demo_\w+=d\d$/.test(subject))).toBe(true);
  });

  it('counts two draws of a special cell, and further numbers of the subject each once', () => {
    const precision = (options: Parameters<typeof releaseOf>[1], size: number): number =>
      of(options)
        .get('mentees')!
        .filter(({ people: set }) => set.length === size)
        .reduce((sum, { noise }) => sum + 9 / noise ** 2, 0);
    expect(precision({}, 150)).toBeCloseTo(1);
    expect(precision({ draws: 4 }, 150)).toBeCloseTo(4);
    const carers = members({ demo_care: 'd0' }).length;
    expect(precision({}, carers)).toBeCloseTo(2);
  });

  it('counts one measure that asks the same as another only once', () => {
    const release = releaseOf(people);
    const twice = { ...release, tables: [...release.tables, ...releaseOf(people, { measure: 'parity' }).tables] };
    const once = exposure(evidenceOf(release, STANDARD_POLICY, secret, members).get('mentees')!, 150).each;
    expect(exposure(evidenceOf(twice, STANDARD_POLICY, secret, members).get('mentees')!, 150).each).toEqual(once);
  });

  it('does not depend on whether somebody takes part, but where a base of theirs was drawn near its threshold', () => {
    const flipped = {
      ...people,
      people: people.people.map((person, i) => (i % 7 === 0 ? { ...person, mentee: !person.mentee } : person)),
    };
    const release = { ...releaseOf(people), tables: releaseOf(people).tables.filter(({ special }) => !special) };
    const other = { ...releaseOf(flipped), tables: releaseOf(flipped).tables.filter(({ special }) => !special) };
    expect(evidenceOf(other, STANDARD_POLICY, secret, members)).toEqual(evidenceOf(release, STANDARD_POLICY, secret, members));
  });
});
