import { isOpen, isShown, placeName, type Indexed, type Place, type Section } from './places.js';
import { relationsOf } from './relations.js';
import type { Findings } from './report.js';
import { sizeOf, type Sizes } from './sizes.js';
import { StructuredDraws } from './structured-draws.js';

/** What nothing at all is known about, in noise variances; its own weight is taken off again. */
const UNKNOWN = 100;
/** Random solutions that screen all hidden cells at once, and the width from which a cell is looked at by itself. */
const SCREENS = 16;
const SUSPECT = 2.2;

/**
 * Reads every hidden open cell that may hold fewer than k people by least squares from all draws of one statistic that
 * its section shows. All statistics of a section are shown in the same cells and each has one noise, so the standard
 * error in units of that noise is one number for all of them. It has to be at least 1.
 */
export function checkReading(file: Indexed, sizes: Sizes, findings: Findings): void {
  const k = file.file.policy.thresholds.dimension;
  const read = new Set<string>();
  let cells = 0;
  for (const section of file.sections) {
    const places = openPlaces(section, file);
    const small = places.filter(
      (place) => place.cell.status === 'suppressed' && (sizeOf(place, sizes) ?? 0) < k && sizeOf(place, sizes) !== 0,
    );
    const pattern = places.map(placePattern).join();
    if (small.length === 0 || read.has(pattern)) continue;
    read.add(pattern);
    cells += small.length;
    for (const { place, error } of standardErrors(section, places, small, file))
      findings.expect(
        error >= 1,
        'reading',
        placeName(place),
        `can be read with a standard error of ${error.toFixed(2)} noise levels`,
      );
  }
  findings.check(`reading: ${cells} hidden open cells by least squares from all shown draws`);
}

/** The organisation's own count in `participation` is not the sum of its parts. */
function openPlaces(section: Section, file: Indexed): Place[] {
  const own = section.measure === 'participation';
  return [...section.cells.values()].filter(
    ({ table, cell }) => isOpen(table, file.columns) && !(own && Object.keys(cell.group).length === 0),
  );
}

const placePattern = ({ cell }: Place): string =>
  `${Object.values(cell.group).join('\t')}\t${cell.status === 'shown' ? 's' : cell.status === 'structuralZero' ? 'z' : 'h'}`;

/** Standard errors, in noise levels, of those hidden cells that could be read at all well. */
function standardErrors(
  section: Section,
  places: readonly Place[],
  small: readonly Place[],
  file: Indexed,
): { place: Place; error: number }[] {
  const index = new Map(places.map((place, i) => [place, i]));
  const draws = new StructuredDraws(
    Float64Array.from(places, (place) => (isShown(place) ? 1 : place.cell.status === 'structuralZero' ? 0 : UNKNOWN)),
    relationsOf(section, file.columns)
      .filter(({ parent, parts }) => [parent, ...parts].every((place) => index.has(place)))
      .map(({ parent, parts }) => ({ parent: index.get(parent)!, parts: parts.map((part) => index.get(part)!) })),
  );
  const estimates = draws.screen(SCREENS);
  return small
    .filter((place) => estimates[index.get(place)!]! < SUSPECT ** 2)
    .map((place) => ({ place, error: Math.sqrt(withoutPrior(draws.variance(index.get(place)!))) }));
}

/** Takes the little off again that assuming a wide spread has told. */
function withoutPrior(variance: number): number {
  const information = 1 / variance - 1 / UNKNOWN;
  return information > 0 ? 1 / information : Number.POSITIVE_INFINITY;
}
