import type { Axis, Mark } from '../charts/index.js';
import type { AnsweredTables, Breakdown, Cell, Measure, Period, Table, TableRequest } from '../gateway/index.js';
import { writeView } from '../kit/index.js';
import {
  changeSentence,
  comparing,
  differs,
  estimateChange,
  estimateSentence,
  excludesParity,
  inReadingOrder,
  listed,
  lowered,
  type NamedValue,
  paritySentence,
  quarter,
  quietSentence,
  wholeHidden,
} from '../wording/index.js';
import { absentStatusOf, estimateOf, parityOf, spokenOf } from './findings.js';
import { axisOf, marksOf } from './marks.js';
import { comparisonsOf, mainOf } from './parts.js';
import { cellKey } from './places.js';
import { measurePath } from './topics.js';
import { t } from '../language/index.js';

/** One sentence with its strip and where it leads. */
export interface Headline {
  readonly key: string;
  readonly label: string;
  readonly sentence: string;
  readonly change: string | null;
  /** Null where no single group is told. */
  readonly strip: { readonly mark: Mark; readonly axis: Axis } | null;
  readonly to: string;
  /** Whether there is an estimate to tell. */
  readonly told: boolean;
}

/** What the Overview says, in this order: who takes part, how equally, and what comes of it. */
const OVERVIEW = ['participation', 'parity', 'skill_change', 'progression'];

/** The measures of the Overview; where the catalogue has none of them, its first ones. */
export function overviewMeasures(measures: readonly Measure[]): readonly Measure[] {
  const found = OVERVIEW.flatMap((key) => measures.filter((one) => one.key === key));
  return found.length > 0 ? found : measures.slice(0, OVERVIEW.length);
}

/** What the Overview asks for: the organisation's own estimates, and one-way comparisons, of this quarter and the last. */
export function headlineRequests(
  measures: readonly Measure[],
  breakdowns: readonly Breakdown[],
  now: Period,
  before: Period | undefined,
): TableRequest[] {
  const periods = before === undefined ? [now] : [now, before];
  const oneWay = breakdowns.filter((one) => one.by.length === 1).map((one) => one.by);
  return overviewMeasures(measures).flatMap((measure) => {
    const cuts = measure.figure === 'forest' ? oneWay : [[]];
    const [variant] = measure.variants;
    if (variant === undefined) return [];
    return cuts.flatMap((by) => periods.map((period) => ({ measure, period: period.key, variant: variant.key, by })));
  });
}

/** The headlines of the Overview: how many take part, where groups differ most surely, what comes of it. */
export function headlinesOf(answer: AnsweredTables, measures: readonly Measure[], now: Period): Headline[] {
  const tables = answer.results.filter((result) => result.kind === 'table');
  return overviewMeasures(measures).flatMap((measure) => {
    const own = tables.filter((table) => table.measure === measure.key);
    const to = measurePath(measures, measure.key);
    return measure.figure === 'forest' ? comparisonHeadlines(measure, own, now, to) : estimateHeadline(measure, own, now, to);
  });
}

const at = (path: string, table: Table): string =>
  `${path}${writeView({ period: table.period, variant: table.variant, by: table.by })}`;

function estimateHeadline(measure: Measure, tables: readonly Table[], now: Period, to: string): Headline[] {
  const table = tables.find((one) => one.period === now.key);
  const cell = table?.cells[0];
  if (table === undefined || cell === undefined) return [];
  const past = tables.find((one) => one.period !== now.key);
  return [{ ...summaryOf(measure, table, cell), change: changeOf(measure, table, past), to: at(to, table) }];
}

/** The organisation's own estimate in one sentence; where it is not shown, that it is not. */
function summaryOf(measure: Measure, table: Table, cell: Cell): Omit<Headline, 'change' | 'to'> {
  const parts = mainOf(measure, table.derived);
  const finding = estimateOf(cell, parts);
  const marks = marksOf(table, measure, parts).map((mark) => ({ ...mark, total: false }));
  const [mark] = marks;
  return {
    key: `${measure.key}/${table.variant}`,
    label: measure.label,
    told: finding !== null,
    sentence:
      finding === null
        ? `${wholeHidden(absentStatusOf(cell))}.`
        : estimateSentence(finding, spokenOf(measure, table.variant, parts)),
    strip: finding === null || mark === undefined || parts.lower === null ? null : { mark, axis: axisOf(marks, parts, table) },
  };
}

function changeOf(measure: Measure, table: Table, past: Table | undefined): string | null {
  const [now, then] = [table.cells[0], past?.cells[0]];
  if (past === undefined || now === undefined || then === undefined) return null;
  const parts = mainOf(measure, table.derived);
  const [finding, earlier] = [estimateOf(now, parts), estimateOf(then, mainOf(measure, past.derived))];
  if (finding === null || earlier === null) return null;
  return estimateChange(finding, earlier, spokenOf(measure, table.variant, parts), quarter(past.period));
}

/** What a topic asks for: the organisation's own table of every variant of its measures. */
export const summaryRequests = (measures: readonly Measure[], period: Period): TableRequest[] =>
  measures.flatMap((measure) =>
    measure.variants.map((variant) => ({ measure, period: period.key, variant: variant.key, by: [] })),
  );

/** The sentences of a topic, in its order. Measures without a table say so. */
export function summariesOf({ requests, results }: AnsweredTables, measures: readonly Measure[]): Headline[] {
  return requests.flatMap((request, i) => {
    const table = results[i];
    if (table?.kind !== 'table') return [];
    const [cell] = table.cells;
    if (cell === undefined) return [];
    const variant = request.measure.variants.find((one) => one.key === table.variant)?.label ?? '';
    const label = request.measure.variants.length > 1 ? `${request.measure.label}: ${variant}` : request.measure.label;
    const path = measurePath(measures, request.measure.key);
    const to = `${path}${writeView({ period: table.period, variant: table.variant })}`;
    return [{ ...summaryOf(request.measure, table, cell), label, change: null, to }];
  });
}

/** The finding that a reader should meet first, over all one-way comparisons. */
function comparisonHeadlines(measure: Measure, tables: readonly Table[], now: Period, to: string): Headline[] {
  return measure.variants.slice(0, 1).flatMap((variant) => {
    const own = tables.filter((table) => table.variant === variant.key);
    const candidates = own.filter((table) => table.period === now.key).flatMap((table) => candidatesOf(measure, table));
    const named = candidates.filter(({ finding }) => differs(finding));
    const told = named.length > 0 ? named : candidates.filter(({ finding }) => excludesParity(finding));
    const [leading] = inReadingOrder(told.map((one) => ({ ...one, verdict: one.finding.verdict })));
    if (leading !== undefined) return [comparisonHeadline(measure, leading, own, to)];
    return candidates.length === 0 ? [] : [quietHeadline(measure, variant, candidates, to)];
  });
}

/** Where no group differs surely, all of them are told in sum. */
function quietHeadline(
  measure: Measure,
  variant: Measure['variants'][number],
  candidates: readonly Candidate[],
  to: string,
): Headline {
  const [first] = candidates;
  return {
    key: `${measure.key}-${variant.key}`,
    label: t('{label} {variant}', { label: measure.label, variant: variant.label }),
    sentence: quietSentence(
      candidates.map(({ finding }) => finding),
      comparing(measure.key, variant.key),
    ),
    told: true,
    change: null,
    strip: null,
    to: first === undefined ? to : at(to, first.table),
  };
}

interface Candidate {
  readonly finding: NonNullable<ReturnType<typeof parityOf>>;
  readonly table: Table;
  readonly mark: Mark;
  readonly axis: Axis;
  readonly key: string;
}

function candidatesOf(measure: Measure, table: Table): Candidate[] {
  const [parts] = comparisonsOf(measure, table.derived);
  if (parts === undefined) return [];
  const marks = marksOf(table, measure, parts);
  const axis = axisOf(marks, parts, table);
  return table.cells.flatMap((cell, i) => {
    const finding = parityOf(cell, parts);
    const mark = marks[i];
    return finding === null || mark === undefined ? [] : [{ finding, table, mark, axis, key: cellKey(cell) }];
  });
}

function comparisonHeadline(measure: Measure, leading: Candidate, own: readonly Table[], to: string): Headline {
  const { table, finding, mark, axis, key } = leading;
  const variant = measure.variants.find((one) => one.key === table.variant)?.label ?? '';
  const past = own.find((one) => one.period !== table.period && one.by.join() === table.by.join());
  const earlier = past === undefined ? undefined : candidatesOf(measure, past).find((one) => one.key === key)?.finding;
  return {
    key: `${measure.key}-${table.variant}`,
    label: t('{label} {variant}, by {columnName}', { label: measure.label, variant, columnName: columnName(finding.group) }),
    sentence: paritySentence(finding, comparing(measure.key, table.variant)),
    told: true,
    change: earlier === undefined || past === undefined ? null : changeSentence(finding, earlier, quarter(past.period)),
    strip: { mark, axis },
    to: at(to, table),
  };
}

const columnName = (group: readonly NamedValue[]): string => listed(group.map((part) => lowered(part.dimensionLabel)));
