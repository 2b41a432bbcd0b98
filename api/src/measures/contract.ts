import type { Cohort, Derivation, DimensionValue, PlanClass, PlannedTable, StatisticTable } from '../kernel/index.js';

/** How a value is read: people, a fraction of 1, a ratio, minutes. The screen and the files write it accordingly. */
export type ValueFormat =
  | 'people'
  | 'fraction'
  | 'ratio'
  | 'difference'
  | 'standardDeviations'
  | 'probability'
  | 'count'
  | 'minutes'
  | 'months'
  | 'score'
  | 'points'
  | 'hours'
  | 'rows'
  | 'verdict';

export interface ValueDescription {
  readonly key: string;
  readonly label: string;
  readonly format: ValueFormat;
}

/** What is drawn, in words: one entry for each name under `drawn` in the file. */
export interface DrawnDescription {
  readonly key: string;
  readonly label: string;
  /** Range, cap and unit; what one person can move. */
  readonly scale: string;
}

/**
 * Which figure block draws it: shares, a comparison with everyone else, means, the parts of a whole, a curve over time, a
 * model's estimate, single numbers.
 */
export type FigureKind = 'rate' | 'forest' | 'mean' | 'parts' | 'curve' | 'model' | 'numbers';

/** A table's place, from which its derivations follow. */
export interface TableShape {
  readonly breakdown: readonly string[];
  /** Whether a personal characteristic takes part. */
  readonly special: boolean;
}

/** A column of a measure's own, by which the organisation is split: how a pairing was formed, the skill. */
export interface Split {
  readonly key: string;
  readonly label: string;
  /** In display order; those that stand in the data where left out, in code-unit order. */
  readonly values?: readonly DimensionValue[];
}

export interface Variant {
  readonly key: string;
  readonly label: string;
  /** The secret that it concerns; subjects that imply each other carry one name. */
  readonly subject: string;
}

/** The public figures that formulas may name as parameters. */
export type DerivationGround = Pick<Cohort, 'doseLimit' | 'settings'>;

/** Public figures as an example, for pages that print formulas. */
export const EXAMPLE_GROUND: DerivationGround = { doseLimit: 240, settings: { mentorLoadCap: 3, reliability: 0.8 } };

/** The written contract of a measure. Tables, pages, files and the method page follow from it. */
export interface MeasureContract {
  readonly key: string;
  readonly label: string;
  /** The question that it answers, as a reader would ask it. */
  readonly question: string;
  /** The GraphQL field that answers it. */
  readonly field: string;
  readonly variants: readonly Variant[];
  /** The secrets that it is about, those of its variants together. */
  readonly subject: string;
  /** What the numbers count. */
  readonly unit: string;
  readonly population: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly interval: string;
  readonly whenThereIsNoAnswer: string;
  readonly source: string;
  /** What it must not be used for. Never empty. */
  readonly notFor: readonly string[];
  /** What to watch beside it, so that improving it alone does no harm. Never empty. */
  readonly counterMeasure: string;
  readonly method: string;
  readonly figure: FigureKind;
  readonly planClass: PlanClass;
  /** The populations that it counts, as the cohort names them. */
  readonly populations: readonly string[];
  /** Columns of the dictionary (`participations.end_reason`) that have to be filled for it to say anything. */
  readonly restsOn?: readonly string[];
  readonly splits?: readonly Split[];
  /** Breakdowns by its splits, beside those of its class. */
  readonly splitTables?: readonly (readonly string[])[];
  readonly drawn: readonly DrawnDescription[];
  readonly values: readonly ValueDescription[];
  /** The value that answers the question, and that a figure draws. */
  readonly primary: string;
  /** The value without which a cell says nothing: where it is absent the cell is `notEstimable`. Hangs on the cell alone. */
  readonly necessary: string;
  /** How the values of a table follow from its drawn statistics. */
  derivedOf(shape: TableShape, cohort: DerivationGround, variant?: string): Readonly<Record<string, Derivation>>;
  /** The table before protection; null where the cohort cannot answer (the column or the file was never loaded). */
  tableOf(cohort: Cohort, variant: Variant, planned: PlannedTable, limits: TableLimits): StatisticTable | null;
}

/** Limits of the policy beyond the thresholds, for tables other than participation and parity. */
export interface TableLimits {
  readonly minimumOpen: number;
  readonly minimumSpecialBase: number;
}

/**
 * Refuses a contract that does not say what it is not for, what to watch beside it, or what it is.
 *
 * @throws Error at start, naming the measure and what it lacks: a fault of ours, not of the user.
 */
export function checkContract(contract: MeasureContract): MeasureContract {
  const lacking = [
    contract.notFor.length === 0 || contract.notFor.some(isBlank) ? 'notFor' : '',
    isBlank(contract.counterMeasure) ? 'counterMeasure' : '',
    isBlank(contract.question) ? 'question' : '',
    contract.variants.length === 0 ? 'variants' : '',
    contract.values.some(({ key }) => key === contract.primary) ? '' : 'primary among its values',
    contract.values.some(({ key }) => key === contract.necessary) ? '' : 'necessary among its values',
  ].filter(Boolean);
  if (lacking.length > 0) throw new Error(`the contract of ${contract.key} lacks ${lacking.join(', ')}`);
  const values = contract.values.map(({ key }) => key);
  const unnamed = [contract.field, ...values].filter((name) => !FIELD_NAME.test(name));
  if (unnamed.length > 0)
    throw new Error(`the contract of ${contract.key} has names that no field can have: ${unnamed.join(', ')}`);
  refuseTwice(values, `values of ${contract.key}`);
  refuseTwice(
    contract.drawn.map(({ key }) => key),
    `drawn statistics of ${contract.key}`,
  );
  return contract;
}

/** What GraphQL takes as the name of a field; two underscores in front are its own. */
const FIELD_NAME = /^(?!__)[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Refuses contracts of which one would silently take the place of another: in the API, in files and on pages a measure is
 * found by its key and by its field.
 *
 * @throws Error at start, naming what stands twice.
 */
export function checkContracts(contracts: readonly MeasureContract[]): readonly MeasureContract[] {
  refuseTwice(
    contracts.map(({ key }) => key),
    'measures',
  );
  refuseTwice(
    contracts.map(({ field }) => field),
    'fields of measures',
  );
  return contracts.map(checkContract);
}

/** @throws Error naming the keys that stand more than once. */
export function refuseTwice(keys: readonly string[], of: string): void {
  const twice = [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))];
  if (twice.length > 0) throw new Error(`of the ${of} these stand twice, and one would hide the other: ${twice.join(', ')}`);
}

const isBlank = (text: string): boolean => text.trim() === '';
