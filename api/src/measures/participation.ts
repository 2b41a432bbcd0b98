import type { Derivation } from '../kernel/index.js';
import { takingPartTable } from './cells/taking-part.js';
import type { MeasureContract, TableShape } from './contract.js';
import { WHO_TAKES_PART } from './roles.js';

/** Who takes part: the share of eligible people, with its interval. */
export const participation: MeasureContract = {
  key: 'participation',
  label: 'Participation',
  question: 'Who takes part in mentoring?',
  field: 'participation',
  variants: WHO_TAKES_PART,
  subject: 'mentees, mentors',
  unit: 'people',
  population: 'People employed on the last day of the period, with the team, level and place they had on that day.',
  numerator:
    'Those of them who were in a mentoring relationship in this role on at least one day of the period. Closed relationships count for the whole organisation only.',
  denominator: 'All of them. Where a personal characteristic takes part: those who consented and said it, both counts drawn.',
  interval: '95 % score interval (Wilson) that contains the noise of the drawn counts.',
  whenThereIsNoAnswer:
    'Hidden for groups of fewer than 5 people (10 where a personal characteristic is involved); no rate where the noise would drown it.',
  source: 'Wilson 1927; docs/release-file.md, "The pair of a cell"',
  notFor: [
    'judging a person, a manager or a team',
    'a target: taking part is voluntary, and a higher rate is not by itself better',
  ],
  counterMeasure: 'How much those who take part receive (dose), and whether groups take part alike (parity).',
  method: 'participation/1',
  figure: 'rate',
  populations: [],
  planClass: 'representation',
  restsOn: ['participations.started_on'],
  drawn: [
    { key: 'eligible', label: 'Eligible people', scale: 'an open fact, exact; none where a personal characteristic takes part' },
    { key: 'participants', label: 'People who take part', scale: 'a count of people: one each' },
    {
      key: 'nonParticipants',
      label: 'People who do not',
      scale: 'a count of people: one each; only where a personal characteristic takes part',
    },
  ],
  values: [
    { key: 'eligible', label: 'Eligible people', format: 'people' },
    { key: 'participants', label: 'Take part', format: 'people' },
    { key: 'rate', label: 'Rate', format: 'fraction' },
    { key: 'lower', label: 'Lower limit', format: 'fraction' },
    { key: 'upper', label: 'Upper limit', format: 'fraction' },
  ],
  primary: 'rate',
  necessary: 'rate',
  derivedOf: ratesOf,
  tableOf: (cohort, variant, planned) =>
    takingPartTable(cohort, { measure: 'participation', variant, planned, closedInTotal: true }),
};

/** How a rate with its counts follows from the drawn statistics of a cell. */
export function ratesOf({ special }: TableShape): Record<string, Derivation> {
  const pair = pairOf(special);
  const form = special ? 'share' : 'proportion';
  return {
    eligible: special ? { by: 'total', of: pair } : { by: 'count', of: ['eligible'] },
    participants: { by: 'count', of: ['participants'] },
    rate: { by: form, of: pair },
    lower: { by: `${form}Lower`, of: pair },
    upper: { by: `${form}Upper`, of: pair },
  };
}

/** What a rate starts from: those who do over an open base, or beside those who do not. */
export const pairOf = (special: boolean): readonly string[] => ['participants', special ? 'nonParticipants' : 'eligible'];
