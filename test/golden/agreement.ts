import { isDeepStrictEqual } from 'node:util';
import type { Estimate } from '../../api/src/kernel/index.js';
import { byOracle } from '../../api/src/statistics/index.js';

/** A reference case: what goes in, what must come out. `null` stands for a named absence. */
export interface Case {
  readonly name: string;
  readonly source: string;
  readonly tolerance?: number;
  readonly input: never;
  readonly expected: unknown;
}

/** Iterative fits, power, and limits that R itself finds by search. */
const LOOSE: Readonly<Record<string, number>> = {
  cox: 1e-6,
  logistic: 1e-6,
  'overlap-weights': 1e-6,
  'random-effects': 1e-6,
  'power-paired': 1e-6,
  'power-two-sample': 1e-6,
  'alpha-spending': 1e-4,
  'paired-comparison': 1e-4,
};

export const toleranceOf = (file: string): number => LOOSE[file] ?? 1e-9;

/** Runs a case through the checking door and names every place that disagrees. */
export function disagreements(file: string, { input, expected }: Case, tolerance: number): string[] {
  const run = byOracle[file as keyof typeof byOracle] as ((given: never) => Estimate<unknown>) | undefined;
  if (run === undefined) return [`no function for ${file}`];
  const result = run(input);
  return compare(expected, result.kind === 'estimated' ? result.value : result, { tolerance, where: file });
}

interface Place {
  readonly tolerance: number;
  readonly where: string;
}

function compare(expected: unknown, actual: unknown, { tolerance, where }: Place): string[] {
  if (expected === null) return isAbsent(actual) ? [] : [`${where}: no value expected`];
  if (typeof expected === 'number') {
    const near = typeof actual === 'number' && Math.abs(actual - expected) <= Math.max(1e-12, tolerance * Math.abs(expected));
    return near ? [] : [`${where}: ${expected} expected, ${JSON.stringify(actual)} found`];
  }
  if (typeof expected !== 'object') return isDeepStrictEqual(expected, actual) ? [] : [`${where}: ${JSON.stringify(actual)}`];
  if (isAbsent(actual) && Object.values(expected as object).every((part) => part === null)) return [];
  if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length)) return [`${where}: another length`];
  return Object.entries(expected as object).flatMap(([key, part]) =>
    compare(part, (actual as Record<string, unknown>)[key], { tolerance, where: `${where}.${key}` }),
  );
}

function isAbsent(actual: unknown): boolean {
  return typeof actual === 'object' && actual !== null && (actual as { kind?: unknown }).kind === 'notEstimable';
}
