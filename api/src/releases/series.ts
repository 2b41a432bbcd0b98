import { t } from '#language';
import {
  type AbsenceReason,
  canonicalJson,
  type CellStatus,
  type Dimension,
  type Group,
  groupKey,
  type ReleaseChange,
  type ReleasedCell,
  type ReleasedTable,
  type ReleasedValue,
} from '../kernel/index.js';
import { describeReorganisation, nameBefore, type Reorganisation } from '../governance/index.js';
import { type ChangeOverTime, changeOverTime, intervalsOf } from './change-over-time.js';
import { methodsIn } from './restatement.js';
import { reorganisationsOf, standsForOthers, stretchOf, TEAM, type TeamInTwo, teamOverTime } from './team-over-time.js';

/** One current release, as far as a series needs it. */
export interface SeriesRelease {
  readonly period: string;
  readonly releaseId: string;
  readonly asOf: string;
  readonly methodVersion: string;
  readonly dimensions: readonly Dimension[];
  /** The release that this one replaces, and what changed; null for a first release. */
  readonly restates: { readonly releaseId: string; readonly changed: readonly ReleaseChange[] } | null;
  /** The table that holds the group; null where the plan of this release has none. */
  readonly table: ReleasedTable | null;
}

/** Why a point cannot be compared with those before it; a figure marks it with [b]. */
export type SeriesBreak =
  | { readonly what: 'method'; readonly from: string; readonly to: string }
  | { readonly what: 'dimension'; readonly dimension: string; readonly value: string }
  | { readonly what: 'reorganisation'; readonly entry: Reorganisation };

export interface SeriesPoint {
  readonly period: string;
  readonly releaseId: string;
  readonly asOf: string;
  /** `notPlanned`: this quarter's plan has no such table. */
  readonly status: CellStatus | 'notPlanned';
  readonly reason: AbsenceReason | null;
  readonly values: Readonly<Record<string, ReleasedValue>>;
  /** The name under which the group was published: its team may have had another one. */
  readonly group: Group;
  /** By which entries its team was renamed or moved since the point before. */
  readonly moved: readonly Reorganisation[];
  /** Since the last point that had a table. */
  readonly breaks: readonly SeriesBreak[];
  readonly restates: SeriesRelease['restates'];
  /** Against the last shown point; for values with an interval, where there is no break in between. */
  readonly changes: Readonly<Record<string, ChangeOverTime>>;
}

/**
 * The values of one group over the releases, oldest first. Reads nothing but what was published; the reorganisation map says
 * which published team of one quarter is that of another.
 */
export function seriesOf(
  releases: readonly SeriesRelease[],
  measure: string,
  group: Group,
  map: readonly Reorganisation[] = [],
): SeriesPoint[] {
  const groups = groupOverTime(releases, group, map);
  const points: SeriesPoint[] = [];
  let planned: Placed | undefined;
  let comparable: ShownCell | undefined;
  releases.forEach((release, at) => {
    const named = groups[at] ?? null;
    const cell = named === null ? undefined : cellOf(release.table, named);
    const breaks = isPlanned(release) ? breaksSince(planned, { release, group: named }, measure, map) : [];
    if (isPlanned(release)) planned = { release, group: named };
    // A value of before a break is never compared again, also where the point of the break itself is hidden.
    if (breaks.length > 0) comparable = undefined;
    const shown = shownIn(release, cell);
    const moved = movedBy(named, stretchOf(releases[at - 1] ?? release, release), map);
    points.push({
      ...pointOf(release, cell),
      ...{ group: named ?? group, moved, breaks },
      changes: changesSince(comparable, shown),
    });
    comparable = shown ?? comparable;
  });
  return points;
}

/** A group in a release that has its table; null where the name was another team's. */
interface Placed {
  readonly release: Planned;
  readonly group: Group | null;
}

const breaksSince = (before: Placed | undefined, now: Placed, measure: string, map: readonly Reorganisation[]): SeriesBreak[] =>
  before ? breaksBetween([before.release, now.release], measure, { was: before.group, is: now.group }, map) : [];

/** How the group is called in each release; null where the name was another team's. */
export function groupOverTime(
  releases: readonly Pick<SeriesRelease, 'asOf' | 'dimensions'>[],
  group: Group,
  map: readonly Reorganisation[],
): (Group | null)[] {
  const team = group[TEAM];
  if (team === undefined || map.length === 0) return releases.map(() => group);
  return teamOverTime(releases, team, map).map((name) => (name === null ? null : { ...group, [TEAM]: name }));
}

function movedBy(group: Group | null, stretch: Parameters<typeof nameBefore>[2], map: readonly Reorganisation[]) {
  const team = group?.[TEAM];
  return team === undefined ? [] : nameBefore(map, team, stretch).moved;
}

type Planned = SeriesRelease & { readonly table: ReleasedTable };
const isPlanned = (release: SeriesRelease): release is Planned => release.table !== null;

interface ShownCell {
  readonly period: string;
  readonly table: ReleasedTable;
  readonly cell: ReleasedCell & { readonly status: 'shown' };
}

function shownIn({ table, period }: SeriesRelease, cell: ReleasedCell | undefined): ShownCell | undefined {
  return table && cell?.status === 'shown' ? { cell, table, period } : undefined;
}

function cellOf(table: ReleasedTable | null, group: Group): ReleasedCell | undefined {
  const key = groupKey(group);
  return table?.cells.find((cell) => groupKey(cell.group) === key);
}

function pointOf({ period, releaseId, asOf, restates }: SeriesRelease, cell: ReleasedCell | undefined) {
  return {
    period,
    releaseId,
    asOf,
    restates,
    status: cell?.status ?? ('notPlanned' as const),
    reason: cell?.status === 'notEstimable' ? cell.reason : null,
    values: cell?.status === 'shown' ? cell.values : {},
  };
}

/** A group in two releases: its team may be called otherwise; null where the name was another team's. */
export interface GroupInTwo {
  readonly was: Group | null;
  readonly is: Group | null;
}

/** Why the values of a group cannot be compared between two releases; empty where they can. */
export function breaksBetween(
  [before, now]: readonly [before: SeriesRelease, now: SeriesRelease],
  measure: string,
  { was, is }: GroupInTwo,
  map: readonly Reorganisation[],
): SeriesBreak[] {
  const [from = '', to = ''] = [before, now].map(({ methodVersion }) => methodsIn(methodVersion).get(measure));
  const { [TEAM]: team, ...others } = is ?? {};
  const dimensions = Object.entries(others)
    .filter(([key, value]) => meaningOf(before.dimensions, key, value) !== meaningOf(now.dimensions, key, value))
    .map(([dimension, value]): SeriesBreak => ({ what: 'dimension', dimension, value }));
  return [
    ...(from === to ? [] : [{ what: 'method', from, to } as const]),
    ...dimensions,
    ...(team === undefined ? [] : teamBreaks({ before, now, was: was?.[TEAM] ?? team, is: team }, map)),
  ];
}

function teamBreaks(team: TeamInTwo, map: readonly Reorganisation[]): SeriesBreak[] {
  const entries = reorganisationsOf(team, map);
  if (entries.length > 0) return entries.map((entry) => ({ what: 'reorganisation', entry }));
  return standsForOthers(team, map) ? [{ what: 'dimension', dimension: TEAM, value: team.is }] : [];
}

/**
 * What a value stands for, teams apart: in a tree its place and the nodes below it; of a declared characteristic the rows among
 * which people chose. Which open values anybody holds changes all the time and breaks nothing.
 */
function meaningOf(dimensions: readonly Dimension[], key: string, value: string): string {
  const dimension = dimensions.find((one) => one.key === key);
  if (!dimension) return '';
  const { kind, sensitivity, values } = dimension;
  const own = values.find((one) => one.key === value);
  const below = values.filter(({ parent }) => parent === value).map((child) => child.key);
  const rows = sensitivity === 'special' ? values.map((one) => one.key) : [];
  return canonicalJson({ kind, sensitivity, parent: own?.parent ?? '', below: below.sort(), rows: rows.sort() });
}

function changesSince(before: ShownCell | undefined, now: ShownCell | undefined): Record<string, ChangeOverTime> {
  if (!before || !now) return {};
  const [then, intervals] = [intervalsOf(before.table, before.cell), intervalsOf(now.table, now.cell)];
  return Object.fromEntries(
    Object.entries(intervals).flatMap(([key, interval]) => {
      const earlier = then[key];
      return earlier ? [[key, changeOverTime({ ...earlier, period: before.period }, interval)]] : [];
    }),
  );
}

/** A break in a sentence. */
export function describeBreak(one: SeriesBreak): string {
  if (one.what === 'reorganisation')
    return `${describeReorganisation(one.entry)} ${t('What stands before that day is of other teams.')}`;
  if (one.what === 'method')
    return t('The method changed from {from} to {to}.', { from: one.from || t('none'), to: one.to || t('none') });
  return t('What {dimension} {value} stands for changed.', { dimension: one.dimension, value: one.value });
}
