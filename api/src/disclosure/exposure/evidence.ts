import {
  groupKey,
  type CellStatistics,
  type Dimension,
  type DisclosurePolicy,
  type Group,
  type Statistic,
  type StatisticRelease,
  type StatisticTable,
} from '../../kernel/index.js';
import { decide, type DecidedTable, type Draw } from '../decide.js';
import { drawing, type Secret } from '../draw.js';
import { fewestDrawn, sumOf } from '../thresholds.js';
import type { Evidence } from './stack.js';

/** The evidence of one release by subject. A subject that never changes is a special value, named `column=value`. */
export type EvidenceBySubject = ReadonlyMap<string, readonly Evidence[]>;

/** The people who are in a group, given by values of open and special columns; numbered alike in all releases. */
export type Members = (group: Group) => ArrayLike<number>;

/** A draw that only decided a suppression counts while it lies so many noise widths below the threshold. */
const NEAR = 2;

/**
 * What a release tells about whom: every different draw on a subject once, with the people whose records it sums up. What
 * was drawn is repeated exactly as `protect` does it.
 *
 * Draws about a special cell are evidence on the subject about its true members, and on the special value about everyone
 * who is in the cell by its open columns.
 */
export function evidenceOf(
  release: StatisticRelease,
  policy: DisclosurePolicy,
  secret: Secret,
  members: Members,
): EvidenceBySubject {
  const found = new Collection(policy.noiseLevel);
  collect(release, policy, secret, () => found);
  return found.withMembers(members);
}

/**
 * The same of each measure by itself, as if nothing else were published; what may be shown is decided for all of them at
 * once. What two measures draw alike stands with both.
 */
export function evidenceByMeasure(
  release: StatisticRelease,
  policy: DisclosurePolicy,
  secret: Secret,
  members: Members,
): ReadonlyMap<string, EvidenceBySubject> {
  const found = new Map(release.tables.map(({ measure }) => [measure, new Collection(policy.noiseLevel)]));
  collect(release, policy, secret, ({ measure }) => found.get(measure)!);
  return new Map([...found].map(([measure, collection]) => [measure, collection.withMembers(members)]));
}

function collect(
  release: StatisticRelease,
  policy: DisclosurePolicy,
  secret: Secret,
  collectionOf: (table: StatisticTable) => Collection,
): void {
  const kinds = new Map(release.dimensions.map(({ key, sensitivity }) => [key, sensitivity]));
  const draw = drawing(secret, policy.noiseLevel);
  for (const decided of decide(release, policy, draw))
    for (const [i, cell] of decided.table.cells.entries())
      for (const statistic of toldBy(decided, i, draw, policy)) collectionOf(decided.table).addDraw(statistic, cell, kinds);
}

/** The statistics of a cell that the release tells about. */
function toldBy({ table, nodes, hidden, tooSmall }: DecidedTable, i: number, draw: Draw, policy: DisclosurePolicy): Statistic[] {
  const cell = table.cells[i]!;
  const node = nodes[i]!;
  if (hidden[node] === 0) return cell.open.count === 0 ? [] : Object.values(cell.statistics).filter(isDrawn);
  return tooSmall[node] === 1 ? nearlyShown(table, cell, draw, policy) : [];
}

/** Whether a statistic tells about people: an open fact tells no secret, and what teams do is nobody's. */
const isDrawn = ({ sensitivity, columnsOf }: Statistic): boolean =>
  sensitivity.kind !== 'open' && sensitivity.kind !== 'catalogue' && columnsOf !== 'team';

function nearlyShown(table: StatisticTable, cell: CellStatistics, draw: Draw, policy: DisclosurePolicy): Statistic[] {
  return table.bases.flatMap((base) => {
    if (base.kind === 'open') return [];
    const { value, noise } = sumOf(base.of.map((name) => draw(cell, name)));
    const fewest = fewestDrawn(table, base, noise, policy);
    const near = value < fewest && value >= fewest - NEAR * noise;
    return near ? base.of.map((name) => cell.statistics[name]!).filter(isDrawn) : [];
  });
}

function only(group: Group, keep: (key: string) => boolean): Group {
  return Object.fromEntries(Object.entries(group).filter(([key]) => keep(key)));
}

/** One question about the same people is one draw, and so is a histogram of disjoint cases. */
function drawName({ question, histogram, columnsOf, sensitivity }: Statistic, { open, secret }: CellStatistics): string {
  return JSON.stringify([
    histogram ?? question,
    columnsOf,
    histogram === undefined ? sensitivity : 'histogram',
    open.xor,
    groupKey(secret),
  ]);
}

type Kinds = ReadonlyMap<string, Dimension['sensitivity']>;

/** Counts the different draws on each subject about each group; a draw that stands in several places counts in one. */
class Collection {
  private readonly subjects = new Map<string, { seen: Set<string>; groups: Map<string, { group: Group; draws: number }> }>();

  constructor(private readonly noiseLevel: number) {}

  addDraw(statistic: Statistic, cell: CellStatistics, kinds: Kinds): void {
    const draw = drawName(statistic, cell);
    const known = only(cell.group, (key) => kinds.get(key) !== 'secret');
    this.add(statistic.subject, known, draw);
    // A sum over strata sets the group beside everyone else there: it tells about those too.
    const beside = statistic.sensitivity.kind === 'bounded' && Object.keys(known).length > 0;
    if (beside) this.add(statistic.subject, {}, `${draw} beside`);
    for (const [key, value] of Object.entries(known))
      if (kinds.get(key) === 'special')
        this.add(
          `${key}=${value}`,
          only(cell.group, (other) => kinds.get(other) === 'open'),
          draw,
        );
  }

  private add(subject: string, group: Group, draw: string): void {
    let known = this.subjects.get(subject);
    if (!known) this.subjects.set(subject, (known = { seen: new Set(), groups: new Map() }));
    if (known.seen.has(draw)) return;
    known.seen.add(draw);
    const key = groupKey(group);
    known.groups.set(key, { group, draws: (known.groups.get(key)?.draws ?? 0) + 1 });
  }

  /** So many draws about one group are as good as one whose noise is smaller by the root of their number. */
  withMembers(members: Members): EvidenceBySubject {
    const found = new Map<string, readonly Evidence[]>();
    for (const [subject, { groups }] of this.subjects)
      found.set(
        subject,
        Array.from(groups.values(), ({ group, draws }) => ({
          people: members(group),
          noise: this.noiseLevel / Math.sqrt(draws),
        })),
      );
    return found;
  }
}
