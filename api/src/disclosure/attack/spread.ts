import { chiSquareScore } from './chance.js';
import { isShown, placeName, type Indexed, type Section, type ShownPlace } from './places.js';
import { relationsOf, type Relation } from './relations.js';
import type { Findings } from './report.js';
import { sizeOf, type Sizes } from './sizes.js';

/** Beyond this many standard deviations the spread of what parts leave of their parent is no accident. */
const EXTREME = 6.5;
const ONE_EXTREME = 7.5;
const FEWEST = 8;

interface Remainder {
  readonly where: string;
  /** Parent minus parts, in standard deviations of all noise in it. */
  readonly score: number;
}

/**
 * The truth adds up, so what is left of a parent after its parts is noise alone: as wide as stated, no wider, no
 * narrower. An exact value among draws, a noise that is not drawn and two draws that share theirs change it.
 */
export function checkSpread(file: Indexed, sizes: Sizes, findings: Findings): void {
  let tested = 0;
  for (const section of file.sections) {
    const relations = relationsOf(section, file.columns).filter((relation) => adds(relation, section, sizes));
    const names = new Set(relations.flatMap(({ parent }) => (isShown(parent) ? Object.keys(parent.cell.drawn) : [])));
    for (const name of names) {
      const all = relations.flatMap((relation) => remainder(relation, name));
      all
        .filter(({ score }) => Math.abs(score) > ONE_EXTREME)
        .forEach(({ where, score }) =>
          findings.add('noise', `${where} ${name}`, `lies ${score.toFixed(1)} widths of all noise away from its parts`),
        );
      tested += checkDisjoint(disjoint(relations), name, `${section.measure}/${section.variant} ${name}`, findings);
    }
  }
  findings.check(`noise: what ${tested} parents leave after their parts is as wide as stated`);
}

function checkDisjoint(relations: readonly Relation[], name: string, where: string, findings: Findings): number {
  const scores = relations.flatMap((relation) => remainder(relation, name)).map(({ score }) => score);
  if (scores.length < FEWEST) return scores.length;
  const score = chiSquareScore(
    scores.reduce((sum, x) => sum + x * x, 0),
    scores.length,
  );
  findings.expect(
    Math.abs(score) <= EXTREME,
    'noise',
    where,
    `is ${score < 0 ? 'narrower' : 'wider'} than stated: ${score.toFixed(1)} standard deviations over ${scores.length} parents`,
  );
  return scores.length;
}

/** Parent and all parts shown, at least two of them with people; the organisation's own count takes others in as well. */
function adds({ parent, parts }: Relation, section: Section, sizes: Sizes): boolean {
  if (section.measure === 'participation' && Object.keys(parent.cell.group).length === 0) return false;
  const whole = sizeOf(parent, sizes);
  const complete = [parent, ...parts].every(({ cell }) => cell.status === 'shown' || cell.status === 'structuralZero');
  return (
    complete &&
    isShown(parent) &&
    parts.filter(isShown).length > 1 &&
    !parts.some((part) => whole !== undefined && sizeOf(part, sizes) === whole)
  );
}

function remainder({ parent, parts }: Relation, name: string): Remainder[] {
  const shown = [parent, ...parts].filter(isShown);
  const draws = shown.map((place: ShownPlace) => place.cell.drawn[name]);
  const variance = draws.reduce((sum, draw) => sum + (draw?.noise ?? Number.NaN) ** 2, 0);
  if (!(variance > 0)) return [];
  const rest = draws.slice(1).reduce((left, draw) => left - draw!.value, draws[0]!.value);
  return [{ where: placeName(parent), score: rest / Math.sqrt(variance) }];
}

/** Relations that have no cell in common, so that their remainders are independent. */
function disjoint(relations: readonly Relation[]): Relation[] {
  const used = new Set<unknown>();
  return relations.filter(({ parent, parts }) => {
    const cells = [parent, ...parts];
    if (cells.some((place) => used.has(place))) return false;
    cells.forEach((place) => used.add(place));
    return true;
  });
}
