import type { TalliedDraw, TalliedValue } from '../tallied.js';
import { verdictFrom } from './cases.js';

/**
 * A curve over a coarse grid. The population gives, for each point, the cases whose event (`events30`), competing event
 * (`competing30`) or end of observation (`censored30`) fell into the interval that ends there, and `beyond`: those still
 * followed after the last point.
 */
export interface CurveOptions {
  /** Name and version of the question, `wait/1`. */
  readonly question: string;
  /** The grid: what its points are called, in rising order. */
  readonly points: readonly string[];
  readonly unit: string;
  readonly event: string;
  /** What ends the waiting otherwise; left out where nothing does. */
  readonly competing?: string;
  /** Cases of a person that count at most; left out, a case is a person. */
  readonly cap?: number;
}

const names = (kind: string, { points }: CurveOptions): string[] => points.map((point) => `${kind}${point}`);

/** The names of all cases, in the order in which the formulas of a curve take them. */
export function curveCases(options: CurveOptions): string[] {
  const competing = options.competing === undefined ? [] : names('competing', options);
  return [...names('events', options), ...competing, ...names('censored', options), 'beyond'];
}

export const curveEvents = (options: CurveOptions): string[] => names('events', options);

export function countCurve(options: CurveOptions): TalliedDraw[] {
  const { question, event, competing = '', unit, points, cap } = options;
  const until = (point: string): string => `until ${point} ${unit}`;
  const labels = new Map(
    points.flatMap((point) => [
      [`events${point}`, `${event} ${until(point)}`],
      [`competing${point}`, `${competing} ${until(point)}`],
      [`censored${point}`, `followed no longer than ${point} ${unit}`],
    ]),
  );
  return curveCases(options).map((key) => ({
    key,
    label: labels.get(key) ?? 'followed beyond the last point',
    question: `${question}:${key}`,
    histogram: question,
    sensitivity: cap === undefined ? { kind: 'count' } : { kind: 'rows', cap },
    adds: key,
  }));
}

/** At each point the share with the event, its interval, and the cases still followed. */
export function curveValues(options: CurveOptions, label: (point: string) => string): TalliedValue[] {
  const of = curveCases(options);
  const competing = options.competing === undefined ? 0 : 1;
  return options.points.flatMap((point, i): TalliedValue[] => {
    const given = { of, parameters: { points: options.points.length, competing, at: i + 1 } };
    return [
      { key: `by${point}`, label: label(point), format: 'fraction', by: 'curve', ...given },
      { key: `by${point}Lower`, label: `${label(point)}, lower limit`, format: 'fraction', by: 'curveLower', ...given },
      { key: `by${point}Upper`, label: `${label(point)}, upper limit`, format: 'fraction', by: 'curveUpper', ...given },
      {
        key: `followed${point}`,
        label: `Still followed at ${point} ${options.unit}`,
        format: 'people',
        by: 'followed',
        ...given,
      },
    ];
  });
}

/** The share at one point beside that of everyone else: ratio, test, verdict. */
export function compareCurves(options: CurveOptions, point: string): TalliedValue[] {
  const at = options.points.indexOf(point) + 1;
  const competing = options.competing === undefined ? 0 : 1;
  const versus = {
    of: curveCases(options),
    parameters: { points: options.points.length, competing, at },
    against: 'everyoneElse',
  } as const;
  return [
    { key: 'otherRate', label: 'Share of everyone else', format: 'fraction', by: 'otherCurve', ...versus },
    { key: 'rateRatio', label: 'Ratio to everyone else', format: 'ratio', by: 'curveRatio', ...versus },
    { key: 'rateRatioLower', label: 'Lower limit of the ratio', format: 'ratio', by: 'curveRatioLower', ...versus },
    { key: 'rateRatioUpper', label: 'Upper limit of the ratio', format: 'ratio', by: 'curveRatioUpper', ...versus },
    { key: 'scoreP', label: 'p', format: 'probability', by: 'curveP', ...versus },
    ...verdictFrom('scoreP', 'rateRatio'),
  ];
}
