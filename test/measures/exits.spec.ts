import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

const leavers = ['ana', 'bea', 'cal', 'dov', 'eli', 'fin'].map((id) => `${id},2020-01-01,2020-01-01,2025-08-15,,1`);
const people = `
  person_id,effective_from,hired_on,left_on,kind,level
  ${leavers.join('\n')}
  gil,2020-01-01,2020-01-01,,,2
  mo,2020-01-01,2020-01-01,,,2
  bot,2020-01-01,2020-01-01,2025-08-15,agent,2`;

const tracks = `
  track_id,name
  craft,Craft`;

// Mentored before: ana and bea. cal began on the day of his interview, dov in a closed relationship, eli as a mentor.
const participations = `
  relationship_id,track_id,person_id,role,started_on,confidentiality
  r-ana,craft,ana,mentee,2024-01-01,
  r-bea,craft,bea,mentee,2025-08-14,
  r-cal,craft,cal,mentee,2025-08-15,
  r-dov,craft,dov,mentee,2024-01-01,closed
  r-ana,craft,eli,mentor,2024-01-01,`;

const exit_interviews = `
  person_id,track_id,held_on,themes,would_recommend
  ana,craft,2025-07-01,pay,1
  ana,craft,2025-08-15,growth;pay,9
  bea,,2025-08-15,growth,7
  cal,,2025-08-15,,4
  dov,,2025-08-15,,
  eli,,2025-09-30,pay,6
  fin,,2025-06-30,pay,0
  bot,,2025-08-15,pay,0
  gil,unheard of,2025-08-15,pay,0`;

let cohort: Cohort;
beforeAll(async () => {
  const files = { people, tracks, participations, exit_interviews };
  cohort = await (await organisation({ files, settings: { themes: ['growth', 'pay', 'workload'] } }))('2025-Q3');
});

describe('what leavers say', () => {
  // Interviewed: ana (her last of the quarter), bea, cal, dov, eli. fin a day too early, bot an agent, gil's track unknown.
  it('counts who named any theme of the settings, each leaver once', () => {
    expect(exactly(cohort, 'exit_themes')).toEqual({ organisation: { naming: 3, notNaming: 2 } }); // ana, bea, eli
    expect(figures(cohort, 'exit_themes').organisation).toMatchObject({ interviewed: 5, share: 0.6 });
  });

  it('counts every leaver in every theme, named or not', () => {
    expect(exactly(cohort, 'exit_themes', { by: ['theme'] })).toEqual({
      growth: { naming: 2, notNaming: 3 }, // ana, bea
      pay: { naming: 2, notNaming: 3 }, // ana, eli
      workload: { naming: 0, notNaming: 5 },
    });
  });

  it('sets those mentored a day before or earlier beside the others', () => {
    expect(exactly(cohort, 'exit_themes', { by: ['mentored', 'theme'] })).toMatchObject({
      'yes × growth': { naming: 2, notNaming: 0 },
      'yes × pay': { naming: 1, notNaming: 1 },
      'no × growth': { naming: 0, notNaming: 3 },
      'no × pay': { naming: 1, notNaming: 2 },
    });
  });
});

describe('whether leavers would recommend it', () => {
  // 9 and 7 of those mentored before; 4 and 6 of the others; dov did not say.
  it('is the mean of their last answers', () => {
    expect(exactly(cohort, 'exit_recommend')).toEqual({
      organisation: {
        all: 4,
        allSum: 9 + 7 + 4 + 6 - 4 * 5,
        allSquares: [9, 7, 4, 6].reduce((sum, x) => sum + (x - 5) ** 2 - 12.5, 0), // h = 5
      },
    });
    expect(figures(cohort, 'exit_recommend').organisation).toMatchObject({ mean: 6.5 });
  });

  it('is 3 points higher among those who were mentored', () => {
    const variant = 'leavers_mentored';
    expect(exactly(cohort, 'exit_recommend', { variant }).organisation).toMatchObject({ mentored: 2, others: 2 });
    expect(figures(cohort, 'exit_recommend', { variant }).organisation).toMatchObject({ mean: 8, notMentored: 5, difference: 3 });
  });
});
