import type { AbsenceReason } from './cell.js';

/** The result of an estimator: a value, or the reason why there is none. Never NaN, Infinity or null. */
export type Estimate<Value> = Estimated<Value> | NotEstimable;

export interface Estimated<Value> {
  readonly kind: 'estimated';
  readonly value: Value;
}

export interface NotEstimable {
  readonly kind: 'notEstimable';
  readonly reason: AbsenceReason;
}

export const estimated = <Value>(value: Value): Estimated<Value> => ({ kind: 'estimated', value });
export const notEstimable = (reason: AbsenceReason): NotEstimable => ({ kind: 'notEstimable', reason });
