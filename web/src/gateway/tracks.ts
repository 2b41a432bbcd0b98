/** A figure with its interval, in the unit of its outcome. */
export interface TrackInterval {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** How a track will be judged. `version` 0 is a proposal; without a hash it is a draft. */
export interface Charter {
  readonly version: number;
  readonly aim: string;
  readonly outcome: string;
  readonly outcomeLabel: string;
  readonly unit: string;
  readonly direction: string;
  readonly smallestEffect: number;
  readonly reference: number | null;
  readonly spread: number;
  readonly secondary: readonly string[];
  readonly guardrails: readonly string[];
  readonly looks: readonly string[];
  readonly first: number;
  readonly each: number;
  readonly minimum: number;
  readonly challengeDays: number;
  readonly copiedFrom: string | null;
  readonly hash: string | null;
  readonly lockedAt: string | null;
}

/** What is sent of a charter. */
export type CharterInput = Omit<Charter, 'version' | 'outcomeLabel' | 'unit' | 'copiedFrom' | 'hash' | 'lockedAt'>;

export interface TrackDecision {
  readonly no: string;
  readonly kind: string;
  readonly period: string | null;
  readonly verdict: string;
  readonly strength: string;
  readonly supported: boolean;
  /** holds, waits or refused. */
  readonly state: string;
  readonly why: string;
  readonly changed: string | null;
  readonly extends: readonly string[];
  readonly decidedAt: string;
  readonly secondWhy: string | null;
  readonly followed: string;
  readonly change: TrackInterval | null;
  readonly followedIn: string | null;
  readonly mayAnswer: boolean;
}

export interface TrackRetirement {
  readonly no: string;
  readonly state: string;
  readonly windowEndsAt: string | null;
  readonly windsDownFrom: string | null;
  readonly stillRunning: { readonly period: string; readonly status: string; readonly mentees: number | null } | null;
  readonly steps: readonly { readonly step: string; readonly why: string; readonly role: string; readonly takenAt: string }[];
  readonly next: readonly string[];
}

export interface TrackSummary {
  readonly key: string;
  readonly name: string;
  readonly focus: string | null;
  readonly tier: string | null;
  readonly format: string | null;
  readonly practice: string | null;
  readonly purpose: string | null;
  readonly capability: string | null;
  readonly owned: boolean;
  readonly status: string;
  readonly charter: Charter | null;
  readonly hasDraft: boolean;
  readonly verdict: string | null;
  readonly strength: string;
  readonly effect: TrackInterval | null;
  readonly shrunken: TrackInterval | null;
  readonly nextLook: string | null;
  readonly lapsed: boolean;
  readonly lastDecision: TrackDecision | null;
}

export interface TrackLook {
  readonly period: string;
  readonly planned: boolean;
  readonly state: string;
  readonly releaseId: string | null;
  readonly information: number | null;
  readonly bound: number | null;
  readonly people: number | null;
  readonly effect: TrackInterval | null;
  readonly verdict: string;
}

/** A figure beside the outcome that decides. */
export interface TrackFigure {
  readonly key: string;
  readonly part: string;
  readonly label: string;
  readonly format: string;
  readonly organisation: boolean;
  readonly chosen: boolean;
  readonly status: string;
  readonly reason: string | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly verdict: string | null;
}

/** Something that must not get worse while the outcome is pursued. */
export interface TrackGuardrail {
  readonly key: string;
  readonly label: string;
  readonly state: string;
  readonly before: string | null;
  readonly after: string;
  readonly change: TrackInterval | null;
  readonly measures: readonly string[];
}

/** The change of skills, in points, beside what regression to the mean alone would show. */
export interface TrackSkillChange {
  readonly period: string;
  readonly change: TrackInterval;
  readonly expectedByChance: number | null;
}

export interface Track {
  readonly summary: TrackSummary;
  readonly looks: readonly TrackLook[];
  readonly strengthReasons: readonly string[];
  readonly settling: { readonly people: number; readonly looks: number | null } | null;
  readonly supported: readonly string[];
  readonly whyNotRetire: string | null;
  readonly restated: boolean;
  readonly guardrails: readonly TrackGuardrail[];
  readonly skillChange: TrackSkillChange | null;
  readonly figuresOf: string | null;
  readonly figures: readonly TrackFigure[];
  readonly charters: readonly Charter[];
  readonly decisions: readonly TrackDecision[];
  readonly retirement: TrackRetirement | null;
  readonly betweenLooks: readonly string[];
}

export interface CharterTemplate {
  readonly key: string;
  readonly label: string;
  readonly forWhat: string;
  readonly fits: boolean;
  readonly charter: Charter;
}

export interface PlannedLook {
  readonly period: string;
  readonly people: number;
  readonly information: number;
  readonly bound: number | null;
  readonly published: boolean;
  readonly detectable: number | null;
  readonly finding: number;
  readonly rulingOut: number;
}

/** What a plan could show, or what is wrong with it. */
export interface CharterPower {
  readonly __typename: string;
  readonly looks?: readonly PlannedLook[];
  readonly fewest?: number;
  readonly message?: string;
}

/** A decision that holds, with its track. */
export interface ScoredDecision {
  readonly key: string;
  readonly name: string;
  readonly decision: TrackDecision;
}

/** Something about a track that waits for a decision of the reader. */
export interface WaitingDecision {
  readonly kind: string;
  readonly key: string;
  readonly name: string;
  readonly period: string | null;
}

export const NEEDS_DECISION = 'query NeedsDecision { needsDecision { kind key name period } }';

const INTERVAL = '{ value lower upper }';
const CHARTER = `{ version aim outcome outcomeLabel unit direction smallestEffect reference spread secondary guardrails looks first
  each minimum challengeDays copiedFrom hash lockedAt }`;
const DECISION = `{ no kind period verdict strength supported state why changed extends decidedAt secondWhy followed
  change ${INTERVAL} followedIn mayAnswer }`;
const SUMMARY = `{ key name focus tier format practice purpose capability owned status charter ${CHARTER} hasDraft verdict strength
  effect ${INTERVAL} shrunken ${INTERVAL} nextLook lapsed lastDecision ${DECISION} }`;

interface TrackName {
  readonly key: string;
  readonly name: string;
}

/** A skill that teams need, and the running tracks that build it. */
export interface RoadmapSkill {
  readonly skill: string;
  readonly status: string;
  readonly open: TrackInterval | null;
  readonly tracks: readonly TrackName[];
}

export interface TrackGaps {
  readonly period: string;
  readonly skills: readonly RoadmapSkill[];
  readonly without: readonly TrackName[];
}

export const TRACK_GAPS = `query TrackGaps { trackGaps { period skills { skill status open ${INTERVAL} tracks { key name } } without { key name } } }`;

export const TRACK_SCORECARD = `query TrackScorecard { trackScorecard { key name decision ${DECISION} } }`;

export const MAKE_CALENDAR = 'mutation MakeCalendar { makeCalendar }';
export const END_CALENDAR = 'mutation EndCalendar { endCalendar }';

export const TRACKS = `query Tracks { tracks ${SUMMARY} }`;

export const TRACK = `query Track($key: String!) { track(key: $key) {
  summary ${SUMMARY}
  looks { period planned state releaseId information bound people effect ${INTERVAL} verdict }
  strengthReasons settling { people looks } supported whyNotRetire restated figuresOf
  guardrails { key label state before after change ${INTERVAL} measures }
  skillChange { period change ${INTERVAL} expectedByChance }
  figures { key part label format organisation chosen status reason value lower upper verdict }
  charters ${CHARTER} decisions ${DECISION}
  retirement { no state windowEndsAt windsDownFrom stillRunning { period status mentees } steps { step why role takenAt } next } betweenLooks } }`;

export const CHARTER_TEMPLATES = `query CharterTemplates($key: String!) {
  charterTemplates(key: $key) { key label forWhat fits charter ${CHARTER} } }`;

export const CHARTER_POWER = `query CharterPower($charter: CharterInput!) { charterPower(charter: $charter) {
  __typename
  ... on CharterPower { fewest looks { period people information bound published detectable finding rulingOut } }
  ... on Refused { message } } }`;

const DONE = '{ __typename ... on Refused { message } }';

export const WRITE_CHARTER = `mutation WriteCharter($key: String!, $charter: CharterInput!, $copiedFrom: String) {
  done: writeCharter(key: $key, charter: $charter, copiedFrom: $copiedFrom) ${DONE} }`;
export const LOCK_CHARTER = `mutation LockCharter($key: String!, $version: Int!) {
  done: lockCharter(key: $key, version: $version) ${DONE} }`;
export const DECIDE_TRACK = `mutation DecideTrack($key: String!, $kind: String!, $why: String!, $changed: String, $looks: Int) {
  done: decideTrack(key: $key, kind: $kind, why: $why, changed: $changed, looks: $looks) ${DONE} }`;
export const ANSWER_DECISION = `mutation AnswerDecision($key: String!, $no: String!, $agree: Boolean!, $why: String!) {
  done: answerDecision(key: $key, no: $no, agree: $agree, why: $why) ${DONE} }`;
export const LOOK_EARLY = `mutation LookEarly($key: String!, $period: String!, $why: String!) {
  done: lookEarly(key: $key, period: $period, why: $why) ${DONE} }`;

const step = (name: string, field: string): string =>
  `mutation RetirementStep($key: String!, $no: String!, $why: String!) { done: ${name}(key: $key, no: $no, ${field}: $why) ${DONE} }`;

/** By the step that they take. */
export const RETIREMENT_STEPS: Readonly<Record<string, string>> = {
  objected: step('objectToRetirement', 'why'),
  closed: step('closeTrack', 'judgment'),
  withdrawn: step('withdrawRetirement', 'why'),
  confirmed: `mutation ConfirmRetirement($key: String!, $no: String!, $why: String!, $from: String!) {
    done: confirmRetirement(key: $key, no: $no, why: $why, from: $from) ${DONE} }`,
};
