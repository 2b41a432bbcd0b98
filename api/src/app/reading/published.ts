import { Injectable } from '@nestjs/common';
import type { Dimension, ReleasedTable } from '../../kernel/index.js';
import { Database } from './database.js';
import { Remembered } from './remembered.js';

/** The release that is read for a period. */
export interface CurrentRelease {
  readonly id: string;
  readonly period: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly sample: boolean;
}

/** How a measure is split in a release. */
export interface PublishedBreakdown {
  readonly by: readonly string[];
  readonly special: boolean;
}

/** Published releases, through the reader's views. What is published never changes, so it is kept in memory. */
@Injectable()
export class Published {
  private readonly tables = new Remembered<ReleasedTable | null>(300);
  private readonly dimensionsOf = new Remembered<readonly Dimension[]>(50);
  private readonly breakdownsOf = new Remembered<readonly PublishedBreakdown[]>(500);

  constructor(private readonly database: Database) {}

  /** One release per period, the newest period first. */
  async current(): Promise<readonly CurrentRelease[]> {
    const { rows } = await this.database.reader.query<CurrentRelease>(
      `select release_id as id, period, starts_on as "startsOn", as_of as "endsOn", sample
       from release.published_release where current order by as_of desc`,
    );
    return rows;
  }

  /** The release that is read for a period, or undefined. */
  async of(period: string): Promise<CurrentRelease | undefined> {
    return (await this.current()).find((release) => release.period === period);
  }

  /** The dimensions of a release, in display order. */
  async dimensions(releaseId: string): Promise<readonly Dimension[]> {
    return this.dimensionsOf.get(releaseId, async () => {
      const { rows } = await this.database.reader.query<{ dimensions: Dimension[] }>(
        'select dimensions from release.published_release where release_id = $1',
        [releaseId],
      );
      return rows[0]?.dimensions ?? [];
    });
  }

  /** The ways in which a measure is split in a release, in the order of the plan. */
  async breakdowns(releaseId: string, measure: string, variant: string): Promise<readonly PublishedBreakdown[]> {
    return this.breakdownsOf.get([releaseId, measure, variant].join('\n'), async () => {
      const { rows } = await this.database.reader.query<PublishedBreakdown>(
        `select breakdown as by, (content ->> 'special')::boolean as special
         from release.published_table where release_id = $1 and measure = $2 and variant = $3 order by ordinal`,
        [releaseId, measure, variant],
      );
      return rows;
    });
  }

  /** One table; `by` in the order of the release. Null when the release has none. */
  async table(releaseId: string, measure: string, variant: string, by: readonly string[]): Promise<ReleasedTable | null> {
    return this.tables.get([releaseId, measure, variant, ...by].join('\n'), async () => {
      const { rows } = await this.database.reader.query<{ content: ReleasedTable }>(
        `select content from release.published_table
         where release_id = $1 and measure = $2 and variant = $3 and breakdown = $4`,
        [releaseId, measure, variant, by],
      );
      return rows[0]?.content ?? null;
    });
  }
}
