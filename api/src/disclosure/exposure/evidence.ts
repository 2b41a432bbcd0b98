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
import { Numbering } from './numbering.js';
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
  const draw = drawing(secret, policy.noiseLevel);
  return collected(decide(release, policy, draw), release.dimensions, policy, draw).withMembers(members);
}

/**
 * The same of each measure by itself, one after the other, as if nothing else were published; what may be shown is decided
 * for all of them at once. What two measures draw alike stands with both.
 */
export function* evidenceByMeasure(
  release: StatisticRelease,
  policy: DisclosurePolicy,
  secret: Secret,
  members: Members,
): Generator<readonly [measure: string, evidence: EvidenceBySubject]> {
  const draw = drawing(secret, policy.noiseLevel);
  const decided = decide(release, policy, draw);
  for (const measure of new Set(release.tables.map((table) => table.measure))) {
    const own = decided.filter(({ table }) => table.measure === measure);
    yield [measure, collected(own, release.dimensions, policy, draw).withMembers(members)];
  }
}

function collected(
  tables: readonly DecidedTable[],
  dimensions: readonly Dimension[],
  policy: DisclosurePolicy,
  draw: Draw,
): Collection {
  const found = new Collection(policy.noiseLevel, dimensions);
  for (const decided of tables)
    for (const [i, cell] of decided.table.cells.entries()) found.addDraws(cell, toldBy(decided, i, draw, policy));
  return found;
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

/** One question is one draw about the same people, and so is a histogram of disjoint cases. */
function questionName({ question, histogram, columnsOf, sensitivity }: Statistic): string {
  return JSON.stringify([histogram ?? question, columnsOf, histogram === undefined ? sensitivity : 'histogram']);
}

/** A set of small numbers, of one bit each: a release draws millions of times. */
class Marks {
  private bytes = new Uint8Array(64);

  /** Whether the number is marked for the first time. */
  mark(number: number): boolean {
    const [at, bit] = [number >> 3, 1 << (number & 7)];
    if (at >= this.bytes.length) this.grow(at);
    if ((this.bytes[at]! & bit) !== 0) return false;
    this.bytes[at]! |= bit;
    return true;
  }

  private grow(least: number): void {
    const bytes = new Uint8Array(2 * least);
    bytes.set(this.bytes);
    this.bytes = bytes;
  }
}

/** What is told on one subject: by question about whose people it was asked, and by group how many draws there are. */
interface ToldOn {
  readonly asked: Map<string, Marks>;
  readonly draws: Map<number, number>;
}

/** Where the draws of a cell count: its people, its group, and of every special value in it the group without special columns. */
interface Counted {
  readonly people: number;
  readonly group: number;
  readonly whole: number | undefined;
  readonly special: readonly (readonly [subject: string, group: number])[];
}

/** Counts the different draws on each subject about each group; a draw that stands in several places counts in one. */
class Collection {
  private readonly subjects = new Map<string, ToldOn>();
  private readonly people = new Numbering();
  private readonly names = new Numbering();
  private readonly groups: Group[] = [];
  private readonly kinds: ReadonlyMap<string, Dimension['sensitivity']>;

  constructor(
    private readonly noiseLevel: number,
    dimensions: readonly Dimension[],
  ) {
    this.kinds = new Map(dimensions.map(({ key, sensitivity }) => [key, sensitivity]));
  }

  /** Adds what is drawn of one cell. */
  addDraws(cell: CellStatistics, statistics: readonly Statistic[]): void {
    if (statistics.length === 0) return;
    const counted = this.countedAs(cell);
    for (const statistic of statistics) this.addDraw(statistic, counted);
  }

  private countedAs({ group, open, secret }: CellStatistics): Counted {
    const known = only(group, (key) => this.kinds.get(key) !== 'secret');
    const special = Object.keys(known).filter((key) => this.kinds.get(key) === 'special');
    const ofOpen = special.length > 0 ? this.numberOf(only(group, (key) => this.kinds.get(key) === 'open')) : 0;
    return {
      people: this.people.of(open.xor + groupKey(secret)),
      group: this.numberOf(known),
      whole: Object.keys(known).length > 0 ? this.numberOf({}) : undefined,
      special: special.map((key) => [`${key}=${known[key]!}`, ofOpen] as const),
    };
  }

  private numberOf(group: Group): number {
    const number = this.names.of(groupKey(group));
    this.groups[number] ??= group;
    return number;
  }

  private addDraw(statistic: Statistic, { people, group, whole, special }: Counted): void {
    const question = questionName(statistic);
    this.add(statistic.subject, group, question, people);
    // A sum over strata sets the group beside everyone else there: it tells about those too.
    if (statistic.sensitivity.kind === 'bounded' && whole !== undefined)
      this.add(statistic.subject, whole, `${question} beside`, people);
    for (const [subject, ofOpen] of special) this.add(subject, ofOpen, question, people);
  }

  private add(subject: string, group: number, question: string, people: number): void {
    let told = this.subjects.get(subject);
    if (!told) this.subjects.set(subject, (told = { asked: new Map(), draws: new Map() }));
    let asked = told.asked.get(question);
    if (!asked) told.asked.set(question, (asked = new Marks()));
    if (asked.mark(people)) told.draws.set(group, (told.draws.get(group) ?? 0) + 1);
  }

  /** So many draws about one group are as good as one whose noise is smaller by the root of their number. */
  withMembers(members: Members): EvidenceBySubject {
    const found = new Map<string, readonly Evidence[]>();
    for (const [subject, { draws }] of this.subjects)
      found.set(
        subject,
        Array.from(draws, ([group, count]) => ({
          people: members(this.groups[group]!),
          noise: this.noiseLevel / Math.sqrt(count),
        })),
      );
    return found;
  }
}
