import { createHmac } from 'node:crypto';
import type {
  CellStatistics,
  Dimension,
  DisclosurePolicy,
  Group,
  Statistic,
  StatisticRelease,
  StatisticTable,
} from '../../../api/src/kernel/index.js';

/**
 * Rules 2 to 4 again, as plainly as possible: groups are texts, families are searched for, every round looks at everything.
 * Written from `docs/disclosure.md` for the tests alone; shares no code with the room.
 */

const prefixed = (text: string): string => `${text.length}:${text}`;

/** A count as drawn, with the platform's keyed hash and exponential. */
export function naiveCount(
  cell: CellStatistics,
  statistic: Statistic,
  noiseLevel: number,
  secret: { key: Uint8Array; release: string },
): number {
  const conditions = Object.entries(cell.secret)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => prefixed(name) + prefixed(value));
  const message =
    [secret.release, statistic.question, statistic.columnsOf, 'count', cell.open.xor].map(prefixed).join('') +
    conditions.join('');
  const bits = createHmac('sha256', secret.key).update(message).digest().readBigUInt64BE() >> 11n;
  const weight = (z: number): number => Math.exp(-(z * z) / (2 * noiseLevel ** 2));
  const values = [...Array(201).keys()].map((i) => i - 100);
  const total = values.reduce((sum, z) => sum + weight(z), 0);
  let below = 0;
  const noise = values.find((z) => (below += weight(z) / total) > Number(bits) / 2 ** 53) ?? 100;
  return statistic.exact.value + noise;
}

type Status = 'shown' | 'suppressed' | 'structuralZero';

interface Place {
  readonly name: string;
  readonly group: Group;
  readonly people: number;
  readonly open: boolean;
  hidden: boolean;
}

const nameOf = (group: Group): string => JSON.stringify(Object.entries(group).sort(([a], [b]) => (a < b ? -1 : 1)));

class Naive {
  private readonly byName: ReadonlyMap<string, Place>;

  constructor(
    private readonly dimensions: readonly Dimension[],
    private readonly places: readonly Place[],
    private readonly fewest: number,
  ) {
    this.byName = new Map(places.map((place) => [place.name, place]));
  }

  private above(column: string, value: string): string | undefined {
    return this.dimensions.find(({ key }) => key === column)?.values.find(({ key }) => key === value)?.parent;
  }

  private isAt(column: string, value: string, other: string | undefined): boolean {
    for (let at: string | undefined = value; at !== undefined; at = this.above(column, at)) if (at === other) return true;
    return false;
  }

  /** Whether everyone of `fine` is in `coarse` by definition. */
  isFiner(fine: Place, coarse: Place): boolean {
    if (fine.name === coarse.name) return false;
    return Object.entries(coarse.group).every(([column, value]) => {
      const own = fine.group[column];
      return own !== undefined && this.isAt(column, own, value);
    });
  }

  /** The place of which `part` is a part along a column: the nearest above in its tree, or the group without the column. */
  private parentAlong(part: Place, column: string): Place | undefined {
    const { [column]: value, ...rest } = part.group;
    const find = (group: Group): Place | undefined => this.byName.get(nameOf(group));
    for (let at = this.above(column, value!); at !== undefined; at = this.above(column, at)) {
      const parent = find({ ...rest, [column]: at });
      if (parent) return parent;
    }
    return find(rest);
  }

  families(): { parent: Place; column: string; parts: Place[] }[] {
    const found = new Map<string, { parent: Place; column: string; parts: Place[] }>();
    for (const part of this.places)
      for (const column of part.open ? Object.keys(part.group) : []) {
        const parent = this.parentAlong(part, column);
        if (!parent) continue;
        const name = `${parent.name} by ${column}`;
        const family = found.get(name) ?? { parent, column, parts: [] };
        family.parts.push(part);
        found.set(name, family);
      }
    return [...found.values()];
  }

  complete(): void {
    const families = this.families();
    const done = new Set<Place>();
    for (;;) {
      for (const coarse of this.places) {
        if (!coarse.hidden || done.has(coarse)) continue;
        done.add(coarse);
        for (const fine of this.places) if (this.isFiner(fine, coarse)) fine.hidden = true;
      }
      const chosen = families.flatMap((family) => this.choose(family)).filter((place) => !place.hidden);
      if (chosen.length === 0) return;
      for (const place of chosen) place.hidden = true;
    }
  }

  private choose({ parent, column, parts }: { parent: Place; column: string; parts: Place[] }): Place[] {
    const gap = (people: number): boolean => people >= 1 && people < this.fewest;
    const hidden = parts.filter((part) => part.hidden).reduce((sum, { people }) => sum + people, 0);
    const shown = parts.filter((part) => !part.hidden);
    const left = parent.people - shown.reduce((sum, { people }) => sum + people, 0);
    if (parent.hidden || !(gap(hidden) || gap(left))) return [];
    const value = ({ group }: Place): string => group[column]!;
    const [smallest] = shown
      .filter(({ people }) => people > 0)
      .sort((a, b) => a.people - b.people || (value(a) < value(b) ? -1 : 1));
    if (smallest) return [smallest];
    return Object.keys(parent.group).length === 0 ? [] : [parent];
  }
}

export type NaiveCount = (cell: CellStatistics, statistic: Statistic) => number;

/** The status of every cell, by table and cell in the order of the input. All secret bases are counts of people. */
export function naiveStatuses(release: StatisticRelease, policy: DisclosurePolicy, count: NaiveCount): Status[][] {
  const kinds = new Map(release.dimensions.map(({ key, sensitivity }) => [key, sensitivity]));
  const fewest = (table: StatisticTable): number => (table.special ? policy.thresholds.special : policy.thresholds.dimension);
  const placeOf = ({ group, open }: CellStatistics): Place => ({
    name: nameOf(group),
    group,
    people: open.count,
    open: Object.keys(group).every((key) => kinds.get(key) === 'open'),
    hidden: false,
  });
  const isZero = (place: Place): boolean => place.open && place.people === 0;

  const together = new Map<string, Place>();
  for (const table of release.tables)
    for (const cell of table.cells) {
      const place = placeOf(cell);
      place.hidden = !isZero(place) && place.people < fewest(table);
      together.set(place.name, place);
    }
  new Naive(release.dimensions, [...together.values()], policy.thresholds.dimension).complete();

  const measures = [...new Set(release.tables.map(({ measure }) => measure))];
  const hidden = new Map<string, boolean>();
  for (const measure of measures) {
    const places: Place[] = [];
    for (const table of release.tables.filter((one) => one.measure === measure))
      for (const cell of table.cells) {
        const place = placeOf(cell);
        place.hidden = together.get(place.name)!.hidden;
        if (!place.hidden && !isZero(place)) place.hidden = !stands(table, cell);
        places.push(place);
      }
    new Naive(release.dimensions, places, policy.thresholds.dimension).complete();
    for (const place of places) hidden.set(`${measure} ${place.name}`, place.hidden);
  }

  function stands(table: StatisticTable, cell: CellStatistics): boolean {
    if (cell.open.count < Math.max(fewest(table), table.minimumOpen ?? 0)) return false;
    return table.bases.every((base) => {
      if (base.kind === 'open') return true;
      const drawn = base.of.reduce((sum, name) => sum + count(cell, cell.statistics[name]!), 0);
      const margin = Math.ceil(2 * policy.noiseLevel * Math.sqrt(base.of.length));
      return drawn >= Math.max(fewest(table) + margin, table.special ? (table.minimumSpecialBase ?? 0) : 0);
    });
  }

  return release.tables.map((table) =>
    table.cells.map((cell) => {
      if (hidden.get(`${table.measure} ${nameOf(cell.group)}`)) return 'suppressed';
      return cell.open.count === 0 ? 'structuralZero' : 'shown';
    }),
  );
}
