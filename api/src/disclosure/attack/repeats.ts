import { groupKey, type Drawn } from '../../kernel/index.js';
import { chiSquareScore, logChanceOfHits, meeting } from './chance.js';
import { isShown, placeName, tableName, type Indexed, type Place, type Section, type ShownPlace } from './places.js';
import { relationsOf } from './relations.js';
import type { Findings } from './report.js';
import { sizeOf, type Sizes } from './sizes.js';
import { widthOf } from './widths.js';

/** Natural logarithm of the chance below which a coincidence is none. */
const ACCIDENT = Math.log(1e-9);
const EXTREME = -6.5;
const FEWEST = 8;

/** The measure whose organisation counts `closed` relationships too, and is therefore another question. */
const OWN_COUNT = 'participation';

/** Two draws that have to be independent: of two releases, or of two questions. */
interface Twin {
  readonly place: Place;
  readonly name: string;
  readonly a: number;
  readonly b: number;
  readonly noise: number;
  readonly unit: number;
}

/** One question about the same people has one answer, and two questions have two. */
export function checkQuestions(file: Indexed, sizes: Sizes, findings: Findings): void {
  let same = 0;
  for (const [i, section] of file.sections.entries()) {
    for (const other of file.sections.slice(i + 1))
      if (other.variant === section.variant) same += compareQuestion(section, other, findings);
      else if (other.measure === section.measure)
        reportParts(ofTwoQuestions(twinsOf([[other, section]], sizes), section, other), 'another question', findings);
    same += compareSamePeople(section, file, sizes, findings);
  }
  findings.check(`repeat: ${same} questions that stand more than once have one answer; no two questions share theirs`);
}

/** A statistic that two sections draw under one name for one group. */
interface Common {
  readonly key: string;
  readonly place: Place;
  readonly twin: Place;
  readonly name: string;
  readonly drawn: Drawn;
  readonly known: Drawn;
}

function* commonDraws(section: Section, other: Section): Generator<Common> {
  for (const [key, place] of section.cells) {
    const twin = other.cells.get(key);
    if (!twin || !isShown(place) || !isShown(twin)) continue;
    for (const [name, drawn] of Object.entries(place.cell.drawn)) {
      const known = twin.cell.drawn[name];
      if (known) yield { key, place, twin, name, drawn, known };
    }
  }
}

/** Variants of one subject may ask one question under one name: then all its draws agree, and it is no second question. */
function ofTwoQuestions(twins: readonly Twin[], { tables: [table] }: Section, { tables: [other] }: Section): Twin[] {
  if (table?.subject !== other?.subject) return [...twins];
  const several = groupedBy(twins, ({ name }) => name);
  return [...several.values()].filter((draws) => draws.some(({ a, b }) => a !== b)).flat();
}

/** The same group, variant, subject and statistic in two measures; the organisation's own count is another question. */
function compareQuestion(one: Section, other: Section, findings: Findings): number {
  const own = one.measure === OWN_COUNT || other.measure === OWN_COUNT;
  let compared = 0;
  for (const { key, place, twin, name, drawn, known } of commonDraws(other, one)) {
    if ((own && key === '') || twin.table.subject !== place.table.subject) continue;
    compared += 1;
    const evidence = `asks one question twice: ${drawn.value} here, ${known.value} in ${tableName(twin.table)}`;
    findings.expect(known.value === drawn.value, 'repeat', `${placeName(place)} ${name}`, evidence);
  }
  return compared;
}

/** A part that holds all people of its parent is the same people. */
function compareSamePeople(section: Section, file: Indexed, sizes: Sizes, findings: Findings): number {
  let compared = 0;
  for (const { parent, parts } of relationsOf(section, file.columns)) {
    if (!isShown(parent) || (section.measure === OWN_COUNT && Object.keys(parent.cell.group).length === 0)) continue;
    const whole = sizeOf(parent, sizes);
    const same = parts.find((part) => whole !== undefined && sizeOf(part, sizes) === whole);
    if (!same || !isShown(same)) continue;
    for (const [name, { value }] of Object.entries(same.cell.drawn)) {
      compared += 1;
      const above = parent.cell.drawn[name]?.value;
      findings.expect(
        above === undefined || above === value,
        'repeat',
        `${placeName(same)} ${name}`,
        `asks about the people of ${placeName(parent)} and answers ${value}, not ${above}`,
      );
    }
  }
  return compared;
}

/** Every release is drawn anew: no draw of an earlier file is met again more often than chance has it. */
export function checkEarlier(file: Indexed, earlier: Indexed, sizes: Sizes, findings: Findings): void {
  const pairs = file.sections.flatMap((section): [Section, Section][] => {
    const before = earlier.sections.find(({ measure, variant }) => measure === section.measure && variant === section.variant);
    return before ? [[section, before]] : [];
  });
  const twins = twinsOf(pairs, sizes);
  reportParts(twins, `release ${earlier.file.release.id}`, findings);
  for (const cell of groupedBy(twins, ({ place }) => placeName(place)).values())
    reportCell(cell, earlier.file.release.id, findings);
  findings.check(`repeat: ${twins.length} draws against those of release ${earlier.file.release.id}`);
}

function reportParts(twins: readonly Twin[], against: string, findings: Findings): void {
  const found = report(twins, 'file', against, findings);
  if (found) return;
  for (const part of [
    partName,
    ({ place }: Twin) => tableName(place.table),
    ({ place, name }: Twin) => `${tableName(place.table)} ${name}`,
  ])
    for (const [where, list] of groupedBy(twins, part)) if (report(list, where, against, findings)) return;
}

const partName = ({ place, name }: Twin): string => `${place.table.measure}/${place.table.variant} ${name}`;

/** Reports draws that are met again too often, or that moved less than two independent draws do. */
function report(twins: readonly Twin[], where: string, against: string, findings: Findings): boolean {
  const hits = twins.filter(({ a, b }) => a === b).length;
  const expected = twins.reduce((sum, { noise, unit }) => sum + meeting(noise, unit), 0);
  const often = logChanceOfHits(hits, expected) < ACCIDENT;
  if (often)
    findings.add(
      'repeat',
      where,
      `${hits} of ${twins.length} draws are those of ${against}, ${expected.toFixed(1)} expected by chance`,
    );
  if (often || twins.length < FEWEST) return often;
  const moved = twins.reduce((sum, { a, b, noise }) => sum + (a - b) ** 2 / (2 * noise ** 2), 0);
  const score = chiSquareScore(moved, twins.length);
  if (score < EXTREME)
    findings.add(
      'repeat',
      where,
      `moved too little against ${against}: ${score.toFixed(1)} standard deviations over ${twins.length} draws`,
    );
  return score < EXTREME;
}

function reportCell(twins: readonly Twin[], release: string, findings: Findings): void {
  if (!twins.every(({ a, b }) => a === b)) return;
  const chance = twins.reduce((log, { noise, unit }) => log + Math.log(meeting(noise, unit)), 0);
  if (chance < ACCIDENT)
    findings.add('repeat', placeName(twins[0]!.place), `all ${twins.length} draws are those of release ${release}`);
}

/** Independent pairs: groups of the same people, and questions that stand in several measures, count once. */
function twinsOf(pairs: Iterable<readonly [Section, Section]>, sizes: Sizes): Twin[] {
  const twins = new Map<string, Twin>();
  for (const [section, before] of pairs)
    for (const { place, name, drawn, known } of commonDraws(section, before)) {
      if (!(drawn.noise > 0) || !(known.noise > 0)) continue;
      const people = sizeOf(place, sizes) ?? groupKey(place.cell.group);
      const key = JSON.stringify([section.variant, name, drawn.value, known.value, people]);
      const noise = Math.min(drawn.noise, known.noise);
      twins.set(key, { place, name, a: drawn.value, b: known.value, noise, unit: isShown(place) ? unitOf(place, name) : 1 });
    }
  return [...twins.values()];
}

/** The lattice of a statistic; where the table does not say it, the coarsest, which errs on the safe side. */
const unitOf = ({ table, cell }: ShownPlace, name: string): number => widthOf(table, name, cell.drawn, 1)?.unit ?? 1;

function groupedBy(twins: readonly Twin[], name: (twin: Twin) => string): Map<string, Twin[]> {
  const found = new Map<string, Twin[]>();
  for (const twin of twins) {
    const key = name(twin);
    const list = found.get(key) ?? [];
    if (list.push(twin) === 1) found.set(key, list);
  }
  return found;
}
