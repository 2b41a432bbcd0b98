import { saying, t } from '../language/index.js';
import { calendarDate, quarter } from './dates.js';
import { barePoints, count, measured, range, ratio } from './numbers.js';
import { HIDDEN_SHORT } from './protection.js';
import { type Badge, said } from './verdicts.js';

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
  clear_benefit: { shape: '▲▲', word: saying('Clear benefit'), tone: 'higher' },
  benefit_unsure: { shape: '▲', word: saying('Benefit, size uncertain'), tone: 'higher' },
  benefit_small: { shape: '△', word: saying('Benefit too small to matter'), tone: 'neutral' },
  no_measurable_effect: { shape: '=', word: saying('No measurable effect'), tone: 'neutral' },
  inconclusive: { shape: '~', word: saying('Inconclusive'), tone: 'unsure' },
  harm_small: { shape: '▽', word: saying('Slightly worse'), tone: 'lower' },
  harm_unsure: { shape: '▼', word: saying('Worse, size uncertain'), tone: 'lower' },
  clear_harm: { shape: '▼▼', word: saying('Clearly worse'), tone: 'lower' },
  not_assessable: { shape: '–', word: saying('Not assessable'), tone: 'unsure' },
};

export const isTrackVerdict = (key: string): key is TrackVerdict => (TRACK_VERDICTS as readonly string[]).includes(key);

export const trackBadge = (verdict: string): Badge => said(BADGES[isTrackVerdict(verdict) ? verdict : 'not_assessable']);

const NO_STRENGTH: readonly [dots: number, word: string] = [0, saying('None##strength')];

/** How far the evidence can be trusted: a scale of its own, with as many dots as steps. */
const STRENGTHS: Readonly<Record<string, readonly [dots: number, word: string]>> = {
  strong: [4, saying('Strong')],
  moderate: [3, saying('Moderate')],
  limited: [2, saying('Limited')],
  very_limited: [1, saying('Very limited')],
  none: NO_STRENGTH,
};

export function strengthWords(strength: string): { readonly dots: string; readonly word: string } {
  const [full, word] = STRENGTHS[strength] ?? NO_STRENGTH;
  return { dots: '●'.repeat(full) + '○'.repeat(4 - full), word: t(word) };
}

/** The unit of an outcome: points, a share of 1, or a ratio. */
export type EffectUnit = 'points' | 'share' | 'ratio';

/** An effect in the unit of its outcome; a share as percentage points. */
export const effectNumber = (value: number, unit: string): string =>
  unit === 'ratio' ? ratio(value) : unit === 'share' ? barePoints(value) : measured(value);

/** A number, or a range of them, with the unit of its outcome. */
function withUnit(amount: string, unit: string): string {
  if (unit === 'ratio') return t('{amount} times', { amount });
  return unit === 'share' ? t('{amount} percentage points', { amount }) : t('{amount} points', { amount });
}

export const effectWithUnit = (value: number, unit: string): string => withUnit(effectNumber(value, unit), unit);

/** `4 to 10 points`. */
export const effectRange = ({ lower, upper }: { readonly lower: number; readonly upper: number }, unit: string): string =>
  withUnit(range(effectNumber(lower, unit), effectNumber(upper, unit)), unit);

/** What an outcome is called inside a sentence. */
const NOUNS: Readonly<Record<string, string>> = {
  skill_change: saying('skill-check scores'),
  skill_comparison: saying('skill-check scores beside people in no track'),
  progression: saying('the share that reaches the next step of autonomy within 12 months'),
  promotion_comparison: saying('the rate of promotions'),
};
export const outcomeNoun = (outcome: string): string => t(NOUNS[outcome] ?? saying('the outcome'));

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
  strong: saying('{name} improved {noun} by {by} (interval {range}).'),
  moderate: saying('{name} probably improved {noun} by {by} (interval {range}).'),
  limited: saying('{name} may have improved {noun} by {by} (interval {range}).'),
};
const WORSENED: Readonly<Record<string, string>> = {
  strong: saying('{name} worsened {noun} by {by} (interval {range}).'),
  moderate: saying('{name} probably worsened {noun} by {by} (interval {range}).'),
  limited: saying('{name} may have worsened {noun} by {by} (interval {range}).'),
};
const MADE: Readonly<Record<string, string>> = {
  strong: saying(
    '{name} made little difference, or none, to {noun}: we can rule out a change of {mark} or more (interval {range}).',
  ),
  moderate: saying(
    '{name} probably made little difference, or none, to {noun}: we can rule out a change of {mark} or more (interval {range}).',
  ),
  limited: saying(
    '{name} may have made little difference, or none, to {noun}: we can rule out a change of {mark} or more (interval {range}).',
  ),
};
const MADE_UNSURE = saying(
  'We are very uncertain, but it looks as if {name} made little difference, or none, to {noun}: we can rule out a change of {mark} or more (interval {range}).',
);
const MOVED_UNSURE = saying(
  'People in {name} moved by {by} in {noun} (interval {range}). We are very uncertain whether {name} is the cause.',
);

/** The result of a track in a sentence or two, with its interval. */
export function trackSentence(telling: TrackTelling): string {
  const { name, verdict, strength, outcome, unit, smallestEffect, effect } = telling;
  if (effect === null) return t('Nothing can be said about {name} yet: no planned look has been read.', { name });
  const told = { name, noun: outcomeNoun(outcome), range: effectRange(effect, unit) };
  const mark = effectWithUnit(smallestEffect, unit);
  if (verdict === 'inconclusive')
    return t(
      'We cannot tell whether {name} changed {noun}. The data fit anything from {range}. The smallest change that matters is {mark}.',
      { ...told, mark },
    );
  if (verdict === 'no_measurable_effect') return t(MADE[strength] ?? MADE_UNSURE, { ...told, mark });
  const better = verdict.includes('benefit');
  const sure = (better ? IMPROVED : WORSENED)[strength];
  if (sure === undefined) return t(MOVED_UNSURE, { ...told, by: effectWithUnit(effect.value, unit) });
  return t(sure, { ...told, by: effectWithUnit(unit === 'ratio' || better ? effect.value : Math.abs(effect.value), unit) });
}

const DECISIONS: Readonly<Record<string, readonly [label: string, about: string]>> = {
  continue: [saying('Continue##decision'), saying('Go on as it is, and look again as planned.')],
  adjust: [saying('Adjust##decision'), saying('Change something, write down what, and see what follows.')],
  extend: [saying('Extend measurement'), saying('Go on, and add looks to those that were planned.')],
  retire: [saying('Retire##decision'), saying('Bring the track to an end, with time to object.')],
};
export const decisionLabel = (kind: string): string => t(DECISIONS[kind]?.[0] ?? kind);
export const decisionAbout = (kind: string): string => t(DECISIONS[kind]?.[1] ?? '');

const FOLLOWED: Readonly<Record<string, string>> = {
  better: saying('Moved for the better, by more than chance explains'),
  little: saying('Moved by less than matters'),
  worse: saying('Moved for the worse, by more than chance explains'),
  cannot_tell: saying('Cannot tell whether anything moved'),
  too_early: saying('Too early to tell'),
};
export const followedWords = (followed: string): string => t(FOLLOWED[followed] ?? '');

interface GuardrailTelling {
  readonly state: string;
  readonly before: string | null;
  readonly after: string;
  readonly change: { readonly value: number; readonly lower: number; readonly upper: number } | null;
  readonly measures: readonly string[];
}

/** What became of a guardrail, in a sentence: no worsening that is shown is not the same as none. */
export function guardrailSentence({ state, before, after, change, measures }: GuardrailTelling): string {
  if (state === 'notAssessable') return t('Cannot be told from what is shown.');
  const quarters = { after: quarter(after) };
  if (change !== null && before !== null) {
    const moved = {
      ...quarters,
      before: quarter(before),
      by: effectWithUnit(change.value, 'share'),
      range: effectRange(change, 'share'),
    };
    return state === 'worse'
      ? t('Got worse: it moved by {by} from {before} to {after} (95\u00a0% interval {range}).', moved)
      : t('No worsening is shown: it moved by {by} from {before} to {after} (95\u00a0% interval {range}).', moved);
  }
  return state === 'worse'
    ? t('Got worse: in {after} its mentees stand clearly on the wrong side of everyone else in: {measures}.', {
        ...quarters,
        measures: measures.join(', '),
      })
    : t('No comparison of {after} stands clearly on the wrong side of everyone else.', quarters);
}

/** The change of skills beside what regression to the mean alone would show. */
export function skillChangeSentence(
  change: { readonly value: number; readonly lower: number; readonly upper: number },
  expected: number | null,
): string {
  const moved = t('Scores moved by {by} from before to after (95\u00a0% interval {range}).', {
    by: effectWithUnit(change.value, 'points'),
    range: effectRange(change, 'points'),
  });
  if (expected === null) return `${moved} ${t(NO_RELIABILITY)}`;
  const part = t('Regression to the mean alone would show about {by}: who starts low rises without any help.', {
    by: effectWithUnit(expected, 'points'),
  });
  return `${moved} ${part} ${t(besideExpected(change, expected))}`;
}

const NO_RELIABILITY = saying(
  'How much of that regression to the mean explains is not known: the settings name no reliability of these checks, or it is hidden.',
);

function besideExpected({ lower, upper }: { readonly lower: number; readonly upper: number }, expected: number): string {
  if (lower > expected) return saying('The whole interval lies above that.');
  if (upper < expected) return saying('The whole interval lies below that.');
  return saying('The interval does not exclude that this is all there is.');
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
  const told = { quarter: quarter(period) };
  if (mentees !== null)
    return t('About {count} people were still mentored in it at the end of {quarter}.', { ...told, count: count(mentees) });
  const unknown = t('How many people were still mentored in it at the end of {quarter} is not shown.', told);
  return status === 'suppressed' ? `${unknown} ${t(HIDDEN_SHORT)}` : unknown;
}

interface MarkTelling {
  readonly kind: string;
  readonly on: string;
  readonly version: number | null;
  readonly changed: string | null;
}

const MARKED: Readonly<Record<string, string>> = {
  windDown: saying('Nobody is paired anew from {day}.'),
  withdrawn: saying('Retirement taken back on {day}.'),
  closed: saying('Track closed on {day}.'),
};

/** What a numbered flag on the charts of a track stands for. */
export function trackMarkSentence({ kind, on, version, changed }: MarkTelling): string {
  const day = calendarDate(on);
  if (kind === 'charter') return t('Charter, version {version}, locked on {day}.', { version: version ?? 1, day });
  const marked = MARKED[kind];
  if (marked !== undefined) return t(marked, { day });
  const decision = decisionLabel(kind);
  return changed === null
    ? t('{decision}, decided on {day}.', { decision, day })
    : t('{decision}, decided on {day}: {changed}.', { decision, day, changed: changed.replace(/[.\s]+$/, '') });
}

export const HOW_TO_READ_FLAGS = saying(
  'Numbered flags are charters and decisions of this track; the table says which. What stands right of a flag came after it.',
);

const LOOK_STATES: Readonly<Record<string, string>> = {
  read: saying('Read##look'),
  nothingNew: saying('Nobody new: the look before stands'),
  absent: saying('Hidden, or too uncertain to estimate'),
  tooFew: saying('Below the charter’s minimum of people'),
  tooEarly: saying('Too early for anything to be read'),
  skipped: saying('Skipped: this quarter was not published'),
  waiting: saying('Still to come'),
};
export const lookState = (state: string): string => t(LOOK_STATES[state] ?? state);

const RETIREMENT: Readonly<Record<string, string>> = {
  waiting: saying('Proposed against the evidence: it waits for a second person'),
  challenge: saying('Proposed: whoever is concerned may object'),
  answer: saying('The window for objections is over: it waits to be confirmed'),
  announced: saying('Confirmed: the end is announced'),
  windingDown: saying('Winding down: nobody is paired anew'),
  closed: saying('Closed##track'),
  withdrawn: saying('Taken back##track'),
};
export const retirementWords = (state: string): string => t(RETIREMENT[state] ?? state);

const STATUS: Readonly<Record<string, string>> = {
  running: saying('Running##track'),
  retiring: saying('Retiring##track'),
  retired: saying('Retired##track'),
  ended: saying('Ended##track'),
};
export const trackStatus = (status: string): string => t(STATUS[status] ?? status);

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
  const told = period === null ? { name } : { name, quarter: quarter(period) };
  const [alone, ofQuarter] = WAITING[kind] ?? [];
  if (alone === undefined) return name;
  return t(period !== null && ofQuarter !== undefined ? ofQuarter : alone, told);
}

/** What waits, and the same with the quarter that it is about. */
const WAITING: Readonly<Record<string, readonly [alone: string, ofQuarter?: string]>> = {
  unowned: [saying('{name}: name somebody who answers for it')],
  noCharter: [saying('{name}: write its charter, without which there is no verdict')],
  lapsedCharter: [saying('{name}: no planned look is left; extend measurement or write a new charter')],
  skippedLook: [
    saying('{name}: the look was skipped, since that quarter was not published'),
    saying('{name}: the look of {quarter} was skipped, since that quarter was not published'),
  ],
  decisionDue: [saying('{name}: decide after the look'), saying('{name}: decide after the look of {quarter}')],
  decisionLate: [
    saying('{name}: the decision after the look is late'),
    saying('{name}: the decision after the look of {quarter} is late'),
  ],
  secondOpinion: [saying('{name}: a decision against the evidence waits for a second person')],
  objections: [saying('{name}: it is to be retired; object while the window is open')],
  retirementAnswer: [saying('{name}: the window for objections is over; confirm its end or take it back')],
};
