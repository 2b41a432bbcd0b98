import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

const ids = ['ana', 'bea', 'cal', 'dov', 'eli', 'fin', 'gil', 'm1', 'm2'];
const people = `
  person_id,effective_from,hired_on,kind,level
  ${ids.map((id) => `${id},2020-01-01,2020-01-01,,1`).join('\n')}
  bot,2020-01-01,2020-01-01,agent,1`;

const tracks = `
  track_id,name
  craft,Craft
  lead,Leading`;

// The year that ends with the quarter begins on 1 October 2024; more than twelve months is a start before 30 September 2024.
const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,confidentiality
  a,craft,ana,mentee,2024-09-29,,
  b,craft,bea,mentee,2024-09-30,,
  c1,craft,cal,mentee,2023-01-01,,
  c2,lead,cal,mentee,2024-01-01,2024-10-01,
  d1,craft,dov,mentee,2023-01-01,,
  d2,lead,dov,mentee,2024-01-01,2024-09-30,
  e1,craft,eli,mentee,2023-01-01,,
  e2,lead,eli,mentee,2025-01-01,,
  f,craft,fin,mentee,2023-01-01,,closed
  g,craft,gil,mentee,2023-01-01,2025-09-29,
  t,craft,bot,mentee,2023-01-01,,
  a,craft,m1,mentor,2023-01-01,,
  b,craft,m1,mentor,2023-01-01,,
  c1,craft,m1,mentor,2023-01-01,,
  c2,lead,m2,mentor,2023-01-01,,
  d1,craft,m1,mentor,2023-01-01,,
  d2,lead,m2,mentor,2023-01-01,,
  e1,craft,m1,mentor,2023-01-01,,`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations } }))('2025-Q3');
});

describe('whether one mentor carries it', () => {
  // ana: since a day more than a year. bea: a year to the day, not more. cal: another mentor on the first day of the year.
  // dov: the other mentor a day before it. eli: who mentors her in the second track is not on record. fin is in a closed
  // relationship, gil's ended a day before the last, bot is an agent.
  it('is so for two of five mentees', () => {
    expect(exactly(cohort, 'dependence')).toEqual({
      organisation: {
        menteesNow: 5,
        same: 2, // ana, dov
        tracks: [1, 1, 2, 1, 2].reduce((sum, x) => sum + (x - 3.5), 0),
        tracksSquared: [1, 1, 2, 1, 2].reduce((sum, x) => sum + (x - 3.5) ** 2 - 2.5 ** 2 / 2, 0),
      },
    });
    expect(figures(cohort, 'dependence').organisation).toMatchObject({ mentees: 5, share: 0.4, tracksAYear: 1.4 });
  });

  it('counts a mentee once in every track of the last day', () => {
    expect(exactly(cohort, 'dependence', { by: ['track'] })).toMatchObject({
      craft: { menteesNow: 5, same: 2 },
      lead: { menteesNow: 1, same: 0 }, // eli
    });
  });
});
