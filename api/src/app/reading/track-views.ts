import { isSecondPerson, may, type Viewer } from '../../access/index.js';
import {
  type Decision,
  type Effect,
  type Evidence,
  followUpOf,
  type GuardrailReading,
  heldSince,
  holds,
  type Look,
  NEXT_STEPS,
  retirementOf,
  type RetirementStep as Step,
  scaleOf,
  type StillRunning,
  waitsForSecond,
} from '../../decisions/index.js';
import { measureOf } from '../../measures/index.js';
import { type Charter as WrittenCharter, type CharterContent, GUARDRAILS, OUTCOMES } from '../../tracks/index.js';
import type { Charter, CharterInput } from '../types/charter.types.js';
import type {
  TrackDecision,
  TrackGuardrail,
  TrackInterval,
  TrackLook,
  TrackRetirement,
  TrackSummary,
} from '../types/track.types.js';

/** From the scale on which it is judged to the unit in which it is read. */
export function intervalOf(content: CharterContent, { value, lower, upper }: Effect): TrackInterval {
  const { back } = scaleOf(content);
  return { value: back(value), lower: back(lower), upper: back(upper) };
}

export function lookOf(content: CharterContent, look: Look): TrackLook {
  const { period, planned, state, releaseId, information, bound, verdict, figure, effect } = look;
  return {
    ...{ period, planned, state, releaseId, information, bound, verdict },
    people: figure && Math.round(figure.people),
    effect: effect && intervalOf(content, effect),
  };
}

export const guardrailOf = ({ guardrail, measures, change, ...rest }: GuardrailReading): TrackGuardrail => ({
  ...rest,
  key: guardrail,
  label: GUARDRAILS[guardrail],
  change: change && { ...change },
  measures: measures.map((key) => measureOf(key)?.label ?? key),
});

/** A charter as a page reads it; `version` 0 is a proposal. */
export function charterOf(
  content: CharterContent,
  { version, hash = null, lockedAt = null, copiedFrom = null }: Partial<WrittenCharter> & { version: number },
): Charter {
  const { people, ...rest } = content;
  const { label, unit } = OUTCOMES[content.outcome];
  return {
    ...rest,
    ...people,
    ...{ version, hash, copiedFrom, unit, outcomeLabel: label },
    lockedAt: lockedAt && lockedAt.toISOString(),
    secondary: [...content.secondary],
    guardrails: [...content.guardrails],
    looks: [...content.looks],
  };
}

/** What a page sends, as the charter has it; whether it can be used is the room's question. */
export const contentOf = ({ first, each, minimum, ...rest }: CharterInput): unknown => ({
  ...rest,
  people: { first, each, minimum },
});

export function decisionOf(decision: Decision, { charter, looks }: Evidence, viewer: Viewer | null): TrackDecision {
  const { no, kind, period, verdict, strength, supported, why, changed, second } = decision;
  const sameCharter = charter !== null && decision.charterVersion === charter.version;
  const followed = sameCharter ? followUpOf(charter.content, decision, looks) : NOT_FOLLOWED;
  return {
    ...{ no: String(no), kind, period, verdict, strength, supported, why, changed },
    state: decisionState(decision),
    extends: [...decision.extends],
    decidedAt: decision.decidedAt.toISOString(),
    secondWhy: second?.why ?? null,
    followed: followed.verdict,
    change: followed.change,
    followedIn: followed.after,
    mayAnswer: mayAnswer(viewer, decision),
  };
}

/** Of a decision under a charter that holds no longer. */
const NOT_FOLLOWED = { verdict: 'too_early', change: null, after: null } as const;

function decisionState(decision: Decision): TrackDecision['state'] {
  if (holds(decision)) return 'holds';
  return waitsForSecond(decision) ? 'waits' : 'refused';
}

const mayAnswer = (viewer: Viewer | null, decision: Decision): boolean =>
  viewer !== null &&
  waitsForSecond(decision) &&
  may(viewer, 'write', 'second-opinions') &&
  isSecondPerson(viewer, decision.decidedBy);

/** The last decision to retire a track, wherever it stands. */
export function retirementView(
  decisions: readonly Decision[],
  viewer: Viewer | null,
  running: StillRunning | null,
): TrackRetirement | null {
  const decision = decisions.filter(({ kind, second }) => kind === 'retire' && second?.agreed !== false).at(-1);
  if (!decision) return null;
  const { state, windowEndsAt, windsDownFrom } = stateOf(decision);
  return {
    no: String(decision.no),
    state,
    windowEndsAt: windowEndsAt && windowEndsAt.toISOString(),
    windsDownFrom,
    stillRunning: state === 'windingDown' ? running : null,
    steps: decision.steps.map(({ step, why, role, takenAt }) => ({ step, why, role, takenAt: takenAt.toISOString() })),
    next: NEXT_STEPS[state].filter((step) => may(viewer, 'write', resourceOf(step))),
  };
}

export const stateOf = (decision: Decision) =>
  retirementOf({ proposedAt: heldSince(decision), challengeDays: decision.challengeDays, steps: decision.steps }, new Date());

/** Whoever is concerned may object; everything else is the programme owner's. */
export const resourceOf = (step: Step['step']) => (step === 'objected' ? 'objections' : 'track-decisions');

/** Where a track stands. */
export function statusOf({ track }: Evidence, decisions: readonly Decision[], today: string): TrackSummary['status'] {
  const retiring = decisions.filter(({ kind }) => kind === 'retire').at(-1);
  const state = retiring && stateOf(retiring).state;
  if (state === 'closed') return 'retired';
  if (state && ['challenge', 'answer', 'announced', 'windingDown'].includes(state)) return 'retiring';
  return track.endedOn !== null && track.endedOn < today ? 'ended' : 'running';
}
