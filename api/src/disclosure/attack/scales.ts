import type { Derivation, Formula, ReleasedScale, ReleasedTable } from '../../kernel/index.js';
import { placeName, tableName } from './places.js';
import type { Findings } from './report.js';

/** A person moves a log hazard or odds ratio by at most 2 ÷ events, and the logarithm of an error by 1 ÷ them. */
const RATIO_TIMES = 2;
const ERROR_TIMES = 1;
/** Nobody moves a sum over strata by more. */
const STRATA_MOST = 1;
const STRATA_SUMS = 9;

const FROM_VALUES: ReadonlySet<Formula> = new Set<Formula>(['adjustedP', 'comparisons', 'verdict', 'eValue', 'eValueLimit']);

type Parameters = Readonly<Record<string, number>>;

/** What a family of formulas takes for granted. */
interface Need {
  readonly formulas: RegExp;
  /** The parameters that it reads; a parameter that nobody reads could say anything. */
  readonly reads: RegExp;
  readonly holds: (scales: readonly ReleasedScale[], parameters: Parameters, all: ReleasedTable['scales']) => boolean;
  readonly fault: string;
}

const NEEDS: readonly Need[] = [
  {
    formulas: /^(mean|standardizedMean|differenceOfMeans|otherMean|regressionToMean)/,
    reads: /^(low|high|cap|reliability)$/,
    holds: (scales, parameters) => hasRanges(scales, parameters),
    fault: 'does not name the range of its values as drawn',
  },
  {
    formulas: /^(curve|followed|otherCurve)/,
    reads: /^(points|competing|at)$/,
    holds: (scales) => areCases(scales),
    fault: 'does not start from cases that are counted alike',
  },
  {
    formulas: /^(gini|topShare|theil)/,
    reads: /^value\d+$/,
    holds: (scales, parameters) => areCases(scales) && Object.keys(parameters).length === scales.length,
    fault: 'does not start from bins that are counted alike, each with its value',
  },
  {
    formulas: /^(oddsRatio|riskDifference)/,
    reads: /^yes$/,
    holds: (scales) => areStrata(scales),
    fault: 'starts from sums over strata that somebody moves by more',
  },
  {
    formulas: /^model/,
    reads: /^exponential$/,
    holds: ([estimate, error], parameters, all) => isEstimate(estimate, parameters, all) && isError(error, all),
    fault: 'starts from a fit that somebody moves by more',
  },
  {
    formulas: /./,
    reads: /^yes$/,
    holds: (scales, parameters) => !('yes' in parameters) || areCases(scales),
    fault: 'does not start from cases that are counted alike',
  },
];

/**
 * Every drawn statistic says what it is, and no other does; and what a formula starts from is as wide as the formula takes it
 * to be: ranges and caps as drawn, cases of one kind, sums over strata and models whose bounds hold for everybody.
 */
export function checkScales(table: ReleasedTable, findings: Findings): void {
  for (const cell of table.cells)
    if (cell.status === 'shown')
      findings.expect(
        Object.keys(cell.drawn).sort().join() === Object.keys(table.scales).sort().join(),
        'noise',
        placeName({ table, cell }),
        'does not hold exactly the statistics whose scale the table says',
      );
  if (Object.keys(table.scales).length === 0) return;
  for (const [name, derivation] of Object.entries(table.derived)) {
    if (FROM_VALUES.has(derivation.by)) continue;
    const fault = faultOf(derivation, table);
    if (fault) findings.add('noise', `${tableName(table)} ${name}`, fault);
  }
}

/** What is wrong with the scales from which a formula starts. */
function faultOf({ by, of, parameters = {} }: Derivation, { scales }: ReleasedTable): string | undefined {
  const own = of.map((name) => scales[name]);
  if (!isDefined(own)) return 'starts from a statistic whose scale the table does not say';
  const need = NEEDS.find(({ formulas }) => formulas.test(by))!;
  if (!Object.keys(parameters).every((name) => need.reads.test(name))) return 'names a parameter that its formula does not read';
  return need.holds(own, parameters, scales) ? undefined : need.fault;
}

const isDefined = (scales: readonly (ReleasedScale | undefined)[]): scales is readonly ReleasedScale[] =>
  !scales.includes(undefined);

/** Sums, squares and bases that belong together: one range, one cap. */
function hasRanges(scales: readonly ReleasedScale[], { low, high, cap }: Parameters): boolean {
  const sums = scales.filter((scale) => 'low' in scale);
  const caps = scales.flatMap((scale) => ('cap' in scale ? scale.cap : scale.kind === 'count' ? 1 : []));
  const ranged = sums.every((scale) => scale.low === low && scale.high === high);
  return sums.length > 0 && ranged && caps.every((one) => one === (cap ?? caps[0])) && caps.length === scales.length;
}

/** Disjoint cases are counted in one way, or somebody would count in one more than in another. */
function areCases(scales: readonly ReleasedScale[]): boolean {
  const [first] = scales;
  const counted = first?.kind === 'count' || first?.kind === 'rows';
  return counted && scales.every((scale) => scale.kind === first.kind && capOf(scale) === capOf(first));
}

const capOf = (scale: ReleasedScale): number => ('cap' in scale ? scale.cap : 1);

const areStrata = (scales: readonly ReleasedScale[]): boolean =>
  scales.length > STRATA_SUMS &&
  scales.slice(0, STRATA_SUMS).every((scale) => scale.kind === 'bounded' && scale.most >= STRATA_MOST);

/** The bound of a ratio is the one that is known to hold. */
function isEstimate(scale: ReleasedScale | undefined, { exponential }: Parameters, all: ReleasedTable['scales']): boolean {
  if (scale?.kind !== 'fit' || !restsOnCounts(scale, all)) return false;
  return exponential !== 1 || ('times' in scale && scale.over === 'smallest' && scale.times >= RATIO_TIMES);
}

const isError = (scale: ReleasedScale | undefined, all: ReleasedTable['scales']): boolean =>
  scale?.kind === 'fit' && restsOnCounts(scale, all) && (!('times' in scale) || scale.times >= ERROR_TIMES);

function restsOnCounts(fit: Extract<ReleasedScale, { kind: 'fit' }>, scales: ReleasedTable['scales']): boolean {
  return !('of' in fit) || (fit.of.length > 0 && fit.of.every((name) => scales[name]?.kind === 'count'));
}
