import type { AbsenceReason, Absent, Group } from './cell.js';
import type { Dimension } from './dimension.js';
import type { Drawn } from './statistic.js';

/**
 * The closed list of formulas by which a released value follows from drawn ones. `docs/release-file.md` states each.
 *
 * Arguments (`of`) are names of drawn statistics of the same cell. `against: 'everyoneElse'` compares with the rest of
 * the organisation: the cell of the empty group in the same measure and variant minus this cell or, where a special
 * column takes part, the sum of the other shown cells of the table.
 */
export const FORMULAS = [
  'count', // as drawn, clipped at 0
  'total', // the sum of drawn counts, clipped at 0
  'proportion', // of [yes, base]: yes ÷ base, clipped to 0–1
  'proportionLower',
  'proportionUpper',
  'share', // of [yes, no]: yes ÷ (yes + no), clipped to 0–1
  'shareLower',
  'shareUpper',
  'rateRatio', // of [yes, base] or, special, [yes, no]; against everyone else; MOVER
  'rateRatioLower',
  'rateRatioUpper',
  'proportionRatio', // of [yes, base] twice, over bases drawn apart: the first proportion ÷ the second; MOVER
  'proportionRatioLower',
  'proportionRatioUpper',
  'rateDifference',
  'rateDifferenceLower',
  'rateDifferenceUpper',
  'scoreZ',
  'scoreP',
  'adjustedP', // of a value name: Benjamini–Hochberg over the family
  'comparisons', // size of the family
  'impactRatio', // rate ÷ highest rate of the table
  'shortfall', // people more that would bring the group to the others' rate; 0 where it has more
  'otherRate', // the rate of everyone else
  'verdict', // of value names [lower, upper, adjusted p], with the policy's similar range
  'mean', // of [sum, squares, base]; parameters low, high, cap
  'meanLower',
  'meanUpper',
  'meanRatio', // of [sum, squares, base]; against everyone else; MOVER
  'meanRatioLower',
  'meanRatioUpper',
  'meanP',
  'otherMean',
  'differenceOfMeans', // of [sum, squares, base] twice; parameters low, high, cap of both
  'differenceOfMeansLower',
  'differenceOfMeansUpper',
  'standardizedMean', // of [sum, squares, base]: Hedges g of a mean difference
  'standardizedMeanLower',
  'standardizedMeanUpper',
  'regressionToMean', // of [sum, base, reference sum, reference base]; parameters low, high, reliability
  'curve', // of [events…, competing…, censored…, beyond]; parameters points, competing (0 or 1), at
  'curveLower',
  'curveUpper',
  'followed', // the cases still followed at a point
  'curveRatio', // of the same; against everyone else
  'curveRatioLower',
  'curveRatioUpper',
  'curveP',
  'otherCurve',
  'gini', // of bins; parameters value1… their values
  'topShare', // the share that the top tenth carries
  'theil', // within the group
  'theilBetween', // between the shown groups of the table
  'theilWithin', // within the shown groups of the table
  'oddsRatio', // of the nine Mantel–Haenszel sums
  'oddsRatioLower',
  'oddsRatioUpper',
  'riskDifference',
  'riskDifferenceLower',
  'riskDifferenceUpper',
  'homogeneityP', // of [yes, no] of the strata, the cells of this group by level and tenure
  'homogeneityStrata',
  'pooling', // of value names [homogeneityP]: whether one number stands for all strata
  'modelEstimate', // of [estimate, log standard error]; parameters exponential (0 or 1)
  'modelLower',
  'modelUpper',
  'eValue', // of value names [ratio, lower, upper]
  'eValueLimit',
] as const;
export type Formula = (typeof FORMULAS)[number];

/** What a drawn statistic is, which sets its lattice and its noise. */
export type ReleasedScale =
  | { readonly kind: 'open' | 'catalogue' | 'count' }
  | { readonly kind: 'rows'; readonly cap: number }
  | { readonly kind: 'sum' | 'squares'; readonly cap: number; readonly low: number; readonly high: number }
  | { readonly kind: 'bounded'; readonly most: number }
  /** A fit with a public bound, or `times` ÷ the smallest of these drawn numbers, or the sum of `times` ÷ each of them. */
  | { readonly kind: 'fit'; readonly most: number }
  | { readonly kind: 'fit'; readonly times: number; readonly over: 'smallest' | 'each'; readonly of: readonly string[] };

/** How one displayed value is computed. */
export interface Derivation {
  readonly by: Formula;
  readonly of: readonly string[];
  readonly against?: 'everyoneElse';
  readonly parameters?: Readonly<Record<string, number>>;
}

/** A number, a verdict key, or a named absence. */
export type ReleasedValue = number | string | Absent;

export type ReleasedCell =
  | {
      readonly group: Group;
      readonly status: 'shown';
      readonly drawn: Readonly<Record<string, Drawn>>;
      readonly values: Readonly<Record<string, ReleasedValue>>;
    }
  | { readonly group: Group; readonly status: 'notEstimable'; readonly reason: AbsenceReason }
  | { readonly group: Group; readonly status: 'suppressed' | 'structuralZero' | 'notCollected' };

/** What rule 3 tests in every cell: the sum of these drawn statistics. */
export interface ReleasedBase {
  readonly of: readonly string[];
  /** Never below this, as drawn: the people and events of a curve or a fit, the teams of a team file. */
  readonly least?: number;
}

export interface ReleasedTable {
  readonly measure: string;
  readonly variant: string;
  readonly breakdown: readonly string[];
  readonly unit: string;
  readonly subject: string;
  readonly special: boolean;
  /** Every one has to pass. Empty where nothing was collected. */
  readonly bases: readonly ReleasedBase[];
  /** By the name under which cells carry it. A fit names its bound among them. */
  readonly scales: Readonly<Record<string, ReleasedScale>>;
  readonly derived: Readonly<Record<string, Derivation>>;
  readonly cells: readonly ReleasedCell[];
}

export interface ReleaseHeader {
  readonly id: string;
  readonly period: string;
  readonly asOf: string;
  readonly noiseLevel: number;
  readonly knownAt: string;
  readonly status: 'published';
  readonly supersedes: string | null;
  readonly policyVersion: string;
  readonly methodVersion: string;
  readonly settingsVersion: string;
  readonly inputFingerprint: string;
  /** Whether the organisation is invented. */
  readonly sample: boolean;
}

export interface ReleasePolicy {
  readonly thresholds: { readonly dimension: number; readonly special: number };
  readonly exposure: { readonly release: number; readonly history: number; readonly permanent: number; readonly periods: number };
  readonly otherTables: { readonly minimumOpen: number; readonly minimumSpecialBase: number };
  readonly similar: { readonly low: number; readonly high: number };
}

/** What differs between a restatement and the release that it replaces: names and versions, never rows, counts or dates. */
export type ReleaseChange =
  | { readonly what: 'erasure' | 'retention' }
  | { readonly what: 'file'; readonly name: string }
  | { readonly what: 'settings' | 'policy' | 'plan' | 'program'; readonly from: string; readonly to: string }
  | { readonly what: 'method'; readonly name: string; readonly from: string | null; readonly to: string | null };

/** Figures of the settings below which the data carry no measure. */
export interface QualityFloors {
  /** The least share of rows that say a column on which a measure rests. */
  readonly coverage: number;
  /** The largest share of a file's rows that may wait. */
  readonly pending: number;
  /** How many days old the newest load may be when the period ends. */
  readonly newestLoadDays: number;
}

/** A measure below a floor, and what is below it: a column, a file. */
export interface WithheldMeasure {
  readonly measure: string;
  readonly because: 'coverage' | 'pending' | 'freshness';
  readonly of: string;
}

/** What was asked of the data before anything was told from them. It follows from drawn values and open dates alone. */
export interface QualityGate {
  readonly floors: QualityFloors;
  /** The day of the newest load of each file, an open fact; by name. */
  readonly files: readonly { readonly file: string; readonly newestLoad: string }[];
  readonly withheld: readonly WithheldMeasure[];
}

/** A charter by which a track was judged when the release was frozen: its hash names every word of it. */
export interface CharterInForce {
  readonly track: string;
  readonly version: number;
  /** `sha256:` over the canonical JSON of the charter, as its page and the report of its track print it. */
  readonly hash: string;
}

export interface Certificate {
  readonly rules: readonly string[];
  readonly noiseLevel: number;
  /** By table, `measure/variant/breakdown`. */
  readonly tables: readonly { readonly table: string; readonly shown: number; readonly hidden: number }[];
  /** Rounded up to 0.05, or the absence `notCollected` where exposure was not measured. */
  readonly exposure: unknown;
  readonly attack: { readonly findings: number; readonly checks: readonly string[] };
  readonly leftOut: readonly string[];
  /** In a restatement alone; empty where nothing changed and the noise alone is drawn anew. */
  readonly changed?: readonly ReleaseChange[];
  /** By track. Missing in files from before charters were named. */
  readonly charters?: readonly CharterInForce[];
  /** Missing in files from before the data were held against floors. */
  readonly quality?: QualityGate;
  readonly versions: Readonly<Record<string, string>>;
}

/** The file that anyone can check without the product. */
export interface ReleaseFile {
  readonly format: 'overstory-release/1';
  readonly release: ReleaseHeader;
  readonly policy: ReleasePolicy;
  readonly dimensions: readonly Dimension[];
  readonly tables: readonly ReleasedTable[];
  readonly certificate: Certificate;
  /** `sha256:` over the canonical JSON of everything above. */
  readonly hash: string;
  readonly signature?: string;
  readonly publicKey?: string;
}
