import type { AbsenceReason, Absent, Derivation, Formula, ReleasedTable, ReleasedValue } from '../../kernel/index.js';
import { multipleTesting } from '../../statistics/index.js';
import { compared, EveryoneElse, kindOf, type Compared } from './everyone-else.js';
import { meanOf } from './means.js';
import { answers, pairOf, rate } from './pair.js';
import { placeName, tableName, type Indexed, type Section, type ShownCell, type ShownPlace } from './places.js';
import type { Findings } from './report.js';
import { verdictOf } from './verdict.js';

/** A recomputed value; `undefined` where the formula cannot be followed at all. */
type Answer = number | string | { readonly reason: AbsenceReason } | undefined;

const RELATIVE = 1e-9;
const ABSOLUTE = 1e-12;
const DIGITS = 12;

/** Recomputes every value of the file from the drawn ones by the formulas that its tables name. */
export function checkDerived(file: Indexed, findings: Findings): void {
  let values = 0;
  for (const section of file.sections) {
    const families = new Families(section, file.sections);
    for (const table of section.tables) values += checkTable(new Recomputation(table, section, file, families), findings);
  }
  findings.check(`derived: ${values} values recomputed from drawn statistics`);
}

function checkTable(recomputation: Recomputation, findings: Findings): number {
  const { table } = recomputation;
  const names = Object.keys(table.derived);
  let values = 0;
  checkDerivations(table, findings);
  for (const cell of table.cells) {
    if (cell.status !== 'shown') continue;
    const place: ShownPlace = { table, cell };
    const same = Object.keys(cell.values).join('\n') === [...names].sort().join('\n');
    findings.expect(same, 'derived', placeName(place), 'does not carry exactly the values that the table derives');
    for (const name of names) checkValue(place, name, recomputation, findings);
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

function checkValue(place: ShownPlace, name: string, recomputation: Recomputation, findings: Findings): void {
  const stated = place.cell.values[name];
  if (stated === undefined) return;
  const expected = follow(() => recomputation.value(place, name));
  if (agrees(stated, expected)) return;
  findings.add('derived', `${placeName(place)} ${name}`, `states ${show(stated)}, its formula gives ${show(expected)}`);
}

/** Drawn numbers that no formula accepts have no answer; the attack goes on. */
function follow(formula: () => Answer): Answer {
  try {
    return formula();
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

const isAbsent = (value: ReleasedValue | undefined): value is Absent => typeof value === 'object';
const isRounded = (value: number): boolean => Number(value.toPrecision(DIGITS)) === value && !Object.is(value, -0);
const near = (a: number, b: number): boolean => Math.abs(a - b) <= ABSOLUTE + RELATIVE * Math.max(Math.abs(a), Math.abs(b));

function show(value: ReleasedValue | Answer): string {
  if (value === undefined) return 'nothing, since its arguments are not drawn';
  return typeof value === 'object' ? `no answer (${value.reason})` : String(value);
}

const COMPARISONS: ReadonlySet<string> = new Set<keyof Compared>([
  'rateRatio',
  'rateRatioLower',
  'rateRatioUpper',
  'rateDifference',
  'rateDifferenceLower',
  'rateDifferenceUpper',
  'scoreZ',
  'scoreP',
  'shortfall',
  'otherRate',
]);

/** Follows the formulas of one table. */
class Recomputation {
  private readonly others = new Map<string, EveryoneElse>();
  private readonly highest = new Map<string, number>();
  private readonly done = new WeakMap<ShownCell, Map<string, unknown>>();

  constructor(
    readonly table: ReleasedTable,
    private readonly section: Section,
    private readonly file: Indexed,
    private readonly families: Families,
  ) {}

  value(place: ShownPlace, name: string): Answer {
    const derivation = this.table.derived[name]!;
    const { by, of } = derivation;
    if (COMPARISONS.has(by)) return this.comparison(place, derivation);
    if (by.startsWith('proportion') || by.startsWith('share')) return this.proportion(place, derivation);
    if (by.startsWith('mean')) return this.mean(place, derivation);
    return this.single(place, by, of);
  }

  private single(place: ShownPlace, by: Formula, of: readonly string[]): Answer {
    switch (by) {
      case 'count':
      case 'total':
        return total(place.cell, of, by);
      case 'impactRatio':
        return this.impact(place, of);
      case 'adjustedP':
        return this.families.adjusted(place.cell, of[0]);
      case 'comparisons':
        return this.families.size(of[0]);
      case 'verdict':
        return this.verdict(place.cell, of);
      default:
        return undefined;
    }
  }

  private proportion({ cell }: ShownPlace, { by, of }: Derivation): Answer {
    const pair = pairOf(cell, of, by.startsWith('share') ? 'of two' : 'over a base');
    if (!pair) return undefined;
    if (!answers(pair)) return { reason: 'protection' };
    const { estimate, lower, upper } = this.once(cell, by.startsWith('share') ? 'share' : 'proportion', of, () => rate(pair));
    return by.endsWith('Lower') ? lower : by.endsWith('Upper') ? upper : estimate;
  }

  private comparison(place: ShownPlace, { by, of }: Derivation): Answer {
    if (!pairOf(place.cell, of, kindOf(this.table))) return undefined;
    const result = this.once(place.cell, 'comparison', of, () => {
      const comparison = this.everyoneElse(of).compare(place);
      return comparison.kind === 'none' ? comparison.reason : compared(comparison);
    });
    const answer = typeof result === 'string' ? result : result[by as keyof Compared];
    return typeof answer === 'string' ? { reason: answer } : answer;
  }

  private everyoneElse(of: readonly string[]): EveryoneElse {
    const name = of.join('\n');
    const known = this.others.get(name) ?? new EveryoneElse(this.table, of, this.section, this.file.columns);
    this.others.set(name, known);
    return known;
  }

  private mean(place: ShownPlace, derivation: Derivation): Answer {
    const { parameters, of } = derivation;
    const result = this.once(place.cell, `mean ${JSON.stringify(parameters)}`, of, () =>
      meanOf(place, derivation, this.section, this.file.columns),
    );
    if (result === undefined) return undefined;
    return typeof result === 'string' ? { reason: result } : result[derivation.by as keyof typeof result];
  }

  private impact({ cell }: ShownPlace, of: readonly string[]): Answer {
    const pair = pairOf(cell, of, kindOf(this.table));
    if (!pair) return undefined;
    if (!answers(pair)) return { reason: 'protection' };
    const highest = this.highestRate(of);
    return highest > 0 ? rate(pair).estimate / highest : { reason: 'noContrast' };
  }

  private highestRate(of: readonly string[]): number {
    const name = of.join('\n');
    const known = this.highest.get(name);
    if (known !== undefined) return known;
    let highest = 0;
    for (const cell of this.table.cells) {
      const pair = cell.status === 'shown' ? pairOf(cell, of, kindOf(this.table)) : undefined;
      if (pair && answers(pair)) highest = Math.max(highest, rate(pair).estimate);
    }
    this.highest.set(name, highest);
    return highest;
  }

  private verdict(cell: ShownCell, [lowerName, upperName, pName]: readonly string[]): Answer {
    const [lower, upper, p] = [lowerName, upperName, pName].map((name) => cell.values[name ?? '']);
    const unbounded = isAbsent(upper) && upper.reason === 'unbounded' && typeof lower === 'number';
    const limit = unbounded ? Number.POSITIVE_INFINITY : upper;
    const missing = [lower, limit, p].find(isAbsent);
    if (missing) return missing.reason === 'notCollected' ? undefined : { reason: missing.reason };
    if (typeof lower !== 'number' || typeof limit !== 'number' || typeof p !== 'number') return undefined;
    return verdictOf(lower, limit, p, this.file.file.policy.similar);
  }

  /** Several values come from one estimate; it is made once. */
  private once<Result>(cell: ShownCell, what: string, of: readonly string[], make: () => Result): Result {
    const known = this.done.get(cell) ?? new Map<string, unknown>();
    this.done.set(cell, known);
    const name = `${what}\n${of.join('\n')}`;
    if (!known.has(name)) known.set(name, make());
    return known.get(name) as Result;
  }
}

function total(cell: ShownCell, of: readonly string[], by: 'count' | 'total'): Answer {
  const drawn = of.map((name) => cell.drawn[name]?.value);
  if (drawn.length === 0 || (by === 'count' && drawn.length > 1) || drawn.includes(undefined)) return undefined;
  return Math.max(
    0,
    drawn.reduce<number>((sum, value) => sum + value!, 0),
  );
}

/** The comparisons of one measure, all its variants and breakdowns together, adjusted for their number. */
class Families {
  private readonly known = new Map<string, ReadonlyMap<ShownCell, number>>();

  constructor(
    private readonly section: Section,
    private readonly sections: readonly Section[],
  ) {}

  adjusted(cell: ShownCell, name = ''): Answer {
    const own = cell.values[name];
    if (isAbsent(own)) return own.reason === 'notCollected' ? undefined : { reason: own.reason };
    return this.family(name).get(cell);
  }

  size(name = ''): number {
    return this.family(name).size;
  }

  private family(name: string): ReadonlyMap<ShownCell, number> {
    const known = this.known.get(name);
    if (known) return known;
    const cells = this.sections
      .filter(({ measure }) => measure === this.section.measure)
      .flatMap(({ tables }) => tables.flatMap((table) => table.cells))
      .filter((cell): cell is ShownCell => cell.status === 'shown' && isProbability(cell.values[name]));
    const result = multipleTesting({ pValues: cells.map((cell) => cell.values[name] as number) });
    const adjusted = result.kind === 'estimated' ? result.value.benjaminiHochberg : [];
    const family = new Map(cells.map((cell, i) => [cell, adjusted[i]!]));
    this.known.set(name, family);
    return family;
  }
}

const isProbability = (value: ReleasedValue | undefined): boolean => typeof value === 'number' && value >= 0 && value <= 1;
