import { teamValues, tenTeams } from './blocks/teams.js';
import { meanOf, sumValues, type ValuesOptions } from './blocks/values.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

const part = (rows: string, label: string, base = rows): ValuesOptions => teamValues({ rows, base, label, low: 0, high: 1 });
const MAIN: Readonly<Record<string, ValuesOptions>> = {
  pull_requests: part('sections', 'Pull requests with filled mentoring sections'),
  plans: part('plans', 'Plans that name mentoring'),
  walkthroughs: part('accepted', 'Walkthrough items accepted'),
};
const BOXED = part('boxed', 'Walkthrough items done in their time-box', 'accepted');

/** Whether mentoring is in the work: pull requests, plans and walkthroughs, on the mean of at least ten teams. */
export const practiceUptake: MeasureContract = tallied(
  {
    key: 'practice_uptake',
    label: 'In the daily work',
    question: 'Is mentoring in the daily work?',
    field: 'practiceUptake',
    variants: [
      { key: 'pull_requests', label: 'pull requests, those with filled mentoring sections', subject: 'teams' },
      { key: 'plans', label: 'plans, those that name mentoring', subject: 'teams' },
      { key: 'walkthroughs', label: 'walkthrough items, those accepted', subject: 'teams' },
    ],
    subject: 'teams',
    unit: 'teams',
    population:
      'Teams with such work in sprints that ended within the period; when a sprint ended stands in the delivery file of the same team.',
    numerator:
      'The share of each team: pull requests with filled mentoring sections; plans that name mentoring; walkthrough items accepted, and done in their time-box.',
    denominator: 'Those teams, each once, however much it does. Never fewer than ten as drawn.',
    interval: '95 % t interval over teams that contains the noise of what is drawn.',
    whenThereIsNoAnswer: 'Hidden below ten teams as drawn; no mean where the noise would drown it, as often below fifty teams.',
    source: 'docs/release-file.md, "Mean"',
    notFor: [
      'a target: sections can be filled with nothing',
      'comparing single teams, or judging one: no figure of one team exists',
    ],
    counterMeasure: 'Skill change: whether what is written down helps anybody.',
    figure: 'mean',
    planClass: 'teams',
    primary: 'share',
    necessary: 'share',
  },
  (variant) => {
    const main = MAIN[variant] ?? BOXED;
    const boxed = variant === 'walkthroughs';
    return {
      population: 'practice_uptake',
      columnsOf: 'team',
      draws: [...sumValues(main), ...(boxed ? sumValues(BOXED).slice(1) : [])],
      bases: tenTeams(main.base),
      values: [
        ...meanOf(main, { key: 'share', label: 'Mean share of a team', format: 'fraction' }),
        ...(boxed ? meanOf(BOXED, { key: 'inTimeBox', label: 'Done in their time-box', format: 'fraction' }) : []),
      ],
    };
  },
);
