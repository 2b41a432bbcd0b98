import { countCases, share } from './blocks/cases.js';
import { mentoredBases, mentoredPeople } from './blocks/relationships.js';
import type { MeasureContract } from './contract.js';
import { type TalliedDraw, tallied, type TalliedValue } from './tallied.js';

/** Rows of a person that count at most. */
const CAP = 3;

/** Sets of kinds: every session is of one kind in each, or it was not said. */
const SETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  situations: { real: 'On real work', generic: 'On something generic', situationNotSaid: 'Situation not said' },
  modes: {
    meeting: 'Meeting',
    twoAtOneScreen: 'Pairing',
    codeReview: 'Code review',
    designReview: 'Design review',
    inWriting: 'In writing',
    inGroup: 'In a group',
    modeNotSaid: 'Mode not said',
  },
  rituals: {
    noRitual: 'In no ritual',
    retro: 'In a retrospective',
    huddle: 'In a huddle',
    review: 'In a review',
    ritualNotSaid: 'Ritual not said',
  },
  states: { held: 'Held', planned: 'Planned, not held' },
};

/** How mentoring is done: by mode, ritual and situation, and how much of what is planned is held. */
export const sessionMix: MeasureContract = tallied(
  {
    key: 'session_mix',
    label: 'How it is done',
    question: 'How is mentoring done?',
    field: 'sessionMix',
    variants: [{ key: 'meeting_pairs', label: 'relationships with a session in the period', subject: 'mentees' }],
    subject: 'mentees',
    unit: 'relationships',
    population:
      'Relationships with at least one session within the period, once for every mentee in one; closed relationships left out.',
    numerator:
      'Of each relationship the part of its held sessions that is of a kind: so one that meets often says no more than one that meets seldom.',
    denominator:
      'Those relationships; for held and planned, the part of all its sessions. A session whose kind was not said stands apart. At most three relationships of one person count.',
    interval:
      '95 % score interval (Wilson) that contains the noise of all drawn counts; wide for parts, which vary less than counts.',
    whenThereIsNoAnswer: 'Hidden for too few mentees or mentors as drawn; not collected where sessions were never loaded.',
    source: 'Wilson 1927; docs/release-file.md, "The pair of a cell"',
    notFor: [
      'a target for any kind or number of sessions: what suits a pair is theirs to know',
      'judging a relationship by how it meets',
    ],
    counterMeasure: 'Skill change and guidance: whether anything comes of it.',
    figure: 'parts',
    planClass: 'other',
    restsOn: ['sessions.situation'],
    primary: 'real',
    necessary: 'real',
  },
  () => ({
    population: 'session_mix',
    columnsOf: 'mentee',
    draws: [...mentoredPeople('met'), ...Object.entries(SETS).flatMap(drawSet)],
    bases: mentoredBases('met'),
    values: Object.values(SETS).flatMap(sharesOf),
  }),
);

function drawSet([name, set]: readonly [string, Readonly<Record<string, string>>]): TalliedDraw[] {
  return countCases({ question: `session-${name}/1`, cap: CAP, cases: Object.entries(set) });
}

/** The share of every kind; of two the first alone. */
function sharesOf(set: Readonly<Record<string, string>>): TalliedValue[] {
  const kinds = Object.keys(set);
  const told = kinds.length === 2 ? kinds.slice(0, 1) : kinds;
  return told.flatMap((key) => share({ key, label: set[key] ?? key, yes: [key], no: kinds.filter((other) => other !== key) }));
}
