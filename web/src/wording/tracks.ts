import { calendarDate, quarter } from './dates.js';
import { barePoints, count, measured, range, ratio } from './numbers.js';
import type { Badge } from './verdicts.js';

/** What the evidence of a track says; absent keys are those of a server that knows more. */
export const TRACK_VERDICTS = [
  'clear_benefit',
  'benefit_unsure',
  'benefit_small',
  'no_measurable_effect',
  'inconclusive',
  'harm_small',
  'harm_unsure',
  'clear_harm',
  'not_assessable',
] as const;
export type TrackVerdict = (typeof TRACK_VERDICTS)[number];

const BADGES: Readonly<Record<TrackVerdict, Badge>> = {
  clear_benefit: { shape: '▲▲', word: 'Clear benefit', tone: 'higher' },
  benefit_unsure: { shape: '▲', word: 'Benefit, size uncertain', tone: 'higher' },
  benefit_small: { shape: '△', word: 'Benefit too small to matter', tone: 'neutral' },
  no_measurable_effect: { shape: '=', word: 'No measurable effect', tone: 'neutral' },
  inconclusive: { shape: '~', word: 'Inconclusive', tone: 'unsure' },
  harm_small: { shape: '▽', word: 'Slightly worse', tone: 'lower' },
  harm_unsure: { shape: '▼', word: 'Worse, size uncertain', tone: 'lower' },
  clear_harm: { shape: '▼▼', word: 'Clearly worse', tone: 'lower' },
  not_assessable: { shape: '–', word: 'Not assessable', tone: 'unsure' },
};

export const isTrackVerdict = (key: string): key is TrackVerdict => (TRACK_VERDICTS as readonly string[]).includes(key);

export const trackBadge = (verdict: string): Badge => BADGES[isTrackVerdict(verdict) ? verdict : 'not_assessable'];

/** How far the evidence can be trusted: a scale of its own, with as many dots as steps. */
const STRENGTHS: Readonly<Record<string, readonly [dots: number, word: string]>> = {
  strong: [4, 'Strong'],
  moderate: [3, 'Moderate'],
  limited: [2, 'Limited'],
  very_limited: [1, 'Very limited'],
  none: [0, 'None'],
};

export function strengthWords(strength: string): { readonly dots: string; readonly word: string } {
  const [full, word] = STRENGTHS[strength] ?? [0, 'None'];
  return { dots: '●'.repeat(full) + '○'.repeat(4 - full), word };
}

/** The unit of an outcome: points, a share of 1, or a ratio. */
export type EffectUnit = 'points' | 'share' | 'ratio';

/** An effect in the unit of its outcome; a share as percentage points. */
export const effectNumber = (value: number, unit: string): string =>
  unit === 'ratio' ? ratio(value) : unit === 'share' ? barePoints(value) : measured(value);

const UNITS: Readonly<Record<string, string>> = { points: 'points', share: 'percentage points', ratio: '' };

export function effectWithUnit(value: number, unit: string): string {
  if (unit === 'ratio') return `${ratio(value)} times`;
  return `${effectNumber(value, unit)} ${UNITS[unit] ?? 'points'}`;
}

/** `4 to 10 points`. */
export function effectRange({ lower, upper }: { readonly lower: number; readonly upper: number }, unit: string): string {
  const ends = range(effectNumber(lower, unit), effectNumber(upper, unit));
  return `${ends} ${unit === 'ratio' ? 'times' : (UNITS[unit] ?? 'points')}`;
}

/** What an outcome is called inside a sentence. */
const NOUNS: Readonly<Record<string, string>> = {
  skill_change: 'skill-check scores',
  skill_comparison: 'skill-check scores beside people in no track',
  progression: 'the share that reaches the next step of autonomy within 12 months',
  promotion_comparison: 'the rate of promotions',
};
export const outcomeNoun = (outcome: string): string => NOUNS[outcome] ?? 'the outcome';

interface TrackTelling {
  readonly name: string;
  readonly verdict: string;
  readonly strength: string;
  readonly outcome: string;
  readonly unit: string;
  readonly smallestEffect: number;
  readonly effect: { readonly value: number; readonly lower: number; readonly upper: number } | null;
}

/** The verb follows the strength of the evidence, never the size of the effect. */
const IMPROVED: Readonly<Record<string, string>> = {
  strong: 'improved',
  moderate: 'probably improved',
  limited: 'may have improved',
};
const WORSENED: Readonly<Record<string, string>> = {
  strong: 'worsened',
  moderate: 'probably worsened',
  limited: 'may have worsened',
};
const MADE: Readonly<Record<string, string>> = { strong: 'made', moderate: 'probably made', limited: 'may have made' };

/** The result of a track in a sentence or two, with its interval. */
export function trackSentence(telling: TrackTelling): string {
  const { name, verdict, strength, outcome, unit, smallestEffect, effect } = telling;
  const noun = outcomeNoun(outcome);
  const mark = effectWithUnit(smallestEffect, unit);
  if (effect === null) return `Nothing can be said about ${name} yet: no planned look has been read.`;
  const interval = `interval ${effectRange(effect, unit)}`;
  if (verdict === 'inconclusive')
    return `We cannot tell whether ${name} changed ${noun}. The data fit anything from ${effectRange(effect, unit)}. The smallest change that matters is ${mark}.`;
  if (verdict === 'no_measurable_effect') {
    const made = MADE[strength];
    const rest = `little difference, or none, to ${noun}: we can rule out a change of ${mark} or more (${interval}).`;
    return made ? `${name} ${made} ${rest}` : `We are very uncertain, but it looks as if ${name} made ${rest}`;
  }
  const better = verdict.includes('benefit');
  const verb = (better ? IMPROVED : WORSENED)[strength];
  const by = effectWithUnit(unit === 'ratio' || better ? effect.value : Math.abs(effect.value), unit);
  if (verb) return `${name} ${verb} ${noun} by ${by} (${interval}).`;
  return `People in ${name} moved by ${effectWithUnit(effect.value, unit)} in ${noun} (${interval}). We are very uncertain whether ${name} is the cause.`;
}

const DECISIONS: Readonly<Record<string, readonly [label: string, about: string]>> = {
  continue: ['Continue', 'Go on as it is, and look again as planned.'],
  adjust: ['Adjust', 'Change something, write down what, and see what follows.'],
  extend: ['Extend measurement', 'Go on, and add looks to those that were planned.'],
  retire: ['Retire', 'Bring the track to an end, with time to object.'],
};
export const decisionLabel = (kind: string): string => DECISIONS[kind]?.[0] ?? kind;
export const decisionAbout = (kind: string): string => DECISIONS[kind]?.[1] ?? '';

const FOLLOWED: Readonly<Record<string, string>> = {
  better: 'Moved for the better, by more than chance explains',
  little: 'Moved by less than matters',
  worse: 'Moved for the worse, by more than chance explains',
  cannot_tell: 'Cannot tell whether anything moved',
  too_early: 'Too early to tell',
};
export const followedWords = (followed: string): string => FOLLOWED[followed] ?? '';

interface GuardrailTelling {
  readonly state: string;
  readonly before: string | null;
  readonly after: string;
  readonly change: { readonly value: number; readonly lower: number; readonly upper: number } | null;
  readonly measures: readonly string[];
}

/** What became of a guardrail, in a sentence: no worsening that is shown is not the same as none. */
export function guardrailSentence({ state, before, after, change, measures }: GuardrailTelling): string {
  if (state === 'notAssessable') return 'Cannot be told from what is shown.';
  if (change !== null && before !== null) {
    const moved = `moved by ${effectWithUnit(change.value, 'share')} from ${quarter(before)} to ${quarter(after)} (95\u00a0% interval ${effectRange(change, 'share')})`;
    return state === 'worse' ? `Got worse: it ${moved}.` : `No worsening is shown: it ${moved}.`;
  }
  return state === 'worse'
    ? `Got worse: in ${quarter(after)} its mentees stand clearly on the wrong side of everyone else in: ${measures.join(', ')}.`
    : `No comparison of ${quarter(after)} stands clearly on the wrong side of everyone else.`;
}

/** The change of skills beside what regression to the mean alone would show. */
export function skillChangeSentence(
  change: { readonly value: number; readonly lower: number; readonly upper: number },
  expected: number | null,
): string {
  const moved = `Scores moved by ${effectWithUnit(change.value, 'points')} from before to after (95\u00a0% interval ${effectRange(change, 'points')}).`;
  if (expected === null)
    return `${moved} How much of that regression to the mean explains is not known: the settings name no reliability of these checks, or it is hidden.`;
  const part = `Regression to the mean alone would show about ${effectWithUnit(expected, 'points')}: who starts low rises without any help`;
  if (change.lower > expected) return `${moved} ${part}. The whole interval lies above that.`;
  if (change.upper < expected) return `${moved} ${part}. The whole interval lies below that.`;
  return `${moved} ${part}. The interval does not exclude that this is all there is.`;
}

/** How many a track that winds down still mentors, or why that is not said. */
export function stillRunningSentence({
  period,
  status,
  mentees,
}: {
  readonly period: string;
  readonly status: string;
  readonly mentees: number | null;
}): string {
  if (mentees !== null) return `About ${count(mentees)} people were still mentored in it at the end of ${quarter(period)}.`;
  const why = status === 'suppressed' ? ' [c] Hidden to protect people in small groups.' : '';
  return `How many people were still mentored in it at the end of ${quarter(period)} is not shown.${why}`;
}

interface MarkTelling {
  readonly kind: string;
  readonly on: string;
  readonly version: number | null;
  readonly changed: string | null;
}

const MARKED: Readonly<Record<string, string>> = {
  windDown: 'Nobody is paired anew from',
  withdrawn: 'Retirement taken back on',
  closed: 'Track closed on',
};

/** What a numbered flag on the charts of a track stands for. */
export function trackMarkSentence({ kind, on, version, changed }: MarkTelling): string {
  const day = calendarDate(on);
  if (kind === 'charter') return `Charter, version ${version ?? 1}, locked on ${day}.`;
  const said = MARKED[kind];
  if (said !== undefined) return `${said} ${day}.`;
  return `${decisionLabel(kind)}, decided on ${day}${changed === null ? '.' : `: ${changed.replace(/[.\s]+$/, '')}.`}`;
}

export const HOW_TO_READ_FLAGS =
  'Numbered flags are charters and decisions of this track; the table says which. What stands right of a flag came after it.';

const LOOK_STATES: Readonly<Record<string, string>> = {
  read: 'Read',
  nothingNew: 'Nobody new: the look before stands',
  absent: 'Hidden, or too uncertain to estimate',
  tooFew: 'Below the charter’s minimum of people',
  tooEarly: 'Too early for anything to be read',
  skipped: 'Skipped: this quarter was not published',
  waiting: 'Still to come',
};
export const lookState = (state: string): string => LOOK_STATES[state] ?? state;

const RETIREMENT: Readonly<Record<string, string>> = {
  waiting: 'Proposed against the evidence: it waits for a second person',
  challenge: 'Proposed: whoever is concerned may object',
  answer: 'The window for objections is over: it waits to be confirmed',
  announced: 'Confirmed: the end is announced',
  windingDown: 'Winding down: nobody is paired anew',
  closed: 'Closed',
  withdrawn: 'Taken back',
};
export const retirementWords = (state: string): string => RETIREMENT[state] ?? state;

const STATUS: Readonly<Record<string, string>> = { running: 'Running', retiring: 'Retiring', retired: 'Retired', ended: 'Ended' };
export const trackStatus = (status: string): string => STATUS[status] ?? status;

/** What waits, as something to do. */
export function waitingWords({
  kind,
  name,
  period,
}: {
  readonly kind: string;
  readonly name: string;
  readonly period: string | null;
}): string {
  const of = period === null ? '' : ` of ${quarter(period)}`;
  switch (kind) {
    case 'unowned':
      return `${name}: name somebody who answers for it`;
    case 'noCharter':
      return `${name}: write its charter, without which there is no verdict`;
    case 'lapsedCharter':
      return `${name}: no planned look is left; extend measurement or write a new charter`;
    case 'skippedLook':
      return `${name}: the look${of} was skipped, since that quarter was not published`;
    case 'decisionDue':
      return `${name}: decide after the look${of}`;
    case 'decisionLate':
      return `${name}: the decision after the look${of} is late`;
    case 'secondOpinion':
      return `${name}: a decision against the evidence waits for a second person`;
    case 'objections':
      return `${name}: it is to be retired; object while the window is open`;
    case 'retirementAnswer':
      return `${name}: the window for objections is over; confirm its end or take it back`;
    default:
      return name;
  }
}
