import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

/** 30 September 2025. */
const people = `
  person_id,effective_from,hired_on,left_on,kind
  ${['ana', 'bea', 'cal', 'dov', 'eli', 'm1', 'm2'].map((name) => `${name},2020-01-01,2020-01-01,,`).join('\n')}
  bot,2020-01-01,2020-01-01,,agent`;

const tracks = `
  track_id,name
  craft,Craft
  lead,Leading`;

const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,rationale_recorded,confidentiality
  r-ana,craft,ana,mentee,2025-01-01,,yes,
  r-ana,craft,m1,mentor,2025-01-01,,no,
  r-bea,craft,bea,mentee,2025-01-01,,,
  r-bea,craft,m1,mentor,2025-01-01,,yes,
  r-cal,lead,cal,mentee,2025-01-01,,no,
  r-cal,lead,m1,mentor,2025-01-01,,,
  r-dov,lead,dov,mentee,2025-01-01,,,
  r-dov,lead,m2,mentor,2025-01-01,,,
  r-ana2,lead,ana,mentee,2025-01-01,2025-09-29,yes,
  r-eli,lead,eli,mentee,2025-01-01,,yes,closed
  r-bot,lead,bot,mentee,2025-01-01,,yes,`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations } }))('2025-Q3');
});

describe('whether the reason of the pairing is on record', () => {
  it('takes the word of either side; silence is no record', () => {
    // ana: the mentee's row says yes. bea: the mentor's does. cal: no. dov: nobody says. The others do not run, or are closed.
    expect(exactly(cohort, 'rationale')).toEqual({
      organisation: { runningMentees: 4, runningMentors: expect.closeTo(2, 10), recorded: 2, notRecorded: 2 },
    });
  });

  it('is told by track', () => {
    expect(figures(cohort, 'rationale', { by: ['track'] })).toMatchObject({ craft: { recorded: 1 }, lead: { recorded: 0 } });
  });
});
