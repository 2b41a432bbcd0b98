import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseRow, Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

/** The period ends on 30 September 2025; the landmark is 30 September 2024. */
const people = `
  person_id,effective_from,hired_on,left_on,kind,level,performance_band
  ana,2024-01-01,2023-09-30,,,1,high
  ana,2024-07-01,,,,2,low
  bea,2020-01-01,2020-01-01,,,1,mid
  cal,2024-01-01,2022-09-30,,,1,mid
  cal,2024-11-01,,,,1,high
  dov,2020-01-01,2020-01-01,2024-09-30,,1,mid
  eli,2020-01-01,2020-01-01,2024-12-01,,1,mid
  fin,2024-10-01,2024-10-01,,,1,mid
  gil,2020-01-01,,,,1,mid
  hal,2020-01-01,2020-01-01,,,1,mid
  pat,2020-01-01,2020-01-01,2020-06-01,,1,mid
  bot,2020-01-01,2020-01-01,,agent,1,mid`;

const tracks = `
  track_id,name
  craft,Craft
  lead,Leading`;

const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,confidentiality
  r-ana1,craft,ana,mentee,2024-04-10,2024-05-10,
  r-ana2,lead,ana,mentee,2024-09-01,,
  r-bea,craft,bea,mentee,2024-09-30,,
  r-cal,craft,cal,mentee,2024-10-01,,
  r-eli,craft,eli,mentor,2024-01-01,,
  r-gil,craft,gil,mentee,2024-01-01,,
  r-hal,craft,hal,mentee,2024-01-01,,closed
  r-bot,craft,bot,mentee,2024-01-01,,`;

const progressions = `
  person_id,occurred_on,kind,from_rank,to_rank
  ana,2024-10-01,promotion,1,2
  ana,2025-10-01,promotion,2,3
  bea,2024-09-30,promotion,1,2
  cal,2024-10-01,promotion,1,2
  eli,2024-11-01,promotion,1,2
  eli,2020-01-02,ownership,0,1
  pat,2020-02-01,promotion,1,2
  gil,2025-09-30,promotion,1,2
  hal,2025-01-01,ownership,1,2
  hal,2025-02-01,promotion,2,2
  bot,2020-01-05,promotion,1,2`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations, progressions } }))('2025-Q3');
});

const words = ({ secret, numbers, labels }: CaseRow): string =>
  [secret.track ?? 'anywhere', ...Object.values(labels), ...Object.values(numbers)].join(' ');

describe('people at the landmark', () => {
  /*
   * ana   mentored since April with the band of then, not of July; in the second year to the day; promoted the day after
   * bea   mentored since the landmark itself, which is by then; promoted that day, which is not after it
   * cal   mentored from the day after on: not by then; the band at the landmark; promoted
   * dov   left on the landmark day; fin was hired the day after; bot is an agent
   * eli   a mentor is not mentored; promoted before leaving
   * gil   mentored; when hired was not said; promoted on the last day
   * hal   mentored in a closed relationship, which counts as none; an ownership and a promotion to the same rank are no step
   */
  it('are mentored or not by that day, and step up or not after it', () => {
    const rows = cohort.cases.promotions_after_landmark!.map(words).sort();
    // track, level, performance band, tenure, mentored, stepped up
    expect(rows).toEqual(
      [
        'anywhere 2 high 1-2 1 1', // ana
        'anywhere 1 mid (not said) 1 1', // gil
        'anywhere 1 mid 2-4 0 1', // cal
        'anywhere 1 mid 4+ 0 0', // hal
        'anywhere 1 mid 4+ 0 1', // eli
        'anywhere 1 mid 4+ 1 0', // bea
        'craft 1 mid (not said) 1 1', // gil
        'craft 1 mid 4+ 1 0', // bea
        'craft 2 high 1-2 1 1', // ana
        'lead 2 high 1-2 1 1', // ana
      ].sort(),
    );
  });

  it('are compared crudely, share by share, and within strata', () => {
    const { organisation: whole } = exactly(cohort, 'promotion_comparison', { variant: 'landmark' });
    expect(whole).toMatchObject({ mentored: 3, mentoredStepped: 2, others: 3, othersStepped: 2 });
    // Only level 1, mid, four years and more holds both: bea, who did not step up, beside hal, who did not, and eli.
    expect(whole).toMatchObject({ concordant: 0, discordant: 1 / 3 });
    expect(figures(cohort, 'promotion_comparison', { variant: 'landmark' }).organisation!.crudeRatio).toBeCloseTo(1, 10);
  });

  it('are, in a track, those mentored there beside those mentored nowhere', () => {
    const cells = exactly(cohort, 'promotion_comparison', { variant: 'landmark', by: ['track'] });
    expect(cells.craft).toMatchObject({ mentored: 3, mentoredStepped: 2, others: 3, othersStepped: 2 });
    expect(cells.lead).toMatchObject({ mentored: 1, mentoredStepped: 1, others: 3, othersStepped: 2 });
  });
});

describe('employment over time', () => {
  it('is cut into time before and time since the first day as a mentee, in days since hiring', () => {
    const rows = cohort.cases.promotion_times!.map(words).sort();
    // track, level, performance band, mentored, start, stop, stepped up
    expect(rows).toEqual(
      [
        // ana: known from 1 January 2024, her 93rd day; mentored from 10 April (193rd), promoted on 1 October (367th)
        'anywhere 1 high 0 93 193 0',
        'anywhere 1 high 1 193 367 1',
        'craft 1 high 1 193 367 1',
        'lead 2 high 1 337 367 1', // in lead from 1 September, with the band from before mentoring began
        // pat: the first promotion on record, on 1 February 2020; nobody is observed before its eve, the 30th day
        'anywhere 1 mid 0 30 31 1',
        // bea: promoted on the very day on which mentoring began: that belongs to the time before
        'anywhere 1 mid 0 30 1734 1',
        // cal: the same; known from the 458th day on
        'anywhere 1 mid 0 458 732 1',
        // dov: left on the landmark day; eli: promoted a month before leaving; fin: followed for the whole year
        'anywhere 1 mid 0 30 1734 0',
        'anywhere 1 mid 0 30 1766 1',
        'anywhere 1 mid 0 0 364 0',
        // hal: nothing that counts, to the last day. gil has no hiring date, bot is an agent.
        'anywhere 1 mid 0 30 2099 0',
      ].sort(),
    );
  });

  it('counts in an arm all who spend time in it, and in both who do so in both', () => {
    const { lead } = exactly(cohort, 'promotion_comparison', { variant: 'over_time', by: ['track'] });
    expect(lead).toMatchObject({ mentored: 1, others: 8, mentoredStepped: 1, othersStepped: 4 });
  });
});
