import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Cohort, STANDARD_POLICY } from '../../api/src/kernel/index.js';
import { DisclosureRefusal, protect } from '../../api/src/disclosure/index.js';
import { exactly, exactTable, figures, organisation } from './support/organisation.js';

const people = `
  person_id,effective_from,hired_on,level
  ${['ana', 'bea', 'cal', 'dov', 'eli'].map((id, at) => `${id},2020-01-01,2020-01-01,${at % 2}`).join('\n')}`;

const tracks = `
  track_id,name,owner_id,started_on,ended_on
  craft,Craft,ana,,
  lead,Leading,,2025-09-30,
  old,Old,,2020-01-01,2025-07-01
  gone,Gone,,2020-01-01,2025-06-30
  next,Next,,2025-10-01,`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks } }))('2025-Q3');
});

const SECRET = { key: new Uint8Array(32).fill(1), release: 'r' };

describe('who answers for each track', () => {
  // Three ran on a day of the quarter: craft has an owner, lead began on the last day, old ended on the first.
  it('is nobody for two of three', () => {
    expect(exactly(cohort, 'ownership')).toEqual({ organisation: { eligible: 5, tracks: 3, unowned: 2 } });
    expect(figures(cohort, 'ownership').organisation).toEqual({ tracks: 3, unowned: 2, share: 0.666666666667 });
  });

  it('is published as it is, and by no group of people', () => {
    const table = exactTable(cohort, 'ownership')!;
    const drawOf = (one: typeof table) => protect({ dimensions: cohort.dimensions, tables: [one] }, STANDARD_POLICY, SECRET)[0]!;
    expect(drawOf(table).cells[0]).toMatchObject({ status: 'shown', drawn: { unowned: { value: 2, noise: 0 } } });
    expect(exactTable(cohort, 'ownership', { by: ['level'] })).toBeNull();
    const open = { count: 5, xor: '0'.repeat(16) };
    const byLevel = ['0', '1'].map((level) => ({ ...table.cells[0]!, group: { level }, open, secret: {} }));
    expect(() => drawOf({ ...table, breakdown: ['level'], cells: byLevel })).toThrow(DisclosureRefusal);
  });
});
