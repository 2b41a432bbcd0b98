import { type EntityManager } from 'typeorm';
import { readReorganisations, type Reorganisation, type TeamsOfQuarter } from '../governance/index.js';
import type { Group, ReleaseHeader } from '../kernel/index.js';
import { PublishedRelease } from './entities/published-release.entity.js';
import { PublishedTable } from './entities/published-table.entity.js';
import { TEAM } from './team-over-time.js';
import { seriesOf, type SeriesPoint, type SeriesRelease } from './series.js';

export interface SeriesQuestion {
  readonly measure: string;
  readonly variant: string;
  /** The empty group is the organisation. */
  readonly group: Group;
}

/** The values of one group over all published periods, oldest first; of a restated period, the restatement. */
export async function readSeries(tx: EntityManager, { measure, variant, group }: SeriesQuestion): Promise<SeriesPoint[]> {
  const [series = []] = await readSeriesOfGroups(tx, { measure, variant, groups: [group] });
  return series;
}

/** The same for several groups of one measure, read at once, in their order. */
export async function readSeriesOfGroups(
  tx: EntityManager,
  { measure, variant, groups }: Omit<SeriesQuestion, 'group'> & { readonly groups: readonly Group[] },
): Promise<SeriesPoint[][]> {
  const releases = await tx.find(PublishedRelease, {
    select: { id: true, period: true, asOf: true, supersedes: true, header: true, dimensions: true, certificate: true },
    where: { current: true },
    order: { asOf: 'ASC' },
  });
  const tables = await tx.find(PublishedTable, {
    select: { releaseId: true, breakdown: true, content: true },
    where: { current: true, measure, variant },
  });
  const map = await reorganisationsFor(tx);
  return groups.map((group) => {
    const by = columnsOf(Object.keys(group));
    const found = tables.filter(({ breakdown }) => columnsOf(breakdown) === by);
    const contents = new Map(found.map(({ releaseId, content }) => [releaseId, content ?? null]));
    return seriesOf(
      releases.map((release) => ({ ...seriesPartOf(release), table: contents.get(release.id) ?? null })),
      measure,
      group,
      map,
    );
  });
}

/** The reorganisation map, for whoever reads by entities. */
export const reorganisationsFor = (tx: EntityManager): Promise<readonly Reorganisation[]> =>
  readReorganisations((sql) => tx.query<readonly Reorganisation[]>(sql));

/** The teams of each published quarter, oldest first. */
export async function teamsOfQuarters(tx: EntityManager): Promise<TeamsOfQuarter[]> {
  const releases = await tx.find(PublishedRelease, {
    select: { id: true, asOf: true, dimensions: true },
    where: { current: true },
    order: { asOf: 'ASC' },
  });
  return releases.map(({ asOf, dimensions = [] }) => ({
    asOf,
    teams: (dimensions.find(({ key }) => key === TEAM)?.values ?? []).map(({ key }) => key),
  }));
}

const columnsOf = (breakdown: readonly string[]): string => [...breakdown].sort().join('\n');

/** A published release, as far as a series needs it: `header` and `dimensions` have to be selected. */
export function seriesPartOf({
  id,
  period,
  asOf,
  supersedes,
  header,
  dimensions = [],
  certificate,
}: PublishedRelease): Omit<SeriesRelease, 'table'> {
  const { methodVersion = '' } = header as Partial<ReleaseHeader>;
  const restates = supersedes === null ? null : { releaseId: supersedes, changed: certificate.changed ?? [] };
  return { period, releaseId: id, asOf, methodVersion, dimensions, restates };
}
