import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, organisation } from './support/organisation.js';

const people = `
  person_id,effective_from,hired_on,left_on,kind,team
  ana,2020-01-01,2020-01-01,,,eng/core
  bea,2020-01-01,2020-01-01,,,eng/core
  cal,2020-01-01,2020-01-01,,,eng/core
  dov,2020-01-01,2020-01-01,,,eng/data
  eli,2020-01-01,2020-01-01,,,eng/data
  fin,2020-01-01,2020-01-01,2025-09-30,,eng/core
  gil,2020-01-01,2020-01-01,,,sales
  bot,2020-01-01,2020-01-01,,agent,eng/core`;

const tracks = `
  track_id,name,capability,purpose,practice
  t-go,Go,go,skill,mentoring
  t-cob,Cobol,cobol,legacy,coaching`;

const skills = `
  person_id,skill,assessed_on,level
  ana,go,2025-01-01,3
  bea,go,2025-01-01,2
  bea,go,2025-10-01,5
  cal,go,2025-01-01,4
  dov,go,2025-01-01,4
  fin,go,2025-01-01,5
  bot,go,2025-01-01,5
  eli,cobol,2025-01-01,5
  cal,cobol,2024-01-01,3
  gil,poetry,2025-01-01,5`;

// bea is through six months on 2 January 2026; dov and eli learn cobol, of which eli has enough; coaching takes three months.
const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,confidentiality
  r-bea,t-go,bea,mentee,2025-07-02,,
  r-ana,t-go,ana,mentee,2025-07-02,,closed
  r-cal,t-go,cal,mentee,2025-07-02,2025-09-29,
  r-dov,t-cob,dov,mentee,2025-09-01,,
  r-eli,t-cob,eli,mentee,2025-09-01,,`;

const skill_targets = `
  team,skill,needed_level,needed_people,needed_by
  eng/core,go,3,3,2026-01-02
  eng/data,go,4,1,2026-06-01
  eng/data,cobol,4,2,2025-11-30
  eng,go,4,99,2026-01-01
  sales,go,1,1,2025-06-30
  sales,juggling,5,1,`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, skills, participations, skill_targets } }))('2025-Q3');
});

const about = (...values: readonly number[]): number => values.reduce((sum, x) => sum + (x - 5), 0);

describe('the gaps of the roadmap, by skill', () => {
  it('sums over teams what is needed, present, learned and missing', () => {
    // core needs 3 who have go at level 3: ana and cal; bea learns it and is ready on the very day: it closes.
    // data needs 1 at level 4: dov. eng needs 99, of which ten count, has cal and dov, learns bea, and stays open.
    // sales needed it before the quarter began: that is no target any more.
    expect(exactly(cohort, 'skill_gap', { by: ['skill'] }).go).toMatchObject({
      needed: 3,
      neededSum: about(3, 1, 10),
      presentSum: about(2, 1, 2),
      learningSum: about(1, 0, 1),
      missingSum: about(1, 0, 10),
      met: 1,
      closing: 1,
      open: 1,
    });
    // data needs 2 who have cobol at level 4: eli does and counts as no learner; dov is ready on 1 December, a day too late.
    const cobol = { needed: 1, neededSum: about(2), presentSum: about(1), learningSum: about(1), missingSum: about(1), open: 1 };
    expect(exactly(cohort, 'skill_gap', { by: ['skill'] }).cobol).toMatchObject(cobol);
  });

  it('takes each team once in the whole, by its mean over skills', () => {
    // core 3, data (1 + 2) / 2, eng 10, sales 1 (juggling); open: data, eng, sales.
    const whole = { needed: 4, neededSum: about(3, 1.5, 10, 1), missingSum: about(1, 0.5, 10, 1), met: 0, closing: 1, open: 3 };
    expect(exactly(cohort, 'skill_gap').organisation).toMatchObject(whole);
  });

  it('counts skills that rest on two people, and legacy skills with two learners', () => {
    // On the roadmap: go (ana, cal, dov at level 3 or higher), cobol (cal, eli), juggling (nobody). dov and eli learn cobol.
    expect(exactly(cohort, 'skill_gap', { variant: 'skills_needed' }).organisation).toEqual({
      holders: 4,
      restsOnTwo: 2,
      restsOnMore: 1,
      learnedByTwo: 1,
      learnedByFewer: 0,
    });
  });
});
