import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { contractOf, exactly, figures, organisation } from './support/organisation.js';

const people = `
  person_id,effective_from,hired_on,kind,level,location
  ana,2020-01-01,2020-01-01,,junior,Berlin
  bea,2020-01-01,2020-01-01,,senior,Berlin
  cal,2020-01-01,2020-01-01,,junior,Lisbon
  dov,2020-01-01,2020-01-01,,lead,
  eli,2020-01-01,2020-01-01,,junior,Berlin
  mo,2020-01-01,2020-01-01,,senior,Berlin
  max,2020-01-01,2020-01-01,,lead,Berlin`;

const tracks = `
  track_id,name,format,tier,purpose,practice,monthly_minutes
  craft,Craft,one_to_one,peer,skill,mentoring,120
  said,Nothing said,,,,,120
  lead,Leading,group,senior,leadership,coaching,60`;

const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,end_reason,formation,criteria
  r-ana,craft,ana,mentee,2025-01-01,2025-09-30,completed,assigned,domain;style
  r-bea,craft,bea,mentee,2025-01-01,2025-08-01,mismatch,,
  r-cal,said,cal,mentee,2025-08-15,,,organic,domain
  r-dov,lead,dov,mentee,2025-01-01,2025-07-01,independent,,
  r-eli,craft,eli,mentee,2025-01-01,2025-06-30,completed,assigned,domain
  r-ana,craft,mo,mentor,2025-01-01,,,,
  r-bea,craft,mo,mentor,2025-01-01,,,organic,
  r-cal,said,max,mentor,2025-01-01,,,,
  r-dov,lead,mo,mentor,2025-01-01,,,,`;

const sessions = `
  session_id,relationship_id,held_on,minutes,state
  s1,r-ana,2025-07-01,90,held
  s2,r-ana,2025-09-01,60,held
  s3,r-cal,2025-09-01,80,held
  s4,r-bea,2025-08-01,999,held
  s5,r-dov,2025-07-01,999,held`;

let cohort: Cohort;
beforeAll(async () => {
  const files = { people, tracks, participations, sessions };
  cohort = await (await organisation({ files, settings: { levels: ['junior', 'senior', 'lead'] } }))('2025-Q3');
});

const mentoring = { variant: 'mentoring_endings' };

describe('what kind of pairing works', () => {
  it('never pools coaching with mentoring; a track that says no practice is mentoring', () => {
    // Mentoring ended: ana well, bea not; eli a day too early. Coaching: dov.
    expect(exactly(cohort, 'pairing', mentoring).organisation).toEqual({
      pairedMentees: 2,
      pairedMentors: 1,
      good: 1,
      notGood: 1,
    });
    expect(exactly(cohort, 'pairing', { variant: 'coaching_endings' }).organisation).toMatchObject({ good: 1, notGood: 0 });
    expect(exactly(cohort, 'pairing', { variant: 'mentoring_minutes' }).organisation).toMatchObject({ pairs: 2 });
  });

  it('means held minutes a month over the months in which each ran, cut off at twice the greatest agreed dose', () => {
    // ana 150 in three months: 50. bea 999 in July and August: 240 of 499.5. cal 80 in August and September: 40.
    // mo is in the first two: they share one weight.
    const variant = 'mentoring_minutes';
    expect(exactly(cohort, 'pairing', { variant }).organisation).toMatchObject({
      pairs: 2,
      minutes: (50 - 120) / 2 + (240 - 120) / 2 + (40 - 120),
    });
    expect(figures(cohort, 'pairing', { variant }).organisation).toMatchObject({ pairs: 2, monthly: 92.5 });
    // dov's 999 in the one month he was coached: the range is that of all tracks.
    expect(exactly(cohort, 'pairing', { variant: 'coaching_minutes' }).organisation).toMatchObject({
      pairs: 1,
      minutes: 240 - 120,
    });
  });

  it('takes the formation from the record of any of its people', () => {
    expect(exactly(cohort, 'pairing', { ...mentoring, by: ['formation'] })).toMatchObject({
      assigned: { good: 1, notGood: 0 },
      organic: { good: 0, notGood: 1 }, // said by bea's mentor
    });
  });

  it('shares a relationship among its criteria', () => {
    expect(exactly(cohort, 'pairing', { ...mentoring, by: ['criterion'] })).toMatchObject({
      domain: { pairedMentees: 0.5, good: 0.5 },
      style: { pairedMentees: 0.5, good: 0.5 },
      other: { good: 0, notGood: 0 },
    });
  });

  it('sets the mentor\u2019s level and location beside the mentee\u2019s', () => {
    expect(exactly(cohort, 'pairing', { ...mentoring, by: ['level_gap'] })).toMatchObject({
      one: { good: 1, notGood: 0 }, // ana junior, mo senior
      equal: { good: 0, notGood: 1 }, // bea and mo
    });
    const running = { variant: 'mentoring_minutes' };
    expect(exactly(cohort, 'pairing', { ...running, by: ['level_gap'] }).more).toMatchObject({ pairs: 1 }); // cal and max
    expect(exactly(cohort, 'pairing', { ...running, by: ['pair_location'] })).toMatchObject({
      same: { pairs: 1 },
      apart: { pairs: 1 },
    });
    // dov's level is above his mentor's; where he works he did not say.
    const coaching = { variant: 'coaching_endings' };
    expect(exactly(cohort, 'pairing', { ...coaching, by: ['level_gap'] }).below).toMatchObject({ good: 1 });
    expect(exactly(cohort, 'pairing', { ...coaching, by: ['pair_location'] })).toMatchObject({
      same: { good: 0 },
      apart: { good: 0 },
    });
  });

  it('warns that pairs chose each other', () => {
    const { population, notFor } = contractOf('pairing');
    expect(population).toContain('Self-selected');
    expect(notFor.join()).toContain('proof');
  });
});
