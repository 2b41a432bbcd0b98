import { addRow, emptyMoments, relativeRisks, removeBegun, type CoxRows, type Moments } from './cox-risk-sweep.js';

/**
 * What each row adds to the score and to the information at the fitted coefficients: the derivatives by its weight.
 * One pass forwards through time collects sums over event times; a row then needs the difference between its stop and
 * its start, and its own share in the deaths tied with it.
 */
export interface RowContributions {
  readonly score: readonly Float64Array[];
  /** Lower half, packed row by row. */
  readonly information: readonly Float64Array[];
}

/** Sums over the event times up to one: Σ1/S, Σa/S, Σ(aaᵀ − V)/S, a the mean and V the variance at risk. */
interface Cumulated {
  readonly places: readonly number[];
  readonly sums: readonly Moments[];
}

/** A death time as its own dying see it: the plain means over tied deaths, and the sums with their share taken out. */
interface OwnTime {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly shared: Moments;
}

/** @see Therneau & Grambsch (2000), Modeling Survival Data, 7.1 (dfbeta); Golden: R residuals(coxph, "dfbeta"). */
export function rowContributions(rows: CoxRows, coefficients: readonly number[]): RowContributions {
  const size = coefficients.length;
  const risk = relativeRisks(rows.columns, coefficients, rows.stop.length);
  const times = deathTimes(rows, risk.weights, size);
  const cumulated = cumulate(times, size);
  const own = new Map(times.map((time) => [time.place, time.own]));
  const score = coefficients.map(() => new Float64Array(rows.stop.length));
  const information = Array.from(emptyMoments(size).second, () => new Float64Array(rows.stop.length));
  for (let row = 0; row < rows.stop.length; row++) {
    const seen = difference(cumulated, rows.start?.[row] ?? Number.NEGATIVE_INFINITY, rows.stop[row]!, size);
    const dying = rows.event[row] === 1 ? own.get(rows.stop[row]!) : undefined;
    if (dying !== undefined) subtract(seen, dying.shared);
    write(rows.columns, row, { risk: risk.weights[row]!, seen, dying }, { score, information });
  }
  return { score, information };
}

interface DeathTime {
  readonly place: number;
  readonly sums: Moments;
  readonly own: OwnTime;
}

/** Backwards through time, as in the fit. */
function deathTimes(rows: CoxRows, weights: Float64Array, size: number): DeathTime[] {
  const found: DeathTime[] = [];
  const atRisk = emptyMoments(size);
  let leaving = 0;
  for (let entering = 0; entering < rows.byStop.length;) {
    const place = rows.stop[rows.byStop[entering]!]!;
    leaving = removeBegun(rows, atRisk, weights, { time: place, from: leaving });
    const dying = emptyMoments(size);
    let deaths = 0;
    for (; entering < rows.byStop.length && rows.stop[rows.byStop[entering]!] === place; entering++) {
      const row = rows.byStop[entering]!;
      addRow(atRisk, rows.columns, row, weights[row]!);
      if (rows.event[row] !== 1) continue;
      deaths += 1;
      addRow(dying, rows.columns, row, weights[row]!);
    }
    if (deaths > 0) found.push({ place, ...describe(atRisk, dying, deaths, size) });
  }
  return found.reverse();
}

/** The sums of one death time over its tied deaths (Efron). */
function describe(atRisk: Moments, dying: Moments, deaths: number, size: number): { sums: Moments; own: OwnTime } {
  const sums = emptyMoments(size);
  const own = { mean: new Float64Array(size), variance: emptyMoments(size).second, shared: emptyMoments(size) };
  for (let l = 0; l < deaths; l++) {
    const share = l / deaths;
    const weight = atRisk.weight - share * dying.weight;
    const mean = atRisk.first.map((value, j) => (value - share * dying.first[j]!) / weight);
    sums.weight += 1 / weight;
    own.shared.weight += share / weight;
    let place = 0;
    for (let j = 0; j < size; j++) {
      sums.first[j]! += mean[j]! / weight;
      own.shared.first[j]! += (share * mean[j]!) / weight;
      own.mean[j]! += mean[j]! / deaths;
      for (let k = 0; k <= j; k++, place++) {
        const outer = mean[j]! * mean[k]!;
        const variance = (atRisk.second[place]! - share * dying.second[place]!) / weight - outer;
        sums.second[place]! += (outer - variance) / weight;
        own.shared.second[place]! += (share * (outer - variance)) / weight;
        own.variance[place]! += variance / deaths;
      }
    }
  }
  return { sums, own };
}

function cumulate(times: readonly DeathTime[], size: number): Cumulated {
  const total = emptyMoments(size);
  const sums = times.map((time) => {
    subtract(total, time.sums, -1);
    return { weight: total.weight, first: total.first.slice(), second: total.second.slice() };
  });
  return { places: times.map((time) => time.place), sums };
}

/** What a row at risk over (start, stop] saw. */
function difference({ places, sums }: Cumulated, start: number, stop: number, size: number): Moments {
  const seen = emptyMoments(size);
  const [until, before] = [lastUpTo(places, stop), lastUpTo(places, start)];
  if (until >= 0) subtract(seen, sums[until]!, -1);
  if (before >= 0) subtract(seen, sums[before]!);
  return seen;
}

function lastUpTo(places: readonly number[], place: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]! <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function subtract(from: Moments, what: Moments, factor = 1): void {
  from.weight -= factor * what.weight;
  for (let j = 0; j < what.first.length; j++) from.first[j]! -= factor * what.first[j]!;
  for (let j = 0; j < what.second.length; j++) from.second[j]! -= factor * what.second[j]!;
}

/** What a row saw while at risk, and its own death. */
interface Seen {
  readonly risk: number;
  readonly seen: Moments;
  readonly dying: OwnTime | undefined;
}

/** −r·Σ(x − a)/S, plus x − ā where the row dies; and r·Σ((x − a)(x − a)ᵀ − V)/S, plus V̄. */
function write(columns: readonly Float64Array[], row: number, { risk, seen, dying }: Seen, into: RowContributions): void {
  let place = 0;
  for (let j = 0; j < columns.length; j++) {
    const x = columns[j]![row]!;
    into.score[j]![row] = (dying === undefined ? 0 : x - dying.mean[j]!) - risk * (x * seen.weight - seen.first[j]!);
    for (let k = 0; k <= j; k++, place++) {
      const y = columns[k]![row]!;
      const spread = x * y * seen.weight - x * seen.first[k]! - y * seen.first[j]! + seen.second[place]!;
      into.information[place]![row] = (dying?.variance[place] ?? 0) + risk * spread;
    }
  }
}
