import { type CalendarDate, parsePeriod, periodOf, shiftPeriod } from '../kernel/index.js';
import { type Charter, isLocked, type LockedCharter } from '../tracks/index.js';
import { type Decision, heldSince } from './decisions.js';
import type { DecisionKind } from './verdict.js';

/** Something on record about a track that its charts show: a charter, a decision that holds, a step of its end. */
export interface TrackMark {
  readonly kind: 'charter' | DecisionKind | 'windDown' | 'withdrawn' | 'closed';
  readonly on: CalendarDate;
  /** The first quarter whose figures come after it: a figure of that quarter may have been moved by it. */
  readonly period: string;
  /** Of a charter. */
  readonly version: number | null;
  /** Of an adjustment: what was changed. */
  readonly changed: string | null;
}

/** What is on record about one track. */
export interface MarkedRecords {
  readonly charters: readonly Charter[];
  readonly decisions: readonly Decision[];
}

/** The marks of a track in the order of their days. A decision that does not hold changed nothing, and is none. */
export function marksOf({ charters, decisions }: MarkedRecords, fiscalYearStart: number): TrackMark[] {
  const marks = [
    ...charters.filter(isLocked).map((charter) => markOfCharter(charter, fiscalYearStart)),
    ...decisions.flatMap((decision) => marksOfDecision(decision, fiscalYearStart)),
  ];
  return marks.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

const NOTHING_MORE = { version: null, changed: null } as const;
const dayOf = (date: Date): CalendarDate => date.toISOString().slice(0, 10);
const earlier = (one: string, other: string): string => (one < other ? one : other);

/** A charter comes before its first look, however late it was locked: the quarter may be over when it is published. */
function markOfCharter({ lockedAt, version, content }: LockedCharter, fiscalYearStart: number): TrackMark {
  const on = dayOf(lockedAt);
  const period = periodOf(on, fiscalYearStart).key;
  return { ...NOTHING_MORE, kind: 'charter', on, version, period: earlier(period, content.looks[0] ?? period) };
}

function marksOfDecision(decision: Decision, fiscalYearStart: number): TrackMark[] {
  const since = heldSince(decision);
  if (!since) return [];
  const on = dayOf(since);
  const period = periodAfter(decision.period, on, fiscalYearStart);
  const { kind, changed } = decision;
  return [{ ...NOTHING_MORE, kind, on, period, changed }, ...marksOfEnd(decision, fiscalYearStart)];
}

/** What was decided after a look comes after its quarter, and before every later one. */
function periodAfter(look: string | null, on: CalendarDate, fiscalYearStart: number): string {
  const own = periodOf(on, fiscalYearStart).key;
  return look === null ? own : earlier(own, shiftPeriod(parsePeriod(look, fiscalYearStart), 1, fiscalYearStart).key);
}

function marksOfEnd({ steps }: Decision, fiscalYearStart: number): TrackMark[] {
  const withdrawn = steps.some(({ step }) => step === 'withdrawn');
  return steps.flatMap(({ step, takenAt, takesEffectOn }): TrackMark[] => {
    const kind = step === 'confirmed' ? (withdrawn ? null : ('windDown' as const)) : step === 'objected' ? null : step;
    if (kind === null) return [];
    const on = kind === 'windDown' && takesEffectOn !== null ? takesEffectOn : dayOf(takenAt);
    return [{ ...NOTHING_MORE, kind, on, period: periodOf(on, fiscalYearStart).key }];
  });
}
