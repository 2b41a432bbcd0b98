import { compareShares, countCases, share } from './blocks/cases.js';
import { RUNNING_BASES, RUNNING_CAP, RUNNING_IN_WORDS, RUNNING_PEOPLE } from './blocks/running.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

/** Whether pairs can meet in working hours: the share whose clocks stand more than four hours apart. */
export const timeZoneGap: MeasureContract = tallied(
  {
    key: 'time_zone_gap',
    label: 'Time zones apart',
    question: 'How far apart do mentee and mentor work?',
    field: 'timeZoneGap',
    variants: [{ key: 'pairs', label: 'running relationships', subject: 'mentees' }],
    subject: 'mentees',
    unit: 'relationships',
    population: RUNNING_IN_WORDS,
    numerator:
      'Those whose clocks stand more than four hours apart at noon (UTC) of that day, the shorter way round; with several mentors the nearest counts.',
    denominator: 'Those of which both time zones are known. At most three of one person count.',
    interval: '95 % score interval (Wilson) that contains the noise of all drawn counts.',
    whenThereIsNoAnswer: 'Hidden for too few mentees or mentors as drawn; no share where the noise would drown it.',
    source: 'Wilson 1927; docs/release-file.md, "The pair of a cell"',
    notFor: ['choosing whom not to match: a far mentor may be the right one', 'judging where people live or work'],
    counterMeasure: 'Wait: pairing nearby only makes those wait who have no mentor nearby.',
    figure: 'rate',
    planClass: 'equity',
    primary: 'apart',
    necessary: 'apart',
  },
  () => ({
    population: 'time_zone_gap',
    columnsOf: 'mentee',
    draws: [
      ...RUNNING_PEOPLE,
      ...countCases({
        question: 'time-zone-gap/1',
        cap: RUNNING_CAP,
        cases: [
          ['apart', 'More than four hours apart'],
          ['near', 'At most four hours apart'],
          ['notSaid', 'A time zone, or the mentor, not said'],
        ],
      }),
    ],
    bases: RUNNING_BASES,
    values: [
      ...share({ key: 'apart', label: 'More than four hours apart', yes: ['apart'], no: ['near'] }),
      ...share({ key: 'zoneNotSaid', label: 'Time zone not said', yes: ['notSaid'], no: ['apart', 'near'] }),
      ...compareShares({ yes: ['apart'], no: ['near'] }),
    ],
  }),
);
