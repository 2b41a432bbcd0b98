import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

/** The third quarter of 2025. */
const names = ['ana', 'bea', 'cal', 'dov', 'eli', 'fin'];
const people = `
  person_id,effective_from,hired_on
  ${[...names, 'm1', 'm2'].map((name) => `${name},2020-01-01,2020-01-01`).join('\n')}`;

const tracks = `
  track_id,name
  craft,Craft
  lead,Leading`;

const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,confidentiality
  ${names.map((name) => `r-${name},craft,${name},mentee,2025-01-01,${name === 'fin' ? '2025-09-29' : ''},`).join('\n')}
  ${['ana', 'bea', 'cal'].map((name) => `r-${name},craft,m1,mentor,2025-01-01,,`).join('\n')}
  ${['dov', 'eli'].map((name) => `r-${name},craft,m2,mentor,2025-01-01,,`).join('\n')}`;

const reviews = `
  relationship_id,reviewed_on,mentee_rating,mentor_rating,goals_set,goals_met
  r-ana,2025-07-01,5,3,4,1
  r-ana,2025-09-30,4,4,4,3
  r-bea,2025-08-01,2,5,2,3
  r-cal,2025-08-01,4,,0,0
  r-dov,2025-06-30,1,5,4,4
  r-eli,2025-10-01,1,5,4,4
  r-fin,2025-08-01,1,5,4,4`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations, reviews } }))('2025-Q3');
});

describe('joint reviews', () => {
  /*
   * ana   two reviews: 4 of 8 goals met; the mentor's rating lies 2 below and then level with hers, 1 below in the mean
   * bea   3 of 2 goals met counts as all; the mentor's rating lies 3 above
   * cal   reviewed, but no goals were set and the mentor did not rate
   * dov was reviewed a day before the period, eli a day after it: running, not reviewed; fin's ended a day before the end
   */
  it('counts running relationships reviewed within the period, and sums what their reviews say', () => {
    expect(exactly(cohort, 'joint_reviews').organisation).toEqual({
      runningMentees: 5,
      runningMentors: expect.closeTo(2, 10),
      reviewed: 3,
      notReviewed: 2,
      goalRows: 2,
      goalsMet: 0.5 + 1 - 2 * 0.5,
      goalsMetSquared: 0 + 0.25 - (2 * 0.25) / 2,
      ratedRows: 2,
      ratingDifference: -1 + 3,
      ratingDifferenceSquared: 1 + 9 - (2 * 16) / 2,
    });
  });

  it('gives the share reviewed, the mean share of goals met, and the mean difference of the ratings', () => {
    expect(figures(cohort, 'joint_reviews').organisation).toMatchObject({ reviewed: 0.6, goalsMet: 0.75, viewsApart: 1 });
  });
});
