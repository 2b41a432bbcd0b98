import { describe, expect, it } from '@jest/globals';
import { parsePeriod, type Cohort } from '../../api/src/kernel/index.js';
import { MEASURES } from '../../api/src/measures/index.js';

/** The attack takes one name in a variant for one question, whatever measure shows it; so it has to be one. */

const numbers = new Proxy<Record<string, number>>({}, { get: () => 400 });
const cohort: Cohort = {
  period: parsePeriod('2026-Q3'),
  dimensions: [],
  people: [{ open: {}, special: {}, count: 400, xorHigh: 1, xorLow: 2, mentee: 'yes', mentor: 'yes' }],
  menteeMonths: [],
  menteeTrackMonths: [],
  doseLimit: 240,
  sessionsCollected: true,
  tallies: new Proxy<Cohort['tallies']>({}, { get: () => [{ open: {}, special: {}, secret: {}, numbers }] }),
  cases: {},
  settings: { mentorLoadCap: 3, reliability: 0.8 },
};

/** The organisation's own count of who takes part holds `closed` relationships too: the one exception, known to the attack. */
const isOwnCount = (measure: string): boolean => measure === 'participation';

/** Every drawn statistic of every measure, for the whole organisation: by variant and name, which question it asks. */
const asked = MEASURES.filter(({ key }) => !isOwnCount(key)).flatMap((contract) =>
  contract.variants.flatMap((variant) => {
    const table = contract.tableOf(cohort, variant, { breakdown: [], depths: [] }, { minimumOpen: 5, minimumSpecialBase: 5 });
    return Object.entries(table?.cells[0]?.statistics ?? {}).map(([name, { question, columnsOf, sensitivity }]) => ({
      name: `${variant.key} ${name}`,
      question: JSON.stringify([question, columnsOf, sensitivity]),
    }));
  }),
);

describe('one name in a variant', () => {
  it('is one question in all measures', () => {
    const questions = new Map<string, Set<string>>();
    for (const { name, question } of asked) questions.set(name, (questions.get(name) ?? new Set()).add(question));
    expect(asked.length).toBeGreaterThan(100);
    expect([...questions].filter(([, all]) => all.size > 1)).toEqual([]);
  });
});
