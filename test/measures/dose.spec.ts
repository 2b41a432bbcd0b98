import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, exactTable, figures, organisation } from './support/organisation.js';

/** The third quarter of 2025. Craft agrees on 105 minutes a month, so that 210 count at most: seven parts of 30. */
const people = `
  person_id,effective_from,hired_on,left_on,kind,level
  ana,2020-01-01,2020-01-01,,,1
  bea,2020-01-01,2020-01-01,,,1
  cal,2020-01-01,2020-01-01,,,2
  dov,2020-01-01,2020-01-01,,,2
  off,2020-01-01,2020-01-01,2025-09-30,,2
  bot,2020-01-01,2020-01-01,,agent,2
  old,2020-01-01,2020-01-01,2025-09-30,agent,2
  mo,2020-01-01,2020-01-01,,,2`;

const tracks = `
  track_id,name,monthly_minutes
  craft,Craft,105
  lead,Leading,30`;

const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,confidentiality
  r-ana,craft,ana,mentee,2025-01-01,,
  r-bea,craft,bea,mentee,2025-08-31,2025-09-01,
  r-cal,craft,cal,mentee,2025-01-01,2025-07-01,
  r-cal2,lead,cal,mentee,2025-01-01,2025-07-31,
  r-dov,craft,dov,mentee,2025-01-01,2025-07-31,
  r-off,craft,off,mentee,2025-01-01,,
  r-bot,craft,bot,mentee,2025-01-01,2025-08-31,
  r-bot2,craft,bot,mentee,2025-01-01,,closed
  r-old,craft,old,mentee,2025-01-01,,`;

const sessions = `
  session_id,relationship_id,held_on,minutes,state
  s1,r-ana,2025-07-10,30,held
  s2,r-ana,2025-08-10,60,held
  s3,r-ana,2025-08-11,60,planned
  s4,r-cal,2025-07-01,200,held
  s5,r-cal2,2025-07-02,90,held
  s6,r-dov,2025-07-03,30,held
  s7,r-off,2025-07-03,30,held
  s8,r-bot,2025-07-03,300,held
  s9,r-bot,2025-08-03,50,held
  s10,r-bot2,2025-08-03,99,held
  s11,r-old,2025-08-03,99,held`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations, sessions } }))('2025-Q3');
});

/** How many mentees stand in each bin, from none held to the seventh part. */
const binsOf = (numbers: Readonly<Record<string, number>> | undefined): (number | undefined)[] =>
  Array.from({ length: 8 }, (_, at) => numbers?.[`bin${at}`]);

describe('how much mentees receive', () => {
  /*
   * ana   July 30, August 60, September nothing: a mean of 30, the first part to its end
   * bea   a day of August and one of September, nothing held: none
   * cal   200 in craft and, cut off at twice 30, 60 in lead: 260, cut off at 210: the seventh part
   * dov   30 in one month: the first part
   */
  it('puts each mentee into one bin, by the mean of their months', () => {
    expect(binsOf(exactly(cohort, 'dose').organisation)).toEqual([1, 2, 0, 0, 0, 0, 0, 1]);
    expect(exactly(cohort, 'dose').organisation).toMatchObject({ mentees: 4, months: 3 + 2 + 1 + 1 });
    expect(binsOf(exactly(cohort, 'dose', { by: ['track'] }).lead)).toEqual([0, 0, 1, 0, 0, 0, 0, 0]); // cal, 60 minutes
  });

  it('sets a group’s mean beside everyone else’s', () => {
    // Level 1: 90 minutes in five months. Level 2: 240 in two.
    expect(figures(cohort, 'dose', { by: ['level'] })[1]).toMatchObject({
      mean: 18,
      otherMean: 120,
      meanRatio: expect.closeTo(18 / 120, 10),
      comparisons: 2,
    });
  });

  it('splits inequality into what lies within and between groups', () => {
    // The bins stand for 0, 15 and 195. Level 1 has 0 and 15 (mean 7.5), level 2 has 15 and 195 (mean 105); the mean is 56.25.
    const part = (x: number, mean: number): number => (x === 0 ? 0 : (x / mean) * Math.log(x / mean));
    const theil = [0, 15, 15, 195].reduce((sum, x) => sum + part(x, 56.25), 0) / 4;
    const between = (part(7.5, 56.25) + part(105, 56.25)) / 2;
    expect(figures(cohort, 'dose').organisation?.theil).toBeCloseTo(theil, 10);
    expect(figures(cohort, 'dose', { by: ['level'] })[2]).toMatchObject({
      theilBetween: expect.closeTo(between, 10),
      theilWithin: expect.closeTo(theil - between, 10),
    });
  });
});

describe('how much software agents receive', () => {
  it('is told apart from people, for the organisation alone', () => {
    // bot: July 300, cut off at 210, and August 50; the closed relationship and the agent that was switched off do not count.
    expect(exactly(cohort, 'dose', { variant: 'agents' }).organisation).toMatchObject({
      agents: 1,
      agentMonths: 2,
      agentMinutes: 210 + 50 - 2 * 105,
    });
    expect(figures(cohort, 'dose', { variant: 'agents' }).organisation).toMatchObject({ mentees: 1, mean: 130 });
    expect(exactTable(cohort, 'dose', { variant: 'agents', by: ['level'] })).toBeNull();
  });
});
