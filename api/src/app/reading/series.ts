import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { maySeeBreakdown, maySeeGroup, type Viewer } from '../../access/index.js';
import { describeReorganisation } from '../../governance/index.js';
import { type Group, groupKey } from '../../kernel/index.js';
import {
  describeBreak,
  describeChange,
  readSeries,
  type ChangeOverTime,
  type SeriesPoint,
  type SeriesQuestion,
} from '../../releases/index.js';
import { Denials } from '../http/denials.js';
import { ReadLog } from '../http/read-log.js';
import type { SeriesToWrite, TableToWrite } from '../../reports/index.js';
import type { GroupPart, SeriesChange, SeriesPoint as ViewedPoint } from '../types/series.types.js';
import { releasedNumber, Results } from './results.js';

/** The values of a group over the quarters, as one viewer may see them. */
@Injectable()
export class Series {
  constructor(
    private readonly tx: EntityManager,
    private readonly readLog: ReadLog,
    private readonly denials: Denials,
    private readonly results: Results,
  ) {}

  /** A group that this viewer may not see is answered like one that was never published. */
  async of(viewer: Viewer | null, question: Omit<SeriesQuestion, 'group'>, parts: readonly GroupPart[]): Promise<ViewedPoint[]> {
    const group: Group = Object.fromEntries(parts.map(({ dimension, value }) => [dimension, value]));
    const points = await this.seen(viewer, { ...question, group });
    if (points.length > 0)
      this.readLog.note(viewer, {
        action: 'series.read',
        subject: subjectOf({ ...question, group }),
        by: { verb: 'read', resource: 'cells' },
      });
    return points.map(viewed);
  }

  /** The same series as it stands in the releases, for a file; undefined when there is none for this viewer. */
  async released(viewer: Viewer | null, question: SeriesQuestion): Promise<SeriesToWrite | undefined> {
    const points = await this.seen(viewer, question);
    if (points.length === 0) return undefined;
    const { measure, variant, group } = question;
    const quarters = [];
    for (const { period, releaseId, status, breaks, changes, ...point } of points) {
      const asked = { period, measure, variant, by: Object.keys(group) };
      const found = status === 'notPlanned' ? undefined : await this.results.released(viewer, asked);
      quarters.push({
        period,
        releaseId,
        written: found && only(found, point.group),
        breaks: breaks.map(describeBreak),
        changes,
      });
    }
    return { measure, variant, group, sample: quarters.some(({ written }) => written?.sample === true), quarters };
  }

  /** No point of a group that is not there, and none of one that this viewer may not see; both are noted. */
  private async seen(viewer: Viewer | null, question: SeriesQuestion): Promise<SeriesPoint[]> {
    const { group } = question;
    const points = await readSeries(this.tx, question);
    const theirs = maySeeBreakdown(viewer, Object.keys(group)) && maySeeGroup(viewer, group);
    if (theirs && points.some(({ status }) => status !== 'notPlanned')) return cutTo(viewer, points);
    await this.denials.note(viewer, `series ${subjectOf(question)}`);
    return [];
  }
}

/** Quarters in which the team stood in a branch that is not the viewer's are left out, and so is what is compared with them. */
function cutTo(viewer: Viewer | null, points: readonly SeriesPoint[]): SeriesPoint[] {
  const kept = points.filter((point) => maySeeGroup(viewer, point.group));
  const known = new Set(kept.map(({ period }) => period));
  const since = (changes: SeriesPoint['changes']): SeriesPoint['changes'] =>
    Object.fromEntries(Object.entries(changes).filter(([, change]) => known.has(change.since)));
  return kept.map((point) => ({ ...point, changes: since(point.changes) }));
}

const subjectOf = ({ measure, variant, group }: SeriesQuestion): string =>
  [measure, variant, ...Object.keys(group)].join('/').slice(0, 200);

/** The table with the cell of one group alone. */
function only(written: TableToWrite, group: Group): TableToWrite {
  const cells = written.table.cells.filter((cell) => groupKey(cell.group) === groupKey(group));
  return { ...written, table: { ...written.table, cells } };
}

function viewed(point: SeriesPoint): ViewedPoint {
  const { period, releaseId, status, reason, group, moved, values, changes, breaks, restates } = point;
  return {
    ...{ period, releaseId, status, reason },
    values: Object.entries(values).map(([key, value]) => ({
      key,
      released: releasedNumber(value),
      change: viewedChange(changes[key]),
    })),
    team: group['team'] ?? null,
    moved: moved.map(describeReorganisation),
    breaks: breaks.map(describeBreak),
    restates: restates?.releaseId ?? null,
    changed: restates?.changed.map(describeChange) ?? [],
  };
}

function viewedChange(change: ChangeOverTime | undefined): SeriesChange | null {
  if (!change) return null;
  const limit = (value: number | null) => releasedNumber(value ?? { absent: 'notEstimable', reason: 'unbounded' });
  const { since, verdict, lower, upper } = change;
  return { since, verdict, change: releasedNumber(change.change), lower: limit(lower), upper: limit(upper) };
}
