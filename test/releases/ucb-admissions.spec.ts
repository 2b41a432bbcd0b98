import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { STANDARD_POLICY } from '../../api/src/kernel/index.js';
import { DEFAULT_PLAN } from '../../api/src/governance/index.js';
import { releasedTables, statisticTables } from '../../api/src/releases/assemble.js';
import { oddsRatioHomogeneity } from '../../api/src/statistics/index.js';
import { cohortOf, SETTINGS, type Somebody } from './cohort-in-memory.js';

/** R's UCBAdmissions: admitted and rejected men, admitted and rejected women, by department. */
const DEPARTMENTS = {
  A: [512, 313, 89, 19],
  B: [353, 207, 17, 8],
  C: [120, 205, 202, 391],
  D: [138, 279, 131, 244],
  E: [53, 138, 94, 299],
  F: [22, 351, 24, 317],
} as const;
const KEYS = 200;

/** Applicants as people, departments as levels, admission as taking part. */
const people = Object.entries(DEPARTMENTS).flatMap(([level, [menIn, menOut, womenIn, womenOut]]) =>
  [
    { count: menIn, gender: 'm', mentee: 'yes' as const },
    { count: menOut, gender: 'm', mentee: 'no' as const },
    { count: womenIn, gender: 'f', mentee: 'yes' as const },
    { count: womenOut, gender: 'f', mentee: 'no' as const },
  ].flatMap(({ count, gender, mentee }) =>
    Array.from({ length: count }, (): Somebody => ({
      team: 'all',
      level,
      location: 'here',
      tenure: '0-1',
      special: { demo_gender: gender },
      mentee,
      mentor: 'no',
      minutes: [],
      track: 'a',
    })),
  ),
);

describe('admission to Berkeley, 1973, as taking part by gender within departments', () => {
  const cohort = cohortOf(people, SETTINGS);
  const policy = { ...STANDARD_POLICY, noiseLevel: 2.5 };
  const tables = statisticTables(cohort, DEFAULT_PLAN, policy, () => undefined).filter(
    ({ contract, variant }) => contract.key === 'parity_adjusted' && variant.key === 'mentee',
  );

  it('is not the same in all departments, before any noise', () => {
    const strata = Object.values(DEPARTMENTS).map(([menIn, menOut, womenIn, womenOut]) => ({
      exposedEvents: womenIn,
      exposedNonEvents: womenOut,
      unexposedEvents: menIn,
      unexposedNonEvents: menOut,
    }));
    const found = oddsRatioHomogeneity({ strata });
    expect(found.kind === 'estimated' && found.value.pValue).toBeLessThan(0.01);
  });

  it(`gives no pooled headline for more than half of ${KEYS} disclosure keys`, () => {
    const women = Array.from({ length: KEYS }, (_, seed) => {
      const secret = { key: createHash('sha256').update(`key ${seed}`).digest(), release: 'berkeley' };
      const released = releasedTables(cohort, tables, policy, secret);
      const byGender = released.find(({ breakdown }) => breakdown.join() === 'demo_gender');
      const cell = byGender?.cells.find(({ group }) => group.demo_gender === 'f');
      return cell?.status === 'shown' ? cell.values : {};
    });
    const withheld = women.filter(
      ({ pooling, oddsRatio }) =>
        pooling === 'heterogeneous' && typeof oddsRatio === 'object' && oddsRatio.reason === 'heterogeneous',
    );
    process.stdout.write(`pooled headline withheld for ${((100 * withheld.length) / KEYS).toFixed(1)} % of ${KEYS} keys\n`);
    expect(withheld.length).toBeGreaterThan(KEYS / 2);
    for (const { pooling, oddsRatio } of women)
      if (pooling !== 'heterogeneous')
        expect([typeof oddsRatio, pooling]).toContain(pooling === 'pooled' ? 'number' : 'notTested');
  });
});
