import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, exactTable, organisation } from './support/organisation.js';

// Two teams below eng, one beside it. core has five mentees, data one: eng has all six of them.
const core = ['ana', 'bea', 'cal', 'dov', 'eli'];
const people = `
  person_id,effective_from,hired_on,kind,team
  ${core.map((id) => `${id},2020-01-01,2020-01-01,,eng/core`).join('\n')}
  fin,2020-01-01,2020-01-01,,eng/data
  gil,2020-01-01,2020-01-01,,eng/data
  hal,2020-01-01,2020-01-01,,sales
  bot,2020-01-01,2020-01-01,agent,eng/data`;

const tracks = `
  track_id,name
  craft,Craft`;

const participations = `
  relationship_id,track_id,person_id,role,started_on,confidentiality
  ${core.map((id) => `r-${id},craft,${id},mentee,2025-01-01,`).join('\n')}
  r-fin,craft,fin,mentee,2025-01-01,
  r-gil,craft,gil,mentee,2025-01-01,closed
  r-fin,craft,gil,mentor,2025-01-01,
  r-ana,craft,gil,mentor,2025-01-01,
  r-bot,craft,bot,mentee,2025-01-01,`;

const sessions = `
  session_id,relationship_id,held_on,minutes,state
  s1,r-ana,2025-07-01,600,held
  s2,r-fin,2025-09-30,300,held
  s3,r-fin,2025-06-30,300,held
  s4,r-bot,2025-08-01,300,held
  s5,r-bea,2025-08-01,999,planned`;

// A sprint belongs to the quarter in which it ends: S2 to the third, S1 a day too early.
const delivery = `
  team,sprint,starts_on,ends_on,capacity_hours,committed_points,completed_points,mentoring_allocation_hours
  eng/core,old,2024-06-17,2024-07-01,100,10,9,5
  eng/core,S1,2025-06-17,2025-06-30,100,10,1,50
  eng/core,S2,2025-07-01,2025-07-14,100,10,8,5
  eng/core,S3,2025-09-17,2025-09-30,100,20,20,15
  eng/data,old,2024-09-17,2024-09-30,100,10,4,5
  eng/data,S2,2025-07-01,2025-07-14,50,10,11,
  sales,S2,2025-07-01,2025-07-14,0,0,3,5
  eng,old,2024-06-17,2024-06-30,100,10,1,5
  eng,S2,2025-07-01,2025-07-14,200,10,10,5`;

const practice = `
  team,sprint,pull_requests,with_mentoring_sections,walkthrough_items,items_in_time_box,items_accepted,plans,plans_with_mentoring
  eng/core,S1,9,9,9,9,9,9,9
  eng/core,S2,10,4,4,1,2,0,0
  eng/core,S3,30,6,0,0,0,2,1
  eng/data,S2,10,10,,,,,
  sales,S9,1,1,1,1,1,1,1`;

const team_sessions = `
  team,held_on,goals_named,goals_in_next_sprint,goals_retested
  eng/core,2025-07-01,3,2,1
  eng/core,2025-09-30,2,1,0
  eng/data,2025-08-01,0,0,0
  sales,2025-10-01,3,3,3`;

let cohort: Cohort;
beforeAll(async () => {
  const files = { people, tracks, participations, sessions, delivery, practice, team_sessions };
  cohort = await (await organisation({ files }))('2025-Q3');
});

const about = (values: readonly number[], low: number, high: number): number =>
  values.reduce((sum, x) => sum + (x - (low + high) / 2), 0);

describe('teams as units', () => {
  it('need ten of them as drawn, stand in no level, and in the top layer of their tree', () => {
    const table = exactTable(cohort, 'delivery', { by: ['team'] });
    expect(table?.bases).toEqual([{ kind: 'secret', of: ['teams'], least: 10 }]);
    expect(exactly(cohort, 'capacity', { by: ['team'] })).toMatchObject({ eng: { agreed: 3 }, sales: { agreed: 0 } });
    expect(exactly(cohort, 'capacity', { by: ['team'] }).eng).not.toHaveProperty('eligible');
  });
});

describe('delivery', () => {
  // core: (0.8 + 1) / 2 = 0.9 now and 0.9 a year before. data: 1.1 now, 0.4 then: cut off at 0.3. eng's old sprint ended a
  // day before the quarter of last year; sales committed to nothing.
  it('changed by 0 and by more than 0.3 in two teams', () => {
    const { teams, teamsSum, ratiosSum } = exactly(cohort, 'delivery').organisation!;
    expect(teams).toBe(2);
    expect(teamsSum).toBeCloseTo(about([0, 0.3], -0.3, 0.3), 12);
    expect(ratiosSum).toBeCloseTo(about([0.9, 1.1], 0.4, 1.2), 12);
  });

  it('sets teams with five mentees beside the others', () => {
    const { mentored, mentoredSum, others, othersSum } = exactly(cohort, 'delivery', {
      variant: 'teams_with_mentees',
    }).organisation!;
    expect([mentored, others]).toEqual([1, 1]); // core; data has one mentee, and one in a closed relationship
    expect([mentoredSum, othersSum].map((x) => Number(x!.toFixed(12)))).toEqual([0, 0.3]);
  });
});

describe('practice', () => {
  it('is the share of each team over the sprints that ended in the quarter', () => {
    // core: 10 of 40 pull requests; data 10 of 10. sales' sprint is in no delivery file.
    expect(exactly(cohort, 'practice_uptake').organisation).toMatchObject({ sections: 2, sectionsSum: about([0.25, 1], 0, 1) });
    expect(exactly(cohort, 'practice_uptake', { variant: 'plans' }).organisation).toMatchObject({ plans: 1, plansSum: 0 });
    const items = { accepted: 1, acceptedSum: about([0.5], 0, 1), boxedSum: about([0.25], 0, 1) };
    expect(exactly(cohort, 'practice_uptake', { variant: 'walkthroughs' }).organisation).toMatchObject(items);
  });
});

describe('mentoring of teams', () => {
  it('names three goals in half of the sessions of one team, and in none of another', () => {
    expect(exactly(cohort, 'team_mentoring').organisation).toMatchObject({ three: 2, threeSum: about([0.5, 0], 0, 1) });
  });

  it('takes three of five goals into the next sprint and tests one again; a team without goals is no part of it', () => {
    const { taken, takenSum, retestedSum } = exactly(cohort, 'team_mentoring', { variant: 'team_goals' }).organisation!;
    expect(taken).toBe(1);
    expect(takenSum).toBeCloseTo(0.6 - 0.5, 12);
    expect(retestedSum).toBeCloseTo(0.2 - 0.5, 12);
  });
});

describe('capacity', () => {
  // Held: ana 10 hours in core; gil 10 + 5 = 15 and fin 5 in data, so that eng has 30 in all. The agent's are nobody's.
  // core: 200 hours of capacity, 20 agreed, 28 points. data: 50 hours, none agreed, 11 points; 20 held hours are 0.4 of
  // them, cut off at 0.2. eng itself: 200 hours, 5 agreed, 10 points. sales has no capacity.
  it('counts agreed and held hours for each hour of capacity', () => {
    const { agreed, agreedSum, usedSum, grossSum, netSum } = exactly(cohort, 'capacity').organisation!;
    expect(agreed).toBe(3);
    expect(agreedSum).toBeCloseTo(about([20 / 200, 0, 5 / 200], 0, 0.2), 12);
    expect(usedSum).toBeCloseTo(about([10 / 200, 0.2, 30 / 200], 0, 0.2), 12);
    expect(grossSum).toBeCloseTo(about([28 / 200, 11 / 50, 10 / 200], 0, 0.5), 12);
    expect(netSum).toBeCloseTo(about([28 / 190, 11 / 30, 10 / 170], 0, 0.5), 12);
  });
});
