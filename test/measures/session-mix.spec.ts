import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

const people = `
  person_id,effective_from,hired_on,kind,level
  ana,2020-01-01,2020-01-01,,1
  bea,2020-01-01,2020-01-01,,1
  cal,2020-01-01,2020-01-01,,1
  dov,2020-01-01,2020-01-01,,1
  mo,2020-01-01,2020-01-01,,2
  bot,2020-01-01,2020-01-01,agent,2`;

const tracks = `
  track_id,name
  craft,Craft`;

const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,confidentiality
  r-ana,craft,ana,mentee,2025-01-01,,
  r-bea,craft,bea,mentee,2025-01-01,,
  r-cal,craft,cal,mentee,2025-01-01,,closed
  r-dov,craft,dov,mentee,2025-01-01,,
  r-bot,craft,bot,mentee,2025-01-01,,
  r-ana,craft,mo,mentor,2025-01-01,,
  r-bea,craft,mo,mentor,2025-01-01,,`;

const sessions = `
  session_id,relationship_id,held_on,minutes,mode,guidance,situation,ritual,state
  s1,r-ana,2025-07-01,60,pairing,,real,none,held
  s2,r-ana,2025-08-01,60,pairing,,generic,,held
  s3,r-ana,2025-08-02,60,code_review,,real,retro,held
  s4,r-ana,2025-09-30,60,,,real,none,held
  s5,r-ana,2025-09-30,60,pairing,,real,none,planned
  s6,r-bea,2025-09-30,60,meeting,,,huddle,held
  s7,r-ana,2025-06-30,60,async,,generic,review,held
  s8,r-dov,2025-10-01,60,async,,generic,review,held
  s9,r-cal,2025-08-01,60,async,,generic,review,held
  s10,r-bot,2025-08-01,60,async,,generic,review,held`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations, sessions } }))('2025-Q3');
});

describe('how mentoring is done', () => {
  // Two relationships: ana held four of five planned sessions, bea one of one. dov met a day too late, cal is closed.
  it('shares each relationship among the kinds of its held sessions', () => {
    expect(exactly(cohort, 'session_mix').organisation).toEqual({
      metMentees: 2,
      metMentors: 1,
      real: 3 / 4,
      generic: 1 / 4,
      situationNotSaid: 1,
      meeting: 1,
      twoAtOneScreen: 2 / 4,
      codeReview: 1 / 4,
      designReview: 0,
      inWriting: 0,
      inGroup: 0,
      modeNotSaid: 1 / 4,
      noRitual: 2 / 4,
      retro: 1 / 4,
      huddle: 1,
      review: 0,
      ritualNotSaid: 1 / 4,
      held: 4 / 5 + 1,
      planned: 1 / 5,
    });
  });

  it('is nine tenths of what was planned, on the mean of both', () => {
    expect(figures(cohort, 'session_mix').organisation).toMatchObject({ held: 0.9, real: 0.375 });
  });
});
