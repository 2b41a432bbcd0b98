import type { ReleasedBase, ReleasedTable } from '../../kernel/index.js';
import { checkLeast } from './least.js';
import { isOpen, isShown, placeName, tableName, type Indexed, type ShownPlace } from './places.js';
import type { Findings } from './report.js';
import { sizeOf, type Sizes } from './sizes.js';

/** The measures that the plan publishes for every group of k; all others that are about people need more open people. */
const FINE = ['participation', 'parity', 'parity_adjusted', 'ownership'];
/** A secret base is tested with this many widths of its noise. */
const MARGIN = 2;

/** Rule 3: every shown group holds k people, and every drawn base k and twice its noise. */
export function checkThresholds(file: Indexed, sizes: Sizes, findings: Findings): void {
  let cells = 0;
  for (const table of file.file.tables) {
    const shown = table.cells.map((cell) => ({ table, cell })).filter(isShown);
    cells += shown.length;
    checkBases(table, file, findings);
    if (shown.length > 0) checkLeast(table, findings);
    for (const place of shown) {
      checkOpenPeople(place, file, sizes, findings);
      table.bases.forEach((base) => checkBase(place, base, file, findings));
    }
  }
  findings.check(`rule 3: bases of ${cells} shown cells against their thresholds and margins`);
}

/** A special table tests drawn numbers alone; a table without any base would test nothing. */
function checkBases(table: ReleasedTable, file: Indexed, findings: Findings): void {
  const where = tableName(table);
  const collected = table.cells.some(({ status }) => status !== 'notCollected');
  findings.expect(
    (table.bases.length > 0 || !collected) && table.bases.every(({ of }) => of.length > 0),
    'rule 3',
    where,
    'names no base to test',
  );
  if (isOpen(table, file.columns)) return;
  for (const cell of table.cells)
    findings.expect(
      cell.status !== 'structuralZero',
      'rule 3',
      placeName({ table, cell }),
      'tells that nobody holds a secret value',
    );
}

function checkBase(place: ShownPlace, { of, least = 0 }: ReleasedBase, { file }: Indexed, findings: Findings): void {
  const drawn = of.map((name) => place.cell.drawn[name]);
  if (!findings.expect(!drawn.includes(undefined), 'rule 3', placeName(place), `does not hold its base ${of.join(' + ')}`))
    return;
  const value = drawn.reduce((sum, part) => sum + part!.value, 0);
  const noise = Math.sqrt(drawn.reduce((sum, part) => sum + part!.noise ** 2, 0));
  const { thresholds, otherTables } = file.policy;
  const k = place.table.special ? thresholds.special : thresholds.dimension;
  const planned = place.table.special && !FINE.includes(place.table.measure) ? otherTables.minimumSpecialBase : 0;
  const fewest = Math.max(k + Math.ceil(MARGIN * noise - 1e-9), planned, least);
  findings.expect(value >= fewest, 'rule 3', placeName(place), `shows a base of ${value}, below ${fewest}`);
}

/** The people of a cell by its open columns, as far as the file tells how many they are. */
function checkOpenPeople(place: ShownPlace, { file, columns }: Indexed, sizes: Sizes, findings: Findings): void {
  const open = Object.entries(place.cell.group).filter(([key]) => columns.get(key)?.dimension.sensitivity === 'open');
  const size = sizeOf({ table: place.table, cell: { group: Object.fromEntries(open), status: 'suppressed' } }, sizes);
  const k = place.table.special ? file.policy.thresholds.special : file.policy.thresholds.dimension;
  const least = FINE.includes(place.table.measure) ? k : Math.max(k, file.policy.otherTables.minimumOpen);
  findings.expect(
    size === undefined || size >= least,
    'rule 3',
    placeName(place),
    `is shown with ${size} open people, fewer than ${least}`,
  );
}
