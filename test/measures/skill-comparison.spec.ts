import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

const ids = ['ana', 'bea', 'cal', 'dov', 'eli', 'fin', 'gil', 'hal', 'ida', 'jon'];
const people = [
  'person_id,effective_from,hired_on,kind',
  ...ids.map((id) => `${id},2015-01-01,2015-01-01,`),
  'bot,2015-01-01,2015-01-01,agent',
].join('\n');

const tracks = `
  track_id,name
  craft,Craft
  lead,Leading`;

const participations = `
  relationship_id,track_id,person_id,role,started_on
  ${['ana', 'bea', 'cal', 'dov', 'bot'].map((id) => `r-${id},craft,${id},mentee,2025-01-01`).join('\n')}
  r-ana2,lead,ana,mentee,2025-01-01`;

const pair = (id: string, track: string, skill: string, before: number, after: number): string[] => [
  `${id},${track},${skill},before,2025-02-01,external,${before},100,a`,
  `${id},${track},${skill},after,2025-06-01,external,${after},100,a`,
];
const checks = [
  'person_id,track_id,skill,phase,taken_on,assessor,score,max_score,instrument',
  ...pair('ana', 'craft', 'design', 40, 55), // +15
  ...pair('ana', 'lead', 'speech', 50, 55), // +5
  ...pair('ana', '', 'design', 10, 11), // who is in a track is none of the others
  ...pair('bea', 'craft', 'design', 50, 64), // +14
  ...pair('cal', 'craft', 'design', 60, 73), // +13
  ...pair('dov', 'craft', 'design', 20, 99), // cut off at +30
  ...pair('eli', '', 'design', 40, 46), // +6
  ...pair('fin', '', 'design', 50, 55), // +5
  ...pair('gil', '', 'design', 60, 64), // +4
  ...pair('hal', '', 'design', 70, 73), // +3, and in speech
  ...pair('hal', '', 'speech', 50, 59), // +9
  ...pair('ida', '', 'drawing', 50, 90), // a skill that no track checks
  ...pair('bot', 'craft', 'design', 50, 90), // an agent
].join('\n');

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations, skill_checks: checks } }))('2025-Q3');
});

describe('whether skills rose more than without the track', () => {
  it('counts each person once, beside people checked in the same skills and in no track', () => {
    expect(exactly(cohort, 'skill_comparison').organisation).toMatchObject({ inTrack: 4, inNoTrack: 4 });
    expect(exactly(cohort, 'skill_comparison', { by: ['track'] })).toMatchObject({
      craft: { inTrack: 4, inNoTrack: 4 },
      lead: { inTrack: 1, inNoTrack: 1 }, // ana beside hal, in speech
    });
  });

  it('gives the difference of the changes at equal scores before', () => {
    // A pair more rises by a tenth of a point less for every point it starts higher, and dov by far more than that.
    const { adjusted } = exactly(cohort, 'skill_comparison', { by: ['track'] }).craft!;
    const changes = [15, 14, 13, 30, 6, 5, 4, 3];
    const before = [40, 50, 60, 20, 40, 50, 60, 70];
    expect(adjusted).toBeCloseTo(ancova(changes, before, [1, 1, 1, 1, 0, 0, 0, 0]), 8);
    expect(figures(cohort, 'skill_comparison', { by: ['track'] }).craft).toMatchObject({
      difference: expect.closeTo(adjusted!, 8),
    });
  });
});

/** The difference of two means less what the common slope within the groups explains (Frisch and Waugh). */
function ancova(y: readonly number[], x: readonly number[], group: readonly number[]): number {
  const mean = (of: readonly number[], g: number): number => {
    const own = of.filter((_, i) => group[i] === g);
    return own.reduce((sum, value) => sum + value, 0) / own.length;
  };
  let [xy, xx] = [0, 0];
  y.forEach((value, i) => {
    const dx = x[i]! - mean(x, group[i]!);
    xy += dx * (value - mean(y, group[i]!));
    xx += dx * dx;
  });
  return mean(y, 1) - mean(y, 0) - (xy / xx) * (mean(x, 1) - mean(x, 0));
}
