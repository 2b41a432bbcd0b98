import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

/** Requests of the year up to 30 September 2025, the last day of the period. */
const people = `
  person_id,effective_from,hired_on,left_on,kind,level
  ana,2020-01-01,2020-01-01,,,1
  bea,2020-01-01,2020-01-01,,,1
  cal,2020-01-01,2020-01-01,,,1
  dov,2020-01-01,2020-01-01,,,1
  eli,2020-01-01,2020-01-01,,,1
  fin,2020-01-01,2020-01-01,,,2
  gil,2020-01-01,2020-01-01,2025-02-10,,2
  hugo,2020-01-01,2020-01-01,,,2
  ida,2020-01-01,2020-01-01,,,2
  jon,2020-01-01,2020-01-01,,,2
  kim,2020-01-01,2020-01-01,,,2
  bot,2020-01-01,2020-01-01,,agent,2`;

const tracks = `
  track_id,name
  craft,Craft
  lead,Leading`;

const requests = `
  request_id,person_id,track_id,asked_on,origin,outcome,decided_on
  q-ana,ana,craft,2025-01-01,asked,matched,2025-01-05
  q-bea,bea,craft,2025-01-01,invited,matched,2025-01-31
  q-cal,cal,craft,2025-01-01,asked,matched,2025-02-01
  q-dov,dov,craft,2025-08-31,asked,open,
  q-eli,eli,craft,2025-01-01,asked,declined_by_programme,2025-01-10
  q-fin,fin,lead,2025-01-01,asked,withdrawn,2025-03-01
  q-gil,gil,lead,2025-01-01,asked,open,
  q-hugo1,hugo,lead,2025-01-01,asked,matched,2025-01-01
  q-hugo2,hugo,craft,2025-06-01,asked,open,
  q-ida,ida,lead,2025-01-01,asked,matched,2025-02-01
  q-jon,jon,lead,2024-09-30,asked,matched,2025-02-01
  q-kim,kim,lead,2025-10-01,asked,open,
  q-bot,bot,lead,2025-01-01,asked,matched,2025-02-01
  q-who,nobody,lead,2025-01-01,asked,open,
  q-new,ana,no such track,2025-01-01,asked,open,`;

const participations = `
  relationship_id,track_id,person_id,role,started_on,confidentiality
  r-ana0,craft,ana,mentee,2024-12-31,
  r-ana1,craft,ana,mentee,2025-01-01,
  r-ana2,craft,ana,mentee,2025-06-01,
  r-bea,craft,bea,mentee,2025-01-31,
  r-cal,craft,cal,mentee,2025-02-01,
  r-eli,craft,eli,mentor,2025-02-01,
  r-gil,craft,gil,mentee,2025-01-15,
  r-hugo,lead,hugo,mentee,2025-01-01,
  r-ida,lead,ida,mentee,2025-02-01,closed
  r-kim,lead,kim,mentee,2025-10-02,
  r-bot,lead,bot,mentee,2025-02-01,`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, requests, participations } }))('2025-Q3');
});

describe('how long people wait', () => {
  /*
   * ana   served on the day itself: what she began a day before does not serve it, what she began in June is the second
   * bea   served after 30 days, the last day of the first interval; an invitation waits like a request
   * cal   served after 31 days
   * dov   asked 30 days before the end, still open: followed no longer than 30 days
   * eli   refused, and a mentor since: followed to the end, 272 days, unserved
   * fin   withdrew after 59 days
   * gil   left after 40 days; a relationship in another track serves nothing
   * hugo  two requests of one half each: served at once in lead, 121 days unserved in craft
   * ida   served by a closed relationship: left out
   * jon   asked a year and a day before the end; kim a day after it; bot is an agent; the others wait for the unknown
   */
  it('counts each person once, served or followed no longer, by interval', () => {
    expect(exactly(cohort, 'wait')).toEqual({
      organisation: {
        events30: 2.5, // ana, bea, half of hugo
        events60: 1, // cal
        events90: 0,
        events180: 0,
        censored30: 1, // dov
        censored60: 2, // fin, gil
        censored90: 0,
        censored180: 0.5, // the other half of hugo
        beyond: 1, // eli
      },
    });
  });

  it('gives the share served by Kaplan and Meier: 1 − (1 − 2.5 ÷ 7)(1 − 1 ÷ 2.5)', () => {
    // Of 8, 2.5 are served within 30 days and 1 is followed no longer: it is gone before the events of its interval.
    const { by30, by60, by90, by180, followed30, followed180 } = figures(cohort, 'wait').organisation!;
    expect(by30).toBeCloseTo(2.5 / 7, 10);
    expect(by60).toBeCloseTo(1 - (1 - 2.5 / 7) * (1 - 1 / 2.5), 10);
    expect([by90, by180]).toEqual([by60, by60]);
    expect([followed30, followed180]).toEqual([4.5, 1]);
  });

  it('belongs to the track that was asked for', () => {
    expect(exactly(cohort, 'wait', { by: ['track'] })).toMatchObject({
      craft: { events30: 2, censored180: 0.5, beyond: 1 },
      lead: { events30: 0.5, censored60: 2, beyond: 0 },
    });
  });

  it('is not collected without requests', async () => {
    const silent = await (await organisation({ files: { people, tracks, participations } }))('2025-Q3');
    expect(silent.tallies.wait).toBeUndefined();
  });
});
