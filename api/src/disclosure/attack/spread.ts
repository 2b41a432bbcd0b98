import { groupKey } from '../../kernel/index.js';
import { chiSquareScore } from './chance.js';
import { isShown, placeName, type Indexed, type Place, type Section } from './places.js';
import { relationsOf, type Relation } from './relations.js';
import type { Findings } from './report.js';
import { sizeOf, type Sizes } from './sizes.js';
import { StructuredDraws } from './structured-draws.js';

/** Beyond this many standard deviations the spread of what parts leave of their parent is no accident. */
const EXTREME = 5.5;
const ONE_EXTREME = 7.5;
const FEWEST = 8;
/** Random errors from which the number of independent sums is estimated. */
const PROBES = 64;
const OWN_COUNT = 'participation';

/** How far the draws of one statistic are from adding up, and how far chance alone takes them. */
interface Misfit {
  readonly misfit: number;
  readonly freedom: number;
}

/**
 * The truth adds up, so what is left of a parent after its parts is noise alone: as wide as stated, no wider, no
 * narrower. Exact values among draws, a noise that is not drawn and draws that share theirs change it.
 */
export function checkSpread(file: Indexed, sizes: Sizes, findings: Findings): void {
  const all: Misfit[] = [];
  for (const variant of new Set(file.sections.map((section) => section.variant))) {
    const sections = file.sections.filter((one) => one.variant === variant);
    const section = pooled(sections);
    const relations = relationsOf(section, file.columns).filter((relation) => adds(relation, sizes));
    const names = new Set(relations.flatMap(({ parent }) => (isShown(parent) ? Object.keys(parent.cell.drawn) : [])));
    for (const name of names) {
      if (!addsUp(name, sections)) continue;
      const drawn = relations.filter(({ parent, parts }) => [parent, ...parts].every((place) => isDrawn(place, name)));
      if (drawn.length === 0) continue;
      drawn.forEach((relation) => checkOne(relation, name, findings));
      const result = misfitOf(drawn, name);
      judge(result, `${variant} ${name}`, findings);
      all.push(result);
    }
  }
  const sum = (of: (one: Misfit) => number): number => all.reduce((total, one) => total + of(one), 0);
  const whole = { misfit: sum(({ misfit }) => misfit), freedom: sum(({ freedom }) => freedom) };
  judge(whole, 'all draws together', findings);
  findings.check(
    `noise: what parents leave after their parts is as wide as stated, ${Math.round(whole.freedom)} degrees of freedom`,
  );
}

/** Sums over strata and estimates of models are no sums over people: a parent's is not that of its parts together. */
const NO_SUMS: ReadonlySet<string | undefined> = new Set(['bounded', 'fit']);
const addsUp = (name: string, sections: readonly Section[]): boolean =>
  !sections.some(({ tables }) => tables.some(({ scales }) => NO_SUMS.has(scales[name]?.kind)));

function judge({ misfit, freedom }: Misfit, where: string, findings: Findings): void {
  if (freedom < FEWEST) return;
  const score = chiSquareScore(misfit, freedom);
  const evidence = `is ${score < 0 ? 'narrower' : 'wider'} than stated: ${score.toFixed(1)} standard deviations, ${Math.round(freedom)} degrees of freedom`;
  findings.expect(Math.abs(score) <= EXTREME, 'noise', where, evidence);
}

/** Measures that ask one question show one draw; the organisation's own count in `participation` is another question. */
function pooled(sections: readonly Section[]): Section {
  const cells = new Map<string, Place>();
  for (const section of sections)
    for (const [key, place] of section.cells) {
      if (section.measure === OWN_COUNT && key === groupKey({})) continue;
      const before = cells.get(key);
      cells.set(key, before && isShown(before) ? withDrawn(before, place) : place);
    }
  const tables = new Map(sections.flatMap((section) => section.tables.map((table) => [table.breakdown.join('+'), table])));
  return { measure: '', variant: sections[0]?.variant ?? '', tables: [...tables.values()], cells };
}

function withDrawn(before: Place, place: Place): Place {
  if (!isShown(before) || !isShown(place)) return before;
  return { table: before.table, cell: { ...before.cell, drawn: { ...place.cell.drawn, ...before.cell.drawn } } };
}

/** Parent and all parts shown, at least two of them with people. */
function adds({ parent, parts }: Relation, sizes: Sizes): boolean {
  const whole = sizeOf(parent, sizes);
  const complete = parts.every(({ cell }) => cell.status === 'shown' || cell.status === 'structuralZero');
  const alone = parts.some((part) => whole !== undefined && sizeOf(part, sizes) === whole);
  return complete && isShown(parent) && parts.filter(isShown).length > 1 && !alone;
}

function isDrawn(place: Place, name: string): boolean {
  return place.cell.status === 'structuralZero' || (isShown(place) && (place.cell.drawn[name]?.noise ?? 0) > 0);
}

const drawOf = (place: Place, name: string): { value: number; noise: number } =>
  (isShown(place) ? place.cell.drawn[name] : undefined) ?? { value: 0, noise: 0 };

function checkOne({ parent, parts }: Relation, name: string, findings: Findings): void {
  const draws = [parent, ...parts].map((place) => drawOf(place, name));
  const rest = draws.reduce((left, { value }, i) => (i === 0 ? value : left - value), 0);
  const score = rest / Math.sqrt(draws.reduce((sum, { noise }) => sum + noise ** 2, 0));
  const evidence = `lies ${score.toFixed(1)} widths of all noise away from its parts`;
  findings.expect(Math.abs(score) <= ONE_EXTREME, 'noise', `${placeName(parent)} ${name}`, evidence);
}

/** In units of the noise, so that sums of any scale are solved alike. */
function misfitOf(relations: readonly Relation[], name: string): Misfit {
  const places = [...new Set(relations.flatMap(({ parent, parts }) => [parent, ...parts]))];
  const index = new Map(places.map((place, i) => [place, i]));
  const draws = places.map((place) => drawOf(place, name));
  const scale = Math.max(...draws.map(({ noise }) => noise));
  const structure = new StructuredDraws(
    Float64Array.from(draws, ({ noise }) => (noise / scale) ** 2),
    relations.map(({ parent, parts }) => ({ parent: index.get(parent)!, parts: parts.map((part) => index.get(part)!) })),
  );
  return { misfit: structure.misfit(Float64Array.from(draws, ({ value }) => value / scale)), freedom: structure.freedom(PROBES) };
}
