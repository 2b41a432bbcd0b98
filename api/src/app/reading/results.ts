import { Injectable } from '@nestjs/common';
import { t } from '#language';
import { columnName, listed, lowered, valueInWords } from '#wording';
import { maySeeBreakdown, maySeeGroup, type Viewer } from '../../access/index.js';
import type { Dimension, Group, ReleasedCell, ReleasedTable, ReleasedValue } from '../../kernel/index.js';
import type { PublishedPeriod, TableName } from '../../releases/index.js';
import type { TableToWrite } from '../../reports/index.js';
import { measureOf } from '../../measures/index.js';
import { type Breakdown, CellStatus } from '../types/catalogue.types.js';
import type { DerivedValue, GroupValue, NotPublished, ReleasedNumber, TooNarrow } from '../types/result.types.js';
import { Denials } from '../http/denials.js';
import { ReadLog } from '../http/read-log.js';
import { nearestShown } from './nearest-shown.js';
import { Published } from './published.js';
import { Remembered } from './remembered.js';

/** What a table is asked by. */
export interface TableQuestion {
  readonly period: string;
  readonly measure: string;
  readonly variant: string;
  readonly by: readonly string[];
}

/** A table as GraphQL shows it, cut to what one viewer may see. */
export interface ViewedTable extends Omit<ReleasedTable, 'cells' | 'derived' | 'breakdown'> {
  readonly __typename: string;
  readonly period: string;
  readonly releaseId: string;
  readonly by: readonly string[];
  readonly sample: boolean;
  readonly similar: PublishedPeriod['similar'];
  readonly cells: readonly ViewedCell[];
  readonly derived: readonly DerivedValue[];
  readonly suppressed: number;
  readonly nearestShown: readonly GroupValue[] | null;
}

export interface ViewedCell {
  readonly name: Group;
  readonly group: readonly GroupValue[];
  readonly status: CellStatus;
  readonly reason: string | null;
  readonly values: Readonly<Record<string, ReleasedNumber>> | null;
}

const NOT_PUBLISHED = 'No results are published for this period.';
const TOO_NARROW = 'This view is too narrow to show safely.';

/** Released tables, as one viewer may see them. */
@Injectable()
export class Results {
  private readonly viewed = new Remembered<ViewedTable | null>(300);

  constructor(
    private readonly published: Published,
    private readonly readLog: ReadLog,
    private readonly denials: Denials,
  ) {}

  /** The table, or why there is none; a table that is not for this viewer is answered like one that does not exist. */
  async table(viewer: Viewer | null, question: TableQuestion): Promise<ViewedTable | TooNarrow | NotPublished> {
    const release = await this.published.of(question.period);
    if (!release) return { __typename: 'NotPublished', message: NOT_PUBLISHED };
    const offered = await this.breakdowns(viewer, release, question.measure, question.variant);
    const asked = offered.find(({ by }) => sameSet(by, question.by));
    const table = asked && (await this.whole(release, { ...question, by: asked.by }));
    if (!table) return this.tooNarrow(viewer, question, offered);
    const subject = [release.releaseId, question.measure, question.variant, ...table.by].join('/');
    this.readLog.note(viewer, { action: 'table.read', subject, by: { verb: 'read', resource: 'cells' } });
    return cutFor(viewer, table);
  }

  /** The same table as it stands in the release, for a file; undefined when there is none for this viewer. */
  async released(viewer: Viewer | null, question: TableQuestion): Promise<TableToWrite | undefined> {
    const release = await this.published.of(question.period);
    const offered = release ? await this.breakdowns(viewer, release, question.measure, question.variant) : [];
    const asked = offered.find(({ by }) => sameSet(by, question.by));
    const table = release && asked && (await this.published.table(nameOf(release, { ...question, by: asked.by })));
    if (!release || !table) return undefined;
    const cells = table.cells.filter(({ group }) => maySeeGroup(viewer, group));
    const dimensions = await this.published.dimensions(release.releaseId);
    return {
      period: release.period,
      releaseId: release.releaseId,
      sample: release.sample,
      table: { ...table, cells },
      dimensions,
    };
  }

  /** What this viewer may ask about a measure. */
  async breakdowns(viewer: Viewer | null, release: PublishedPeriod, measure: string, variant: string): Promise<Breakdown[]> {
    const dimensions = await this.published.dimensions(release.releaseId);
    const all = await this.published.breakdowns(release.releaseId, measure, variant);
    return all
      .filter(({ breakdown }) => maySeeBreakdown(viewer, breakdown))
      .map(({ breakdown: by, special }) => ({ by: [...by], special, label: breakdownLabel(by, dimensions) }));
  }

  /** Said of what is not there and of what is not theirs, after the same work: both are on the trail first. */
  private async tooNarrow(viewer: Viewer | null, question: TableQuestion, offered: Breakdown[]): Promise<TooNarrow> {
    const { period, measure, variant, by } = question;
    await this.denials.note(viewer, [period, measure, variant, ...by].join('/').slice(0, 200));
    return { __typename: 'TooNarrow', message: TOO_NARROW, alternatives: offered };
  }

  private async whole(release: PublishedPeriod, question: TableQuestion): Promise<ViewedTable | null> {
    const key = [release.releaseId, question.measure, question.variant, ...question.by].join('\n');
    return this.viewed.get(key, async () => {
      const table = await this.published.table(nameOf(release, question));
      return table && viewTable(table, release, await this.published.dimensions(release.releaseId));
    });
  }
}

/** Counted again after the cut: what is hidden elsewhere is not this viewer's to know. */
function cutFor(viewer: Viewer | null, table: ViewedTable): ViewedTable {
  const cells = table.cells.filter(({ name }) => maySeeGroup(viewer, name));
  const suppressed = cells.filter(({ status }) => status === CellStatus.SUPPRESSED).length;
  return { ...table, cells, suppressed, nearestShown: nearestShown(viewer, table.by, cells) };
}

function viewTable(table: ReleasedTable, release: PublishedPeriod, dimensions: readonly Dimension[]): ViewedTable {
  const { cells, derived, breakdown, ...rest } = table;
  return {
    ...rest,
    __typename: '',
    period: release.period,
    releaseId: release.releaseId,
    sample: release.sample,
    similar: release.similar,
    by: breakdown,
    cells: cells.map((cell) => viewCell(cell, breakdown, dimensions)),
    derived: Object.entries(derived).map(([key, { by, of }]) => ({
      key,
      label: valueLabel(table.measure, key),
      formula: by,
      of: [...of],
    })),
    suppressed: 0,
    nearestShown: null,
  };
}

function valueLabel(measure: string, key: string): string {
  return measureOf(measure)?.values.find((value) => value.key === key)?.label ?? key;
}

function viewCell(cell: ReleasedCell, breakdown: readonly string[], dimensions: readonly Dimension[]): ViewedCell {
  return {
    name: cell.group,
    group: breakdown.map((key) => groupValue(key, cell.group[key] ?? '', dimensions)),
    status: cell.status as CellStatus,
    reason: cell.status === 'notEstimable' ? cell.reason : null,
    values: cell.status === 'shown' ? valuesOf(cell.values) : null,
  };
}

/** A place of a group, with its words. */
export function groupValue(key: string, value: string, dimensions: readonly Dimension[]): GroupValue {
  const dimension = dimensions.find((one) => one.key === key);
  const named = dimension?.values.find((one) => one.key === value);
  return {
    dimension: key,
    dimensionLabel: columnName(key, dimension?.label ?? key),
    value,
    label: valueInWords(key, named?.label ?? value),
    parent: named?.parent ?? null,
  };
}

function valuesOf(values: Readonly<Record<string, ReleasedValue>>): Record<string, ReleasedNumber> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, releasedNumber(value)]));
}

/** A released value as GraphQL writes it. */
export function releasedNumber(value: ReleasedValue): ReleasedNumber {
  if (typeof value === 'number') return { value, text: null, absent: null };
  if (typeof value === 'string') return { value: null, text: value, absent: null };
  return { value: null, text: null, absent: value.reason };
}

function breakdownLabel(by: readonly string[], dimensions: readonly Dimension[]): string {
  if (by.length === 0) return t('Whole organisation');
  const labels = by.map((key) => lowered(columnName(key, dimensions.find((one) => one.key === key)?.label ?? key)));
  return t('By {columns}', { columns: listed(labels) });
}

const nameOf = ({ releaseId }: PublishedPeriod, { measure, variant, by }: TableQuestion): TableName => ({
  releaseId,
  measure,
  variant,
  breakdown: by,
});

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && [...a].sort().every((key, place) => key === [...b].sort()[place]);
