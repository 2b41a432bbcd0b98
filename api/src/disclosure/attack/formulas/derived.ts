import type { ReleasedTable, ReleasedValue } from '../../../kernel/index.js';
import { placeName, tableName, type Indexed, type ShownPlace } from '../places.js';
import type { Findings } from '../report.js';
import { COMPARISONS, FOLLOWS } from './all.js';
import { isAbsent, type Answer } from './answer.js';
import { Families } from './families.js';
import { Scene } from './scene.js';

const RELATIVE = 1e-9;
const ABSOLUTE = 1e-12;
const DIGITS = 12;

/** Recomputes every value of the file from the drawn ones by the formulas that its tables name. */
export function checkDerived(file: Indexed, findings: Findings): void {
  let values = 0;
  for (const section of file.sections) {
    const families = new Families(section, file.sections);
    for (const table of section.tables) values += checkTable(new Scene(table, section, file, families), findings);
  }
  findings.check(`derived: ${values} values recomputed from drawn statistics`);
}

function checkTable(scene: Scene, findings: Findings): number {
  const { table } = scene;
  const names = Object.keys(table.derived);
  let values = 0;
  checkDerivations(table, findings);
  for (const cell of table.cells) {
    if (cell.status !== 'shown') continue;
    const place: ShownPlace = { table, cell };
    const same = Object.keys(cell.values).join('\n') === [...names].sort().join('\n');
    findings.expect(same, 'derived', placeName(place), 'does not carry exactly the values that the table derives');
    for (const name of names) checkValue(place, name, scene, findings);
    values += names.length;
  }
  return values;
}

/** The organisation has nobody else to be compared with; every value of a comparison says so. */
function checkDerivations(table: ReleasedTable, findings: Findings): void {
  for (const [name, { by, against }] of Object.entries(table.derived)) {
    const where = `${tableName(table)} ${name}`;
    findings.expect(
      (against !== undefined) === COMPARISONS.has(by),
      'derived',
      where,
      'compares with nobody, or compares without need',
    );
    findings.expect(
      against === undefined || table.breakdown.length > 0,
      'derived',
      where,
      'compares the organisation with everyone else',
    );
  }
}

function checkValue(place: ShownPlace, name: string, scene: Scene, findings: Findings): void {
  const stated = place.cell.values[name];
  if (stated === undefined) return;
  const expected = follow(place, name, scene);
  if (agrees(stated, expected)) return;
  findings.add('derived', `${placeName(place)} ${name}`, `states ${show(stated)}, its formula gives ${show(expected)}`);
}

/** Drawn numbers that no formula accepts have no answer; the attack goes on. */
function follow(place: ShownPlace, name: string, scene: Scene): Answer {
  const derivation = scene.table.derived[name]!;
  try {
    return FOLLOWS[derivation.by](place, derivation, scene);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function agrees(stated: ReleasedValue, expected: Answer): boolean {
  if (typeof expected === 'string') return stated === expected;
  if (typeof expected === 'number') return typeof stated === 'number' && isRounded(stated) && near(stated, expected);
  return expected !== undefined && isAbsent(stated) && stated.absent === 'notEstimable' && stated.reason === expected.reason;
}

const isRounded = (value: number): boolean => Number(value.toPrecision(DIGITS)) === value && !Object.is(value, -0);
const near = (a: number, b: number): boolean => Math.abs(a - b) <= ABSOLUTE + RELATIVE * Math.max(Math.abs(a), Math.abs(b));

function show(value: ReleasedValue | Answer): string {
  if (value === undefined) return 'nothing, since its arguments are not drawn';
  return typeof value === 'object' ? `no answer (${value.reason})` : String(value);
}
