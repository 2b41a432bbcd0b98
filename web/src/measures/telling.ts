import type { Cell, Measure, Period, Table } from '../gateway/index.js';
import { t } from '../language/index.js';
import {
  ABOUT_NOTE,
  calendarDate,
  CENSUS_NOTE,
  type Comparing,
  comparing,
  comparisonsNote,
  differs,
  estimateSentence,
  estimateTitle,
  excludesParity,
  hasClause,
  HIDDEN_SHORT,
  hiddenShare,
  inReadingOrder,
  listed,
  lowered,
  type ParityFinding,
  paritySentence,
  parityTitle,
  quietSentence,
  reasonSentence,
  restSentence,
  similarNote,
  span,
  spreadSentence,
  type Verdict,
  wholeHidden,
} from '../wording/index.js';
import { absentStatusOf, estimateFindings, estimateOf, parityFindings, spokenOf } from './findings.js';
import { HOW_TO_READ, STEPS_NOTE } from './how-to-read.js';
import type { Panel } from './panels.js';
import { comparisonsCounted, isComparison, type Parts } from './parts.js';

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
  /** The organisation's own cell of the same measure and variant. */
  readonly whole: Cell | null;
  readonly panel: Panel;
}

/** More sentences than this are a table, and the table stands below. */
const MOST_TOLD = 5;
/** Groups whose interval alone leaves equal rates out; more of them than this would look like findings. */
const MOST_DOUBTFUL = 2;

export function tellingOf(told: Told): Telling {
  return isComparison(told.panel.parts) ? comparison(told) : estimates(told);
}

const groupColumns = (table: Table): string =>
  listed((table.cells.find((cell) => cell.group.length > 0)?.group ?? []).map((part) => lowered(part.dimensionLabel)));

/** Measures whose population is everybody employed on the last day. */
const OF_EVERYBODY = new Set(['parity', 'participation', 'parity_adjusted']);

function subtitleOf({ measure, table, period, panel }: Told): string {
  const variant = measure.variants.find((one) => one.key === table.variant)?.label ?? '';
  const ofEverybody = OF_EVERYBODY.has(measure.key);
  const told = {
    value:
      ofEverybody || measure.key === 'dose'
        ? t('{value} {variant}', { value: panel.parts.label, variant })
        : t('{value}: {variant}', { value: panel.parts.label, variant }),
    by: table.by.length === 0 ? t('the whole organisation') : t('by {columns}', { columns: groupColumns(table) }),
    day: calendarDate(period.endsOn),
    span: span(period.startsOn, period.endsOn),
  };
  return ofEverybody
    ? t('{value}, 95\u00a0% interval, {by}, engineers employed on {day}, {span}', told)
    : t('{value}, 95\u00a0% interval, {by}, as of {day}, {span}', told);
}

const sampleNote = (table: Table): string[] => (table.sample ? [t('Sample data: this organisation is invented.')] : []);

function notesOf({ table }: Told, more: readonly string[]): string[] {
  const hidden = table.hidden > 0 ? [`${hiddenShare(table.hidden, table.cells.length)} ${t(HIDDEN_SHORT)}`] : [];
  return [
    t(ABOUT_NOTE),
    ...hidden,
    ...notEstimable(table),
    ...more,
    t('Release {release}, as of the last day of the period.', { release: table.releaseId }),
    ...sampleNote(table),
  ];
}

/** Why some groups carry `[u]`, as far as the release says. */
function notEstimable(table: Table): string[] {
  const reasons = table.cells.filter((cell) => cell.status === 'notEstimable').map((cell) => reasonSentence(cell.reason));
  return [...new Set(reasons)].map((reason) => `[u] ${reason}`);
}

function comparison(told: Told): Telling {
  const { table, panel, measure } = told;
  const words = comparing(measure.key, table.variant, panel.parts.point);
  const findings = parityFindings(table, panel.parts);
  const named = inReadingOrder(findings.filter(differs));
  const alone = findings.length === 1 ? findings : findings.filter(excludesParity).slice(0, MOST_DOUBTFUL);
  const first = named.length > 0 ? named : alone;
  const sentences = first
    .slice(0, MOST_TOLD)
    .map((finding) => ({ verdict: finding.verdict, sentence: paritySentence(finding, words) }));
  const comparisons = comparisonsCounted(table, panel.parts);
  const title = parityTitle(findings, words);
  return {
    title,
    told: sentences,
    rest: restOf(findings, named.length, table, words),
    subtitle: subtitleOf(told),
    howToRead: panel.drawing === 'heat' ? HOW_TO_READ.comparedHeat : HOW_TO_READ.comparison(words.noun),
    notes: notesOf(told, [
      similarNote(table.similar.low, table.similar.high),
      ...(comparisons === null ? [] : [comparisonsNote(comparisons)]),
    ]),
    sentence: copied(title, sentences, told),
  };
}

/** Differences beyond those told are counted; groups without one are summed up. */
function restOf(findings: readonly ParityFinding[], named: number, table: Table, words: Comparing): string {
  if (findings.length === 0 || (findings.length === 1 && named === 0)) return '';
  if (named === 0) return quietSentence(findings, words);
  const more = named > MOST_TOLD ? `${t('The table shows {more} more.', { more: named - MOST_TOLD })} ` : '';
  return `${more}${restSentence(findings, table.hidden)}`.trim();
}

function estimates(told: Told): Telling {
  const { measure, table, panel, whole } = told;
  const spoken = spokenOf(measure, table.variant, panel.parts);
  const alone = table.by.length === 0;
  const cell = alone ? (table.cells[0] ?? null) : whole;
  const sentences = toldOf(told, cell);
  const title = estimatesTitle(told, cell);
  return {
    title,
    told: sentences,
    rest: alone ? '' : spreadSentence(estimateFindings(table, panel.parts), spoken),
    subtitle: subtitleOf(told),
    howToRead: HOW_TO_READ[panel.drawing === 'comparison' ? 'groups' : panel.drawing],
    notes: notesOf(told, [...(panel.drawing === 'steps' ? [STEPS_NOTE] : []), t(CENSUS_NOTE)]),
    sentence: copied(title, sentences, told),
  };
}

function estimatesTitle({ measure, table, panel }: Told, cell: Cell | null): string {
  const total = cell === null ? null : estimateOf(cell, panel.parts);
  if (total === null && table.by.length === 0) return wholeHidden(cell === null ? 'suppressed' : absentStatusOf(cell));
  return estimateTitle(total, spokenOf(measure, table.variant, panel.parts));
}

/** The organisation's estimates in full sentences: all of them where the values are the rows, else the one that is drawn. */
function toldOf({ measure, table, panel }: Told, cell: Cell | null): { verdict: null; sentence: string }[] {
  if (cell === null) return [];
  const known = panel.estimates.filter(
    (one) => one.point !== panel.parts.point && hasClause(spokenOf(measure, table.variant, one), true),
  );
  const all = panel.drawing === 'values' ? [panel.parts, ...known] : [panel.parts];
  return all.slice(0, MOST_TOLD).flatMap((parts) => sentenceOf(cell, measure, table, parts));
}

function sentenceOf(cell: Cell, measure: Measure, table: Table, parts: Parts): { verdict: null; sentence: string }[] {
  const finding = estimateOf(cell, parts);
  return finding === null
    ? []
    : [{ verdict: null, sentence: estimateSentence(finding, spokenOf(measure, table.variant, parts)) }];
}

/** The finding as it is copied: with its period and where it comes from. */
function copied(title: string, sentences: readonly { sentence: string }[], { period, table }: Told): string {
  const text = sentences[0]?.sentence ?? `${title}.`;
  const told = { text, period: period.label, release: table.releaseId };
  return table.sample
    ? t('{text} ({period}, release {release}, sample data)', told)
    : t('{text} ({period}, release {release})', told);
}
