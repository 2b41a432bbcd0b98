import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

/** 30 September 2025. Every relationship began on 1 March and runs. */
const names = ['ana', 'bea', 'cal', 'dov', 'eli', 'fin', 'gil'];
const people = `
  person_id,effective_from,hired_on
  ${[...names, 'm1', 'm2', 'm3'].map((name) => `${name},2020-01-01,2020-01-01`).join('\n')}`;

const tracks = `
  track_id,name
  craft,Craft
  lead,Leading`;

const rowOf = (name: string, says: string): string => `r-${name},craft,${name},mentee,2025-03-01,${says}`;
const participations = `
  relationship_id,track_id,person_id,role,started_on,goals_agreed,baseline_taken,confidentiality
  ${[
    rowOf('ana', 'yes,,'),
    rowOf('bea', ',,'),
    rowOf('cal', 'no,yes,'),
    rowOf('dov', ',yes,'),
    rowOf('eli', 'no,,'),
    rowOf('fin', ',no,'),
    rowOf('gil', 'yes,yes,closed'),
  ].join('\n')}
  r-ana,craft,m1,mentor,2025-03-01,no,,
  r-bea,craft,m1,mentor,2025-03-01,yes,,
  r-cal,craft,m1,mentor,2025-03-01,yes,,
  r-dov,craft,m2,mentor,2025-03-01,,,
  r-eli,craft,m2,mentor,2025-03-01,,,
  r-fin,craft,m2,mentor,2025-03-01,,,`;

const skill_checks = `
  person_id,track_id,skill,phase,taken_on,assessor,score,max_score
  ana,craft,design,before,2025-02-15,self,3,10
  bea,craft,design,before,2025-03-15,self,3,10
  cal,craft,design,before,2025-02-14,self,3,10
  dov,craft,design,before,2025-03-16,self,3,10
  eli,craft,design,after,2025-03-01,self,3,10
  eli,lead,design,before,2025-03-01,self,3,10
  fin,,design,before,2025-03-01,self,3,10
  gil,craft,design,before,2025-03-01,self,3,10`;

const reviews = `
  relationship_id,reviewed_on,goals_changed
  r-ana,2025-04-01,yes
  r-ana,2025-06-01,no
  r-bea,2025-09-30,yes
  r-cal,2025-06-01,no
  r-cal,2025-10-01,yes
  r-dov,2025-02-28,yes
  r-eli,2025-06-01,
  r-gil,2025-06-01,yes`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations, skill_checks, reviews } }))('2025-Q3');
});
const PEOPLE = { runningMentees: 6, runningMentors: expect.closeTo(2, 10) };

describe('goals and starting points', () => {
  it('counts goals as the mentee says or, where that is silent, the mentor', () => {
    // Agreed: ana (her mentor's no does not count), bea by her mentor. Not: cal, eli. Not said: dov, fin. gil's is closed.
    expect(exactly(cohort, 'goals').organisation).toEqual({ ...PEOPLE, agreed: 2, notAgreed: 2, notSaid: 2 });
    expect(figures(cohort, 'goals').organisation).toMatchObject({ share: 0.333333333333 });
  });

  it('counts a starting point that a check within 14 days of the beginning measured, in that track', () => {
    // ana: 14 days before. bea: 14 days after. cal and dov: 15 days away, but named. eli: an after check, and one in
    // another track. fin: a check in no track, and it is said that none was taken.
    expect(exactly(cohort, 'goals', { variant: 'baselines' }).organisation).toEqual({
      ...PEOPLE,
      inTime: 2,
      namedOnly: 2,
      noBaseline: 2,
    });
  });

  it('counts goals that any review since the beginning changed', () => {
    // ana: the first of two reviews. bea: on the last day. cal: not until then. dov: before it began; eli: not said; fin: none.
    expect(exactly(cohort, 'goals', { variant: 'changes' }).organisation).toEqual({
      ...PEOPLE,
      changed: 2,
      unchanged: 1,
      noReview: 3,
    });
    expect(figures(cohort, 'goals', { variant: 'changes' }).organisation).toMatchObject({ share: 0.666666666667 });
  });
});
