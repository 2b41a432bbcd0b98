import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

const people = `
  person_id,effective_from,hired_on,left_on,kind,level
  ana,2020-01-01,2020-01-01,,,1
  bea,2020-01-01,2020-01-01,,,1
  cal,2020-01-01,2020-01-01,,,2
  dov,2020-01-01,2020-01-01,2025-09-15,,2
  bot,2020-01-01,2020-01-01,,agent,2`;

const tracks = `
  track_id,name
  craft,Craft
  lead,Leading`;

const feedback = `
  respondent_id,item,answered_on,track_id,answer
  ana,safety,2025-07-01,craft,2
  ana,safety,2025-09-30,craft,5
  ana,trust,2025-08-01,,4
  bea,safety,2025-08-01,craft,3
  bea,safety,2025-08-01,lead,1
  cal,safety,2025-06-30,craft,1
  cal,trust,2025-10-01,craft,1
  cal,trust,2025-08-01,unheard of,1
  dov,safety,2025-08-01,craft,1
  bot,safety,2025-08-01,craft,1
  nobody,safety,2025-08-01,craft,1`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, feedback } }))('2025-Q3');
});

describe('the pulse of the third quarter', () => {
  // ana says safety 5 (her latest; the 2 of July is past) and trust 4: 4.5. bea says safety 3 about craft and 1 about lead
  // on one day: of answers of one day the first track in code-unit order stands, 3. cal answered a day too early, a day too late, and
  // about a track that nobody knows; dov left; bot is an agent; nobody is not known.
  it('counts each person once, by the mean of the items', () => {
    const answers = [4.5, 3];
    expect(exactly(cohort, 'pulse')).toEqual({
      organisation: {
        respondents: 2,
        answers: answers.reduce((sum, x) => sum + (x - 3), 0),
        // Squares are those of single answers, since the items take their spread from here: ana's are of 5 and 4. h²/2 = 2.
        answersSquared: ((5 - 3) ** 2 + (4 - 3) ** 2) / 2 - 2 + ((3 - 3) ** 2 - 2),
        favourable: 1,
      },
    });
    expect(figures(cohort, 'pulse').organisation).toMatchObject({ answered: 2, mean: 3.75, share: 0.5 });
  });

  it('counts a person once in every item', () => {
    expect(exactly(cohort, 'pulse', { by: ['item'] })).toMatchObject({
      safety: { respondents: 2, answers: 5 - 3 + (3 - 3), favourable: 1 },
      trust: { respondents: 1, answers: 1, favourable: 1 },
    });
  });

  it('counts a person once in every track that the answer is about', () => {
    expect(exactly(cohort, 'pulse', { by: ['track'] })).toMatchObject({
      craft: { respondents: 2, answers: 5 - 3 + (3 - 3), favourable: 1 },
      lead: { respondents: 1, answers: 1 - 3, favourable: 0 },
    });
  });
});
