import { describe, expect, it } from '@jest/globals';
import { checkContract, EXAMPLE_GROUND } from './contract.js';
import { MEASURES } from './registry.js';

describe('a contract', () => {
  it.each([
    ['notFor', { notFor: [] }],
    ['notFor', { notFor: [' '] }],
    ['counterMeasure', { counterMeasure: '' }],
    ['question', { question: ' ' }],
    ['variants', { variants: [] }],
    ['primary', { primary: 'nothing of the kind' }],
    ['necessary', { necessary: 'nothing of the kind' }],
  ])('is refused at start without %s', (lacking, change) => {
    expect(() => checkContract({ ...MEASURES[0]!, ...change })).toThrow(lacking);
  });

  it.each(MEASURES.map((contract) => [contract.key, contract] as const))('of %s says everything in words', (_key, contract) => {
    for (const text of [
      contract.question,
      contract.population,
      contract.numerator,
      contract.denominator,
      contract.interval,
      contract.source,
    ])
      expect(text.length).toBeGreaterThan(10);
    expect(contract.method).toBe(`${contract.key}/1`);
  });

  it.each(MEASURES.map((contract) => [contract.key, contract] as const))(
    'of %s describes every value that its tables derive',
    (_key, contract) => {
      const shapes = [
        { breakdown: [], special: false },
        { breakdown: ['level'], special: false },
        { breakdown: ['demo_gender'], special: true },
      ];
      const described = contract.values.map(({ key }) => key);
      const drawn = contract.drawn.map(({ key }) => key);
      for (const [shape, variant] of shapes.flatMap((shape) => contract.variants.map(({ key }) => [shape, key] as const))) {
        const derived = contract.derivedOf(shape, EXAMPLE_GROUND, variant);
        expect(described).toEqual(expect.arrayContaining(Object.keys(derived)));
        expect(derived).toHaveProperty([contract.necessary]);
        for (const { of } of Object.values(derived))
          for (const name of of) expect([...drawn, ...Object.keys(derived)]).toContain(name);
      }
    },
  );

  it('stands in the order of the file', () => {
    const keys = MEASURES.map(({ key }) => key);
    expect(keys).toEqual([...keys].sort());
  });
});
