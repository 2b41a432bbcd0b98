import { teamValues, tenTeams } from './blocks/teams.js';
import { meanOf, sumValues } from './blocks/values.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

const THREE = teamValues({ rows: 'three', base: 'three', label: 'Sessions with three goals', low: 0, high: 1 });
const TAKEN = teamValues({ rows: 'taken', base: 'taken', label: 'Goals in the next sprint', low: 0, high: 1 });
const RETESTED = teamValues({ rows: 'retested', base: 'taken', label: 'Goals looked at again', low: 0, high: 1 });

/** Whether teams set goals when they are mentored as a whole, and what becomes of them. */
export const teamMentoring: MeasureContract = tallied(
  {
    key: 'team_mentoring',
    label: 'Mentoring of teams',
    question: 'Do teams set goals when they are mentored, and come back to them?',
    field: 'teamMentoring',
    variants: [
      { key: 'team_sessions', label: 'sessions of teams, those with three goals', subject: 'teams' },
      { key: 'team_goals', label: 'goals of teams, those in the next sprint', subject: 'teams' },
    ],
    subject: 'teams',
    unit: 'teams',
    population: 'Teams with a mentoring session of the whole team within the period whose goals were counted.',
    numerator:
      'The share of each team: its sessions with at least three goals; of the goals that it named, those in the next sprint and those looked at again.',
    denominator: 'Those teams, each once, however often it meets. Never fewer than ten as drawn.',
    interval: '95 % t interval over teams that contains the noise of what is drawn.',
    whenThereIsNoAnswer: 'Hidden below ten teams as drawn; no mean where the noise would drown it, as often below fifty teams.',
    source: 'docs/release-file.md, "Mean"',
    notFor: [
      'a target for the number of goals: three small ones are easily named',
      'comparing single teams, or judging one: no figure of one team exists',
    ],
    counterMeasure: 'Pulse: whether people find it worth their time.',
    figure: 'mean',
    planClass: 'teams',
    primary: 'share',
    necessary: 'share',
  },
  (variant) =>
    variant === 'team_sessions'
      ? {
          population: 'team_mentoring',
          columnsOf: 'team',
          draws: sumValues(THREE),
          bases: tenTeams('three'),
          values: meanOf(THREE, { key: 'share', label: 'Mean share of a team', format: 'fraction' }),
        }
      : {
          population: 'team_mentoring',
          columnsOf: 'team',
          draws: [...sumValues(TAKEN), ...sumValues(RETESTED).slice(1)],
          bases: tenTeams('taken'),
          values: [
            ...meanOf(TAKEN, { key: 'share', label: 'Mean share of a team', format: 'fraction' }),
            ...meanOf(RETESTED, { key: 'retested', label: 'Goals looked at again', format: 'fraction' }),
          ],
        },
);
