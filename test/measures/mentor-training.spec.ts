import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

/** The third quarter of 2025. */
const people = `
  person_id,effective_from,hired_on,left_on,kind
  ${['ana', 'bea', 'cal', 'dov', 'eli', 'mia'].map((name) => `${name},2020-01-01,2020-01-01,,`).join('\n')}
  off,2020-01-01,2020-01-01,2025-08-01,`;

const tracks = `
  track_id,name
  craft,Craft
  lead,Leading`;

const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on
  a1,craft,ana,mentor,2025-01-01,
  a2,lead,ana,mentor,2025-01-01,
  b1,craft,bea,mentor,2025-01-01,2025-07-01
  c1,craft,cal,mentor,2025-01-01,
  d1,lead,dov,mentor,2025-01-01,
  e1,craft,eli,mentor,2025-01-01,2025-06-30
  m1,craft,mia,mentee,2025-01-01,
  o1,craft,off,mentor,2025-01-01,`;

const mentor_development = `
  person_id,topic,completed_on,kind
  ana,coaching,2023-01-01,training
  ana,coaching,2024-10-01,training
  ana,feedback,2020-01-01,training
  bea,coaching,2024-09-30,training
  cal,coaching,2025-01-01,self_assessment
  cal,feedback,2025-10-01,training
  eli,coaching,2025-01-01,training
  mia,coaching,2025-01-01,training`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations, mentor_development } }))('2025-Q3');
});

describe('whether mentors are prepared', () => {
  /*
   * ana   trained again within the year
   * bea   trained a year before the last day: longer ago
   * cal   looked at himself, and is trained a day after the period: untrained
   * dov   never
   * eli is no mentor in the period, mia a mentee, off has left
   */
  it('counts trainings completed by the last day, the newest of each', () => {
    expect(exactly(cohort, 'mentor_training')).toEqual({ organisation: { trainedLately: 1, trainedBefore: 1, untrained: 2 } });
    expect(figures(cohort, 'mentor_training').organisation).toMatchObject({ mentors: 4, covered: 0.5, recent: 0.25 });
  });

  it('counts every mentor once in each topic that is taught', () => {
    expect(exactly(cohort, 'mentor_training', { by: ['topic'] })).toEqual({
      coaching: { trainedLately: 1, trainedBefore: 1, untrained: 2 },
      feedback: { trainedLately: 0, trainedBefore: 1, untrained: 3 }, // ana, long ago
    });
  });

  it('counts a mentor in each of their tracks', () => {
    expect(exactly(cohort, 'mentor_training', { by: ['track'] })).toEqual({
      craft: { trainedLately: 1, trainedBefore: 1, untrained: 1 }, // ana, bea, cal
      lead: { trainedLately: 1, trainedBefore: 0, untrained: 1 }, // ana, dov
    });
  });
});
