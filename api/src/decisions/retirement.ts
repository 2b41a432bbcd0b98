import type { CalendarDate } from '../kernel/index.js';

/** A step of a retirement, as it stands on record. */
export interface RetirementStep {
  readonly step: 'objected' | 'confirmed' | 'closed' | 'withdrawn';
  readonly why: string;
  /** Of a confirmation: from this day on nobody is paired anew. */
  readonly takesEffectOn: CalendarDate | null;
  readonly role: string;
  readonly takenAt: Date;
}

/** What a retirement is made of. */
export interface RetirementGround {
  /** When the decision took effect; null while a second person has not agreed. */
  readonly proposedAt: Date | null;
  readonly challengeDays: number;
  readonly steps: readonly RetirementStep[];
}

/**
 * Where a retirement stands. `challenge`: anybody concerned may object. `answer`: the window is over and somebody has to
 * answer and confirm. `windingDown`: no new pairings; running relationships end by their own terms.
 */
export type RetirementState = 'waiting' | 'challenge' | 'answer' | 'announced' | 'windingDown' | 'closed' | 'withdrawn';

export interface Retirement {
  readonly state: RetirementState;
  /** When the window for objections ends. */
  readonly windowEndsAt: Date | null;
  readonly windsDownFrom: CalendarDate | null;
}

const DAY_MS = 86_400_000;

export function retirementOf({ proposedAt, challengeDays, steps }: RetirementGround, now: Date): Retirement {
  const has = (step: RetirementStep['step']) => steps.find((one) => one.step === step);
  const windsDownFrom = has('confirmed')?.takesEffectOn ?? null;
  const windowEndsAt = proposedAt && new Date(proposedAt.getTime() + challengeDays * DAY_MS);
  const at = (state: RetirementState): Retirement => ({ state, windowEndsAt, windsDownFrom });
  if (has('closed')) return at('closed');
  if (has('withdrawn')) return at('withdrawn');
  if (!windowEndsAt) return at('waiting');
  if (windsDownFrom !== null) return at(windsDownFrom <= now.toISOString().slice(0, 10) ? 'windingDown' : 'announced');
  return at(now.getTime() <= windowEndsAt.getTime() ? 'challenge' : 'answer');
}

/** What may be done next, by state; taking back is possible until the end. */
export const NEXT_STEPS: Readonly<Record<RetirementState, readonly RetirementStep['step'][]>> = {
  waiting: [],
  challenge: ['objected', 'withdrawn'],
  answer: ['confirmed', 'withdrawn'],
  announced: ['withdrawn'],
  windingDown: ['closed', 'withdrawn'],
  closed: [],
  withdrawn: [],
};
