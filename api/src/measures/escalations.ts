import { countCases, counted, share } from './blocks/cases.js';
import { countCurve, curveCases, curveEvents, type CurveOptions, curveValues } from './blocks/curves.js';
import { mentoredBases, mentoredPeople } from './blocks/relationships.js';
import type { MeasureContract } from './contract.js';
import { type Tally, tallied, type TalliedValue } from './tallied.js';

/** Rows of a person that count at most. */
const CAP = 3;
const RESOLVED: CurveOptions = {
  question: 'escalations-resolved/1',
  points: ['14', '30'],
  unit: 'days',
  event: 'resolved',
  cap: CAP,
};
const OUTCOMES = {
  rematched: 'Rematched',
  resolved: 'Resolved together',
  ended: 'Ended',
  routed: 'Routed elsewhere',
  outcomeNotSaid: 'Outcome not said',
} as const;

const TALLIES: Readonly<Record<string, () => Tally>> = { running, resolved, met };

/** Whether pairs in difficulty are met: how many running relationships escalate, how soon that is resolved, and how. */
export const escalations: MeasureContract = tallied(
  {
    key: 'escalations',
    label: 'Escalations',
    question: 'Are pairs in difficulty met?',
    field: 'escalations',
    variants: [
      { key: 'running', label: 'running relationships, those escalated', subject: 'mentees' },
      { key: 'resolved', label: 'escalations, those resolved within 30 days', subject: 'mentees' },
      { key: 'met', label: 'resolved escalations, those that led to a new match', subject: 'mentees' },
    ],
    subject: 'mentees',
    unit: 'relationships',
    population:
      'Relationships that ran on at least one day of the period, once for every mentee in one; and the escalations raised about them within it. Closed relationships left out.',
    numerator:
      'Relationships about which at least one escalation was raised (0.07 reads as 7 per 100); escalations resolved 14 and 30 days after they were raised; resolved ones by what came of them.',
    denominator:
      'All running relationships; all escalations, followed until resolved or until the period\u2019s last day; all resolved by then. At most three of one person count.',
    interval:
      '95 % score interval (Wilson) of shares, log-log interval of Kaplan and Meier\u2019s estimate over time; all contain the noise of what is drawn.',
    whenThereIsNoAnswer:
      'Hidden for too few mentees or mentors as drawn; the curve for fewer than 30 escalations or 10 resolved ones as drawn.',
    source: 'Wilson 1927; Kaplan & Meier 1958; docs/release-file.md, "Curve"',
    notFor: [
      'blaming a mentor, a mentee or who raised it: an escalation is the programme working',
      'a target for fewer escalations: they would stop being raised',
    ],
    counterMeasure: 'Endings that did not fit: pairs that fail without an escalation.',
    figure: 'rate',
    planClass: 'other',
    splits: [
      {
        key: 'escalation_kind',
        label: 'Kind of escalation',
        values: [
          { key: 'mismatch', label: 'Does not fit' },
          { key: 'communication', label: 'Communication' },
          { key: 'workload', label: 'Workload' },
          { key: 'outside_scope', label: 'Outside the scope of mentoring' },
        ],
      },
    ],
    splitTables: [['escalation_kind']],
    primary: 'share',
    necessary: 'share',
  },
  (variant) => (TALLIES[variant] ?? running)(),
);

function running(): Tally {
  return {
    population: 'escalated',
    within: { escalation_kind: 'escalated_by_kind' },
    columnsOf: 'mentee',
    draws: [
      ...mentoredPeople('running'),
      ...countCases({
        question: 'escalated/1',
        cap: CAP,
        cases: [
          ['escalated', 'Running relationships with an escalation'],
          ['notEscalated', 'Running relationships without one'],
        ],
      }),
    ],
    bases: mentoredBases('running'),
    values: share({ key: 'share', label: 'Share', yes: ['escalated'], no: ['notEscalated'] }),
  };
}

function resolved(): Tally {
  const curve = curveValues(RESOLVED, (point) => `Resolved within ${point} days`);
  return {
    population: 'escalations',
    columnsOf: 'mentee',
    draws: [...mentoredPeople('escalations'), ...countCurve(RESOLVED)],
    bases: [...mentoredBases('escalations'), { of: curveCases(RESOLVED), least: 30 }, { of: curveEvents(RESOLVED), least: 10 }],
    values: [...atThirty(curve), ...curve],
  };
}

/** What answers the question in one number: the last point of the curve. */
function atThirty(curve: readonly TalliedValue[]): TalliedValue[] {
  return curve
    .filter(({ key }) => key.startsWith('by30'))
    .map((value) => ({
      ...value,
      key: value.key.replace('by30', 'share'),
      label: value.label.replace('Resolved within 30 days', 'Share'),
    }));
}

function met(): Tally {
  const cases = Object.keys(OUTCOMES);
  const others = (key: string): string[] => cases.filter((other) => other !== key);
  return {
    population: 'escalations',
    columnsOf: 'mentee',
    draws: [
      ...mentoredPeople('escalations'),
      ...countCases({ question: 'escalation-outcomes/1', cap: CAP, cases: Object.entries(OUTCOMES) }),
    ],
    bases: [...mentoredBases('escalations'), { of: cases }],
    values: [
      ...share({ key: 'share', label: 'Share', yes: ['rematched'], no: others('rematched') }),
      counted('settled', 'Resolved escalations', 'rows', cases),
      ...cases
        .filter((key) => key !== 'rematched')
        .flatMap((key) => share({ key, label: OUTCOMES[key as keyof typeof OUTCOMES], yes: [key], no: others(key) })),
    ],
  };
}
