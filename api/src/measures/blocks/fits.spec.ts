import { describe, expect, it } from '@jest/globals';
import type { CaseRow } from '../../kernel/index.js';
import { adjustedDifference, hazardRatio, weightedDifference } from './fits.js';

const row = (person: number, numbers: Record<string, number>, level = '1'): CaseRow => ({
  person,
  secret: {},
  numbers,
  labels: { level },
});

/** Two levels: at the higher one everybody is promoted twice as fast, and most are mentored; mentoring itself does nothing. */
const unequal = [0, 1, 2, 3].flatMap((kind) => {
  const [level, mentored] = [kind >> 1, kind & 1];
  const n = level === mentored ? 90 : 30;
  return Array.from({ length: n }, (_, i) =>
    row(
      1000 * kind + i,
      { mentored, stepped: i % 3 === 0 ? 0 : 1, start: 0, stop: (10 + (i % 29)) * (2 - level) },
      String(level),
    ),
  );
});

describe('a fit as it goes into protection', () => {
  it('is adjusted for labels', () => {
    const crude = hazardRatio(unequal, []).estimate.value;
    const adjusted = hazardRatio(unequal, ['level']).estimate.value;
    expect(crude).toBeGreaterThan(0.3);
    expect(Math.abs(adjusted)).toBeLessThan(0.15);
  });

  it('leaves out where nobody steps up, instead of counting that time among the others\u2019', () => {
    const still = Array.from({ length: 200 }, (_, i) =>
      row(9000 + i, { mentored: i < 20 ? 1 : 0, stepped: 0, start: 0, stop: 60 }, '9'),
    );
    const without = hazardRatio(unequal, ['level']).estimate.value;
    expect(hazardRatio([...unequal, ...still], ['level']).estimate.value).toBeCloseTo(without, 10);
  });

  it('brings every person\u2019s change, once each however many intervals they have', () => {
    const twice = unequal.map((one) => ({ ...one, person: one.person % 60 }));
    expect(hazardRatio(unequal, ['level']).estimate.changes).toHaveLength(240);
    expect(hazardRatio(twice, ['level']).estimate.changes).toHaveLength(60);
  });

  it('leaves out where nobody can be compared', () => {
    const outcomes = unequal.map((one) => ({ ...one, numbers: { ...one.numbers, stepped: one.labels.level === '1' ? 1 : 0 } }));
    const alone = Array.from({ length: 40 }, (_, i) => row(9000 + i, { mentored: 1, stepped: 1 }, '2'));
    expect(weightedDifference(outcomes, ['level']).estimate.value).toBeCloseTo(0, 10);
    expect(weightedDifference([...outcomes, ...alone], ['level']).estimate.value).toBeCloseTo(0, 10);
  });

  it('is the difference at equal covariates', () => {
    const rows = Array.from({ length: 40 }, (_, i) =>
      row(i, { mentored: i % 2, before: 3 * i, change: 4 * (i % 2) - i + (i % 3 === 0 ? 0.5 : -0.25) }),
    );
    expect(adjustedDifference(rows, ['before'], 'change').estimate.value).toBeCloseTo(4, 0);
  });

  it.each([
    ['nobody', []],
    ['one arm alone', unequal.filter(({ numbers }) => numbers.mentored === 1)],
    ['no step at all', unequal.map((one) => ({ ...one, numbers: { ...one.numbers, stepped: 0 } }))],
  ])('says no more than that it does not know, of %s', (_name, rows) => {
    expect(hazardRatio(rows, ['level'])).toMatchObject({ estimate: { value: 0 }, logError: { value: 0 } });
    expect(weightedDifference(rows, ['level'])).toMatchObject({ estimate: { value: 0 }, logError: { value: Math.log(0.5) } });
  });
});
