import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, organisation } from './support/organisation.js';

const people = `
  person_id,effective_from,hired_on,left_on,kind
  ana,2015-01-01,2015-01-01,,
  bea,2015-01-01,2015-01-01,,
  cal,2015-01-01,2015-01-01,2024-08-01,
  dov,2015-01-01,2015-01-01,,
  bot,2015-01-01,2015-01-01,,agent
  box,2015-01-01,2015-01-01,2024-03-01,agent`;

const participations = `
  relationship_id,track_id,person_id,role,started_on
  ${['ana', 'bea', 'cal', 'dov', 'bot', 'box'].map((id) => `r-${id},craft,${id},mentee,2024-01-31`).join('\n')}`;

const progressions = `
  person_id,occurred_on,kind,from_rank,to_rank
  ana,2024-07-31,novel_situation,1,1
  bea,2024-05-01,promotion,1,2
  bea,2024-08-01,novel_situation,2,2
  dov,2025-02-01,novel_situation,1,1
  bot,2024-06-01,novel_situation,0,0`;

let cohort: Cohort;
beforeAll(async () => {
  const files = { people, tracks: 'track_id,name\ncraft,Craft\nlead,Leading', participations, progressions };
  cohort = await (await organisation({ files }))('2025-Q3');
});

const none = { events6: 0, events12: 0, competing6: 0, competing12: 0, censored6: 0, censored12: 0, beyond: 0 };

describe('new situations', () => {
  /*
   * ana   six months later to the day; no rank is raised by it
   * bea   a promotion is no new situation; hers came in the seventh month
   * cal   left in the seventh month; dov was a day late for the last point
   */
  it('count the first that somebody handled alone after beginning as a mentee', () => {
    expect(exactly(cohort, 'novel_situations').organisation).toEqual({
      ...none,
      events6: 1,
      events12: 1,
      competing12: 1,
      beyond: 1,
    });
  });

  it('count agents apart', () => {
    expect(exactly(cohort, 'novel_situations', { variant: 'agents' }).organisation).toEqual({
      ...none,
      events6: 1,
      competing6: 1,
    });
    expect(exactly(cohort, 'novel_situations', { variant: 'agents', by: ['track'] })).toMatchObject({
      craft: { events6: 1 },
      lead: none,
    });
  });
});
