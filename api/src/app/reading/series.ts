import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { maySeeBreakdown, maySeeGroup, type Viewer } from '../../access/index.js';
import type { Group } from '../../kernel/index.js';
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
import type { GroupPart, SeriesChange, SeriesPoint as ViewedPoint } from '../types/series.types.js';
import { releasedNumber } from './results.js';

/** The values of a group over the quarters, as one viewer may see them. */
@Injectable()
export class Series {
  constructor(
    private readonly tx: EntityManager,
    private readonly readLog: ReadLog,
    private readonly denials: Denials,
  ) {}

  /** A group that this viewer may not see is answered like one that was never published. */
  async of(viewer: Viewer | null, question: Omit<SeriesQuestion, 'group'>, parts: readonly GroupPart[]): Promise<ViewedPoint[]> {
    const group: Group = Object.fromEntries(parts.map(({ dimension, value }) => [dimension, value]));
    const points = await readSeries(this.tx, { ...question, group });
    const subject = [question.measure, question.variant, ...Object.keys(group)].join('/').slice(0, 200);
    const theirs = maySeeBreakdown(viewer, Object.keys(group)) && maySeeGroup(viewer, group);
    if (!theirs || points.every(({ status }) => status === 'notPlanned')) {
      await this.denials.note(viewer, `series ${subject}`);
      return [];
    }
    this.readLog.note(viewer, { action: 'series.read', subject, by: { verb: 'read', resource: 'cells' } });
    return points.map(viewed);
  }
}

function viewed({ period, releaseId, status, reason, values, changes, breaks, restates }: SeriesPoint): ViewedPoint {
  return {
    ...{ period, releaseId, status, reason },
    values: Object.entries(values).map(([key, value]) => ({
      key,
      released: releasedNumber(value),
      change: viewedChange(changes[key]),
    })),
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
