import type { CaseRow, Exact } from '../kernel/index.js';
import { adjustedDifference, drawFit, exactFit, type FitOptions, fitValues, isMentored } from './blocks/fits.js';
import { MOST_CHANGE } from './blocks/skill-pairs.js';
import type { MeasureContract } from './contract.js';
import { modelled } from './modelled.js';

const ARMS = ['inTrack', 'inNoTrack'] as const;
const FEWEST_PEOPLE = 50;

const ADJUSTED: FitOptions = {
  key: 'adjusted',
  label: 'Difference of the changes at equal scores before',
  question: 'skill-comparison',
  bound: { times: MOST_CHANGE, over: 'each', of: ARMS },
  errorBound: { times: 1, over: 'smallest', of: ARMS },
};

/** Whether skills rose more in a track than without one. */
export const skillComparison: MeasureContract = modelled(
  {
    key: 'skill_comparison',
    label: 'Skill change, compared',
    question: 'Did skills rise more than without the track?',
    field: 'skillComparison',
    variants: [{ key: 'compared', label: 'people in a track beside people checked in none', subject: 'mentees' }],
    subject: 'mentees',
    unit: 'people',
    population:
      'People with a check before and after in a track, as in skill change, beside people with such checks of the same skills in no track; each once, by the mean of their pairs. Who has a pair in any track is none of the others. By track: its people, and the others by the skills of that track.',
    numerator:
      'The change from before to after in percentage points of the greatest possible score, changes beyond 30 cut off there, at equal scores before (analysis of covariance).',
    denominator: 'People in the track, and people checked in none.',
    interval: '95 % interval from standard errors that do not assume equal spread (HC3), with the noise of what is drawn.',
    whenThereIsNoAnswer:
      'Hidden for fewer than 50 people in either arm as drawn; no difference where the noise would drown it; not collected where skill checks were never loaded.',
    source: 'MacKinnon & White 1985; Long & Ervin 2000; docs/release-file.md, \u201cModel\u201d',
    notFor: [
      'proof of a cause: who joins a track may differ from others in more than the score before',
      'comparing tracks with each other: each stands beside others who were checked in its own skills',
      'judging a person or a mentor',
    ],
    counterMeasure: 'The share lost of skill change, and how few people outside of tracks are checked at all.',
    figure: 'model',
    planClass: 'model',
    restsOn: ['skill_checks.score'],
    primary: 'difference',
    necessary: 'difference',
  },
  () => ({
    population: 'skill_comparison',
    tracksHoldAll: true,
    draws: [
      { key: 'inTrack', label: 'People in a track', question: 'skill-comparison-in-track/1', sensitivity: { kind: 'count' } },
      {
        key: 'inNoTrack',
        label: 'People checked in none',
        question: 'skill-comparison-in-none/1',
        sensitivity: { kind: 'count' },
      },
      ...drawFit(ADJUSTED),
    ],
    bases: ARMS.map((arm) => ({ of: [arm], least: FEWEST_PEOPLE })),
    values: [
      { key: 'inTrackPeople', label: 'People in a track', format: 'people', by: 'count', of: ['inTrack'] },
      { key: 'inNoTrackPeople', label: 'People checked in none', format: 'people', by: 'count', of: ['inNoTrack'] },
      ...fitValues(ADJUSTED, { key: 'difference', label: ADJUSTED.label, format: 'points' }, 0),
    ],
    exactOf: (rows) => ({
      inTrack: countOf(rows, true),
      inNoTrack: countOf(rows, false),
      ...exactFit(ADJUSTED, adjustedDifference(rows, ['before'], 'change')),
    }),
  }),
);

function countOf(rows: readonly CaseRow[], arm: boolean): Exact {
  return { kind: 'exact', value: rows.filter((row) => isMentored(row) === arm).length };
}
