import type { AbsenceReason, Absent, ReleasedValue } from '../../../kernel/index.js';

/** A recomputed value; `undefined` where the formula cannot be followed at all. */
export type Answer = number | string | { readonly reason: AbsenceReason } | undefined;

/** A number, or why there is none. */
export const told = (value: number | AbsenceReason | undefined): Answer =>
  typeof value === 'string' ? { reason: value } : value;

export const isAbsent = (value: ReleasedValue | undefined): value is Absent => typeof value === 'object';

/** Passes an absent value on. */
export const passedOn = ({ reason }: Absent): Answer => (reason === 'notCollected' ? undefined : { reason });
