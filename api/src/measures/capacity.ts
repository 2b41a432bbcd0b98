import { teamValues, tenTeams } from './blocks/teams.js';
import { meanOf, sumValues, type ValuesOptions } from './blocks/values.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

const hours = (rows: string, label: string): ValuesOptions => teamValues({ rows, base: 'agreed', label, low: 0, high: 0.2 });
const points = (rows: string, label: string): ValuesOptions => teamValues({ rows, base: 'agreed', label, low: 0, high: 0.5 });
const AGREED = hours('agreed', 'Agreed hours for each hour of capacity');
const USED = hours('used', 'Held hours for each hour of capacity');
const GROSS = points('gross', 'Points for each hour of capacity');
const NET = points('net', 'Points for each hour of capacity net of mentoring');

/** What mentoring costs a team: hours agreed and used, points with and without them, on the mean of at least ten teams. */
export const capacity: MeasureContract = tallied(
  {
    key: 'capacity',
    label: 'Capacity',
    question: 'What does mentoring cost a team?',
    field: 'capacity',
    variants: [{ key: 'teams_at_work', label: 'teams', subject: 'teams' }],
    subject: 'teams',
    unit: 'teams',
    population: 'Teams with hours of capacity in sprints that ended within the period.',
    numerator:
      'For each team: hours set aside for mentoring; hours held, as mentor or mentee, by its eligible people in the period\u2019s months, at most 60 of one person, closed relationships left out; completed points.',
    denominator:
      'Its hours of capacity, and the same net of held hours (never below half of them). The figure is the mean over teams, never fewer than ten as drawn. Hours cut off at 0.2, points at 0.5 for each hour.',
    interval: '95 % t interval over teams that contains the noise of what is drawn.',
    whenThereIsNoAnswer: 'Hidden below ten teams as drawn; no mean where the noise would drown it, as often below fifty teams.',
    source: 'docs/release-file.md, "Mean"',
    notFor: [
      'comparing single teams, or judging one: no figure of one team exists',
      'cutting the hours of those who mentor: what they give shows elsewhere, and later',
    ],
    counterMeasure: 'Skill gap: the hours buy something, or they do not.',
    figure: 'mean',
    planClass: 'teams',
    restsOn: ['sessions.minutes'],
    primary: 'used',
    necessary: 'teams',
  },
  () => ({
    population: 'capacity',
    columnsOf: 'team',
    draws: [...sumValues(AGREED), ...[USED, GROSS, NET].flatMap((values) => sumValues(values).slice(1))],
    bases: tenTeams('agreed'),
    values: [
      { key: 'teams', label: 'Teams', format: 'count', by: 'count', of: ['agreed'] },
      ...meanOf(AGREED, { key: 'agreed', label: 'Agreed hours for each hour of capacity', format: 'fraction' }),
      ...meanOf(USED, { key: 'used', label: 'Held hours for each hour of capacity', format: 'fraction' }),
      ...meanOf(GROSS, { key: 'pointsAnHour', label: 'Points for each hour of capacity', format: 'ratio' }),
      ...meanOf(NET, { key: 'pointsANetHour', label: 'Points for each hour net of mentoring', format: 'ratio' }),
    ],
  }),
);
