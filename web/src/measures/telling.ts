import type { Cell, Measure, Period, Table } from '../gateway/index.js';
import {
  ABOUT_NOTE,
  calendarDate,
  CENSUS_NOTE,
  comparisonsNote,
  differs,
  estimateSentence,
  estimateTitle,
  excludesParity,
  HIDDEN_SHORT,
  hiddenShare,
  inReadingOrder,
  type ParityFinding,
  paritySentence,
  parityTitle,
  POPULATION,
  quietSentence,
  reasonSentence,
  restSentence,
  SIMILAR,
  similarNote,
  span,
  spreadSentence,
  type Verdict,
} from '../wording/index.js';
import { estimateFindings, estimateOf, parityFindings, spokenOf } from './findings.js';
import { comparisonsOf, isComparison, type Parts } from './parts.js';

/** All that a figure says in words. */
export interface Telling {
  readonly title: string;
  /** Sentences with the verdict they belong to, in reading order. */
  readonly told: readonly { readonly verdict: Verdict | null; readonly sentence: string }[];
  readonly rest: string;
  readonly subtitle: string;
  readonly howToRead: string;
  readonly notes: readonly string[];
  /** What "Copy sentence" copies. */
  readonly sentence: string;
}

export interface Told {
  readonly measure: Measure;
  readonly table: Table;
  readonly period: Period;
  readonly whole: Cell | null;
  readonly parts: Parts;
}

const FOREST_COMPARISON =
  'Dots left of the line mean a lower rate than everyone else, dots right of it a higher one. Lines show the 95\u00a0% interval; the band is the range we agreed to treat as similar.';
const HEAT_COMPARISON =
  'Each place shows the group’s rate divided by the rate of everyone else. Only surely lower (▼, orange) and higher (▲, blue) ones are coloured; ~ means that we cannot tell yet.';
const FOREST_ESTIMATES =
  'Dots show the estimate of each group, lines its 95\u00a0% interval; the diamond is the whole organisation.';
const HEAT_ESTIMATES = 'Each place shows the estimate of its group; the table below has the intervals.';

/** More sentences than this are a table, and the table stands below. */
const MOST_TOLD = 5;
/** Groups whose interval alone leaves equal rates out; more of them than this would look like findings. */
const MOST_DOUBTFUL = 2;

export function tellingOf(told: Told): Telling {
  return isComparison(told.parts) ? comparison(told) : estimates(told);
}

const groupColumns = (table: Table): string =>
  table.cells
    .find((cell) => cell.group.length > 0)
    ?.group.map((part) => part.dimensionLabel.toLowerCase())
    .join(' and ') ?? '';

function subtitleOf({ measure, table, period, parts }: Told, what: string): string {
  const variant = measure.variants.find((one) => one.key === table.variant)?.label ?? '';
  const by = table.by.length === 0 ? 'the whole organisation' : `by ${groupColumns(table)}`;
  const label = measure.values.find((value) => value.key === parts.point)?.label ?? measure.label;
  return `${label} ${variant}${what}, 95\u00a0% interval, ${by}, ${POPULATION} employed on ${calendarDate(period.endsOn)}, ${span(period.startsOn, period.endsOn)}`;
}

const sampleNote = (table: Table): string[] => (table.sample ? ['Sample data: this organisation is invented.'] : []);

function notesOf({ table }: Told, more: readonly string[]): string[] {
  const hidden = table.hidden > 0 ? [`${hiddenShare(table.hidden, table.cells.length)} ${HIDDEN_SHORT}`] : [];
  return [
    ABOUT_NOTE,
    ...hidden,
    ...notEstimable(table),
    ...more,
    `Release ${table.releaseId}, as of the last day of the period.`,
    ...sampleNote(table),
  ];
}

/** Why some groups carry `[u]`, as far as the release says. */
function notEstimable(table: Table): string[] {
  const reasons = table.cells.filter((cell) => cell.status === 'notEstimable').map((cell) => reasonSentence(cell.reason));
  return [...new Set(reasons)].map((reason) => `[u] ${reason}`);
}

function comparison(told: Told): Telling {
  const { table, parts, measure } = told;
  const findings = parityFindings(table, parts);
  const named = inReadingOrder(findings.filter(differs));
  const first = named.length > 0 ? named : findings.filter(excludesParity).slice(0, MOST_DOUBTFUL);
  const sentences = first
    .slice(0, MOST_TOLD)
    .map((finding) => ({ verdict: finding.verdict, sentence: paritySentence(finding, table.variant) }));
  const comparisons = comparisonsOf(table, parts);
  const title = parityTitle(findings, table.variant);
  return {
    title,
    told: sentences,
    rest: restOf(findings, named.length, table),
    subtitle: subtitleOf({ ...told, measure }, ''),
    howToRead: table.by.length === 2 ? HEAT_COMPARISON : FOREST_COMPARISON,
    notes: notesOf(told, [
      similarNote(SIMILAR.low, SIMILAR.high),
      ...(comparisons === null ? [] : [comparisonsNote(comparisons)]),
    ]),
    sentence: copied(title, sentences, told),
  };
}

/** Differences beyond those told are counted; groups without one are summed up. */
function restOf(findings: readonly ParityFinding[], named: number, table: Table): string {
  if (findings.length === 0) return '';
  if (named === 0) return quietSentence(findings, table.variant);
  const more = named > MOST_TOLD ? `The table shows ${named - MOST_TOLD} more. ` : '';
  return `${more}${restSentence(findings, table.hidden)}`.trim();
}

function estimates(told: Told): Telling {
  const { measure, table, parts, whole } = told;
  const spoken = spokenOf(measure, table.variant, parts);
  const total = whole === null ? null : estimateOf(whole, parts);
  const findings = estimateFindings(table, parts);
  const title = estimateTitle(total, spoken);
  const sentences = total === null ? [] : [{ verdict: null, sentence: estimateSentence(total, spoken) }];
  return {
    title,
    told: sentences,
    rest: spreadSentence(findings, spoken),
    subtitle: subtitleOf(told, ''),
    howToRead: table.by.length === 2 ? HEAT_ESTIMATES : FOREST_ESTIMATES,
    notes: notesOf(told, [CENSUS_NOTE]),
    sentence: copied(title, sentences, told),
  };
}

/** The finding as it is copied: with its period and where it comes from. */
function copied(title: string, sentences: readonly { sentence: string }[], { period, table }: Told): string {
  const text = sentences[0]?.sentence ?? `${title}.`;
  return `${text} (${period.label}, release ${table.releaseId}${table.sample ? ', sample data' : ''})`;
}
