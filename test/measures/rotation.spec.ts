import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

/** The third quarter of 2025: 12 months before its last day is 30 September 2024. */
const people = `
  person_id,effective_from,hired_on,left_on,kind
  ${['ana', 'bea', 'cal', 'dov', 'eli', 'fin', 'gil', 'hugo'].map((name) => `${name},2020-01-01,2020-01-01,,`).join('\n')}
  off,2020-01-01,2020-01-01,2025-08-01,
  bot,2020-01-01,2020-01-01,,agent`;

const tracks = `
  track_id,name
  craft,Craft
  lead,Leading`;

const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,confidentiality
  a1,craft,ana,mentor,2024-09-29,,
  b1,craft,bea,mentor,2024-09-30,,
  c1,craft,cal,mentor,2023-01-01,2025-01-01,
  c2,lead,cal,mentor,2025-04-01,,
  d1,craft,dov,mentor,2023-01-01,2025-01-01,
  d2,lead,dov,mentor,2025-04-02,,
  e1,craft,eli,mentor,2025-07-01,,
  f1,craft,fin,mentor,2025-06-30,,
  g1,craft,gil,mentor,2020-01-01,2020-02-01,
  g2,craft,gil,mentor,2025-08-01,,
  h1,craft,hugo,mentor,2020-01-01,2025-06-30,
  h2,craft,hugo,mentor,2025-10-01,,
  o1,craft,off,mentor,2020-01-01,,
  z1,craft,bot,mentor,2020-01-01,,
  k1,craft,hugo,mentor,2025-01-01,,closed`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations } }))('2025-Q3');
});

describe('whether mentors rotate', () => {
  /*
   * ana   a year and a day: long
   * bea   a year: not more than 12 months
   * cal   since 2023, with a pause of 90 days: long
   * dov   a pause of 91 days: since April
   * eli   for the first time, from the first day of the period; fin a day earlier, so not
   * gil   was a mentor once before: not for the first time, and not for long
   * hugo has only a closed relationship in the period, off has left, bot is an agent
   */
  it('counts time in the role, over pauses of up to 90 days', () => {
    expect(exactly(cohort, 'rotation')).toEqual({ organisation: { longServing: 2, between: 4, firstTime: 1 } });
    expect(figures(cohort, 'rotation').organisation).toMatchObject({ mentors: 7, longServing: 0.285714285714 });
  });

  it('counts by track the time in it', () => {
    expect(exactly(cohort, 'rotation', { by: ['track'] })).toEqual({
      craft: { longServing: 1, between: 3, firstTime: 1 }, // ana; bea, fin, gil; eli
      lead: { longServing: 0, between: 2, firstTime: 0 }, // cal and dov, since April
    });
  });
});
