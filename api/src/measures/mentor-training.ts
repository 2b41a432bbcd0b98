import { countCases, counted, share } from './blocks/cases.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

const TRAINED = ['trainedLately', 'trainedBefore'] as const;
const ALL = [...TRAINED, 'untrained'] as const;

/** Whether mentors are prepared: who was trained, and how long ago. */
export const mentorTraining: MeasureContract = tallied(
  {
    key: 'mentor_training',
    label: 'Training of mentors',
    question: 'Are mentors prepared for what they do?',
    field: 'mentorTraining',
    variants: [{ key: 'mentor_training', label: 'mentors', subject: 'mentors' }],
    subject: 'mentors',
    unit: 'mentors',
    population:
      'People employed on the period\u2019s last day who took part as mentors in it; by topic once in every topic that anybody was trained in. Closed relationships do not count.',
    numerator:
      'Those with a training completed by that day (in any topic, or in this one), and those whose newest one is less than 12 months old. Self-assessments are no training.',
    denominator: 'All of them.',
    interval: '95 % score interval (Wilson) that contains the noise of all drawn counts.',
    whenThereIsNoAnswer:
      'Hidden for too few mentors as drawn; no share where the noise would drown it; not collected where trainings were never loaded.',
    source: 'Wilson 1927; docs/release-file.md, "The pair of a cell"',
    notFor: ['a target: attendance is not preparation', 'deciding who may mentor'],
    counterMeasure: 'Pulse and guidance: whether trained mentors listen, ask and step back.',
    figure: 'rate',
    planClass: 'other',
    splits: [{ key: 'topic', label: 'Topic of the training' }],
    splitTables: [['topic']],
    primary: 'covered',
    necessary: 'covered',
  },
  () => ({
    population: 'mentor_training',
    within: { topic: 'mentor_training_topics', track: 'mentor_training_tracks' },
    columnsOf: 'mentor',
    draws: countCases({
      question: 'mentor-training/1',
      cases: [
        ['trainedLately', 'Mentors trained within 12 months'],
        ['trainedBefore', 'Mentors trained longer ago'],
        ['untrained', 'Mentors without a training'],
      ],
    }),
    bases: [{ of: ALL }],
    values: [
      counted('mentors', 'Mentors', 'people', ALL),
      ...share({ key: 'covered', label: 'Trained', yes: TRAINED, no: ['untrained'] }),
      ...share({
        key: 'recent',
        label: 'Trained within 12 months',
        yes: ['trainedLately'],
        no: ['trainedBefore', 'untrained'],
      }),
    ],
  }),
);
