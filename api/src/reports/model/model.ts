import { type Language } from '#language';
import type { Certificate, Dimension, ReleasedTable, ReleaseHeader, ReleasePolicy } from '../../kernel/index.js';
import type { AudienceKey } from './audience.js';
import type { ChapterKey } from './chapters.js';
import type { ReportSubject } from './subject.js';

/** What was asked for. The same definition of the same release is the same report, whenever it is made. */
export interface ReportDefinition {
  readonly releaseId: string;
  readonly subject: ReportSubject;
  readonly audience: AudienceKey;
  /** The branch of the team tree that a report for managers is limited to. */
  readonly branch: string | null;
  readonly chapters: readonly ChapterKey[];
  /** `brief`: a page for each leading question and a line for each other one; `full`: a page for each. */
  readonly extent: Extent;
  /** The moment up to which decisions and actions are told of, ISO 8601. What was added later is in no report of this definition. */
  readonly recordsUntil: string;
  readonly language: Language;
}

export const EXTENTS = ['brief', 'full'] as const;
export type Extent = (typeof EXTENTS)[number];

/** A mark of a figure: a released value with its interval, or the mark of its absence. */
export interface FigureRow {
  readonly label: string;
  readonly depth: number;
  /** The value as it was released, not as it is printed; null where there is none. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** What stands beside the mark: the number with its interval, or `[c] hidden`. */
  readonly text: string;
  readonly total: boolean;
}

/** What a figure draws. `interval`: rows with their intervals, of the format `effect` beside the smallest change that matters; `curve`: the share by each point of time. */
export type Figure =
  | {
      readonly kind: 'interval';
      readonly format: string;
      readonly axisLabel: string;
      /** Ratios stand around 1 on a logarithmic axis, with the range that was agreed to be similar. */
      readonly similar: { readonly low: number; readonly high: number } | null;
      readonly rows: readonly FigureRow[];
      readonly alt: string;
    }
  | { readonly kind: 'curve'; readonly axisLabel: string; readonly points: readonly CurvePoint[]; readonly alt: string };

export interface CurvePoint {
  readonly at: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly text: string;
}

/** A table as it is printed: every place a text. */
export interface PrintedTable {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly PrintedRow[];
}

export interface PrintedRow {
  readonly label: string;
  readonly depth: number;
  /** `part` names the column whose groups follow; `rest` sums up groups that show nothing. */
  readonly kind: 'total' | 'part' | 'group' | 'rest';
  readonly cells: readonly string[];
}

/** Two groupings crossed: the value at each place and, where its verdict names a difference, the verdict's sign. */
export interface HeatTable {
  readonly title: string;
  readonly caption: string;
  /** What the rows are. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly HeatRow[];
}

export interface HeatRow {
  readonly label: string;
  readonly depth: number;
  readonly cells: readonly HeatCell[];
}

export interface HeatCell {
  /** `0.43 ▼▼`, or the mark of an absence. */
  readonly text: string;
  /** The verdict in a word; empty where there is none. */
  readonly verdict: string;
  /** 1 (far below) to 7 (far above) where the verdict names a difference; else null, so that chance looks like nothing. */
  readonly tone: number | null;
}

/** The value of all that is asked about over the quarters up to the report's, oldest first. */
export interface Trend {
  readonly title: string;
  readonly format: string;
  readonly axisLabel: string;
  readonly points: readonly TrendPoint[];
  readonly sentences: readonly string[];
  readonly alt: string;
}

export interface TrendPoint {
  readonly label: string;
  /** As released; null where the quarter shows none. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** The number with its interval, or the mark of an absence. */
  readonly text: string;
  /** Why it is not compared with what came before, in sentences; empty where it is. */
  readonly breaks: readonly string[];
}

/** One question on one page. */
export interface Question {
  /** `measure/variant`. */
  readonly key: string;
  readonly measure: string;
  readonly variant: string;
  readonly chapter: ChapterKey;
  readonly question: string;
  /** What the figures say, as a title. */
  readonly title: string;
  readonly subtitle: string;
  readonly sentences: readonly string[];
  readonly figure: Figure | null;
  readonly howToRead: string;
  readonly table: PrintedTable;
  readonly heats: readonly HeatTable[];
  readonly trend: Trend | null;
  readonly caveats: readonly string[];
}

/** A question with an answer in one line; its tables are in the workbook. */
export interface ShortAnswer {
  readonly key: string;
  readonly chapter: ChapterKey;
  readonly question: string;
  readonly about: string;
  readonly answer: string;
}

/** A question to which the release has no answer that can be shown. */
export interface OpenQuestion {
  readonly key: string;
  readonly chapter: ChapterKey;
  readonly question: string;
  readonly about: string;
  readonly why: string;
}

/** How a figure is made, for the appendix. */
export interface Method {
  readonly measure: string;
  readonly label: string;
  readonly question: string;
  readonly version: string;
  readonly population: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly interval: string;
  readonly notFor: readonly string[];
  readonly watch: string;
}

/** A part that another room adds: the actions of an audit, the decision about a track. */
export interface AddedSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly figure: Figure | null;
  readonly table: PrintedTable | null;
}

/** What the certificate of a report says; it is the release's, as far as a reader needs it. */
export interface Protection {
  readonly paragraphs: readonly string[];
  readonly facts: readonly (readonly [string, string])[];
  readonly certificate: Certificate;
}

/** Everything that a report says, before any format. Writers put it on pages, slides and sheets and compute nothing. */
export interface ReportModel {
  readonly format: 'overstory-report/1';
  readonly title: string;
  readonly organisation: string;
  readonly sample: boolean;
  readonly audience: string;
  readonly period: { readonly key: string; readonly label: string; readonly long: string };
  /** Without its moment: what is not told of makes no difference. English is not named, as when there was no other. */
  readonly definition: Omit<ReportDefinition, 'recordsUntil' | 'language'> & { readonly language?: Language };
  readonly release: ReleaseHeader;
  readonly releaseHash: string;
  readonly policy: ReleasePolicy;
  readonly summary: readonly string[];
  readonly verdicts: readonly { readonly verdict: string; readonly groups: string }[];
  readonly asked: readonly string[];
  /** The questions that have a page of their own. */
  readonly questions: readonly Question[];
  readonly short: readonly ShortAnswer[];
  readonly open: readonly OpenQuestion[];
  readonly added: readonly AddedSection[];
  readonly methods: readonly Method[];
  readonly protection: Protection;
  readonly dimensions: readonly Dimension[];
  /** Every table that the audience may see, with every value: what the sheets and the CSV hold. */
  readonly tables: readonly ReleasedTable[];
  readonly labels: Readonly<
    Record<string, { readonly label: string; readonly question: string; readonly values: Readonly<Record<string, string>> }>
  >;
  /** Where a printed report can be checked; null where the settings name no address. */
  readonly verifyAt: string | null;
  /** A fingerprint of all of the above, short enough to be typed. */
  readonly code: string;
}
