import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

const people = ['ana', 'bea', 'cal', 'dov', 'eli', 'mo']
  .map((id) => `${id},2015-01-01,2015-01-01,`)
  .concat('bot,2015-01-01,2015-01-01,agent');

const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,confidentiality
  r-ana,craft,ana,mentee,2025-01-31,,
  r-ana,craft,mo,mentor,2025-01-31,,
  r-bea,lead,bea,mentee,2024-06-15,2025-05-20,
  r-cal,craft,cal,mentee,2023-09-30,,
  r-dov,craft,dov,mentee,2025-01-01,,closed
  r-eli,craft,eli,mentee,2025-03-10,,
  r-bot,craft,bot,mentee,2025-01-01,,`;

const guided = (relationship: string, month: string, kinds: string): string[] =>
  kinds.split('').map((kind, i) => {
    const said = { a: 'answer', q: 'question', d: 'debrief', '-': '', p: 'answer' }[kind]!;
    return `${relationship}-${month}-${i},${relationship},${month}-2${i},60,${said},${kind === 'p' ? 'planned' : 'held'}`;
  });

/*
 * r-ana  January (month 1) all answers, March (3) an answer and a question, April (4) two debriefs and one unsaid session
 * r-bea  month 1 June 2024, July: answers; June 2025 would be the 13th month, and it had ended: not counted
 * r-cal  began two years before the period's last day, and not within them: not counted
 * r-eli  a planned session says nothing; held ones in one month alone: no slope
 */
const sessions = [
  'session_id,relationship_id,held_on,minutes,guidance,state',
  ...guided('r-ana', '2025-01', 'aa'),
  ...guided('r-ana', '2025-03', 'aq'),
  ...guided('r-ana', '2025-04', 'dd-'),
  ...guided('r-bea', '2024-07', 'aaaa'),
  ...guided('r-bea', '2024-12', 'q'),
  ...guided('r-bea', '2025-05', 'd'),
  ...guided('r-bea', '2025-06', 'aaa'),
  ...guided('r-cal', '2024-01', 'qq'),
  ...guided('r-dov', '2025-01', 'qq'),
  ...guided('r-eli', '2025-03', 'qqp'),
  ...guided('r-bot', '2025-01', 'qq'),
].join('\n');

let cohort: Cohort;
beforeAll(async () => {
  const files = {
    people: ['person_id,effective_from,hired_on,kind', ...people].join('\n'),
    tracks: 'track_id,name\ncraft,Craft\nlead,Leading',
    participations,
    sessions,
  };
  cohort = await (await organisation({ files }))('2025-Q3');
});

describe('whether guidance fades', () => {
  it('weighs every relationship alike in the phases in which it held sessions', () => {
    expect(exactly(cohort, 'guidance').organisation).toMatchObject({
      guidanceMentees: 3,
      guidanceMentors: 1,
      earlyAnswer: 3 / 4 + 1, // ana three of four, bea (in her second month) all
      earlyQuestion: 1 / 4 + 1, // ana, eli
      earlyDebrief: 0,
      middleAnswer: 0,
      middleQuestion: 0,
      middleDebrief: 1, // ana in her fourth month
      lateAnswer: 0,
      lateQuestion: 1 / 2, // bea in her seventh month
      lateDebrief: 1 / 2, // and in her twelfth
    });
    expect(figures(cohort, 'guidance').organisation!.earlyAnswer).toBeCloseTo(1.75 / 3, 10);
  });

  it('gives the slope of the level over sessions', () => {
    // ana: levels 0, 0 in month 1, 0, 1 in month 3, 2, 2 in month 4. bea: 0 four times in month 2, 1 in month 7, 2 in month 12.
    const ana = slope([1, 1, 3, 3, 4, 4], [0, 0, 0, 1, 2, 2]);
    const bea = slope([2, 2, 2, 2, 7, 12], [0, 0, 0, 0, 1, 2]);
    expect(ana).toBeGreaterThan(0.5); // cut off at half a level a month
    expect(exactly(cohort, 'guidance').organisation).toMatchObject({ followed: 2, slopes: expect.closeTo(0.5 + bea, 10) });
    expect(exactly(cohort, 'guidance', { by: ['track'] }).lead).toMatchObject({
      followed: 1,
      slopes: expect.closeTo(bea, 10),
      slopesSquared: expect.closeTo(bea * bea - 0.125, 10),
    });
  });
});

function slope(x: readonly number[], y: readonly number[]): number {
  const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;
  const [mx, my] = [mean(x), mean(y)];
  const xy = x.reduce((sum, one, i) => sum + (one - mx) * (y[i]! - my), 0);
  return xy / x.reduce((sum, one) => sum + (one - mx) ** 2, 0);
}
