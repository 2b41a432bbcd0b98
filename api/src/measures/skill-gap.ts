import { countCases, counted, share } from './blocks/cases.js';
import { teamValues, tenTeams } from './blocks/teams.js';
import { meanOf, sumValues, type ValuesOptions } from './blocks/values.js';
import type { MeasureContract } from './contract.js';
import { type Tally, tallied } from './tallied.js';

const people = (rows: string, label: string): ValuesOptions => teamValues({ rows, base: 'needed', label, low: 0, high: 10 });
const NEEDED = people('needed', 'People needed');
const PRESENT = people('present', 'People who can');
const LEARNING = people('learning', 'People who learn it');
const MISSING = people('missing', 'People missing');
const GAPS = {
  met: 'Teams without a gap',
  closing: 'Teams whose gap closes in time',
  open: 'Teams whose gap stays open',
} as const;

/** Whether tracks meet the roadmap's gaps: people needed, present and learning, and skills that rest on few. */
export const skillGap: MeasureContract = tallied(
  {
    key: 'skill_gap',
    label: 'Skill gap',
    question: 'Do tracks meet the roadmap\u2019s gaps?',
    field: 'skillGap',
    variants: [
      { key: 'teams_in_need', label: 'teams with skills on the roadmap', subject: 'teams' },
      { key: 'skills_needed', label: 'skills on the roadmap, and of legacy tracks', subject: 'mentees' },
    ],
    subject: 'teams, mentees',
    unit: 'teams',
    population:
      'Teams that need a skill on the roadmap, not before the period began; with them the skills themselves, and those that legacy tracks build.',
    numerator:
      'For each team and skill: people needed; eligible people of the team and those below it who have it at that level; its mentees on the last day in a track that builds it; people missing. A gap closes in time where enough of these will have had six months (in coaching three) by the day it is needed. Of skills: those that at most two people hold at level 3 of 5 or higher; legacy skills with at least two learners.',
    denominator:
      'Those teams, each once (over all skills by its mean), never fewer than ten as drawn; at most ten people of a team count. A skill weighs less where one of its people has more than three of them.',
    interval: '95 % t interval over teams, 95 % score interval of shares of teams; both contain the noise of what is drawn.',
    whenThereIsNoAnswer:
      'Hidden below ten teams, or for too few holders, as drawn; no mean where the noise would drown it. Counts of skills are a little off, as everything drawn.',
    source: 'docs/release-file.md, "Mean" and "The pair of a cell"',
    notFor: [
      'naming who holds a rare skill, or pressing them to stay',
      'a promise that a gap closes: having had the time is not having learned',
    ],
    counterMeasure: 'Skill change: whether the tracks that build a skill do raise it.',
    figure: 'mean',
    planClass: 'teams',
    splits: [{ key: 'skill', label: 'Skill' }],
    splitTables: [['skill']],
    primary: 'missing',
    necessary: 'considered',
  },
  (variant) => (variant === 'teams_in_need' ? teamsInNeed() : skillsNeeded()),
);

function teamsInNeed(): Tally {
  const cases = Object.keys(GAPS);
  return {
    population: 'skill_gap',
    within: { skill: 'skill_gap_by_skill' },
    columnsOf: 'team',
    draws: [
      ...sumValues(NEEDED),
      ...[PRESENT, LEARNING, MISSING].flatMap((values) => sumValues(values).slice(1)),
      ...countCases({ question: 'teams-gaps/1', cases: Object.entries(GAPS) }),
    ],
    bases: tenTeams('needed'),
    values: [
      counted('considered', 'Considered', 'count', ['needed']),
      ...meanOf(NEEDED, { key: 'needed', label: 'People needed, mean of a team', format: 'score' }),
      ...meanOf(PRESENT, { key: 'present', label: 'People who can, mean of a team', format: 'score' }),
      ...meanOf(LEARNING, { key: 'learning', label: 'People who learn it, mean of a team', format: 'score' }),
      ...meanOf(MISSING, { key: 'missing', label: 'People missing, mean of a team', format: 'score' }),
      ...cases.flatMap((key) =>
        share({ key, label: GAPS[key as keyof typeof GAPS], yes: [key], no: cases.filter((other) => other !== key) }),
      ),
    ],
  };
}

function skillsNeeded(): Tally {
  return {
    population: 'skills_needed',
    onlyBy: [],
    columnsOf: 'person',
    draws: [
      {
        key: 'holders',
        label: 'People who hold a skill on the roadmap',
        question: 'skill-holders/1',
        sensitivity: { kind: 'count' },
        adds: 'holders',
      },
      ...countCases({
        question: 'skills-rest/1',
        cap: 3,
        cases: [
          ['restsOnTwo', 'Skills that two people or fewer hold'],
          ['restsOnMore', 'Skills that more hold'],
        ],
      }),
      ...countCases({
        question: 'skills-learned/1',
        cap: 3,
        cases: [
          ['learnedByTwo', 'Legacy skills with two learners or more'],
          ['learnedByFewer', 'Legacy skills with fewer'],
        ],
      }),
    ],
    bases: [{ of: ['holders'] }],
    values: [
      counted('considered', 'Considered', 'count', ['restsOnTwo', 'restsOnMore']),
      counted('restsOnTwo', 'Skills that rest on two people or fewer', 'count', ['restsOnTwo']),
      counted('legacySkills', 'Legacy skills', 'count', ['learnedByTwo', 'learnedByFewer']),
      counted('learnedByTwo', 'Legacy skills with two learners or more', 'count', ['learnedByTwo']),
    ],
  };
}
