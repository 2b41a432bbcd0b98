import { describe, expect, it } from '@jest/globals';
import type { Comparison } from './comparisons.js';
import { scoreSigned } from './record-scorecard.js';
import type { SignedAudit } from './signed-record.js';

type Outcome = Comparison['outcome'];
const compared = (ratio: number, spread = 1.05): Outcome =>
  ({ kind: 'compared', ratio, lower: ratio / spread, upper: ratio * spread }) as Outcome;
const HIDDEN: Outcome = { kind: 'suppressed', reason: null };

const audit = (outcome: Outcome, measure = 'parity'): SignedAudit =>
  ({
    document: {
      audit: { period: '2026-Q1', scope: '' },
      similar: { low: 0.8, high: 1.25 },
      findings: [
        { key: 'decided', measure, outcome, decision: { choice: 'act' } },
        { key: 'undecided', measure, outcome, decision: null },
      ],
    },
  }) as unknown as SignedAudit;

const followed = (then: Outcome, now: Outcome | null, isComparable = true, measure = 'parity') =>
  scoreSigned([audit(then, measure)], {
    comparisons: now === null ? [] : [{ key: 'decided', outcome: now } as Comparison],
    isComparable: () => isComparable,
  }).map((score) => score.followed);

describe('the scorecard of signed records', () => {
  it('reads which way a ratio moved, and whether it did', () => {
    expect(followed(compared(0.5), compared(0.8))).toEqual(['better']);
    expect(followed(compared(0.8), compared(0.5))).toEqual(['worse']);
    expect(followed(compared(0.8), compared(0.81))).toEqual(['not-moved']);
    expect(followed(compared(0.8, 2), compared(0.9, 2))).toEqual(['cannot-tell']);
  });

  it('takes more as worse where carrying more is the finding', () => {
    expect(followed(compared(1), compared(1.5), true, 'load')).toEqual(['worse']);
  });

  it('tells nothing where one of them is hidden or gone, or what stands between them cannot be compared', () => {
    expect(followed(HIDDEN, compared(0.8))).toEqual(['cannot-tell']);
    expect(followed(compared(0.8), HIDDEN)).toEqual(['cannot-tell']);
    expect(followed(compared(0.8), null)).toEqual(['cannot-tell']);
    expect(followed(compared(0.5), compared(0.8), false)).toEqual(['cannot-tell']);
  });
});
