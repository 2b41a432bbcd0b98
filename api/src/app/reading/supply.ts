import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Viewer } from '../../access/index.js';
import { supplyOutlook } from '../../decisions/index.js';
import type { ReleasedCell } from '../../kernel/index.js';
import { dimensionsOf, publishedPeriods, readTable } from '../../releases/index.js';
import { ReadLog } from '../http/read-log.js';
import type { SupplyArgs, SupplyWhatIf } from '../types/supply.types.js';

const MOST_MENTEES = 10;
const MOST_PEERS = 500;

/** What a cap and more mentors would change, from the newest published quarter. */
@Injectable()
export class Supply {
  constructor(
    private readonly tx: EntityManager,
    private readonly readLog: ReadLog,
  ) {}

  /** Null before the first publication. Numbers beyond their range count as its end. */
  async whatIf(viewer: Viewer | null, { level, cap, peers, each }: SupplyArgs): Promise<SupplyWhatIf | null> {
    const [newest] = await publishedPeriods(this.tx);
    if (!newest) return null;
    const { releaseId, period } = newest;
    const [dimensions, byLevel, everybody, wait] = await Promise.all([
      dimensionsOf(this.tx, releaseId),
      this.cells(releaseId, 'load', 'mentor_mentees', ['level']),
      this.cells(releaseId, 'load', 'mentor_mentees', []),
      this.cells(releaseId, 'wait', 'requests', []),
    ]);
    this.readLog.note(viewer, { action: 'supply.read', subject: period, by: { verb: 'read', resource: 'tracks' } });
    const cellOf = (key: string) => byLevel.find(({ group }) => group['level'] === key);
    const values = dimensions.find(({ key }) => key === 'level')?.values ?? [];
    const change = {
      cap: within(cap, 1, MOST_MENTEES),
      peers: within(peers, 0, MOST_PEERS),
      each: within(each, 1, MOST_MENTEES),
    };
    const outlook = supplyOutlook({ level: cellOf(level), everybody: everybody[0], wait: wait[0] }, change);
    return {
      period,
      levels: values.map(({ key, label }) => ({ key, label, shown: cellOf(key)?.status === 'shown' })),
      outlook: outlook && { ...outlook, served: [...outlook.served] },
    };
  }

  private async cells(
    releaseId: string,
    measure: string,
    variant: string,
    breakdown: readonly string[],
  ): Promise<readonly ReleasedCell[]> {
    return (await readTable(this.tx, { releaseId, measure, variant, breakdown }))?.cells ?? [];
  }
}

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
