import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

/** Mentees who began in the three years up to 30 September 2025, the last day of the period. */
const people = `
  person_id,effective_from,hired_on,left_on,kind
  ana,2015-01-01,2015-01-01,,
  bea,2015-01-01,2015-01-01,,
  cal,2015-01-01,2015-01-01,2025-04-01,
  dov,2015-01-01,2015-01-01,2025-04-01,
  eli,2015-01-01,2015-01-01,2025-03-31,
  fin,2015-01-01,2015-01-01,,
  gil,2015-01-01,2015-01-01,,
  hal,2015-01-01,2015-01-01,,
  ida,2015-01-01,2015-01-01,,
  jon,2015-01-01,2015-01-01,,
  kim,2015-01-01,2015-01-01,,
  bot,2015-01-01,2015-01-01,,agent`;

const tracks = `
  track_id,name
  craft,Craft
  lead,Leading`;

const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,confidentiality
  r-ana,craft,ana,mentee,2025-01-01,2025-01-31,
  r-bea,craft,bea,mentee,2025-01-01,,
  r-cal,craft,cal,mentee,2025-01-01,,
  r-dov,craft,dov,mentee,2025-01-01,,
  r-eli,craft,eli,mentee,2025-01-01,,
  r-fin,lead,fin,mentee,2025-06-30,,
  r-gil1,craft,gil,mentee,2022-10-01,,
  r-gil2,lead,gil,mentee,2025-01-01,,
  r-hal1,craft,hal,mentee,2022-09-30,,
  r-hal2,lead,hal,mentee,2025-01-01,,
  r-ida,craft,ida,mentee,2025-01-01,,closed
  r-jon,craft,jon,mentor,2025-01-01,,
  r-kim,lead,kim,mentee,2025-10-01,,
  r-bot,craft,bot,mentee,2025-01-01,,`;

const progressions = `
  person_id,occurred_on,kind,from_rank,to_rank
  ana,2025-01-01,promotion,0,1
  ana,2025-04-01,promotion,1,2
  ana,2025-06-01,promotion,2,3
  bea,2025-04-02,ownership,1,2
  bea,2025-02-01,artefact,1,1
  bea,2025-03-01,role_change,2,1
  cal,2025-04-01,promotion,1,2
  eli,2025-04-02,promotion,1,2
  gil,2025-03-01,promotion,1,2
  hal,2025-03-01,promotion,1,2
  ida,2025-03-01,promotion,1,2
  jon,2025-03-01,promotion,1,2
  bot,2025-03-01,promotion,1,2`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations, progressions } }))('2025-Q3');
});

const nothing = Object.fromEntries(
  ['events', 'competing', 'censored'].flatMap((kind) => [3, 6, 9, 12, 18, 24].map((point) => [`${kind}${point}`, 0])),
);

describe('how many mentees step up', () => {
  /*
   * ana   stepped up on the day she began, which does not count, and again three calendar months later to the day
   * bea   a day more than three months later; a step that raises no rank, or lowers it, is none
   * cal   stepped up and left on the same day, three months later: the step counts
   * dov   left after three months; eli left a day before that, and a step reported for later is no more a step here
   * fin   began three months and no day before the end, and is still followed: no longer than three months
   * gil   began three years ago in craft less a day and stepped up 29 months later, beyond the last point; in lead, where
   *       he began in January, the same step came within three months
   * hal   began three years and a day ago: not counted, but in lead, where he began in January, he is
   * ida   is in a closed relationship, jon a mentor, kim a day late, bot an agent
   */
  it('counts everybody once, from the first beginning to the first step', () => {
    expect(exactly(cohort, 'progression')).toEqual({
      organisation: {
        ...nothing,
        events3: 2, // ana, cal
        events6: 1, // bea
        competing3: 2, // dov, eli
        censored3: 1, // fin
        beyond: 1, // gil
      },
    });
  });

  it('counts everybody once in every track in which they began', () => {
    expect(exactly(cohort, 'progression', { by: ['track'] })).toEqual({
      craft: { ...nothing, events3: 2, events6: 1, competing3: 2, beyond: 1 },
      lead: { ...nothing, events3: 2, censored3: 1, beyond: 0 }, // gil, hal; fin
    });
  });

  it('gives the incidence of Aalen and Johansen, leaving competing', () => {
    // Within three months 2 of 7 step up and 2 leave, at the same time on the grid; fin is gone from the middle of that
    // interval, so that of 6 at the first point 2 step up and 2 leave. Of the 2 left at the second point 1 steps up.
    const { by3, by6, by24 } = figures(cohort, 'progression').organisation!;
    expect(by3).toBeCloseTo(2 / 6, 10);
    expect(by6).toBeCloseTo(2 / 6 + (2 / 6) * (1 / 2), 10);
    expect(by24).toBe(by6);
  });

  it('is not collected without progressions', async () => {
    const silent = await (await organisation({ files: { people, tracks, participations } }))('2025-Q3');
    expect(silent.tallies.progression).toBeUndefined();
  });
});
