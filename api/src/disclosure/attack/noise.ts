import { STANDARD_POLICY, type Drawn } from '../../kernel/index.js';
import { isOpen, isShown, placeName, type Indexed, type ShownPlace } from './places.js';
import type { Findings } from './report.js';
import { checkScales } from './scales.js';
import { type Width, widthOf } from './widths.js';

const SAME = 1e-12;

/** Every drawn value on its lattice, with the noise that its kind demands; the noise level as the policy has it. */
export function checkNoise(file: Indexed, findings: Findings): void {
  const level = checkLevel(file, findings);
  let draws = 0;
  for (const section of file.sections) {
    const noises = new Map<string, number>();
    for (const table of section.tables) {
      const look: Look = { noises, open: isOpen(table, file.columns), level };
      checkScales(table, findings);
      for (const place of table.cells.map((cell) => ({ table, cell })).filter(isShown)) {
        draws += Object.keys(place.cell.drawn).length;
        checkDraws(place, look, findings);
      }
    }
  }
  findings.check(`lattice and noise: ${draws} drawn values at noise level ${level}`);
}

/** What is known when a cell is looked at. */
interface Look {
  /** The noise that a statistic had in the cells before. */
  readonly noises: Map<string, number>;
  readonly open: boolean;
  readonly level: number;
}

function checkDraws(place: ShownPlace, look: Look, findings: Findings): void {
  for (const [name, drawn] of Object.entries(place.cell.drawn)) {
    const where = `${placeName(place)} ${name}`;
    const key = `${name}\n${String(place.table.special)}`;
    const fit = place.table.scales[name]?.kind === 'fit';
    const before = fit ? drawn.noise : (look.noises.get(key) ?? drawn.noise);
    look.noises.set(key, drawn.noise);
    findings.expect(before === drawn.noise, 'noise', where, `has the noise ${drawn.noise} here and ${before} elsewhere`);
    if (drawn.noise === 0) {
      const base = look.open && place.table.bases.some(({ of }) => of.length === 1 && of[0] === name);
      findings.expect(base || isOfCatalogue(place, name), 'noise', where, 'has no noise and is no base of open facts');
      findings.expect(Number.isSafeInteger(drawn.value) && drawn.value >= 0, 'lattice', where, 'is no number of people');
    } else {
      const width = widthOf(place.table, name, place.cell.drawn, look.level);
      if (findings.expect(width !== undefined, 'noise', where, 'is drawn on a scale that the table does not say'))
        checkDraw(drawn, width!, where, findings);
    }
  }
}

/** Tracks that the whole organisation has stand in the catalogue for everybody; in one measure, and by no group of people. */
const isOfCatalogue = ({ table }: ShownPlace, name: string): boolean =>
  table.scales[name]?.kind === 'catalogue' && table.measure === 'ownership' && table.breakdown.length === 0;

function checkDraw({ value, noise }: Drawn, width: Width, where: string, findings: Findings): void {
  findings.expect(Math.abs(noise - width.noise) <= SAME * noise, 'noise', where, `has the noise ${noise}, not ${width.noise}`);
  findings.expect(value === Math.round(value / width.unit) * width.unit, 'lattice', where, `is no multiple of ${width.unit}`);
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
