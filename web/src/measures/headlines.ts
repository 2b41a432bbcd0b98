import type { Axis, Mark } from '../charts/index.js';
import type { AnsweredTables, Breakdown, Measure, Period, Table, TableRequest } from '../gateway/index.js';
import { writeView } from '../kit/index.js';
import {
  changeSentence,
  differs,
  estimateChange,
  estimateSentence,
  excludesParity,
  inReadingOrder,
  type NamedValue,
  paritySentence,
  quarter,
  quietSentence,
} from '../wording/index.js';
import { estimateOf, parityOf, spokenOf } from './findings.js';
import { inOrder } from './topics.js';
import { axisOf, cellKey, marksOf } from './marks.js';
import { isComparison, partsOf } from './parts.js';

/** One sentence of the Overview with its strip and where it leads. */
export interface Headline {
  readonly key: string;
  readonly label: string;
  readonly sentence: string;
  readonly change: string | null;
  /** Null where no single group is told. */
  readonly strip: { readonly mark: Mark; readonly axis: Axis } | null;
  readonly to: string;
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
  return measures.flatMap((measure) => {
    const cuts = measure.figure === 'forest' ? oneWay : [[]];
    const variants = measure.figure === 'forest' ? measure.variants : measure.variants.slice(0, 1);
    return variants.flatMap((variant) =>
      cuts.flatMap((by) => periods.map((period) => ({ measure, period: period.key, variant: variant.key, by }))),
    );
  });
}

/** At most four headlines: how many take part, where groups differ most surely, how much they receive. */
export function headlinesOf(answer: AnsweredTables, measures: readonly Measure[], now: Period): Headline[] {
  const tables = answer.results.filter((result) => result.kind === 'table');
  return inOrder(measures)
    .flatMap((measure) => {
      const own = tables.filter((table) => table.measure === measure.key);
      return measure.figure === 'forest' ? comparisonHeadlines(measure, own, now) : estimateHeadline(measure, own, now);
    })
    .slice(0, 4);
}

const explore = (measure: Measure, table: Table): string =>
  `/explore/${measure.figure === 'forest' ? 'participation' : measure.key}${writeView({ period: table.period, variant: table.variant, by: table.by })}`;

function estimateHeadline(measure: Measure, tables: readonly Table[], now: Period): Headline[] {
  const table = tables.find((one) => one.period === now.key);
  const cell = table?.cells[0];
  if (table === undefined || cell === undefined) return [];
  const parts = partsOf(measure, table.derived);
  const spoken = spokenOf(measure, table.variant, parts);
  const finding = estimateOf(cell, parts);
  const past = tables.find((one) => one.period !== now.key);
  const earlier = past?.cells[0] === undefined ? null : estimateOf(past.cells[0], parts);
  const marks = marksOf(table, measure, parts);
  const [mark] = marks;
  if (finding === null || mark === undefined) return [];
  return [
    {
      key: measure.key,
      label: measure.label,
      sentence: estimateSentence(finding, spoken),
      change: earlier === null || past === undefined ? null : estimateChange(finding, earlier, spoken, quarter(past.period)),
      strip: { mark, axis: axisOf(marks, measure, parts) },
      to: explore(measure, table),
    },
  ];
}

/** For each role the finding that a reader should meet first, over all one-way comparisons. */
function comparisonHeadlines(measure: Measure, tables: readonly Table[], now: Period): Headline[] {
  return measure.variants.flatMap((variant) => {
    const own = tables.filter((table) => table.variant === variant.key);
    const candidates = own.filter((table) => table.period === now.key).flatMap((table) => candidatesOf(measure, table));
    const named = candidates.filter(({ finding }) => differs(finding));
    const told = named.length > 0 ? named : candidates.filter(({ finding }) => excludesParity(finding));
    const [leading] = inReadingOrder(told.map((one) => ({ ...one, verdict: one.finding.verdict })));
    if (leading !== undefined) return [comparisonHeadline(measure, variant.label, leading, own)];
    return candidates.length === 0 ? [] : [quietHeadline(measure, variant, candidates)];
  });
}

/** Where no group differs surely, all of them are told in sum. */
function quietHeadline(measure: Measure, variant: Measure['variants'][number], candidates: readonly Candidate[]): Headline {
  const [first] = candidates;
  return {
    key: `${measure.key}-${variant.key}`,
    label: `${measure.label} ${variant.label}`,
    sentence: quietSentence(
      candidates.map(({ finding }) => finding),
      variant.key,
    ),
    change: null,
    strip: null,
    to: first === undefined ? '/' : explore(measure, first.table),
  };
}

type Candidate = ReturnType<typeof candidatesOf>[number];

function candidatesOf(measure: Measure, table: Table) {
  const parts = partsOf(measure, table.derived);
  if (!isComparison(parts)) return [];
  const marks = marksOf(table, measure, parts);
  return table.cells.flatMap((cell, i) => {
    const finding = parityOf(cell, parts);
    const mark = marks[i];
    return finding === null || mark === undefined
      ? []
      : [{ finding, table, mark, axis: axisOf(marks, measure, parts), key: cellKey(cell) }];
  });
}

function comparisonHeadline(measure: Measure, variantLabel: string, leading: Candidate, own: readonly Table[]): Headline {
  const { table, finding, mark, axis, key } = leading;
  const past = own.find((one) => one.period !== table.period && one.by.join() === table.by.join());
  const earlier = past === undefined ? undefined : candidatesOf(measure, past).find((one) => one.key === key)?.finding;
  return {
    key: `${measure.key}-${table.variant}`,
    label: `${measure.label} ${variantLabel}, by ${columnName(finding.group)}`,
    sentence: paritySentence(finding, table.variant),
    change: earlier === undefined || past === undefined ? null : changeSentence(finding, earlier, quarter(past.period)),
    strip: { mark, axis },
    to: explore(measure, table),
  };
}

const columnName = (group: readonly NamedValue[]): string => group.map((part) => part.dimensionLabel.toLowerCase()).join(' and ');
