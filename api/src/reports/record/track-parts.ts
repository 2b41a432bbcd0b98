import { saying, t } from '#language';
import {
  calendarDate,
  capital,
  count,
  decisionLabel,
  effectNumber,
  effectRange,
  effectWithUnit,
  followedWords,
  inWords,
  lookState,
  quarter,
  strengthWords,
  trackBadge,
  trackSentence,
} from '#wording';
import {
  type Decision,
  type Effect,
  type Evidence,
  followUpOf,
  holds,
  type Look,
  markOf,
  scaleOf,
  waitsForSecond,
} from '../../decisions/index.js';
import { type CharterContent, type LockedCharter, OUTCOMES } from '../../tracks/index.js';
import { sayAgain } from '../../translation/index.js';
import type { AddedSection, Figure, FigureRow } from '../model/model.js';
import { wordsTable } from './parts.js';
import type { Records } from './records.js';

/** Every track that is judged: verdict, strength, effect, and what was decided last. Null where a release knows no track. */
export function tracksSection({ evidence, decisions }: Pick<Records, 'evidence' | 'decisions'>): AddedSection | null {
  if (evidence.length === 0) return null;
  const judged = evidence.filter(({ charter }) => charter !== null);
  return {
    title: t('Tracks: evidence and decisions'),
    paragraphs: [tracksSentence(evidence), t(TWO_SCALES)],
    figure: stripOf(judged.flatMap((one) => stripRow(one.track.name, one, one.deciding) ?? [])),
    table: wordsTable(
      t('Tracks'),
      [t('Track'), t('Verdict'), t('Strength of the evidence'), t('Change (interval)'), t('Last decision')],
      evidence.map((one) => [
        one.track.name,
        ...verdictPlaces(one),
        lastDecision(decisions.filter(({ track }) => track === one.track.id)),
      ]),
    ),
  };
}

const TWO_SCALES = saying(
  'The verdict says what the data show of the effect; the strength says how far they can be trusted. A track that cannot be judged yet is not a track without effect.',
);

const BENEFIT = ['clear_benefit', 'benefit_unsure', 'benefit_small'];
const HARM = ['harm_small', 'harm_unsure', 'clear_harm'];

/** `2 tracks show a benefit, one no measurable effect, 3 cannot be judged yet`. */
export function tracksSentence(evidence: readonly Evidence[]): string {
  const among = (keys: readonly string[]): number => evidence.filter(({ verdict }) => keys.includes(verdict ?? '')).length;
  const [benefit, none, harm] = [among(BENEFIT), among(['no_measurable_effect']), among(HARM)];
  const unsure = evidence.length - benefit - none - harm;
  const parts = [
    benefit > 0 ? t('{n, plural, one {{words} shows a benefit} other {{words} show a benefit}}', wordsFor(benefit)) : '',
    none > 0 ? t('{words} no measurable effect', wordsFor(none)) : '',
    harm > 0 ? t('{words} a change for the worse', wordsFor(harm)) : '',
    unsure > 0 ? t('{words} cannot be judged yet', wordsFor(unsure)) : '',
  ].filter(Boolean);
  return t('{n, plural, one {Of {words} track} other {Of {words} tracks}}, {parts}.', {
    ...wordsFor(evidence.length),
    parts: parts.join(', '),
  });
}

const wordsFor = (n: number) => ({ n, words: inWords(n) });

function verdictPlaces({ charter, verdict, strength, deciding }: Evidence): [string, string, string] {
  if (!charter) return [t('No charter, no verdict'), '', ''];
  if (verdict === null) return [t('No look yet'), strengthInWords(strength), ''];
  const { shape, word } = trackBadge(verdict);
  return [`${shape} ${word}`, strengthInWords(strength), deciding?.effect ? effectText(charter.content, deciding.effect) : ''];
}

const strengthInWords = (strength: string): string => {
  const { dots, word } = strengthWords(strength);
  return `${dots} ${word}`;
};

/** In the unit of the outcome, as the pages write it. */
function inUnit(content: CharterContent, { value, lower, upper }: Effect): Effect {
  const { back } = scaleOf(content);
  return { value: back(value), lower: back(lower), upper: back(upper) };
}

function effectText(content: CharterContent, effect: Effect): string {
  const { unit } = OUTCOMES[content.outcome];
  const read = inUnit(content, effect);
  return `${effectNumber(read.value, unit)} (${effectRange(read, unit)})`;
}

/** The result of a track in a sentence. */
export function evidenceSentence({ track, charter, verdict, strength, deciding }: Evidence): string {
  if (!charter) return t('{track} has no charter, without which there is no verdict.', { track: track.name });
  const { content } = charter;
  const { outcome, smallestEffect } = content;
  const effect = deciding?.effect ? inUnit(content, deciding.effect) : null;
  const { unit } = OUTCOMES[outcome];
  return trackSentence({
    name: track.name,
    verdict: verdict ?? 'not_assessable',
    strength,
    outcome,
    unit,
    smallestEffect,
    effect,
  });
}

function lastDecision(decisions: readonly Decision[]): string {
  const last = decisions.at(-1);
  if (!last) return t('None yet');
  return `${decisionLabel(last.kind)}, ${calendarDate(last.decidedAt.toISOString())}${standing(last)}`;
}

function standing(decision: Decision): string {
  if (holds(decision)) return decision.supported ? '' : t('; against the evidence, a second person agreed');
  return waitsForSecond(decision) ? t('; waits for a second person') : t('; a second person did not agree');
}

/** Effects of several units on one axis: each in multiples of the smallest change that matters, which is where it is judged. */
function stripRow(label: string, { charter }: Evidence, look: Look | null): FigureRow | null {
  if (!charter || !look?.effect) return null;
  const mark = markOf(charter.content);
  const { value, lower, upper } = look.effect;
  const text = effectText(charter.content, look.effect);
  return { label, depth: 0, value: value / mark, lower: lower / mark, upper: upper / mark, text, total: false };
}

function stripOf(rows: readonly FigureRow[]): Figure | null {
  if (rows.length === 0) return null;
  return {
    kind: 'interval',
    format: 'effect',
    axisLabel: t('Change in multiples of the smallest one that matters; the band is too small to matter'),
    similar: { low: -1, high: 1 },
    rows,
    alt: t('Change with its interval, against the smallest change that matters. {points}.', {
      points: rows.map(({ label, text }) => `${label}: ${text}`).join('. '),
    }),
  };
}

/** All about one track: what the evidence says, the looks, the decisions. */
export function trackSections(evidence: Evidence, decisions: readonly Decision[]): AddedSection[] {
  const { charter, looks } = evidence;
  const own = decisions.filter(({ track }) => track === evidence.track.id);
  return [
    {
      title: t('What the evidence says'),
      paragraphs: evidenceParagraphs(evidence),
      figure: stripOf(looks.flatMap((look) => stripRow(quarter(look.period), evidence, look) ?? [])),
      table: charter && looksTable(charter.content, looks),
    },
    ...(charter ? [charterSection(charter)] : []),
    ...(own.length > 0 ? [decisionsSection(evidence, own)] : []),
  ];
}

function evidenceParagraphs(evidence: Evidence): string[] {
  const { charter, verdict, strength, strengthReasons, settling, supported, whyNotRetire } = evidence;
  if (!charter) return [evidenceSentence(evidence)];
  const { shape, word } = verdict === null ? { shape: '', word: t('no look yet') } : trackBadge(verdict);
  return [
    evidenceSentence(evidence),
    t('Verdict: {verdict}. Strength of the evidence: {strength}. {reasons}', {
      ...{ verdict: `${shape} ${word}`.trim(), strength: strengthInWords(strength) },
      reasons: strengthReasons.map(sayAgain).join(' '),
    }),
    ...(settling ? [settlingSentence(settling)] : []),
    ...(supported.length > 0
      ? [t('The evidence supports: {supported}.', { supported: supported.map(decisionLabel).join(', ') })]
      : []),
    ...(whyNotRetire === null ? [] : [t('Retiring is not supported. {why}', { why: t(whyNotRetire) })]),
  ];
}

function settlingSentence({ people, looks }: NonNullable<Evidence['settling']>): string {
  const said = { people: count(people) };
  return looks === null
    ? t('What would settle it: about {people} people more.', said)
    : t(
        'What would settle it: about {people} people more, or about {n, plural, one {{looks} more look} other {{looks} more looks}} at the expected intake.',
        { ...said, n: looks, looks: count(looks) },
      );
}

const looksTable = (content: CharterContent, looks: readonly Look[]) =>
  wordsTable(
    t('Looks'),
    [t('Quarter'), t('What became of it'), t('Change (interval)'), t('Verdict')],
    looks.map(({ period, planned, state, effect, verdict }) => {
      const { shape, word } = trackBadge(verdict);
      return [
        planned ? quarter(period) : t('{quarter}, not planned', { quarter: quarter(period) }),
        lookState(state),
        effect ? effectText(content, effect) : '',
        state === 'read' ? `${shape} ${word}` : '',
      ];
    }),
  );

function charterSection({ content, hash, lockedAt, version }: LockedCharter): AddedSection {
  const { aim, outcome, direction, smallestEffect, reference, people } = content;
  const { label, unit } = OUTCOMES[outcome];
  const decides = {
    ...{
      outcome: t(label),
      direction: direction === 'rise' ? t('rise##wished') : t('fall##wished'),
      smallest: effectWithUnit(smallestEffect, unit),
    },
    reference: reference === null ? '' : effectWithUnit(reference, unit),
  };
  return {
    title: t('What was agreed beforehand'),
    paragraphs: [
      t('Charter {version}, locked on {day} with the hash {hash}.', {
        ...{ version, day: calendarDate(lockedAt.toISOString()), hash },
      }),
      t('Aim: {aim}', { aim }),
      reference === null
        ? t(
            'Outcome that decides: {outcome}; a {direction} is wished for. The smallest change that matters is {smallest}.',
            decides,
          )
        : t(
            'Outcome that decides: {outcome}, held against {reference}; a {direction} is wished for. The smallest change that matters is {smallest}.',
            decides,
          ),
      t('Below {people} people there is no verdict.', { people: count(people.minimum) }),
    ],
    figure: null,
    table: null,
  };
}

function decisionsSection(evidence: Evidence, decisions: readonly Decision[]): AddedSection {
  return {
    title: t('What was decided, and what followed'),
    paragraphs: [],
    figure: null,
    table: wordsTable(
      t('Decisions'),
      [t('Decision'), t('Verdict that it rests on'), t('Why'), t('What followed')],
      decisions.map((one) => [
        `${capital(decisionLabel(one.kind))}, ${calendarDate(one.decidedAt.toISOString())}${standing(one)}`,
        trackBadge(one.verdict).word,
        one.why,
        followed(one, evidence),
      ]),
    ),
  };
}

function followed(decision: Decision, { charter, looks }: Evidence): string {
  if (!charter || decision.charterVersion !== charter.version) return '';
  return followedWords(followUpOf(charter.content, decision, looks).verdict);
}
