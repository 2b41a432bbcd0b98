import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

/** The third quarter of 2025. The comment behind a row says whether its ending counts. */
const people = `
  person_id,effective_from,hired_on,left_on,kind,level
  ana,2020-01-01,2020-01-01,,,1
  bea,2020-01-01,2020-01-01,,,1
  cal,2020-01-01,2020-01-01,,,1
  dov,2020-01-01,2020-01-01,,,1
  eli,2020-01-01,2020-01-01,2025-08-31,,2
  fin,2020-01-01,2020-01-01,,,2
  gil,2020-01-01,2020-01-01,,,2
  hugo,2020-01-01,2020-01-01,,,2
  mo,2020-01-01,2020-01-01,,,2
  w1,2020-01-01,2020-01-01,,,2
  w2,2020-01-01,2020-01-01,,,2
  bot,2020-01-01,2020-01-01,,agent,2`;

const tracks = `
  track_id,name
  craft,Craft
  lead,Leading`;

const relationships = [
  'r-ana,craft,ana,mentee,2025-01-01,2025-07-01,completed,', // counts: the first day
  'r-bea,craft,bea,mentee,2025-01-01,2025-09-30,independent,', // counts: the last day
  'r-cal,craft,cal,mentee,2025-01-01,2025-06-30,mismatch,', // a day too early
  'r-dov,craft,dov,mentee,2025-01-01,2025-10-01,sunset,', // a day too late
  'r-eli,lead,eli,mentee,2025-01-01,2025-08-31,left,', // counts, although eli is no longer employed
  'r-fin,lead,fin,mentee,2025-01-01,2025-08-01,completed,closed', // closed
  'r-g1,lead,gil,mentee,2025-01-01,2025-08-01,lapsed,', // gil has four: each weighs 3/4
  'r-g2,lead,gil,mentee,2025-01-01,2025-08-01,lapsed,',
  'r-g3,lead,gil,mentee,2025-01-01,2025-08-01,lapsed,',
  'r-g4,craft,gil,mentee,2025-01-01,2025-08-01,mismatch,',
  'r-hugo,lead,hugo,mentee,2025-01-01,2025-08-01,,', // counts: reason not said, nobody is his mentor
  'r-bot,lead,bot,mentee,2025-01-01,2025-08-01,completed,', // an agent
  'r-who,lead,nobody,mentee,2025-01-01,2025-08-01,completed,', // waits for a person that is not known
  'r-new,no such track,ana,mentee,2025-01-01,2025-08-01,completed,', // waits for a track
  ...['ana', 'bea', 'eli'].map((mentee) => `r-${mentee},craft,mo,mentor,2025-01-01,,,`),
  ...['r-g1', 'r-g2'].map((relationship) => `${relationship},lead,w1,mentor,2025-01-01,,,`),
  ...['r-g3', 'r-g4'].map((relationship) => `${relationship},lead,w2,mentor,2025-01-01,,,`),
];

const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,end_reason,confidentiality
  ${relationships.join('\n')}`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations } }))('2025-Q3');
});

describe('how relationships end', () => {
  it('counts those that ended from the first to the last day, by reason', () => {
    expect(exactly(cohort, 'endings')).toEqual({
      organisation: {
        endingsMentees: 5, // ana, bea, eli, gil, hugo
        endingsMentors: 3, // mo, w1, w2
        completed: 1,
        independent: 1,
        sunset: 0,
        mismatch: 0.75,
        reorganised: 0,
        left: 1,
        lapsed: 2.25,
        unknown: 1,
      },
    });
  });

  it('calls two of the seven good: completed, and no longer needed', () => {
    expect(figures(cohort, 'endings').organisation).toMatchObject({ ended: 7, good: 0.285714285714, lapsed: 0.321428571429 });
  });

  it('shares a person who ended in two tracks between them, so that nobody counts twice', () => {
    expect(exactly(cohort, 'endings', { by: ['track'] })).toMatchObject({
      craft: { endingsMentees: 2.25, mismatch: 0.75, lapsed: 0 },
      lead: { endingsMentees: 2.75, mismatch: 0, lapsed: 2.25 },
    });
  });

  it('sees who left by the attributes they had', () => {
    expect(exactly(cohort, 'endings', { by: ['level'] })).toMatchObject({ 1: { left: 0 }, 2: { left: 1 } });
  });
});
