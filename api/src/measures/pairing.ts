import type { DimensionValue } from '../kernel/index.js';
import { countCases, counted, share } from './blocks/cases.js';
import { mentoredBases, mentoredPeople } from './blocks/relationships.js';
import { meanOf, sumValues, type ValuesOptions } from './blocks/values.js';
import type { DerivationGround, MeasureContract, Split } from './contract.js';
import { type Tally, tallied } from './tallied.js';

/** Rows of a person that count at most; of sums less, since their noise grows with it as much as with the range. */
const CAP = 3;
const CAP_OF_SUMS = 1;

const values = (labels: Readonly<Record<string, string>>): DimensionValue[] =>
  Object.entries(labels).map(([key, label]) => ({ key, label }));

const SPLITS: readonly Split[] = [
  { key: 'formation', label: 'How the pair was formed', values: values({ assigned: 'Assigned', organic: 'By themselves' }) },
  {
    key: 'criterion',
    label: 'Why this pairing',
    values: values({ domain: 'Domain', trajectory: 'Trajectory', style: 'Style', other: 'Other reason' }),
  },
  { key: 'format', label: 'Format', values: values({ one_to_one: 'One to one', group: 'Group', community: 'Community' }) },
  { key: 'tier', label: 'Tier', values: values({ peer: 'Peer', senior: 'Senior', principal: 'Principal' }) },
  {
    key: 'purpose',
    label: 'Purpose',
    values: values({
      onboarding: 'Onboarding',
      legacy: 'Legacy',
      role: 'Role',
      skill: 'Skill',
      leadership: 'Leadership',
      other: 'Other purpose',
    }),
  },
  { key: 'pair_location', label: 'Location of the pair', values: values({ same: 'One location', apart: 'Apart' }) },
  {
    key: 'level_gap',
    label: 'Mentor\u2019s level above the mentee\u2019s',
    values: values({ below: 'Lower', equal: 'The same', one: 'One higher', more: 'Two or more higher' }),
  },
];

/** What kind of pairing goes with good endings and with how much time together. Coaching never pooled with mentoring. */
export const pairing: MeasureContract = tallied(
  {
    key: 'pairing',
    label: 'Pairing',
    question: 'What kind of pairing works?',
    field: 'pairing',
    variants: [
      { key: 'mentoring_endings', label: 'mentoring that ended', subject: 'mentees' },
      { key: 'mentoring_minutes', label: 'mentoring that ran, its time together', subject: 'mentees' },
      { key: 'coaching_endings', label: 'coaching that ended', subject: 'mentees' },
      { key: 'coaching_minutes', label: 'coaching that ran, its time together', subject: 'mentees' },
    ],
    subject: 'mentees',
    unit: 'relationships',
    population:
      'Relationships that ended, or that ran, within the period, once for every mentee in one; closed relationships left out. Coaching apart from mentoring, by the practice of the track; a track that says none is mentoring. Self-selected: who is paired how was chosen, by the pair or for it.',
    numerator:
      'Good endings (completed, no longer needed, end of the track); held minutes of each running relationship, a month, cut off at twice the greatest agreed dose. Levels and locations as on the period\u2019s last day. With several criteria, a relationship is shared among them.',
    denominator:
      'All of them. Of endings at most three of one person count; of time together a person\u2019s relationships share one weight.',
    interval: '95 % score interval (Wilson) of shares, t interval of means; both contain the noise of what is drawn.',
    whenThereIsNoAnswer: 'Hidden for too few mentees or mentors as drawn; no share or mean where the noise would drown it.',
    source: 'docs/release-file.md, "The pair of a cell" and "Mean"',
    notFor: [
      'proof that one kind of pairing is better: pairs are self-selected, and what they chose goes with what they are',
      'forbidding a kind of pairing, or prescribing one',
    ],
    counterMeasure: 'Parity and matching at equal fit: the pairing that works best for some may leave others out.',
    figure: 'rate',
    planClass: 'other',
    restsOn: ['participations.end_reason'],
    splits: SPLITS,
    splitTables: SPLITS.map(({ key }) => [key]),
    primary: 'good',
    necessary: 'pairs',
  },
  (variant, ground) => (variant.endsWith('endings') ? endings(variant) : minutes(variant, ground)),
);

function endings(variant: string): Tally {
  return {
    population: variant,
    columnsOf: 'mentee',
    draws: [
      ...mentoredPeople('paired', variant),
      ...countCases({
        question: `${variant}-good/1`,
        cap: CAP,
        cases: [
          ['good', 'Good endings'],
          ['notGood', 'Other endings'],
        ],
      }),
    ],
    bases: mentoredBases('paired'),
    values: [
      counted('pairs', 'Relationships', 'rows', ['good', 'notGood']),
      ...share({ key: 'good', label: 'Good endings', yes: ['good'], no: ['notGood'] }),
    ],
  };
}

function minutes(variant: string, { doseLimit }: DerivationGround): Tally {
  const held: ValuesOptions = {
    sum: 'minutes',
    squares: 'minutesSquared',
    base: 'pairs',
    label: 'Held minutes a month',
    baseLabel: 'Relationships that ran',
    question: `${variant}-held`,
    low: 0,
    high: doseLimit,
    cap: CAP_OF_SUMS,
    weighted: true,
    rows: 'pairs',
    total: 'minutes',
    totalOfSquares: 'minutesSquared',
  };
  return {
    population: variant,
    columnsOf: 'mentee',
    draws: [...mentoredPeople('paired', variant), ...sumValues(held)],
    bases: mentoredBases('paired'),
    values: [
      counted('pairs', 'Relationships', 'rows', ['pairs']),
      ...meanOf(held, { key: 'monthly', label: 'Held minutes a month', format: 'minutes' }),
    ],
  };
}
