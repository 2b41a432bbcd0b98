import { groupKey, type ReleasedTable } from '../../kernel/index.js';
import { isOpen, isShown, placeName, type Indexed, type Place, type Section } from './places.js';
import { relationsOf, type Relation } from './relations.js';
import type { Findings } from './report.js';

/** The numbers of open people that the file shows or that subtraction yields, by group. */
export type Sizes = ReadonlyMap<string, number>;

/** The name under which a table shows the exact number of its open people, where it does. */
export function exactBase({ table, cell }: Place): string | undefined {
  if (cell.status !== 'shown') return undefined;
  return table.bases.flatMap(({ of }) => of).find((name) => cell.drawn[name]?.noise === 0);
}

/** The open people of a shown cell, where the file says how many. */
export function openPeople(place: Place): number | undefined {
  const name = exactBase(place);
  return name !== undefined && isShown(place) ? place.cell.drawn[name]?.value : undefined;
}

/** Open facts have one value, and parts add up to their parent. */
export function readSizes(file: Indexed, findings: Findings): Sizes {
  const sizes = new Map<string, number>();
  for (const section of file.sections)
    for (const place of section.cells.values()) {
      const size = openPeople(place);
      if (size === undefined) continue;
      const key = groupKey(place.cell.group);
      const known = sizes.get(key) ?? size;
      findings.expect(known === size, 'base', placeName(place), `has ${size} open people here and ${known} elsewhere`);
      sizes.set(key, known);
    }
  const relations = file.sections.flatMap((section) => relationsOf(section, file.columns));
  addUp(relations, sizes, findings);
  subtract(relations, sizes);
  findings.check(
    `base: ${sizes.size} numbers of open people, equal wherever they stand and adding up in ${relations.length} families`,
  );
  return sizes;
}

/** What is known about a cell's open people: none where the combination does not occur. */
export function sizeOf(place: Place, sizes: Sizes): number | undefined {
  return place.cell.status === 'structuralZero' ? 0 : sizes.get(groupKey(place.cell.group));
}

function addUp(relations: readonly Relation[], sizes: Sizes, findings: Findings): void {
  for (const { parent, parts } of relations) {
    const whole = sizeOf(parent, sizes);
    const known = parts.map((part) => sizeOf(part, sizes));
    if (whole === undefined || known.includes(undefined)) continue;
    const sum = known.reduce<number>((total, size) => total + size!, 0);
    findings.expect(
      whole === sum,
      'base',
      placeName(parent),
      `has ${whole} open people, its parts in ${placeName(parts[0]!)} and beside ${sum}`,
    );
  }
}

/** Subtracts as long as a family has one member of unknown size. */
function subtract(relations: readonly Relation[], sizes: Map<string, number>): void {
  for (let more = true; more;) {
    more = false;
    for (const { parent, parts } of relations) {
      const unknown = [parent, ...parts].filter((place) => sizeOf(place, sizes) === undefined);
      if (unknown.length !== 1) continue;
      const known = parts.reduce((total, part) => total + (sizeOf(part, sizes) ?? 0), 0);
      const size = unknown[0] === parent ? known : sizeOf(parent, sizes)! - known;
      sizes.set(groupKey(unknown[0]!.cell.group), size);
      more = true;
    }
  }
}

/** Whether open facts alone decide what a table hides: every base is one exact number. */
export const decidedByOpenFacts = ({ bases, scales }: ReleasedTable): boolean =>
  bases.every(({ of }) => of.length === 1 && scales[of[0]!]?.kind === 'open');

/** The sections whose open tables all are decided by open facts. */
export function exactSections({ sections, columns }: Indexed): Section[] {
  return sections.filter(({ tables }) => tables.every((table) => !isOpen(table, columns) || decidedByOpenFacts(table)));
}
