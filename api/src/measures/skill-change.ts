import { countCases, counted, share } from './blocks/cases.js';
import { CHANGES, hedges } from './blocks/skill-pairs.js';
import { meanOf, sumValues } from './blocks/values.js';
import type { DerivationGround, MeasureContract } from './contract.js';
import { type Tally, tallied, type TalliedDraw } from './tallied.js';

const SCORES = { low: 0, high: 100 };
const MIDDLE = 50;

/** Whether skills rose from before to after, by track and skill. */
export const skillChange: MeasureContract = tallied(
  {
    key: 'skill_change',
    label: 'Skill change',
    question: 'Did skills rise from before to after?',
    field: 'skillChange',
    variants: [
      { key: 'checked', label: 'of mentees', subject: 'mentees' },
      { key: 'agents', label: 'of software agents, never mixed with people', subject: 'agents' },
    ],
    subject: 'mentees, agents',
    unit: 'people',
    population:
      'Mentees of a track whose skill was checked before, in the three years up to the period\u2019s last day; closed relationships left out. A pair is the last check before and the first after it, of the same skill in the same track, by the same assessor with the same instrument: another instrument breaks the pair. Where several assessors give a pair, the external one is taken before a peer, a mentor, and the person themselves.',
    numerator:
      'The change from before to after in percentage points of the greatest possible score, changes beyond 30 cut off there. Lost: people with a check before and no pair, although they were checked again or a year has passed.',
    denominator:
      'People with a pair, each once, by the mean of their pairs; by track and by skill once in each. Beside it the change that regression to the mean alone would show, from the reliability of the settings and the mean that scores regress to: that of everybody checked before in whatever skill, of a track outside of it, since a track may choose by scores.',
    interval: '95 % t interval that contains the noise of sum and base; the spread is that of the organisation.',
    whenThereIsNoAnswer:
      'Hidden for too few people with a pair as drawn; no mean where the noise would drown it; not collected where skill checks were never loaded.',
    source: 'Student 1908; Hedges 1981; docs/release-file.md, \u201cMean\u201d',
    notFor: [
      'proof that the track raised the skill: everybody learns, and who starts low rises by chance alone',
      'judging a person or a mentor',
      'comparing tracks that are checked by other assessors or instruments',
    ],
    counterMeasure: 'The share lost: a mean that rises because those who did worse were not checked again.',
    figure: 'mean',
    planClass: 'other',
    restsOn: ['skill_checks.score'],
    splits: [{ key: 'skill', label: 'Skill' }],
    splitTables: [['skill'], ['track', 'skill']],
    primary: 'change',
    necessary: 'change',
  },
  (variant, { settings }: DerivationGround): Tally => ({
    population: variant === 'agents' ? 'skill_change_of_agents' : 'skill_change',
    columnsOf: 'mentee',
    rolledUp: true,
    draws: drawsOf(variant === 'agents' ? 'agents-' : ''),
    bases: [{ of: ['pairs'] }],
    values: [
      counted('pairsCounted', 'People with a pair', 'people', ['pairs']),
      ...share({ key: 'lostShare', label: 'Share lost', yes: ['lost'], no: ['pairs'] }),
      ...meanOf(CHANGES, { key: 'change', label: 'Mean change', format: 'points' }),
      ...hedges(CHANGES),
      {
        key: 'expectedByChance',
        label: 'Change expected from regression to the mean alone',
        format: 'points',
        by: 'regressionToMean',
        of: ['before', 'pairs', 'checkedBefore', 'checked'],
        parameters: { ...SCORES, reliability: settings.reliability },
      },
    ],
  }),
);

/** Agents are asked for apart, so that no noise is shared with people. */
function drawsOf(prefix: string): TalliedDraw[] {
  const question = `${prefix}skill-change`;
  const [, change, changeSquared] = sumValues({ ...CHANGES, question }) as [TalliedDraw, TalliedDraw, TalliedDraw];
  return [
    ...countCases({
      question: `${question}-cases/1`,
      cases: [
        ['pairs', CHANGES.baseLabel],
        ['lost', 'People without a second check'],
      ],
    }),
    change,
    changeSquared,
    scores('before', 'Scores before, of people with a pair', 'pairs', question),
    {
      key: 'checked',
      label: 'People checked before, outside of the track',
      question: `${question}-checked/1`,
      sensitivity: { kind: 'count' },
      adds: 'checked',
    },
    scores('checkedBefore', 'Their scores before', 'checked', question),
  ];
}

/** Scores in per cent of the greatest possible one, about the middle. */
function scores(key: string, label: string, base: string, question: string): TalliedDraw {
  const of = (numbers: Readonly<Record<string, number>>, name: string): number => numbers[name] ?? 0;
  return {
    key,
    label,
    question: `${question}-${key}/1`,
    sensitivity: { kind: 'sum', cap: 1, ...SCORES },
    adds: ({ numbers }) => of(numbers, key) - MIDDLE * of(numbers, base),
  };
}
