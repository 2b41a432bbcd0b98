import { type Decision, heldSince, waitsForSecond } from './decisions.js';
import type { Evidence } from './evidence.js';
import { type Retirement, retirementOf, type RetirementState } from './retirement.js';

/** What waits for somebody. Each kind is the business of whoever may do the one thing that ends the waiting. */
export type WaitingKind =
  | 'unowned'
  | 'noCharter'
  | 'lapsedCharter'
  | 'skippedLook'
  | 'decisionDue'
  | 'decisionLate'
  | 'secondOpinion'
  | 'objections'
  | 'retirementAnswer';

/** Something that waits for a decision. Other rooms add entries of their own kinds beside these. */
export interface Waiting {
  readonly kind: WaitingKind;
  /** The track. */
  readonly key: string;
  readonly name: string;
  /** The quarter that it is about. */
  readonly period: string | null;
}

/** Days from the publication of a look until its decision is late. */
export const DAYS_TO_DECIDE = 30;
const DAY_MS = 86_400_000;

/** Everything about tracks that waits for somebody at this moment. Tracks that came to their end wait for nothing. */
export function waitingFor(all: readonly Evidence[], decisions: readonly Decision[], now: Date): Waiting[] {
  return all.flatMap((evidence) => {
    const own = decisions.filter(({ track }) => track === evidence.track.id);
    const end = endingOf(own, now)?.state ?? null;
    const { endedOn } = evidence.track;
    if (end === 'closed' || (endedOn !== null && endedOn < now.toISOString().slice(0, 10))) return [];
    const steps = stepsWaiting(own, end);
    const kinds =
      end !== null && UNDER_WAY.includes(end) ? steps : [...steps, ...signalsOf(evidence), ...dueOf(evidence, own, now)];
    return kinds.map(({ kind, period = null }) => ({ kind, period, key: evidence.track.id, name: evidence.track.name }));
  });
}

interface Signal {
  readonly kind: WaitingKind;
  readonly period?: string | null;
}

const UNDER_WAY: readonly RetirementState[] = ['waiting', 'challenge', 'answer', 'announced', 'windingDown'];

/** The last retirement that was proposed and not refused, wherever it stands. */
export function endingOf(decisions: readonly Decision[], now: Date): Retirement | null {
  const last = decisions.filter(({ kind, second }) => kind === 'retire' && second?.agreed !== false).at(-1);
  if (!last) return null;
  return retirementOf({ proposedAt: heldSince(last), challengeDays: last.challengeDays, steps: last.steps }, now);
}

function stepsWaiting(decisions: readonly Decision[], end: RetirementState | null): Signal[] {
  const second: Signal[] = decisions.some(waitsForSecond) ? [{ kind: 'secondOpinion' }] : [];
  if (end === 'challenge') return [...second, { kind: 'objections' }];
  return end === 'answer' ? [...second, { kind: 'retirementAnswer' }] : second;
}

function signalsOf({ track, charter, looks, lapsed }: Evidence): Signal[] {
  const unowned: Signal[] = track.owned ? [] : [{ kind: 'unowned' }];
  if (!charter) return [...unowned, { kind: 'noCharter' }];
  const skipped = looks.filter(({ state }) => state === 'skipped').map(({ period }): Signal => ({ kind: 'skippedLook', period }));
  return [...unowned, ...(lapsed ? [{ kind: 'lapsedCharter' } as const] : []), ...skipped];
}

/** A look is decided upon once; until then it waits, and after thirty days it is late. */
function dueOf({ charter, deciding }: Evidence, decisions: readonly Decision[], now: Date): Signal[] {
  if (!charter || !deciding?.publishedAt) return [];
  const { period, publishedAt } = deciding;
  const decided = decisions.some(
    (one) => one.charterVersion === charter.version && (one.period ?? '') >= period && one.second?.agreed !== false,
  );
  if (decided) return [];
  const late = now.getTime() - Date.parse(publishedAt) > DAYS_TO_DECIDE * DAY_MS;
  return [{ kind: late ? 'decisionLate' : 'decisionDue', period }];
}
