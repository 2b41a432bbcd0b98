import { meanOf, sumValues, type ValuesOptions } from './blocks/values.js';
import type { DerivationGround, MeasureContract } from './contract.js';
import { type MeasureWords, tallied } from './tallied.js';

const minutesUpTo = (high: number): ValuesOptions => ({
  sum: 'agentMinutes',
  squares: 'agentMinutesSquared',
  base: 'agentMonths',
  label: 'Held minutes of agents',
  baseLabel: 'Months of agents',
  question: 'agent-minutes',
  low: 0,
  high,
  cap: 3,
  rows: 'agentMonths',
  total: 'agentMinutes',
  totalOfSquares: 'agentMinutesSquared',
});

/** What `dose` says of itself; only keys and tables of its variant for agents are taken from here. */
const WORDS: MeasureWords = {
  key: 'dose',
  label: 'Dose of agents',
  question: 'How much mentoring do software agents receive?',
  field: 'dose',
  variants: [{ key: 'agents', label: 'received by software agents', subject: 'agents' }],
  subject: 'agents',
  unit: 'months of agents',
  population: 'Software agents at work on the period\u2019s last day, once for every month of it in which they were a mentee.',
  numerator: 'Minutes held in that month in their relationships, cut off as those of people are.',
  denominator: 'Months of agents.',
  interval: '95 % t interval that contains the noise of sum and base.',
  whenThereIsNoAnswer: 'Hidden for too few agents as drawn.',
  source: 'docs/release-file.md, "Mean"',
  notFor: ['comparing agents with people'],
  counterMeasure: 'The dose of people: time given to agents is not given to them.',
  figure: 'mean',
  planClass: 'equity',
  primary: 'mean',
  necessary: 'mean',
};

/** The dose of software agents, for the organisation: they have no open people, and are never mixed with any. */
export const doseOfAgents: MeasureContract = tallied(WORDS, (_variant: string, { doseLimit }: DerivationGround) => ({
  population: 'dose_of_agents',
  onlyBy: [],
  columnsOf: 'mentee',
  draws: [
    { key: 'agents', label: 'Agents', question: 'agents-mentored/1', sensitivity: { kind: 'count' }, adds: 'agents' },
    ...sumValues(minutesUpTo(doseLimit)),
  ],
  bases: [{ of: ['agents'] }],
  values: [
    { key: 'mentees', label: 'Mentees', format: 'people', by: 'count', of: ['agents'] },
    { key: 'months', label: 'Months of mentees', format: 'months', by: 'count', of: ['agentMonths'] },
    ...meanOf(minutesUpTo(doseLimit), { key: 'mean', label: 'Minutes a month', format: 'minutes' }),
  ],
}));
