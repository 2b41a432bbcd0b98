import { countCases, share } from './blocks/cases.js';
import { mentoredBases, mentoredPeople } from './blocks/relationships.js';
import type { MeasureContract } from './contract.js';
import { type Tally, tallied } from './tallied.js';

const SHARE = share({ key: 'share', label: 'Share that continues', yes: ['kept'], no: ['lost'] });

/** What survives a reorganisation: relationships that find a successor, skills of leavers that others hold. */
export const continuity: MeasureContract = tallied(
  {
    key: 'continuity',
    label: 'Continuity',
    question: 'What survives a reorganisation?',
    field: 'continuity',
    variants: [
      { key: 'reorganised', label: 'relationships that a reorganisation ended, those followed by another', subject: 'mentees' },
      { key: 'leavers_skills', label: 'skills of people who left, those still held by two others', subject: 'leavers' },
    ],
    subject: 'mentees, leavers',
    unit: 'relationships',
    population:
      'Relationships that ended as reorganised and whose thirtieth day after lies in the period, once for every mentee in one, closed ones left out; and skills that anybody held who left the company within the period, at level 3 of 5 or higher.',
    numerator:
      'Relationships after which the mentee began another within 30 days; skills that at least two people still hold on the period\u2019s last day, by location at that location.',
    denominator:
      'All of them. At most three relationships of one person count; a skill weighs less where one of its people held many of them, so that nobody moves the sum by more than one.',
    interval: '95 % score interval (Wilson) that contains the noise of all drawn counts.',
    whenThereIsNoAnswer: 'Hidden for too few mentees, mentors or leavers as drawn; no share where the noise would drown it.',
    source: 'Wilson 1927; docs/release-file.md, "The pair of a cell"',
    notFor: ['keeping people from leaving, or judging those who left', 'judging a mentee who waits before beginning anew'],
    counterMeasure: 'How the relationships that follow end: a quick new match is not yet a good one.',
    figure: 'rate',
    planClass: 'other',
    splitTables: [['location']],
    primary: 'share',
    necessary: 'share',
  },
  (variant) => (variant === 'reorganised' ? reorganised() : leaversSkills()),
);

function reorganised(): Tally {
  return {
    population: 'reorganised',
    columnsOf: 'mentee',
    draws: [
      ...mentoredPeople('reorganised'),
      ...countCases({
        question: 'reorganised/1',
        cap: 3,
        cases: [
          ['kept', 'Followed by another within 30 days'],
          ['lost', 'Not followed by another'],
        ],
      }),
    ],
    bases: mentoredBases('reorganised'),
    values: SHARE,
  };
}

function leaversSkills(): Tally {
  return {
    population: 'leavers_skills',
    within: { location: 'leavers_skills_by_location' },
    onlyBy: ['location'],
    columnsOf: 'person',
    draws: [
      {
        key: 'leavers',
        label: 'People who left and held a skill',
        question: 'leavers-with-skills/1',
        sensitivity: { kind: 'count' },
        adds: 'leavers',
      },
      ...countCases({
        question: 'leavers-skills/1',
        cap: 1,
        cases: [
          ['kept', 'Skills of theirs that two others hold'],
          ['lost', 'Skills of theirs that fewer hold'],
        ],
      }),
    ],
    bases: [{ of: ['leavers'] }],
    values: SHARE,
  };
}
