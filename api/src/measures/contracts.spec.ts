import { describe, expect, it } from '@jest/globals';
import { share } from './blocks/cases.js';
import { checkContract, checkContracts, EXAMPLE_GROUND } from './contract.js';
import { MEASURES } from './registry.js';
import { tallied } from './tallied.js';

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

  it.each([
    ['a value', { values: [...MEASURES[0]!.values, MEASURES[0]!.values[0]!] }, MEASURES[0]!.values[0]!.key],
    ['a drawn statistic', { drawn: [...MEASURES[0]!.drawn, MEASURES[0]!.drawn[0]!] }, MEASURES[0]!.drawn[0]!.key],
    ['a name that no field can have', { field: 'not-a-field' }, 'not-a-field'],
  ])('is refused at start with %s that would hide another', (_what, change, named) => {
    expect(() => checkContract({ ...MEASURES[0]!, ...change })).toThrow(named);
  });

  it('is refused at start beside another of the same key, or of the same field', () => {
    const [one, two] = [MEASURES[0]!, MEASURES[1]!];
    expect(() => checkContracts([one, two, { ...two, key: one.key }])).toThrow(one.key);
    expect(() => checkContracts([one, two, { ...two, key: 'another', field: one.field }])).toThrow(one.field);
    expect(checkContracts([one, two])).toHaveLength(2);
  });

  it('is refused where one variant lists a value twice; variants may share them', () => {
    const { populations: _1, drawn: _2, values: _3, derivedOf: _4, tableOf: _5, ...words } = MEASURES[0]!;
    const values = share({ key: 'share', label: 'Share', yes: ['yes'], no: ['no'] });
    const tally = { population: 'endings', columnsOf: 'mentee', draws: [], bases: [] } as const;
    expect(() => tallied(words, () => ({ ...tally, values: [...values, values[0]!] }))).toThrow('share');
    expect(() => tallied(words, () => ({ ...tally, values }))).not.toThrow();
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
