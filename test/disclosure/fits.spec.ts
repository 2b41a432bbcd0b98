import { describe, expect, it } from '@jest/globals';
import { protect } from '../../api/src/disclosure/index.js';
import { type Drawn, type FitBound, STANDARD_POLICY, type Statistic } from '../../api/src/kernel/index.js';
import { cox, leastSquares } from '../../api/src/statistics/index.js';
import { type Chance, chance, hexKey } from './support/chance.js';

/** A fit as measures hand it over: the estimate, the logarithm of its standard error, what each person changes, two sizes. */
interface Fitted {
  readonly estimate: number;
  readonly logError: number;
  readonly changes: readonly number[];
  readonly logErrorChanges: readonly number[];
  readonly sizes: readonly [number, number];
}

const normal = (random: Chance): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

function drawnFit(fit: Fitted, bounds: { estimate: FitBound; logError: FitBound }, release: string): Record<string, Drawn> {
  const ask = (question: string, exact: Statistic['exact'], sensitivity: Statistic['sensitivity']): Statistic => ({
    question,
    columnsOf: 'person',
    subject: 'mentees',
    sensitivity,
    exact,
  });
  const size = (i: 0 | 1): Statistic => ask(`size ${i}`, { kind: 'exact', value: fit.sizes[i] }, { kind: 'count' });
  const statistics = {
    one: size(0),
    other: size(1),
    estimate: ask('fit', { kind: 'exact', value: fit.estimate, changes: fit.changes }, { kind: 'fit', bound: bounds.estimate }),
    logError: ask(
      'error',
      { kind: 'exact', value: fit.logError, changes: fit.logErrorChanges },
      { kind: 'fit', bound: bounds.logError },
    ),
  };
  const cell = { group: {}, open: { count: 500, xor: hexKey(chance(release.length)) }, secret: {}, statistics };
  const table = {
    measure: 'fit',
    variant: 'v',
    breakdown: [],
    special: false,
    bases: [{ kind: 'open' as const }],
    cells: [cell],
  };
  const [found] = protect({ dimensions: [], tables: [table] }, STANDARD_POLICY, { key: new Uint8Array(32).fill(6), release });
  const shown = found!.cells[0]!;
  if (shown.status !== 'shown') throw new Error('the organisation is shown');
  return shown.drawn;
}

/** How often the interval from drawn numbers holds the truth, and how wide it is against the unprotected one. */
function coverage(
  fits: readonly Fitted[],
  truth: number,
  bounds: { estimate: FitBound; logError: FitBound },
): { covered: number; width: number } {
  let [covered, width] = [0, 0];
  for (const [i, fit] of fits.entries()) {
    const { estimate, logError } = drawnFit(fit, bounds, `replication ${i}`);
    const half = 1.96 * Math.hypot(Math.exp(logError!.value), estimate!.noise);
    if (Math.abs(estimate!.value - truth) <= half) covered += 1;
    width += half / (1.96 * Math.exp(fit.logError)) / fits.length;
  }
  return { covered: covered / fits.length, width };
}

function adjustedDifference(random: Chance, n: number): Fitted {
  const rows = Array.from({ length: 2 * n }, (_, i) => ({ treated: i < n ? 1 : 0, before: 20 * normal(random) }));
  const outcomes = rows.map(({ treated, before }) =>
    Math.max(-30, Math.min(30, 2 * treated + 0.3 * before + 8 * normal(random))),
  );
  const fit = leastSquares({ covariates: rows.map(({ treated, before }) => [treated, before]), outcomes });
  if (fit.kind !== 'estimated' || !('changes' in fit.value.leaveOneOut)) throw new Error('no fit');
  const { coefficients, hc3StandardErrors, leaveOneOut } = fit.value;
  return {
    estimate: coefficients[1]!,
    logError: Math.log(hc3StandardErrors[1] as number),
    changes: leaveOneOut.changes.map((change) => change[1]!),
    logErrorChanges: leaveOneOut.logStandardErrorChanges.map((change) => change[1]!),
    sizes: [n, n],
  };
}

function hazardRatio(random: Chance, n: number): Fitted {
  const rows = Array.from({ length: 2 * n }, (_, i) => ({ treated: i < n ? 1 : 0, level: normal(random) }));
  const times = rows.map(({ treated, level }) => -Math.log(1 - random()) / Math.exp(0.5 * treated + 0.3 * level));
  const events = times.map((time) => (time < 0.6 ? 1 : 0));
  const fit = cox({
    stops: times.map((time) => Math.min(time, 0.6)),
    events,
    covariates: rows.map(({ treated, level }) => [treated, level]),
  });
  if (fit.kind !== 'estimated') throw new Error('no fit');
  const { coefficients, standardErrors, leaveOneOut } = fit.value;
  const eventsIn = (treated: number): number => events.filter((event, i) => event === 1 && rows[i]!.treated === treated).length;
  return {
    estimate: coefficients[0]!,
    logError: Math.log(standardErrors[0]!),
    changes: leaveOneOut.changes.map((change) => change[0]!),
    logErrorChanges: leaveOneOut.logStandardErrorChanges.map((change) => change[0]!),
    sizes: [eventsIn(1), eventsIn(0)],
  };
}

const REPLICATIONS = 400;
/** Four standard errors of a share of 95 % beyond 93 to 97.5 %. */
const SLACK = 4 * Math.sqrt((0.95 * 0.05) / REPLICATIONS) - 0.02;

describe('the interval of a drawn fit', () => {
  it('of a difference of means holds the truth as often as it says', () => {
    const random = chance(31);
    for (const n of [50, 150]) {
      const fits = Array.from({ length: REPLICATIONS }, () => adjustedDifference(random, n));
      const of = ['one', 'other'];
      const { covered, width } = coverage(fits, 2, {
        estimate: { times: 30, over: 'each', of },
        logError: { times: 1, over: 'smallest', of },
      });
      expect(covered).toBeGreaterThan(0.93 - SLACK);
      expect(covered).toBeLessThan(0.975 + SLACK);
      expect(width).toBeLessThan(n === 50 ? 2.6 : 1.8);
    }
  });

  it('of a hazard ratio holds the truth as often as it says', () => {
    const random = chance(32);
    for (const n of [60, 200]) {
      const fits = Array.from({ length: REPLICATIONS }, () => hazardRatio(random, n));
      const of = ['one', 'other'];
      const { covered, width } = coverage(fits, 0.5, {
        estimate: { times: 2, over: 'smallest', of },
        logError: { times: 1, over: 'smallest', of },
      });
      expect(covered).toBeGreaterThan(0.93 - SLACK);
      expect(covered).toBeLessThan(0.975 + SLACK);
      expect(width).toBeLessThan(n === 60 ? 1.6 : 1.3);
    }
  });
});
