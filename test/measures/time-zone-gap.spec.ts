import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

/** 30 September 2025: Berlin stands at +2 hours, New York at −4, Cairo at +3, Kolkata at +5:30, Auckland at +13, Honolulu at −10. */
const people = `
  person_id,effective_from,hired_on,left_on,kind,level,time_zone
  ben,2020-01-01,2020-01-01,,,1,Europe/Berlin
  nia,2020-01-01,2020-01-01,,,1,America/New_York
  cyd,2020-01-01,2020-01-01,,,1,Africa/Cairo
  kai,2020-01-01,2020-01-01,,,1,Asia/Kolkata
  auk,2020-01-01,2020-01-01,,,1,Pacific/Auckland
  who,2020-01-01,2020-01-01,,,1,
  off,2020-01-01,2020-01-01,2025-09-30,,1,America/New_York
  bot,2020-01-01,2020-01-01,,agent,1,America/New_York
  mo,2020-01-01,2020-01-01,,,2,Europe/Berlin
  hon,2020-01-01,2020-01-01,,,2,Pacific/Honolulu`;

const tracks = `
  track_id,name
  craft,Craft
  lead,Leading`;

const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,confidentiality
  r1,craft,ben,mentee,2025-01-01,,
  r1,craft,mo,mentor,2025-01-01,,
  r2,craft,nia,mentee,2025-01-01,2025-09-30,
  r2,craft,mo,mentor,2025-01-01,2025-09-30,
  r3,craft,cyd,mentee,2025-01-01,2025-09-29,
  r3,craft,hon,mentor,2025-01-01,2025-09-29,
  r4,lead,kai,mentee,2025-01-01,,
  r4,lead,hon,mentor,2025-01-01,,
  r4,lead,mo,mentor,2025-01-01,,
  r5,lead,auk,mentee,2025-01-01,,
  r5,lead,hon,mentor,2025-01-01,,
  r6,lead,who,mentee,2025-01-01,,
  r6,lead,mo,mentor,2025-01-01,,
  r7,lead,off,mentee,2025-01-01,,
  r7,lead,mo,mentor,2025-01-01,,
  r8,lead,bot,mentee,2025-01-01,,
  r8,lead,mo,mentor,2025-01-01,,
  r9,lead,nia,mentee,2025-01-01,,closed
  r9,lead,mo,mentor,2025-01-01,,closed
  r10,lead,ben,mentee,2025-01-01,,
  r10,lead,hon,mentor,2025-01-01,2025-06-30,
  r11,lead,cyd,mentee,2025-10-01,,
  r11,lead,hon,mentor,2025-10-01,,`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations } }))('2025-Q3');
});

describe('time zones apart', () => {
  /*
   * Running on 30 September: r1 0 hours; r2, which ends that day, 6 hours; r4 3.5 hours to the nearer of two mentors;
   * r5 23 hours, which is one hour the other way round; r6 not said; r10 has lost its mentor: not said.
   * r3 ended a day before, r7's mentee left that day, r8's is an agent, r9 is closed, r11 begins a day later.
   * Mo mentors four of these rows (r1, r2, r4, r6): each weighs 3/4. Hon mentors r4, r5 and, once, r10: three.
   */
  it('counts running relationships by the distance of their clocks', () => {
    expect(exactly(cohort, 'time_zone_gap')).toEqual({
      organisation: {
        runningMentees: 5, // ben, nia, kai, auk, who
        runningMentors: expect.closeTo(2, 10), // mo, hon
        apart: 0.75, // r2
        near: 2.5, // r1 and r4 with 3/4, r5
        notSaid: 1.75, // r6 with 3/4, r10
      },
    });
  });

  it('gives the share of those whose time zones are known', () => {
    expect(figures(cohort, 'time_zone_gap').organisation).toMatchObject({ apart: expect.closeTo(0.75 / 3.25, 10) });
  });

  it('uses the clock of that day, summer time or not', async () => {
    const winter = await organisation({
      files: {
        people: `
          person_id,effective_from,hired_on,level,time_zone
          mia,2020-01-01,2020-01-01,1,America/Sao_Paulo
          mo,2020-01-01,2020-01-01,2,Europe/Berlin`,
        tracks,
        participations: `
          relationship_id,track_id,person_id,role,started_on
          r1,craft,mia,mentee,2020-01-01
          r1,craft,mo,mentor,2020-01-01`,
      },
    });
    // Berlin stands at +2 in September and +1 in December, São Paulo at −3 all year: five hours, then four.
    expect(exactly(await winter('2025-Q3'), 'time_zone_gap').organisation).toMatchObject({ apart: 1, near: 0 });
    expect(exactly(await winter('2025-Q4'), 'time_zone_gap').organisation).toMatchObject({ apart: 0, near: 1 });
  });
});
