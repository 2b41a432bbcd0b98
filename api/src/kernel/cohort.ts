import type { Dimension } from './dimension.js';
import type { Period } from './period.js';

/** People who agree in every attribute: a row of the finest combination that the microdata give away. Never released. */
export interface CohortRow {
  /** By open dimension; every one is said, if only as `(not said)`. The team is a leaf of the tree. */
  readonly open: Readonly<Record<string, string>>;
  /** By special dimension, of people who consented; what they did not say, or what is not declared, is missing. */
  readonly special: Readonly<Record<string, string>>;
}

/** Whether somebody takes part in a role: not at all, in `closed` relationships alone, or in others. */
export type TakingPart = 'no' | 'closed' | 'yes';

/** Eligible people of one combination: how many, and 64 bits of the exclusive or of their keys in two halves. */
export interface PeopleRow extends CohortRow {
  readonly count: number;
  readonly xorHigh: number;
  readonly xorLow: number;
  readonly mentee: TakingPart;
  readonly mentor: TakingPart;
}

/** Months in which mentees took part, of one combination, without `closed` relationships. */
export interface MenteeMonthsRow extends CohortRow {
  /** Missing: a row is a person's month. Said: a row is a person's month in this track. */
  readonly track?: string;
  readonly people: number;
  readonly months: number;
  /** Σ of held minutes, each month clipped as the contract of `dose` says. */
  readonly minutes: number;
  /** Σ of their squares. */
  readonly squares: number;
  /** People by the mean of their months: none held, then seven equal parts of 0 to the greatest dose that counts. */
  readonly bins: readonly number[];
}

/**
 * What one population counts in one combination: rows of the same open, special and secret columns, rolled up.
 */
export interface TallyRow extends CohortRow {
  /** By secret column: the track, the skill, how it was formed. */
  readonly secret: Readonly<Record<string, string>>;
  /** People, weighted rows and sums, by the names that the population gives them. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** One case of a model, under a number that stands for its person in this cohort alone. */
export interface CaseRow {
  readonly person: number;
  readonly secret: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, number>>;
  readonly labels: Readonly<Record<string, string>>;
}

/** Figures of the settings that measures start from. */
export interface MeasureSettings {
  /** Active mentees of a mentor above which the load counts as too high. */
  readonly mentorLoadCap: number;
  /** Reliability of skill checks, from 0 to 1; the change that regression to the mean alone makes follows from it. */
  readonly reliability: number;
}

/** What the measures of one period are computed from. Exact numbers: nothing of it leaves but through `protect`. */
export interface Cohort {
  readonly period: Period;
  /** The columns that tables may be split by, in the order of the file. */
  readonly dimensions: readonly Dimension[];
  readonly people: readonly PeopleRow[];
  readonly menteeMonths: readonly MenteeMonthsRow[];
  readonly menteeTrackMonths: readonly MenteeMonthsRow[];
  /** Twice the greatest agreed dose of a track, in minutes a month. */
  readonly doseLimit: number;
  /** Whether sessions were ever loaded. */
  readonly sessionsCollected: boolean;
  /** By population; one whose files were never loaded is missing. */
  readonly tallies: Readonly<Record<string, readonly TallyRow[]>>;
  /** By population whose cases a model is fitted to; one whose files were never loaded is missing. */
  readonly cases: Readonly<Record<string, readonly CaseRow[]>>;
  readonly settings: MeasureSettings;
}
