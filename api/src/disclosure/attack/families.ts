import { groupKey, type Group } from '../../kernel/index.js';
import { coarser, isOpen, placeName, tableName, type Column, type Indexed, type Place, type Section } from './places.js';
import { relationsOf, type Relation } from './relations.js';
import type { Findings } from './report.js';
import { exactSections, sizeOf, type Sizes } from './sizes.js';

/** Rule 4: nothing below k by one subtraction, nothing finer than what is hidden, nothing hidden without an open reason. */
export function checkFamilies(file: Indexed, sizes: Sizes, findings: Findings): void {
  let relations = 0;
  const exact = exactSections(file);
  for (const section of file.sections) {
    const own = relationsOf(section, file.columns);
    relations += own.length;
    own.forEach((relation) => checkRemainder(relation, section, { file, sizes, findings }));
    checkFiner(section, file.columns, findings);
  }
  if (exact.length > 0) checkReasons(together(exact), file, sizes, findings);
  checkAgreement(exact, file.columns, findings);
  findings.check(`rule 4: remainders of ${relations} parents and their parts, finer cells of hidden ones, reasons for hiding`);
}

const isHidden = (place: Place): boolean => place.cell.status === 'suppressed';

interface Judging {
  readonly file: Indexed;
  readonly sizes: Sizes;
  readonly findings: Findings;
}

/**
 * The suppressed parts of a shown parent hold k people together, or none. Parts without answer hold k each. None is
 * possible only where every suppressed part is finer than another hidden one: empty combinations are hidden with it.
 */
function checkRemainder({ parent, parts }: Relation, section: Section, { file, sizes, findings }: Judging): void {
  if (parent.cell.status !== 'shown' || !parts.some(isHidden)) return;
  const whole = sizeOf(parent, sizes);
  const shown = parts.filter(({ cell }) => cell.status === 'shown').map((part) => sizeOf(part, sizes));
  if (whole === undefined || shown.includes(undefined)) return;
  const k = file.file.policy.thresholds.dimension;
  const answerless = parts.filter(({ cell }) => cell.status === 'notEstimable').length;
  const rest = whole - shown.reduce<number>((sum, size) => sum + size!, 0);
  const none = parts.filter(isHidden).every(({ cell }) => hasHiddenAbove(cell.group, section, file.columns));
  const fewest = k * (none ? answerless : answerless + 1);
  const where = `${placeName(parent)} by ${tableName(parts[0]!.table)}`;
  findings.expect(
    rest === 0 || (rest >= k && rest >= fewest),
    'rule 4',
    where,
    `leaves ${rest} hidden people by one subtraction`,
  );
}

function hasHiddenAbove(group: Group, section: Section, columns: ReadonlyMap<string, Column>): boolean {
  return coarser(group, columns).some((above) => {
    const place = section.cells.get(groupKey(above));
    return place ? isHidden(place) || hasHiddenAbove(above, section, columns) : hasHiddenAbove(above, section, columns);
  });
}

function checkFiner(section: Section, columns: ReadonlyMap<string, Column>, findings: Findings): void {
  const known = new Map<string, Place | undefined>();
  const hidden = (place: Place): Place | undefined => {
    for (const group of coarser(place.cell.group, columns)) {
      const key = groupKey(group);
      if (!known.has(key)) {
        const above = section.cells.get(key);
        known.set(key, above && isHidden(above) ? above : hidden(above ?? { ...place, cell: { group, status: 'suppressed' } }));
      }
      const found = known.get(key);
      if (found) return found;
    }
    return undefined;
  };
  for (const place of section.cells.values()) {
    if (isHidden(place) || place.cell.status === 'structuralZero') continue;
    const above = hidden(place);
    if (above) findings.add('rule 4', placeName(place), `tells about a part of ${placeName(above)}, which is hidden`);
  }
}

/**
 * A hidden group that is known to hold k needs a reason in open facts: a hidden group above it, hidden parts of its own
 * that it would give away, or a parent with another hidden part and no smaller shown one.
 */
function checkReasons(section: Section, { file, columns }: Indexed, sizes: Sizes, findings: Findings): void {
  const relations = relationsOf(section, columns);
  const byPart = groupedBy(relations.flatMap((relation) => relation.parts.map((part) => ({ of: part, relation }))));
  const byParent = groupedBy(relations.map((relation) => ({ of: relation.parent, relation })));
  for (const place of section.cells.values()) {
    const size = sizeOf(place, sizes);
    if (!isHidden(place) || !isOpen(place.table, columns) || size === undefined || size < file.policy.thresholds.dimension)
      continue;
    const above = coarser(place.cell.group, columns).some((group) => {
      const coarserCell = section.cells.get(groupKey(group));
      return coarserCell !== undefined && isHidden(coarserCell);
    });
    const below = (byParent.get(place) ?? []).some(
      ({ parts }) => parts.every((part) => part.cell.status !== 'shown') && parts.some(isHidden),
    );
    const beside = (byPart.get(place) ?? []).some((relation) => mayHide(place, size, relation, sizes));
    findings.expect(
      above || below || beside,
      'rule 4',
      placeName(place),
      `hides ${size} people for no reason that open facts give`,
    );
  }
}

/** Whether the place is the smallest part that could be hidden to cover another hidden one. */
function mayHide(place: Place, size: number, { parts }: Relation, sizes: Sizes): boolean {
  if (!parts.some((part) => part.cell !== place.cell && isHidden(part))) return false;
  return parts.every((part) => part.cell.status !== 'shown' || (sizeOf(part, sizes) ?? size) >= size);
}

/** What measures that agree on hiding show together: a group that one table shows is a parent or part for all. */
function together(sections: readonly Section[]): Section {
  const cells = new Map(sections.flatMap((section) => [...section.cells]));
  const tables = [
    ...new Map(sections.flatMap((section) => section.tables.map((table) => [table.breakdown.join('+'), table]))).values(),
  ];
  return { measure: '', variant: '', tables, cells };
}

function groupedBy(pairs: readonly { readonly of: Place; readonly relation: Relation }[]): Map<Place, Relation[]> {
  const found = new Map<Place, Relation[]>();
  for (const { of, relation } of pairs) {
    const list = found.get(of) ?? [];
    if (list.push(relation) === 1) found.set(of, list);
  }
  return found;
}

/** Sections with the same open tables on exact bases hide the same groups: what is counted plays no part. */
function checkAgreement(sections: readonly Section[], columns: ReadonlyMap<string, Column>, findings: Findings): void {
  const first = new Map<string, Section>();
  for (const section of sections) {
    const tables = section.tables.filter((table) => isOpen(table, columns));
    const plan = tables.map(({ breakdown }) => breakdown.join('+')).join();
    const other = first.get(plan);
    if (!other) first.set(plan, section);
    else
      for (const table of tables)
        compareHidden(
          table.cells.map((cell) => ({ table, cell })),
          other,
          findings,
        );
  }
}

function compareHidden(places: readonly Place[], other: Section, findings: Findings): void {
  for (const place of places) {
    const twin = other.cells.get(groupKey(place.cell.group));
    if (!twin) continue;
    for (const status of ['suppressed', 'structuralZero'])
      findings.expect(
        (place.cell.status === status) === (twin.cell.status === status),
        'rule 4',
        placeName(place),
        `is ${place.cell.status} here and ${twin.cell.status} in ${tableName(twin.table)}`,
      );
  }
}
