import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { MEASURES } from '../../api/src/measures/index.js';
import { contractOf, exactly, figures, organisation } from './support/organisation.js';

const people = `
  person_id,effective_from,hired_on,left_on,kind,level,consent_demographics,demo_gender
  ana,2020-01-01,2020-01-01,,,1,yes,f
  bea,2020-01-01,2020-01-01,,,1,yes,
  cal,2020-01-01,2020-01-01,,,,no,m
  dov,2020-01-01,2020-01-01,,,2,yes,m
  bot,2020-01-01,2020-01-01,,agent,,yes,f
  next,2025-11-01,2025-11-01,,,1,yes,f`;

const tracks = `
  track_id,name
  craft,Craft`;

// In the quarter: ana, bea and four of cal's. dov's ended a day before it. One person and one track are not known.
const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,end_reason,formation
  r-ana,craft,ana,mentee,2025-01-01,2025-07-01,completed,assigned
  r-bea,craft,bea,mentee,2025-01-01,2025-10-01,,
  r-c1,craft,cal,mentee,2025-01-01,2025-08-01,,organic
  r-c2,craft,cal,mentee,2025-01-01,,,
  r-c3,craft,cal,mentee,2025-01-01,,,
  r-c4,craft,cal,mentee,2025-01-01,,,
  r-dov,craft,dov,mentee,2025-01-01,2025-06-30,,
  r-dov,craft,nobody,mentor,2025-01-01,,,
  r-x,unheard of,dov,mentor,2025-01-01,,,
  r-next,craft,next,mentee,2025-11-01,,,`;

const sessions = `
  session_id,relationship_id,held_on,minutes,guidance,state
  s1,r-ana,2025-07-01,60,answer,held
  s2,r-ana,2025-07-01,,question,held
  s3,r-bea,2025-07-01,60,,held
  s4,r-unheard,2025-07-01,60,,held`;

const settings = {
  demographics: [
    {
      column: 'demo_gender',
      label: 'Gender',
      why: 'A test.',
      values: [
        { key: 'f', label: 'f' },
        { key: 'm', label: 'm' },
      ],
    },
  ],
};

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations, sessions }, settings }))('2025-Q3');
});

describe('how far columns are filled', () => {
  it('counts rows of the period, at most three of a person', () => {
    expect(exactly(cohort, 'data_quality', { by: ['data_column'] })).toMatchObject({
      'people.level': { complete: 3, incomplete: 1 }, // cal's is not said; bot is an agent
      'people.hired_on': { complete: 4, incomplete: 0 },
      'participations.end_reason': { complete: 1, incomplete: 1 }, // ana; cal's first. bea's ended a day after the quarter
      'participations.formation': { complete: 1.75, incomplete: 1 + 3 * 0.75 }, // ana, cal's first of four; bea, cal's others
      'sessions.minutes': { complete: 1.5, incomplete: 0.5 }, // ana half, bea
      'sessions.guidance': { complete: 1, incomplete: 1 },
    });
  });

  it('counts at most three rows of a person in the whole', () => {
    const { complete, incomplete } = exactly(cohort, 'data_quality').organisation!;
    expect(complete! + incomplete!).toBeCloseTo(4 * 3, 9);
  });
});

describe('the columns and files', () => {
  it('are those that the contract lists, whether or not anybody has a row', () => {
    const listed = (key: string): string[] =>
      contractOf('data_quality')
        .splits!.find((split) => split.key === key)!
        .values!.map((value) => value.key);
    const counted = (population: string, key: string): string[] => cohort.tallies[population]!.map(({ secret }) => secret[key]!);
    expect(listed('data_column')).toEqual(expect.arrayContaining(counted('coverage_by_column', 'data_column')));
    expect(listed('data_file')).toEqual(expect.arrayContaining(counted('pending_by_file', 'data_file')));
    expect(Object.keys(exactly(cohort, 'data_quality', { by: ['data_column'] }))).toEqual(listed('data_column'));
  });
});

describe('what measures rest on', () => {
  it('is looked at, column by column', () => {
    const looked = contractOf('data_quality')
      .splits!.find(({ key }) => key === 'data_column')!
      .values!.map(({ key }) => key);
    const restedOn = MEASURES.flatMap(({ restsOn = [] }) => restsOn);
    expect(looked).toEqual(expect.arrayContaining(restedOn));
    expect(new Set(restedOn).size).toBeGreaterThan(8);
  });
});

describe('rows that wait', () => {
  it('speak of a person, a track or a relationship that is not known', () => {
    expect(exactly(cohort, 'data_quality', { variant: 'pending', by: ['data_file'] })).toMatchObject({
      // ana 1, bea 1, cal three of four, dov's as a mentee; waiting: nobody's, and dov's in an unknown track.
      // next, who comes in November, is known and waits for nothing.
      participations: { complete: 7, incomplete: 2 },
      sessions: { complete: 2, incomplete: 1 },
    });
  });
});

describe('characteristics', () => {
  it('are known of who said them and consented', () => {
    const variant = 'characteristics';
    expect(figures(cohort, 'data_quality', { variant }).organisation).toMatchObject({ looked: 4, share: 0.5 }); // ana, dov
    expect(exactly(cohort, 'data_quality', { variant })).toEqual({ organisation: { complete: 2, incomplete: 2 } });
  });
});
