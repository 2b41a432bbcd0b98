import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Dimension, ReleasedTable } from '../../kernel/index.js';
import {
  dimensionsOf,
  type PlannedTable,
  planOf,
  type PublishedPeriod,
  publishedPeriods,
  readTable,
  type TableName,
} from '../../releases/index.js';
import { Remembered } from './remembered.js';

/** Published releases, through the reader's views. What is published never changes, so it is kept in memory. */
@Injectable()
export class Published {
  private readonly tables = new Remembered<ReleasedTable | null>(300);
  private readonly dimensionsKept = new Remembered<readonly Dimension[]>(50);
  private readonly plans = new Remembered<readonly PlannedTable[]>(50);

  private asking: Promise<readonly PublishedPeriod[]> | undefined;

  constructor(private readonly tx: EntityManager) {}

  /** One release per period, the newest period first. Every page asks this; those who ask at once share one answer. */
  async current(): Promise<readonly PublishedPeriod[]> {
    this.asking ??= publishedPeriods(this.tx).finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  /** The release that is read for a period, or undefined. */
  async of(period: string): Promise<PublishedPeriod | undefined> {
    return (await this.current()).find((release) => release.period === period);
  }

  /** The dimensions of a release, in display order. */
  async dimensions(releaseId: string): Promise<readonly Dimension[]> {
    return this.dimensionsKept.get(releaseId, () => dimensionsOf(this.tx, releaseId));
  }

  /** The ways in which a measure is split in a release, in the order of the plan. */
  async breakdowns(releaseId: string, measure: string, variant: string): Promise<readonly PlannedTable[]> {
    const plan = await this.plans.get(releaseId, () => planOf(this.tx, releaseId));
    return plan.filter((table) => table.measure === measure && table.variant === variant);
  }

  /** One table, or null when the release has none. */
  async table(name: TableName): Promise<ReleasedTable | null> {
    const { releaseId, measure, variant, breakdown } = name;
    return this.tables.get([releaseId, measure, variant, ...breakdown].join('\n'), () => readTable(this.tx, name));
  }
}
