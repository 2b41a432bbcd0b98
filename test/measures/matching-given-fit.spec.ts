import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, exactTable, figures, organisation } from './support/organisation.js';

/**
 * Who asked in the year up to 30 September 2025: `name, level, gender, skill level, how it was decided, whether it was served`.
 * Craft is meant to build design; lead names nothing.
 */
const asked = [
  ['w1', 1, 'f', 2, 'manual', true],
  ['w2', 1, 'f', 2, 'manual', false],
  ['w3', 1, 'f', 2, 'lottery', false],
  ['m1', 1, 'm', 2, 'manual', true],
  ['m2', 1, 'm', 2, 'manual', true],
  ['m3', 1, 'm', 2, 'lottery', false],
  ['w4', 2, 'f', 3, 'rule', true],
  ['w5', 2, 'f', 3, 'rule', false],
  ['m4', 2, 'm', 3, 'rule', true],
  ['m5', 2, 'm', 3, '', false],
  ['w6', 2, 'f', '', 'rule', true],
] as const;

const people = `
  person_id,effective_from,hired_on,kind,level,demo_gender,consent_demographics
  ${asked.map(([name, level, gender]) => `${name},2020-01-01,2020-01-01,,${level},${gender},yes`).join('\n')}
  no,2020-01-01,2020-01-01,,1,f,no
  bot,2020-01-01,2020-01-01,agent,1,,`;

const tracks = `
  track_id,name,capability
  craft,Craft,design
  lead,Leading,`;

const requests = `
  request_id,person_id,track_id,asked_on,allocation
  ${asked.map(([name, , , , how]) => `q-${name},${name},craft,2025-03-01,${how}`).join('\n')}
  q-no,no,craft,2025-03-01,manual
  q-bot,bot,craft,2025-03-01,manual
  q-old,w2,craft,2024-09-30,manual`;

const participations = `
  relationship_id,track_id,person_id,role,started_on
  ${asked.flatMap(([name, , , , , served]) => (served ? [`r-${name},craft,${name},mentee,2025-04-01`] : [])).join('\n')}`;

/** w2 was at another level before; what m3 reached after asking does not count; another skill than design never does. */
const skills = `
  person_id,skill,assessed_on,level
  ${asked.flatMap(([name, , , level]) => (level === '' ? [] : [`${name},design,2025-03-01,${level}`])).join('\n')}
  w2,design,2025-02-28,5
  m3,design,2025-03-02,5
  w6,speaking,2025-01-01,3
  no,design,2025-01-01,2`;

const settings = {
  demographics: [
    {
      column: 'demo_gender',
      label: 'Gender',
      why: 'A test.',
      values: [
        { key: 'f', label: 'Women' },
        { key: 'm', label: 'Men' },
      ],
    },
  ],
};

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, requests, participations, skills }, settings }))('2025-Q3');
});

describe('matching at equal fit', () => {
  it('counts who asked in the year, matched or not', () => {
    // Twelve people: the eleven, and one who did not consent; the agent and last year's request are left out.
    expect(exactly(cohort, 'matching_given_fit')).toEqual({ organisation: { fitMatched: 6, fitUnmatched: 6 } });
    expect(figures(cohort, 'matching_given_fit').organisation).toMatchObject({ entered: 12, matchedShare: 0.5 });
  });

  /*
   * Women beside men, by level and skill:
   *   level 1, skill 2: women 1 matched, 2 not; men 2 matched, 1 not.  n = 6: ad ÷ n = 1·1 ÷ 6, bc ÷ n = 2·2 ÷ 6
   *   level 2, skill 3: women 1 matched, 1 not; men 1 matched, 1 not.  n = 4: ad ÷ n = 1 ÷ 4, bc ÷ n = 1 ÷ 4
   *   level 2, not assessed: w6 alone, beside nobody.
   */
  it('compares within job level and skill level', () => {
    const { f, m } = exactly(cohort, 'matching_given_fit', { by: ['demo_gender'] });
    expect(f).toMatchObject({ fitMatched: 3, fitUnmatched: 3, concordant: expect.closeTo(1 / 6 + 1 / 4, 10) });
    expect(f).toMatchObject({
      discordant: expect.closeTo(4 / 6 + 1 / 4, 10),
      differenceWeight: expect.closeTo(9 / 6 + 4 / 4, 10),
    });
    expect(m).toMatchObject({ concordant: f?.discordant, discordant: f?.concordant });
  });

  it('gives the common odds ratio 5 ÷ 11 and difference −1 ÷ 5, and says that the strata were not tested', () => {
    // Odds: (1/6 + 1/4) ÷ (4/6 + 1/4). Difference: (1·3 − 2·3) ÷ 6 + (1·2 − 1·2) ÷ 4 = −1/2, over 9/6 + 4/4.
    expect(figures(cohort, 'matching_given_fit', { by: ['demo_gender'] }).f).toMatchObject({
      oddsRatio: expect.closeTo(5 / 11, 10),
      riskDifference: expect.closeTo(-1 / 5, 10),
      pooling: 'notTested',
    });
  });

  it('is told by how places were given; a request that nobody decided is in none', () => {
    expect(exactly(cohort, 'matching_given_fit', { by: ['allocation'] })).toMatchObject({
      manual: { fitMatched: 3, fitUnmatched: 2 }, // w1, m1, m2; w2 and the one without consent
      rule: { fitMatched: 3, fitUnmatched: 1 },
      lottery: { fitMatched: 0, fitUnmatched: 2 },
    });
  });

  it('is not told by level', () => {
    expect(exactTable(cohort, 'matching_given_fit', { by: ['level'] })).toBeNull();
  });
});
