import { STANDARD_POLICY, type Derivation, type Drawn, type ReleasedTable } from '../../kernel/index.js';
import { isOpen, isShown, placeName, tableName, type Indexed, type ShownPlace } from './places.js';
import type { Findings } from './report.js';

/** Sixteenths: every drawn value that is no count of people stands on this lattice of its scale. */
const LATTICE = 16;
/** No contract counts more rows of one person than this. */
const LARGEST_CAP = 366;
const SAME = 1e-12;

/** What a drawn statistic may look like: its noise as a multiple of the noise level, and its lattice. */
interface Width {
  readonly noise: number;
  readonly unit: number;
}

/** Every drawn value on its lattice, with the noise that its kind demands; the noise level as the policy has it. */
export function checkNoise(file: Indexed, findings: Findings): void {
  const level = checkLevel(file, findings);
  let draws = 0;
  for (const section of file.sections) {
    const noises = new Map<string, number>();
    for (const table of section.tables) {
      const widths = widthsOf(table, level, findings);
      for (const cell of table.cells) {
        const place = { table, cell };
        if (!isShown(place)) continue;
        for (const [name, drawn] of Object.entries(cell.status === 'shown' ? cell.drawn : {})) {
          draws += 1;
          checkDraw(place, name, drawn, widths.get(name), file, findings);
          const where = `${placeName(place)} ${name}`;
          const before = noises.get(`${name}\n${table.special}`) ?? drawn.noise;
          findings.expect(before === drawn.noise, 'noise', where, `has the noise ${drawn.noise} here and ${before} elsewhere`);
          noises.set(`${name}\n${table.special}`, drawn.noise);
        }
      }
    }
  }
  findings.check(`lattice and noise: ${draws} drawn values at noise level ${level}`);
}

function checkDraw(
  place: ShownPlace,
  name: string,
  { value, noise }: Drawn,
  width: Width | undefined,
  file: Indexed,
  findings: Findings,
): void {
  const level = file.file.release.noiseLevel;
  const where = `${placeName(place)} ${name}`;
  if (noise === 0) {
    const base = place.table.bases.some((names) => names.length === 1 && names[0] === name);
    const open = base && isOpen(place.table, file.columns);
    findings.expect(open, 'noise', where, 'has no noise and is no base of open facts');
    findings.expect(Number.isSafeInteger(value) && value >= 0, 'lattice', where, 'is no number of people');
    return;
  }
  const cap = Math.round(noise / level);
  const plain = { noise: cap * level, unit: cap === 1 ? 1 : 1 / LATTICE };
  const expected = width ?? plain;
  const known = cap >= 1 && cap <= LARGEST_CAP && Math.abs(noise - expected.noise) <= SAME * noise;
  findings.expect(
    width ? Math.abs(noise - width.noise) <= SAME * noise : known,
    'noise',
    where,
    `has the noise ${noise}, not ${expected.noise}`,
  );
  findings.expect(
    value === Math.round(value / expected.unit) * expected.unit,
    'lattice',
    where,
    `is no multiple of ${expected.unit}`,
  );
}

/** The widths of the statistics from which a table derives means; all others are counts of people or of rows. */
function widthsOf(table: ReleasedTable, level: number, findings: Findings): ReadonlyMap<string, Width> {
  const widths = new Map<string, Width>();
  for (const [name, derivation] of Object.entries(table.derived)) {
    const needs = derivation.by.startsWith('mean');
    const range = rangeOf(derivation);
    findings.expect(
      needs === (range !== undefined),
      'noise',
      `${tableName(table)} ${name}`,
      'does not name the range and the cap of its values',
    );
    if (!needs || !range) continue;
    const [sum, squares] = derivation.of;
    const { cap, half } = range;
    if (sum !== undefined) widths.set(sum, { noise: level * cap * half, unit: half / LATTICE });
    if (squares !== undefined)
      widths.set(squares, { noise: (level * cap * half * half) / 2, unit: (half * half) / (2 * LATTICE) });
  }
  return widths;
}

function rangeOf({ parameters = {} }: Derivation): { cap: number; half: number } | undefined {
  const { low, high, cap } = parameters;
  const known = Object.keys(parameters).length === 3 && low !== undefined && high !== undefined && cap !== undefined;
  return known && high > low && Number.isInteger(cap) && cap >= 1 ? { cap, half: (high - low) / 2 } : undefined;
}

/** The noise level is one of the policy's; the lower one needs enough people. */
function checkLevel({ file, sections }: Indexed, findings: Findings): number {
  const level = file.release.noiseLevel;
  const { noiseLevel, noiseSteps, lowerNoise, thresholds, exposure } = STANDARD_POLICY;
  findings.expect(
    [noiseLevel, ...noiseSteps, lowerNoise.noiseLevel].includes(level),
    'noise',
    'release.noiseLevel',
    `${level} is no step of the policy`,
  );
  if (level < Math.min(noiseLevel, ...noiseSteps)) {
    const people = sections.flatMap(({ cells }) => {
      const whole = cells.get('')?.cell;
      return whole?.status === 'shown' ? Object.values(whole.drawn).filter(({ noise }) => noise === 0) : [];
    });
    const enough = people.some(({ value }) => value >= lowerNoise.from);
    findings.expect(enough, 'noise', 'release.noiseLevel', `${level} needs ${lowerNoise.from} eligible people`);
  }
  const own = file.policy;
  const strict = own.thresholds.dimension >= thresholds.dimension && own.thresholds.special >= thresholds.special;
  findings.expect(strict, 'rule 3', 'policy.thresholds', 'are below 5 and 10');
  const bounded =
    own.exposure.release <= exposure.release &&
    own.exposure.history <= exposure.history &&
    own.exposure.permanent <= exposure.permanent;
  findings.expect(bounded, 'certificate', 'policy.exposure', 'is above the limits');
  return level;
}
