import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

const ids = ['ana', 'bea', 'cal', 'dov'];
const files = {
  people: [
    'person_id,effective_from,hired_on,kind',
    ...ids.map((id) => `${id},2015-01-01,2015-01-01,`),
    'bot,2015-01-01,2015-01-01,agent',
  ].join('\n'),
  tracks: 'track_id,name\ncraft,Craft\nlead,Leading',
  participations: `
    relationship_id,track_id,person_id,role,started_on,confidentiality
    ${['ana', 'bea', 'cal', 'bot'].map((id) => `r-${id},craft,${id},mentee,2024-01-01,`).join('\n')}
    r-ana2,lead,ana,mentee,2024-01-01,
    r-dov,craft,dov,mentee,2024-01-01,closed`,
  skill_checks: `
    person_id,track_id,skill,phase,taken_on,assessor,score,max_score,instrument
    ana,craft,design,before,2024-01-10,self,50,100,a
    ana,craft,design,before,2024-02-10,self,60,100,a
    ana,craft,design,before,2024-01-20,external,50,100,b
    ana,craft,speech,before,2024-01-20,self,9,10,a
    ana,craft,speech,before,2024-01-20,external,1,10,a
    ana,lead,design,after,2024-06-10,self,52,100,a
    ana,lead,design,after,2024-09-08,external,50,100,a
    bea,craft,design,after,2024-06-10,self,40,100,a
    bea,craft,design,after,2024-06-12,external,48,100,a
    bea,craft,design,follow_up,2024-12-10,external,43,100,a
    cal,craft,design,after,2024-01-10,self,50,100,a
    cal,craft,design,after,2024-04-10,external,80,100,a
    cal,craft,design,follow_up,2024-12-10,external,74.9,100,a
    cal,craft,speech,after,2024-04-10,external,80,100,a
    cal,craft,speech,follow_up,2024-12-10,external,80,100,c
    dov,craft,design,after,2024-06-10,self,40,100,a
    dov,craft,design,after,2024-06-12,external,48,100,a
    dov,craft,design,follow_up,2024-12-10,external,48,100,a
    bot,craft,design,after,2024-06-10,self,40,100,a
    bot,craft,design,after,2024-06-12,external,48,100,a`,
};

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files }))('2025-Q3');
});

describe('how people judge themselves', () => {
  /*
   * ana   before, in craft: +10 in design (the last of her own, whatever the instrument) and +80 in speech, cut off at +30;
   *       after, in lead: +2, the two checks 90 days apart to the day
   * bea   after: −8; at the follow-up five points below, which is kept
   * cal   her own check is 91 days from the external one: not judged; 5.1 points below at the follow-up: not kept; in
   *       speech another instrument says nothing
   * dov   is in a closed relationship, bot an agent
   */
  it('is their own score minus the external one, a person once by the mean', () => {
    expect(exactly(cohort, 'calibration').organisation).toEqual({
      judgedBefore: 1,
      gapsBefore: 20,
      gapsBeforeSquared: 400 - 450,
      judgedAfter: 2,
      gapsAfter: 2 - 8,
      gapsAfterSquared: 4 + 64 - 900,
    });
    expect(exactly(cohort, 'calibration', { by: ['track'] })).toMatchObject({
      craft: { judgedBefore: 1, judgedAfter: 1, gapsAfter: -8 },
      lead: { judgedBefore: 0, judgedAfter: 1, gapsAfter: 2 },
    });
    expect(figures(cohort, 'calibration').organisation).toMatchObject({ gapAfter: -3, peopleCounted: 2 });
  });

  it('keeps a skill that has fallen by no more than five points', () => {
    expect(exactly(cohort, 'calibration', { variant: 'followed_up' }).organisation).toEqual({ kept: 1, faded: 1 });
    expect(figures(cohort, 'calibration', { variant: 'followed_up' }).organisation).toMatchObject({ keptShare: 0.5 });
  });
});
