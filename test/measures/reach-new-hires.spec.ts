import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, exactTable, figures, organisation } from './support/organisation.js';

/** People hired in the year up to 30 September 2025. */
const people = `
  person_id,effective_from,hired_on,left_on,kind,level
  ana,2025-01-01,2025-01-01,,,1
  bea,2025-01-01,2025-01-01,,,1
  cal,2025-01-01,2025-01-01,,,1
  dov,2025-01-01,2025-01-01,2025-03-02,,1
  eli,2025-01-01,2025-01-01,,,2
  fin,2025-01-01,2025-01-01,,,2
  gil,2025-08-31,2025-08-31,,,2
  hugo,2024-09-30,2024-09-30,,,2
  ida,2025-10-01,2025-10-01,,,2
  jon,2025-01-01,,,,2
  mo,2020-01-01,2020-01-01,,,2
  bot,2025-01-01,2025-01-01,,agent,2`;

const tracks = `
  track_id,name
  craft,Craft
  lead,Leading`;

const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,confidentiality
  r-ana,craft,ana,mentee,2025-01-01,,
  r-group,craft,bea,mentee,2025-01-15,,
  r-group,craft,cal,mentee,2025-03-01,,
  r-group,craft,fin,mentee,2025-01-01,2025-01-09,
  r-eli,lead,eli,mentee,2025-01-01,,closed
  r-group,craft,eli,mentor,2025-01-01,,
  r-hugo,lead,hugo,mentee,2024-09-30,,
  r-bot,lead,bot,mentee,2025-01-01,,
  r-jon,lead,jon,mentee,2025-01-01,,`;

const sessions = `
  session_id,relationship_id,held_on,minutes,state
  s1,r-ana,2025-01-20,30,planned
  s2,r-ana,2025-01-31,30,held
  s3,r-ana,2025-02-10,30,held
  s4,r-group,2025-01-10,30,held
  s5,r-group,2025-02-01,30,held
  s6,r-group,2025-04-02,30,held
  s7,r-eli,2025-01-05,30,held
  s8,r-hugo,2025-01-05,30,held
  s9,r-bot,2025-01-05,30,held
  s10,r-jon,2025-01-05,30,held`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations, sessions } }))('2025-Q3');
});

describe('whether new people are met', () => {
  /*
   * ana   hired 1 January, met on the 31st: 30 days; the session of the 20th was only planned
   * bea   in the group from the 15th: its session of the 10th was before her time, that of 1 February is her first: 31 days
   * cal   in the group from 1 March: met on 2 April, after 91 days
   * dov   never met, left after 60 days
   * eli   met in a closed relationship, and as a mentor: neither counts; followed to the end, 272 days
   * fin   in the group until the 9th, a day before its first session: never met
   * gil   hired 30 days before the end: followed no longer than 30 days
   * hugo  was hired a year before the end, ida a day after it, jon on an unknown day, mo long ago; bot is an agent
   */
  it('counts days from hiring to the first session held while they belonged to it', () => {
    expect(exactly(cohort, 'reach_new_hires')).toEqual({
      organisation: {
        events30: 1, // ana
        events60: 1, // bea
        events90: 0,
        censored30: 1, // gil
        censored60: 1, // dov
        censored90: 0,
        beyond: 3, // cal, who was met later; eli and fin
      },
    });
  });

  it('gives the share met: one of six within 30 days, one of the remaining four within 60', () => {
    const { by30, by60, followed90 } = figures(cohort, 'reach_new_hires').organisation!;
    expect(by30).toBeCloseTo(1 / 6, 10);
    expect(by60).toBeCloseTo(1 - (5 / 6) * (3 / 4), 10);
    expect(followed90).toBe(3);
  });

  it('is told by level, and never by track', () => {
    expect(exactly(cohort, 'reach_new_hires', { by: ['level'] })).toMatchObject({ 1: { beyond: 1 }, 2: { beyond: 2 } });
    expect(exactTable(cohort, 'reach_new_hires', { by: ['track'] })).toBeNull();
  });
});
