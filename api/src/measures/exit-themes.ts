import { countCases, counted, share } from './blocks/cases.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

const NAMING = { yes: ['naming'], no: ['notNaming'] } as const;

/** What leavers say: the share that names each coded theme, mentored before and not. */
export const exitThemes: MeasureContract = tallied(
  {
    key: 'exit_themes',
    label: 'Exit themes',
    question: 'What do people say when they leave?',
    field: 'exitThemes',
    variants: [{ key: 'leavers', label: 'people who left and were interviewed', subject: 'leavers' }],
    subject: 'leavers',
    unit: 'people',
    population: 'People with an exit interview within the period: the latest of each, coded with the themes of the settings.',
    numerator: 'Those whose interview names the theme; in a table without themes, any of them.',
    denominator:
      'All of them, also who named none. Mentored before: in any track, from a day before the interview on, closed relationships left out.',
    interval: '95 % score interval (Wilson) that contains the noise of both drawn counts.',
    whenThereIsNoAnswer:
      'Hidden for too few interviews as drawn, as often in a single quarter; no theme where the settings name no codes.',
    source: 'Wilson 1927; docs/release-file.md, "The pair of a cell"',
    notFor: ['finding out who said what', 'proof that mentoring keeps people: who is mentored was chosen, and who leaves chose'],
    counterMeasure: 'How many people left: a theme that fewer name may only mean that fewer are asked.',
    figure: 'rate',
    planClass: 'other',
    restsOn: ['exit_interviews.themes'],
    splits: [
      {
        key: 'mentored',
        label: 'Mentored before',
        values: [
          { key: 'yes', label: 'Mentored before' },
          { key: 'no', label: 'Not mentored before' },
        ],
      },
      { key: 'theme', label: 'Theme' },
    ],
    splitTables: [['theme'], ['mentored'], ['mentored', 'theme']],
    primary: 'share',
    necessary: 'share',
  },
  () => ({
    population: 'exit_themes',
    within: { theme: 'exit_themes_apart' },
    columnsOf: 'person',
    draws: countCases({
      question: 'exit-themes/1',
      cases: [
        ['naming', 'Leavers who named it'],
        ['notNaming', 'Leavers who did not'],
      ],
    }),
    bases: [{ of: ['naming', 'notNaming'] }],
    values: [
      counted('named', 'Named it', 'people', ['naming']),
      counted('interviewed', 'Interviewed', 'people', ['naming', 'notNaming']),
      ...share({ key: 'share', label: 'Share that names it', ...NAMING }),
    ],
  }),
);
