import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

const people = `
  person_id,effective_from,hired_on,left_on,kind,level
  ana,2020-01-01,2020-01-01,,,1
  bea,2020-01-01,2020-01-01,,,1
  cal,2020-01-01,2020-01-01,,,1
  dov,2020-01-01,2020-01-01,,,1
  eli,2020-01-01,2020-01-01,,,1
  mo,2020-01-01,2020-01-01,,,2
  bot,2020-01-01,2020-01-01,,agent,2`;

const tracks = `
  track_id,name
  craft,Craft`;

const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,confidentiality
  r-ana,craft,ana,mentee,2025-01-01,,
  r-bea,craft,bea,mentee,2025-01-01,2025-07-01,
  r-cal,craft,cal,mentee,2025-01-01,2025-06-30,
  r-dov,craft,dov,mentee,2025-01-01,,closed
  r-eli,craft,eli,mentee,2025-09-30,,
  r-bot,craft,bot,mentee,2025-01-01,,
  r-ana,craft,mo,mentor,2025-01-01,,
  r-bea,craft,mo,mentor,2025-01-01,,`;

const escalations = `
  escalation_id,relationship_id,raised_on,resolved_on,kind,outcome
  e1,r-ana,2025-07-01,2025-07-15,mismatch,rematched
  e2,r-ana,2025-08-01,2025-08-16,workload,resolved
  e3,r-bea,2025-09-20,,communication,
  e4,r-bea,2025-09-30,2025-10-01,mismatch,rematched
  e5,r-eli,2025-06-30,2025-07-02,mismatch,ended
  e6,r-cal,2025-10-01,,mismatch,
  e7,r-dov,2025-07-01,,mismatch,
  e8,r-bot,2025-07-01,,mismatch,
  e9,r-unheard,2025-07-01,,mismatch,`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations, escalations } }))('2025-Q3');
});

describe('escalations', () => {
  // Running in the quarter: ana, bea (its first day), eli (its last). cal ended a day before, dov is closed, bot an agent.
  // Raised in it: two about ana, two about bea; eli's a day too early.
  it('are raised about two of the three running relationships', () => {
    expect(exactly(cohort, 'escalations')).toEqual({
      organisation: { runningMentees: 3, runningMentors: 1, escalated: 2, notEscalated: 1 },
    });
  });

  it('stand once in every kind', () => {
    expect(exactly(cohort, 'escalations', { by: ['escalation_kind'] })).toMatchObject({
      mismatch: { escalated: 2, notEscalated: 1 }, // ana, bea
      communication: { escalated: 1, notEscalated: 2 }, // bea
      workload: { escalated: 1, notEscalated: 2 }, // ana
      outside_scope: { escalated: 0, notEscalated: 3 },
    });
  });

  // ana and bea have two each. mo has all four in her own relationships, more than three: each weighs 3/4.
  it('are resolved after 14 and 15 days, or still open on the last day', () => {
    expect(exactly(cohort, 'escalations', { variant: 'resolved' })).toEqual({
      organisation: {
        escalationsMentees: 2,
        escalationsMentors: 1,
        events14: 0.75, // e1, on the 14th day
        events30: 0.75, // e2, on the 15th
        censored14: 1.5, // e3 followed for ten days; e4, resolved a day after the period, for none
        censored30: 0,
        beyond: 0,
      },
    });
  });

  it('lead to a new match in one of two', () => {
    const variant = 'met';
    expect(exactly(cohort, 'escalations', { variant }).organisation).toMatchObject({ rematched: 0.75, resolved: 0.75, ended: 0 });
    expect(figures(cohort, 'escalations', { variant }).organisation).toMatchObject({ share: 0.5 });
    expect(exactly(cohort, 'escalations', { variant, by: ['escalation_kind'] }).mismatch).toMatchObject({ rematched: 0.75 });
  });
});
