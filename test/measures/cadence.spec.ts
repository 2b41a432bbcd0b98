import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

/** The third quarter of 2025. Craft agreed on 120 minutes a month, lead on none. */
const names = ['ana', 'bea', 'cal', 'dov', 'eli', 'fin', 'gil', 'hugo', 'ida', 'jon'];
const people = `
  person_id,effective_from,hired_on,left_on,kind
  ${names.map((name) => `${name},2020-01-01,2020-01-01,,`).join('\n')}
  off,2020-01-01,2020-01-01,2025-09-30,
  bot,2020-01-01,2020-01-01,,agent
  m1,2020-01-01,2020-01-01,,
  m2,2020-01-01,2020-01-01,,`;

const tracks = `
  track_id,name,monthly_minutes
  craft,Craft,120
  lead,Leading,`;

/** A pair each; ana, bea and cal have m1, dov, eli and fin m2, the others nobody on record. */
const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,confidentiality
  r-ana,craft,ana,mentee,2025-01-01,,
  r-bea,craft,bea,mentee,2025-07-31,,
  r-cal,craft,cal,mentee,2025-01-01,2025-09-30,
  r-dov,craft,dov,mentee,2025-01-01,,
  r-eli,craft,eli,mentee,2025-08-01,,
  r-fin,lead,fin,mentee,2025-01-01,,
  r-gil,craft,gil,mentee,2025-01-01,2025-09-29,
  r-hugo,craft,hugo,mentee,2025-01-01,,closed
  r-ida,craft,ida,mentee,2025-10-01,,
  r-off,craft,off,mentee,2025-01-01,,
  r-bot,craft,bot,mentee,2025-01-01,,
  ${['ana', 'bea', 'cal'].map((name) => `r-${name},craft,m1,mentor,2025-01-01,,`).join('\n')}
  ${['dov', 'eli'].map((name) => `r-${name},craft,m2,mentor,2025-01-01,,`).join('\n')}
  r-fin,lead,m2,mentor,2025-01-01,,`;

const sessions = `
  session_id,relationship_id,held_on,minutes,state
  s1,r-ana,2025-07-01,60,held
  s2,r-ana,2025-07-31,60,held
  s3,r-ana,2025-09-30,120,held
  s4,r-bea,2025-07-31,120,held
  s5,r-bea,2025-08-15,119,held
  s6,r-bea,2025-08-16,30,planned
  s7,r-cal,2025-06-30,120,held
  s8,r-cal,2025-08-01,120,held
  s9,r-cal,2025-10-01,120,held
  s10,r-eli,2025-08-01,120,held
  s11,r-eli,2025-09-01,120,held
  s12,r-fin,2025-08-01,120,held
  s13,r-fin,2025-09-01,120,held`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations, sessions } }))('2025-Q3');
});

describe('whether the agreed dose is kept', () => {
  /*
   * ana   120 minutes in July, in two sessions, and in September: kept
   * bea   began on the last day of July, which still is the first month; 120 in July, 119 in August: not kept
   * cal   ended on the last day: still counts; June and October are not the period: not kept
   * dov   nothing held: not kept
   * eli   began in August: has not had two whole months before the others had three
   * fin   in a track that agreed on nothing
   * gil ended a day before, hugo's is closed, ida's begins a day later, off has gone that day, bot is an agent
   */
  it('asks for the monthly minutes in two of three months', () => {
    expect(exactly(cohort, 'cadence')).toEqual({
      organisation: {
        runningMentees: 6,
        runningMentors: expect.closeTo(2, 10),
        kept: 1,
        notKept: 3,
        tooYoung: 1,
        noDose: 1,
      },
    });
    expect(figures(cohort, 'cadence').organisation).toMatchObject({ kept: 0.25, noDose: 0.166666666667 });
  });

  it('has no answer in a track without an agreed dose', () => {
    expect(figures(cohort, 'cadence', { by: ['track'] })).toMatchObject({ craft: { kept: 0.25 }, lead: {} });
  });
});
