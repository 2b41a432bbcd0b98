import { teamValues, tenTeams } from './blocks/teams.js';
import { differenceOfMeans, meanOf, sumValues } from './blocks/values.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

const RANGE = { low: -0.3, high: 0.3 };
const CHANGE = teamValues({ rows: 'teams', base: 'teams', label: 'Change of completed ÷ committed', ...RANGE });
const RATIO = teamValues({ rows: 'ratios', base: 'teams', label: 'Completed ÷ committed', low: 0.4, high: 1.2 });
const MENTORED = teamValues({ rows: 'mentored', base: 'mentored', label: 'Change, teams with five mentees or more', ...RANGE });
const OTHERS = teamValues({ rows: 'others', base: 'others', label: 'Change, teams with fewer', ...RANGE });
const MEAN = { key: 'change', label: 'Mean change against the same quarter a year before', format: 'difference' } as const;

/** Whether delivery held: completed ÷ committed points a sprint, against a year before, teams with mentees beside the others. */
export const delivery: MeasureContract = tallied(
  {
    key: 'delivery',
    label: 'Delivery',
    question: 'Did delivery hold in teams with mentoring?',
    field: 'delivery',
    variants: [
      { key: 'all_teams', label: 'all teams', subject: 'teams' },
      { key: 'teams_with_mentees', label: 'teams with five mentees or more, beside teams with fewer', subject: 'teams' },
    ],
    subject: 'teams',
    unit: 'teams',
    population:
      'Teams with sprints that ended within the period and others in the same quarter a year before. A team has the mentees of the period among its eligible people and those of the teams below it; closed relationships left out.',
    numerator:
      'Completed ÷ committed points, the mean of a quarter\u2019s sprints, minus the same a year before; cut off at 30 percentage points either way.',
    denominator: 'Those teams, each once. Never fewer than ten as drawn, on each side where two are compared.',
    interval:
      '95 % t interval over teams that contains the noise of what is drawn; of the difference, by the two means\u2019 own intervals.',
    whenThereIsNoAnswer:
      'Hidden below ten teams as drawn, on either side; no mean where the noise would drown it, as often below fifty teams.',
    source: 'docs/release-file.md, "Mean"',
    notFor: [
      'proof that mentoring changes delivery: teams with mentees were not drawn by lot',
      'comparing single teams, or judging one: no figure of one team exists',
      'counting points as work: teams size them as they like',
    ],
    counterMeasure: 'Pulse: a sprint that delivers what it promised at the cost of those who deliver it.',
    figure: 'mean',
    planClass: 'teams',
    primary: 'change',
    necessary: 'change',
  },
  (variant) => ({
    population: 'delivery',
    columnsOf: 'team',
    ...(variant === 'all_teams'
      ? {
          draws: [...sumValues(CHANGE), ...sumValues(RATIO).slice(1)],
          bases: tenTeams('teams'),
          values: [...meanOf(CHANGE, MEAN), ...meanOf(RATIO, { key: 'ratio', label: 'Completed ÷ committed', format: 'ratio' })],
        }
      : {
          draws: [...sumValues(MENTORED), ...sumValues(OTHERS)],
          bases: tenTeams('mentored', 'others'),
          values: [
            ...meanOf(MENTORED, MEAN),
            ...meanOf(OTHERS, { key: 'changeOfOthers', label: 'Mean change of teams with fewer mentees', format: 'difference' }),
            ...differenceOfMeans(MENTORED, OTHERS, { key: 'difference', label: 'Difference', format: 'difference' }),
          ],
        }),
  }),
);
