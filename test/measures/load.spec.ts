import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

/** The third quarter of 2025; the cap of the settings is two mentees. */
const mentees = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3', 'b4', 'b5'];
const people = `
  person_id,effective_from,hired_on,left_on,kind,level,demo_gender,consent_demographics
  mo,2020-01-01,2020-01-01,,,1,f,yes
  pat,2020-01-01,2020-01-01,,,2,m,yes
  ned,2020-01-01,2020-01-01,,,2,f,yes
  cy,2020-01-01,2020-01-01,,,2,m,yes
  li,2020-01-01,2020-01-01,2025-09-30,,2,m,yes
  ex,2020-01-01,2020-01-01,,,2,m,yes
  bot,2020-01-01,2020-01-01,,agent,2,,
  ${mentees.map((id) => `${id},2020-01-01,2020-01-01,,,1,f,yes`).join('\n')}`;

const tracks = `
  track_id,name
  craft,Craft
  lead,Leading`;

const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,confidentiality
  r1,craft,mo,mentor,2025-01-01,,
  r1,craft,a1,mentee,2025-01-01,,
  r2,craft,mo,mentor,2025-01-01,2025-08-01,
  r2,craft,a2,mentee,2025-01-01,2025-08-01,
  r3,lead,mo,mentor,2025-01-01,,
  r3,lead,a1,mentee,2025-01-01,,
  r3,lead,a3,mentee,2025-01-01,,
  r3,lead,a4,mentee,2025-01-01,2025-06-30,
  r3,lead,bot,mentee,2025-01-01,,
  r4,lead,mo,mentor,2025-01-01,,closed
  r4,lead,a4,mentee,2025-01-01,,closed
  r5,craft,pat,mentor,2025-01-01,,
  ${mentees
    .slice(4)
    .map((id) => `r5,craft,${id},mentee,2025-01-01,,`)
    .join('\n')}
  r6,craft,ned,mentor,2025-08-15,,
  r6,craft,b1,mentee,2025-01-01,2025-08-14,
  r7,craft,cy,mentor,2025-01-01,,closed
  r7,craft,b2,mentee,2025-01-01,,closed
  r8,craft,li,mentor,2025-01-01,,
  r8,craft,b3,mentee,2025-01-01,,
  r9,craft,ex,mentor,2025-01-01,2025-06-30,
  r10,craft,bot,mentor,2025-01-01,,`;

const sessions = `
  session_id,relationship_id,held_on,minutes,state
  s1,r1,2025-07-01,60,held
  s2,r1,2025-06-30,999,held
  s3,r1,2025-07-02,999,planned
  s4,r3,2025-08-01,1440,held
  s5,r3,2025-08-02,1440,held
  s6,r4,2025-08-02,999,held
  s7,r5,2025-07-01,100,held
  s8,r5,2025-09-30,80,held
  s9,r5,2025-10-01,999,held
  s10,r6,2025-07-31,999,held`;

const settings = {
  caps: { menteesPerMentor: 2 },
  demographics: [
    {
      column: 'demo_gender',
      label: 'Gender',
      why: 'A test.',
      values: [
        { key: 'f', label: 'Women' },
        { key: 'm', label: 'Men' },
      ],
    },
  ],
};

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations, sessions }, settings }))('2025-Q3');
});

describe('the load of mentors', () => {
  /*
   * mo    three mentees: a1 (in two relationships, once), a2 (until August), a3; a4 went before the period and is else in a
   *       closed relationship, the agent is no person
   * pat   five mentees in a group, cut off at twice the cap: four
   * ned   none: his mentee went a day before he came
   * cy is a mentor in a closed relationship only, li has gone on the last day, ex ended before the period, bot is an agent
   */
  it('counts mentors and their active mentees, each mentee once', () => {
    expect(exactly(cohort, 'load')).toEqual({
      organisation: { mentors: 3, activeMentees: 3 + 4 + 0 - 3 * 2, activeMenteesSquared: 1 + 4 + 4 - 3 * 2, overCap: 2 },
    });
    expect(figures(cohort, 'load').organisation).toMatchObject({ mean: 2.33333333333, overCap: 0.666666666667 });
  });

  it('tells who gives: by the mentor’s level and characteristic', () => {
    expect(exactly(cohort, 'load', { by: ['level'] })).toMatchObject({
      1: { mentors: 1, overCap: 1 },
      2: { mentors: 2, overCap: 1 },
    });
    expect(exactly(cohort, 'load', { by: ['demo_gender'] })).toMatchObject({
      f: { mentors: 2, activeMentees: 3 - 2 * 2 }, // mo and ned
      m: { mentors: 1, activeMentees: 4 - 2 }, // pat
    });
  });

  it('counts by track what is given in it', () => {
    expect(exactly(cohort, 'load', { by: ['track'] })).toMatchObject({
      craft: { mentors: 3, activeMentees: 2 + 4 - 3 * 2, overCap: 1 },
      lead: { mentors: 1, activeMentees: 2 - 2, overCap: 0 },
    });
  });

  it('is the same number of mentors as in parity', () => {
    const mentors = exactly(cohort, 'parity', { variant: 'mentor' }).organisation?.participants;
    expect(exactly(cohort, 'load').organisation?.mentors).toBe(mentors);
  });
});

describe('the minutes of mentors', () => {
  /*
   * mo    60 in July and 2,880 in August: 2,940, cut off at 24 hours in the sum; June, the planned and the closed do not count
   * pat   180 with five people at once, given once; October is not this period: up to 3 hours
   * ned   the July session was before he came: none
   */
  it('puts mentors into bins, and sums what they gave', () => {
    const bins = { minutes360: 0, minutes720: 0, minutes1080: 0, minutes1440: 0, minutes2160: 0 };
    expect(exactly(cohort, 'load', { variant: 'mentor_minutes' })).toEqual({
      organisation: {
        mentors: 3,
        minutesGiven: 1440 + 180 + 0 - 3 * 720,
        minutesGivenSquared: 720 ** 2 + 540 ** 2 + 720 ** 2 - (3 * 720 ** 2) / 2,
        minutes0: 1, // ned
        minutes180: 1, // pat
        ...bins,
        minutesAbove: 1, // mo
      },
    });
  });

  it('derives Gini and the top tenth from the values of the bins: 0, 90 and 2,520', () => {
    const { gini, topShare } = figures(cohort, 'load', { variant: 'mentor_minutes' }).organisation!;
    // Gini of 0, 90, 2520: the sum of all differences of two, 2 · (90 + 2520 + 2430), over 2 · 3² · 870.
    expect(gini).toBeCloseTo((2 * (90 + 2520 + 2430)) / (2 * 9 * 870), 10);
    expect(topShare).toBeCloseTo(2520 / 2610, 10); // the top tenth of three is one
  });
});
