import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

/** Requests of the year up to 30 September 2025. */
const names = ['ana', 'bea', 'cal', 'dov', 'eli', 'fin', 'gil', 'hugo', 'ida', 'jon', 'kim', 'lia', 'max'];
const people = `
  person_id,effective_from,hired_on,kind,level
  ${names.map((name, at) => `${name},2020-01-01,2020-01-01,,${at < 6 ? 1 : 2}`).join('\n')}
  bot,2020-01-01,2020-01-01,agent,1`;

const tracks = `
  track_id,name
  craft,Craft
  lead,Leading`;

const requests = `
  request_id,person_id,track_id,asked_on,origin,outcome,decided_on
  ${[...names.filter((name) => !['kim', 'lia', 'max'].includes(name)), 'bot'].map((name) => `q-${name},${name},craft,2025-01-01,asked,,`).join('\n')}
  q-kim1,kim,craft,2025-01-01,invited,,
  q-kim2,kim,lead,2025-01-01,nominated,,
  q-lia,lia,craft,2025-09-01,asked,matched,2025-09-30
  q-max,max,craft,2025-09-01,asked,matched,2025-10-01`;

const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,end_reason,confidentiality
  r-bea,craft,bea,mentee,2025-01-10,,,
  r-cal,craft,cal,mentee,2025-01-10,2025-03-01,mismatch,
  r-dov,craft,dov,mentee,2025-01-10,,,
  r-eli,craft,eli,mentee,2025-01-10,2025-03-01,mismatch,
  r-fin,craft,fin,mentee,2025-01-10,2025-03-01,completed,
  r-gil,craft,gil,mentee,2025-01-10,2025-03-01,independent,
  r-hugo,craft,hugo,mentee,2025-01-10,2025-10-01,completed,
  r-ida,craft,ida,mentee,2025-01-10,2025-03-01,completed,closed
  r-jon,craft,jon,mentee,2025-01-10,2025-03-01,sunset,
  r-kim,lead,kim,mentee,2025-01-10,,,`;

/** Three held sessions of each of these, in one month, but for what the list of comments says. */
const threeOf = (relationship: string, days: readonly string[], state = 'held'): string[] =>
  days.map((day, at) => `${relationship}-${state}-${at},${relationship},${day},30,${state}`);
const days = ['2025-01-15', '2025-02-15', '2025-02-28'];
const sessions = `
  session_id,relationship_id,held_on,minutes,state
  ${[
    ...threeOf('r-bea', days.slice(1)),
    ...threeOf('r-bea', ['2025-03-01'], 'planned'),
    ...threeOf('r-dov', days),
    ...threeOf('r-eli', ['2025-01-15', '2025-01-15', '2025-03-02']),
    ...threeOf('r-fin', days),
    ...threeOf('r-hugo', days),
  ].join('\n')}`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, requests, participations, sessions } }))('2025-Q3');
});

describe('where people leave the path', () => {
  /*
   * ana   asked, nothing began
   * bea   matched; two sessions held and one planned
   * cal   matched; it ended without a session
   * dov   third session
   * eli   matched: the third session was held a day after eli had gone
   * fin   completed, with three sessions
   * gil   completed: no longer needed, whatever the number of sessions
   * hugo  third session; completes a day after the last day
   * ida   served by a closed relationship: left out; bot is an agent
   * jon   matched: the track ended before a session
   * kim   two requests, one half each: asked in craft, matched in lead
   * lia   matched on the last day, as the outcome says, and not begun yet; max a day later
   */
  it('counts each person once, at the furthest step', () => {
    expect(exactly(cohort, 'funnel')).toEqual({ organisation: { asked: 2.5, matched: 5.5, third: 2, completed: 2 } });
    expect(exactly(cohort, 'funnel', { by: ['track'] })).toEqual({
      craft: { asked: 2.5, matched: 5, third: 2, completed: 2 },
      lead: { asked: 0, matched: 0.5, third: 0, completed: 0 },
    });
  });

  it('gives the rate of each step over those who came to the one before', () => {
    const { entered, matchedRate, thirdRate, completedRate } = figures(cohort, 'funnel').organisation!;
    expect([entered, matchedRate, thirdRate, completedRate]).toEqual([
      12,
      expect.closeTo(9.5 / 12, 10),
      expect.closeTo(4 / 9.5, 10),
      0.5,
    ]);
  });

  it('sets every step of a group beside everyone else', () => {
    // Level 1: ana asked; bea, cal, eli matched; dov third; fin completed. Level 2: 1.5 asked; 2.5 matched; 1 third; 1 completed.
    const { 1: level1 } = figures(cohort, 'funnel', { by: ['level'] });
    expect(level1).toMatchObject({
      rateRatio: expect.closeTo(5 / 6 / (4.5 / 6), 10),
      thirdRateRatio: expect.closeTo(2 / 5 / (2 / 4.5), 10),
      completedRateRatio: expect.closeTo(1, 10),
      completedComparisons: 2,
    });
  });
});
