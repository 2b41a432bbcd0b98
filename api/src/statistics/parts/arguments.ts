/** Checks of what a caller passes in. A wrong argument is the caller's bug and is thrown with the argument's name. */

/** A finite number. */
export function finite(value: number, name: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new RangeError(`${name} must be a finite number`);
  return value;
}

/** A finite number ≥ 0. */
export function nonNegative(value: number, name: string): number {
  if (!(finite(value, name) >= 0)) throw new RangeError(`${name} must not be negative`);
  return value;
}

/** A finite number > 0. */
export function positive(value: number, name: string): number {
  if (!(finite(value, name) > 0)) throw new RangeError(`${name} must be greater than 0`);
  return value;
}

/** A number strictly between 0 and 1: a confidence, a power, a share of error. */
export function fraction(value: number, name: string): number {
  if (!(finite(value, name) > 0 && value < 1)) throw new RangeError(`${name} must lie between 0 and 1`);
  return value;
}

/** A p-value. */
export function probability(value: number, name: string): number {
  if (!(finite(value, name) >= 0 && value <= 1)) throw new RangeError(`${name} must lie in [0, 1]`);
  return value;
}

/** A whole number ≥ 0. */
export function wholeCount(value: number, name: string): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${name} must be a whole number, 0 or more`);
  return value;
}

/** Two lists that run side by side. */
export function sameLength(left: ArrayLike<unknown>, right: ArrayLike<unknown>, name: string): void {
  if (left.length !== right.length) throw new RangeError(`${name} must have the same length`);
}

/** Every element is a finite number. */
export function allFinite(values: ArrayLike<number>, name: string): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) throw new RangeError(`${name} must hold finite numbers only`);
  }
}

/** Every element is 0 or 1. */
export function allBinary(values: ArrayLike<number>, name: string): void {
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== 0 && values[i] !== 1) throw new RangeError(`${name} must hold 0 and 1 only`);
  }
}
