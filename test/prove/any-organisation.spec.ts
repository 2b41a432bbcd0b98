import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../../api/src/kernel/index.js';
import { attack } from '../../api/src/disclosure/index.js';
import { cohortOf, releaseOf, SETTINGS } from '../releases/cohort-in-memory.js';
import { invented } from '../releases/invented.js';

/** The long form of `test/releases/any-organisation.spec.ts`: other organisations, and four quarters of each with their history. */
describe('an organisation of any shape, quarter after quarter', () => {
  it.each(Array.from({ length: 60 }, (_, at) => at + 10_000))(
    'number %i withstands the attack with all that came before',
    (seed) => {
      const history: unknown[] = [];
      for (const period of ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']) {
        const people = invented(seed).filter((_, at) => (at + Number(period.at(-1))) % 29 !== 0);
        history.push(JSON.parse(canonicalJson(releaseOf(cohortOf(people, SETTINGS, period), seed * 10 + Number(period.at(-1))))));
        expect(attack(history).findings).toEqual([]);
      }
    },
  );
});
