import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bannedIn } from './banned.js';
import { formulaInWords } from './formulas.js';
import { type EstimateFinding, estimateSentence, estimateTitle, type Spoken } from './rates.js';
import { CLAUSES_WRITTEN, fillClause, knownClause, openClause } from './speech.js';

/** Words that would say more than a comparison of groups can. */
const CAUSES = /\b(causes?|caused|because of mentoring|thanks to|boosts?|improves?|due to)\b/i;
const places = { v: '12\u00a0%', who: 'level 2 engineers', ofWho: 'of level 2 engineers', label: 'A value', negative: false };
const words = (text: string): number => text.split(' ').length;
const english = CLAUSES_WRITTEN.map((clause) => [clause[0], clause] as const);

describe('the clause of a value', () => {
  it.each(english)('%s: is clean, short and names no cause', (_, clause) => {
    for (const negative of [false, true]) {
      const filled = fillClause(clause, { ...places, negative });
      expect(filled).not.toMatch(/[{}|]/);
      expect(bannedIn(filled)).toEqual([]);
      expect(filled).not.toMatch(CAUSES);
      expect(words(filled.replace('level 2 engineers', 'engineers'))).toBeLessThanOrEqual(20);
    }
  });

  it.each(english.filter(([says]) => says.includes('{side,') || says.includes('{v} times')))(
    '%s: can be told without a direction',
    (_, clause) => {
      const open = openClause(clause, places);
      expect(open).not.toMatch(/[{}]|about|times/);
      expect(open).toMatch(/ or | other | another /);
    },
  );
});

describe('every measure', () => {
  it('has a clause of its own for what answers its question', async () => {
    const { MEASURES } = await import('../../../api/src/measures/index.js');
    const { EXAMPLE_GROUND } = await import('../../../api/src/measures/contract.js');
    const silent = MEASURES.flatMap((measure) =>
      measure.variants.flatMap(({ key }) => {
        const derived = measure.derivedOf({ breakdown: [], special: false }, EXAMPLE_GROUND, key);
        const value =
          measure.primary in derived ? measure.primary : measure.values.find((one) => `${one.key}Lower` in derived)?.key;
        return value === undefined || knownClause(measure.key, key, value, true) !== null
          ? []
          : [`${measure.key}:${key}/${value}`];
      }),
    );
    expect(silent).toEqual([]);
  });
});

describe('the title of a measure', () => {
  it('has at most fifteen words, also where it claims no direction', async () => {
    const { MEASURES } = await import('../../../api/src/measures/index.js');
    const long = MEASURES.flatMap((measure) =>
      measure.variants.flatMap(({ key: variant }) =>
        [-0.5, 2].flatMap((value) => {
          const spoken = {
            measure: measure.key,
            variant,
            variantLabel: '',
            value: measure.primary,
            valueLabel: 'A value',
            format: 'ratio',
          };
          const titles = [
            estimateTitle({ group: [], value, lower: value - 0.01, upper: value + 0.01 }, spoken),
            estimateTitle({ group: [], value, lower: -9, upper: 9 }, spoken),
          ];
          return titles.filter((title) => words(title) > 15);
        }),
      ),
    );
    expect(long).toEqual([]);
  });
});

describe('the sentence of an estimate', () => {
  const spoken: Spoken = {
    measure: 'skill_change', variant: 'checked', variantLabel: '', value: 'change', valueLabel: 'Mean change', format: 'points',
  }; // prettier-ignore

  it('never says that something rose or fell where the interval holds zero', () => {
    const end = fc.double({ min: -30, max: 30, noNaN: true });
    fc.assert(
      fc.property(end, end, end, (a, b, c) => {
        const [lower, value, upper] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        const finding: EstimateFinding = { group: [], value, lower, upper };
        const open = lower <= 0 && upper >= 0;
        for (const text of [estimateSentence(finding, spoken), estimateTitle(finding, spoken)])
          expect(/\b(rose|fell) by\b/.test(text)).toBe(!open);
      }),
    );
  });
});

describe('formulas', () => {
  it('have words for every one that a release may name', async () => {
    const { FORMULAS } = await import('../../../api/src/kernel/index.js');
    for (const formula of FORMULAS) expect([formula, formulaInWords(formula)]).not.toEqual([formula, formula]);
  });
});
