import { compareShares, countCases, counted, share } from './blocks/cases.js';
import type { MeasureContract } from './contract.js';
import { tallied, type TalliedValue } from './tallied.js';

const STEPS = ['asked', 'matched', 'third', 'completed'] as const;

/** Where groups leave the path from asking to the end of a relationship. */
export const funnel: MeasureContract = tallied(
  {
    key: 'funnel',
    label: 'Path into mentoring',
    question: 'Where do groups leave the path from asking to completing?',
    field: 'funnel',
    variants: [{ key: 'requests', label: 'requests of the last year', subject: 'mentees' }],
    subject: 'mentees',
    unit: 'people who asked or were invited',
    population:
      'People who asked, were invited or were nominated for a known track in the year up to the period\u2019s last day, by the furthest step that they had come to by then. The requests of one person share one weight. A request that a closed relationship served is left out.',
    numerator:
      'Of each step, those who came to it or further: matched (a relationship in that track began, or the outcome of the request says so), third session held in it, completed (it ended as completed, or because it was no longer needed).',
    denominator: 'Those who came to the step before it. Who asked late in the year has had less time for the later steps.',
    interval:
      '95 % score interval (Wilson) for each step, MOVER for each ratio to everyone else; both contain the noise. The first step whose ratio excludes 1 is where the group leaves.',
    whenThereIsNoAnswer:
      'Hidden for too few people as drawn; no rate of a step where the noise would drown those who came to the one before; not collected without requests or sessions.',
    source: 'Wilson 1927; Donner & Zou 2012; docs/release-file.md, "The pair of a cell"',
    notFor: [
      'a target: completions and third sessions can be written down without anybody learning anything',
      'judging people who stopped: leaving can be the right decision',
    ],
    counterMeasure: 'Endings and skill change: whether those who stay on the path gain from it.',
    figure: 'rate',
    planClass: 'equity',
    restsOn: ['requests.outcome'],
    primary: 'matchedRate',
    necessary: 'matchedRate',
  },
  () => ({
    population: 'funnel',
    columnsOf: 'mentee',
    draws: countCases({
      question: 'funnel/1',
      cap: 1,
      cases: [
        ['asked', 'Asked, not matched'],
        ['matched', 'Matched, fewer than three sessions'],
        ['third', 'Third session held'],
        ['completed', 'Completed'],
      ],
    }),
    bases: [{ of: STEPS }],
    values: [
      counted('entered', 'Asked or invited', 'people', STEPS),
      ...share({ key: 'matchedRate', label: 'Matched, of those who asked', ...stepOf(1) }),
      ...share({ key: 'thirdRate', label: 'Third session, of those matched', ...stepOf(2) }),
      ...share({ key: 'completedRate', label: 'Completed, of those with a third session', ...stepOf(3) }),
      ...compareShares(stepOf(1)),
      ...ofStep('third', 'third session', compareShares(stepOf(2))),
      ...ofStep('completed', 'completed', compareShares(stepOf(3))),
    ],
  }),
);

/** Who came to a step or further, and who stopped just before it. */
function stepOf(at: number): { readonly yes: readonly string[]; readonly no: readonly string[] } {
  return { yes: STEPS.slice(at), no: STEPS.slice(at - 1, at) };
}

/** The comparison of a later step under names of its own; each step is a family of its own. */
function ofStep(step: string, label: string, values: readonly TalliedValue[]): TalliedValue[] {
  const keys = new Set(values.map(({ key }) => key));
  const named = (key: string): string => step + key.charAt(0).toUpperCase() + key.slice(1);
  return values.map((value) => ({
    ...value,
    key: named(value.key),
    label: `${value.label} (${label})`,
    of: value.of.map((name) => (keys.has(name) ? named(name) : name)),
  }));
}
