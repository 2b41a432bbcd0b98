import type { CaseRow, Exact, FitBound } from '../../kernel/index.js';
import { cox, leastSquares, overlapWeights } from '../../statistics/index.js';
import type { ModelDraw, ModelValue } from '../modelled.js';

/** An estimate as it goes into protection, with the logarithm of its standard error; each with every person's change. */
export interface Fitted {
  readonly estimate: Exact;
  readonly logError: Exact;
}

/** How a drawn fit is called: the estimate, and the logarithm of its standard error. */
export interface FitOptions {
  readonly key: string;
  readonly label: string;
  /** Name of what is fitted; its version is 1. */
  readonly question: string;
  /** How far one person may move the estimate, and the logarithm of its error. */
  readonly bound: FitBound;
  readonly errorBound: FitBound;
}

const errorOf = (key: string): string => `${key}Error`;

/** A fit, drawn as its estimate and the logarithm of its standard error. */
export function drawFit({ key, label, question, bound, errorBound }: FitOptions): ModelDraw[] {
  return [
    { key, label, question: `${question}/1`, sensitivity: { kind: 'fit', bound } },
    {
      key: errorOf(key),
      label: `${label}, logarithm of its standard error`,
      question: `${question}-error/1`,
      sensitivity: { kind: 'fit', bound: errorBound },
    },
  ];
}

export const exactFit = ({ key }: Pick<FitOptions, 'key'>, { estimate, logError }: Fitted): Record<string, Exact> => ({
  [key]: estimate,
  [errorOf(key)]: logError,
});

/** The estimate with its interval; of a logarithm, `exponential` writes the ratio. */
export function fitValues(
  { key: drawn }: Pick<FitOptions, 'key'>,
  { key, label, format }: Pick<ModelValue, 'key' | 'label' | 'format'>,
  exponential: 0 | 1,
): ModelValue[] {
  const given = { of: [drawn, errorOf(drawn)], parameters: { exponential } };
  return [
    { key, label, format, by: 'modelEstimate', ...given },
    { key: `${key}Lower`, label: `${label}, lower limit`, format, by: 'modelLower', ...given },
    { key: `${key}Upper`, label: `${label}, upper limit`, format, by: 'modelUpper', ...given },
  ];
}

const exact = (value: number, changes: readonly number[] = []): Exact => ({ kind: 'exact', value, changes });

/**
 * What stands where a model has no answer: no effect, with an error as wide as one unit. That there is none would tell what
 * the data are like; so wide an interval tells nothing.
 */
const undecided = (error: number): Fitted => ({ estimate: exact(0), logError: exact(Math.log(error)) });

const numberOf = (row: CaseRow, name: string): number => row.numbers[name] ?? 0;
export const isMentored = (row: CaseRow): boolean => numberOf(row, 'mentored') === 1;
const people = (rows: readonly CaseRow[]): number[] => rows.map(({ person }) => person);
const coefficient = (changes: readonly (readonly number[])[], at: number): number[] => changes.map((change) => change[at] ?? 0);

/**
 * The logarithm of the hazard ratio of mentored time, from intervals (start, stop], adjusted for labels. Values of a label
 * with fewer than five steps are left out: where nobody steps up, nothing can be compared, and to count that time among the
 * others' would make those who are there look slower. Where the adjusted model has no answer, the unadjusted one stands.
 */
export function hazardRatio(rows: readonly CaseRow[], labels: readonly string[]): Fitted {
  const enough = (members: readonly CaseRow[]): boolean => members.filter((row) => numberOf(row, 'stepped') === 1).length >= 5;
  const moving = labels.reduce((left, label) => withValues(left, label, enough), rows);
  return hazards(moving, indicators(moving, labels)) ?? hazards(rows, []) ?? undecided(1);
}

function hazards(rows: readonly CaseRow[], columns: readonly (readonly number[])[]): Fitted | undefined {
  const numbers = (name: string): number[] => rows.map((row) => numberOf(row, name));
  if (!rows.some(isMentored) || rows.every(isMentored)) return undefined;
  const fit = cox({
    starts: numbers('start'),
    stops: numbers('stop'),
    events: numbers('stepped'),
    covariates: withMentored(rows, columns),
    people: people(rows),
  });
  if (fit.kind === 'notEstimable') return undefined;
  const { coefficients, standardErrors, leaveOneOut } = fit.value;
  return fitted(coefficients[0], standardErrors[0], leaveOneOut, 0);
}

/**
 * The difference of the share that stepped up, where mentored and not mentored people are weighted to be alike in their
 * labels. Values of a label without five people on each side are left out: nobody there can be compared.
 */
export function weightedDifference(rows: readonly CaseRow[], labels: readonly string[]): Fitted {
  const alike = labels.reduce((left, label) => withValues(left, label, bothSides), rows);
  const columns = indicators(alike, labels);
  if (columns.length === 0) return difference(alike, [], 'stepped') ?? undecided(0.5);
  const fit = overlapWeights({
    covariates: alike.map((_, i) => columns.map((column) => column[i] ?? 0)),
    treatment: alike.map((row) => numberOf(row, 'mentored')),
    outcomes: alike.map((row) => numberOf(row, 'stepped')),
    people: people(alike),
  });
  if (fit.kind === 'notEstimable') return difference(alike, [], 'stepped') ?? undecided(0.5);
  const { difference: estimate, standardError, leaveOneOut } = fit.value;
  return fitted(estimate, standardError, leaveOneOut, 0) ?? undecided(0.5);
}

function bothSides(members: readonly CaseRow[]): boolean {
  const mentored = members.filter(isMentored).length;
  return mentored >= 5 && members.length - mentored >= 5;
}

/** The rows whose value of a label holds enough of them. */
function withValues(
  rows: readonly CaseRow[],
  label: string,
  enough: (members: readonly CaseRow[]) => boolean,
): readonly CaseRow[] {
  const kept = new Set([...byLabel(rows, label)].flatMap(([value, members]) => (enough(members) ? [value] : [])));
  return rows.filter((row) => kept.has(row.labels[label] ?? ''));
}

/** The difference of an outcome between mentored and others at equal covariates (ANCOVA, HC3). */
export const adjustedDifference = (rows: readonly CaseRow[], covariates: readonly string[], outcome: string): Fitted =>
  difference(rows, covariates, outcome) ?? difference(rows, [], outcome) ?? undecided(1);

function difference(rows: readonly CaseRow[], covariates: readonly string[], outcome: string): Fitted | undefined {
  const columns = covariates.map((name) => rows.map((row) => numberOf(row, name)));
  if (rows.length === 0) return undefined;
  const fit = leastSquares({
    covariates: withMentored(rows, columns),
    outcomes: rows.map((row) => numberOf(row, outcome)),
    people: people(rows),
  });
  if (fit.kind === 'notEstimable' || !('changes' in fit.value.leaveOneOut)) return undefined;
  const { coefficients, hc3StandardErrors, leaveOneOut } = fit.value;
  const error = hc3StandardErrors[1];
  return fitted(coefficients[1], typeof error === 'number' ? error : undefined, leaveOneOut, 1);
}

type Changes = Pick<Extract<ReturnType<typeof overlapWeights>, { kind: 'estimated' }>['value'], 'leaveOneOut'>['leaveOneOut'];

function fitted(estimate: number | undefined, error: number | undefined, changes: Changes, at: number): Fitted | undefined {
  if (estimate === undefined || error === undefined || !(error > 0)) return undefined;
  return {
    estimate: exact(estimate, coefficient(changes.changes, at)),
    logError: exact(Math.log(error), coefficient(changes.logStandardErrorChanges, at)),
  };
}

const withMentored = (rows: readonly CaseRow[], columns: readonly (readonly number[])[]): number[][] =>
  rows.map((row, i) => [numberOf(row, 'mentored'), ...columns.map((column) => column[i] ?? 0)]);

/** A column of 0 and 1 for every value of a label, the most frequent one excepted. */
function indicators(rows: readonly CaseRow[], labels: readonly string[]): number[][] {
  return labels.flatMap((label) => {
    const [, ...others] = [...byLabel(rows, label)].sort(([, a], [, b]) => b.length - a.length);
    return others.map(([value]) => rows.map((row) => ((row.labels[label] ?? '') === value ? 1 : 0)));
  });
}

function byLabel(rows: readonly CaseRow[], label: string): Map<string, CaseRow[]> {
  const found = new Map<string, CaseRow[]>();
  for (const row of rows) {
    const value = row.labels[label] ?? '';
    const known = found.get(value);
    if (known) known.push(row);
    else found.set(value, [row]);
  }
  return found;
}
