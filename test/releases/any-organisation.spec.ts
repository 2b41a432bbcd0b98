import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../../api/src/kernel/index.js';
import { attack } from '../../api/src/disclosure/index.js';
import { cohortOf, releaseOf, SETTINGS } from './cohort-in-memory.js';
import { invented } from './invented.js';

const runs = Number(process.env.RUNS ?? 12);
const first = Number(process.env.SEED ?? 1);

describe('an organisation of any shape', () => {
  it.each(Array.from({ length: runs }, (_, at) => at + first))(
    'number %i has a quarter and a year’s end that withstand the attack',
    (seed) => {
      const people = invented(seed);
      for (const period of ['2025-Q3', '2025-Q4']) {
        const file = releaseOf(cohortOf(people, SETTINGS, period), seed);
        expect(attack([JSON.parse(canonicalJson(file))]).findings).toEqual([]);
      }
    },
  );

  it('has the same release in whatever order the database returns its rows', () => {
    const cohort = cohortOf(invented(7), SETTINGS);
    const turned = {
      ...cohort,
      people: [...cohort.people].reverse(),
      menteeMonths: [...cohort.menteeMonths].reverse(),
      menteeTrackMonths: [...cohort.menteeTrackMonths].reverse(),
    };
    expect(releaseOf(turned, 7)).toEqual(releaseOf(cohort, 7));
  });
});
