import type { EntityManager } from 'typeorm';
import { type Group, groupKey, type ReleasedTable } from '../kernel/index.js';
import { PublishedRelease } from './entities/published-release.entity.js';
import { PublishedTable } from './entities/published-table.entity.js';
import type { Reorganisation } from '../governance/index.js';
import { reorganisationsFor, seriesPartOf } from './read-series.js';
import { breaksBetween, groupOverTime, type SeriesRelease } from './series.js';

/** A comparison that reads another way than when it was last published. */
export interface VerdictCrossing {
  readonly measure: string;
  readonly variant: string;
  readonly group: Group;
  /** The value that carries the verdict. */
  readonly value: string;
  readonly from: string;
  readonly to: string;
}

/** Comparisons of the newest release whose verdict changed. */
export interface VerdictCrossings {
  readonly releaseId: string;
  readonly crossings: readonly VerdictCrossing[];
}

/**
 * Holds the verdicts of the newest release against those of the one before. Where the method changed, or a group stands for
 * somebody else, nothing has crossed; nor where either of them is hidden.
 *
 * @returns null while fewer than two periods are published.
 */
export async function verdictCrossings(tx: EntityManager): Promise<VerdictCrossings | null> {
  const [now, before] = await tx.find(PublishedRelease, {
    select: { id: true, period: true, asOf: true, supersedes: true, header: true, dimensions: true, certificate: true },
    where: { current: true },
    order: { asOf: 'DESC' },
    take: 2,
  });
  if (!now || !before) return null;
  const [tablesNow, tablesBefore] = await Promise.all([now, before].map(({ id }) => tablesWithVerdicts(tx, id)));
  const map = await reorganisationsFor(tx);
  const earlier = new Map(tablesBefore?.map((table) => [nameOf(table), table]));
  const crossings = (tablesNow ?? []).flatMap((table) => {
    const then = earlier.get(nameOf(table));
    return then ? crossedIn({ ...seriesPartOf(before), table: then }, { ...seriesPartOf(now), table }, map) : [];
  });
  return { releaseId: now.id, crossings };
}

async function tablesWithVerdicts(tx: EntityManager, releaseId: string): Promise<ReleasedTable[]> {
  const rows = await tx
    .createQueryBuilder(PublishedTable, 't')
    .select('t.content', 'content')
    .where({ releaseId })
    .andWhere(`jsonb_path_exists(t.content, '$.derived.*.by ? (@ == "verdict")')`)
    .getRawMany<{ content: ReleasedTable }>();
  return rows.map(({ content }) => content);
}

const nameOf = ({ measure, variant, breakdown }: ReleasedTable): string => JSON.stringify([measure, variant, breakdown]);

type Planned = SeriesRelease & { readonly table: ReleasedTable };

/** What crossed between two releases of one table. */
export function crossedIn(before: Planned, now: Planned, map: readonly Reorganisation[] = []): VerdictCrossing[] {
  const verdicts = Object.keys(now.table.derived).filter((key) => now.table.derived[key]?.by === 'verdict');
  const then = new Map(before.table.cells.map((cell) => [groupKey(cell.group), cell]));
  const { measure, variant } = now.table;
  return now.table.cells.flatMap((cell) => {
    const [was = null] = groupOverTime([before, now], cell.group, map);
    const earlier = was ? then.get(groupKey(was)) : undefined;
    if (cell.status !== 'shown' || earlier?.status !== 'shown') return [];
    if (breaksBetween([before, now], measure, { was, is: cell.group }, map).length > 0) return [];
    return verdicts.flatMap((value) => {
      const [from, to] = [earlier.values[value], cell.values[value]];
      const crossed = typeof from === 'string' && typeof to === 'string' && from !== to;
      return crossed ? [{ measure, variant, group: cell.group, value, from, to }] : [];
    });
  });
}
