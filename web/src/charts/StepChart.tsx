import { absence, percent } from '../wording/index.js';
import styles from './charts.module.css';
import type { Curve, CurvePoint } from './curve.js';
import { numberIn } from './mark.js';

interface StepChartProps {
  readonly curve: Curve;
  /** The top of the axis, one for all curves that stand together. */
  readonly top: number;
  readonly height: number;
}

/** Tops of the axis of shares; what is printed chooses among them. */
const TOPS = [0.25, 0.5, 1] as const;

/** One top for curves that are read beside each other. */
export function topOf(curves: readonly Curve[]): number {
  const printed = curves.flatMap(({ points }) => points.flatMap(({ value, upper }) => [numberIn(value), numberIn(upper)]));
  const largest = Math.max(0, ...printed.filter((one) => one !== null));
  return TOPS.find((top) => largest <= top) ?? 1;
}

interface Step {
  readonly from: number;
  readonly to: number;
  readonly point: CurvePoint;
}

/** From every point to the next; the last one keeps a little room, so that its height can be read. */
function stepsOf(points: readonly CurvePoint[], end: number): Step[] {
  return points.map((point, i) => ({ from: point.at, to: points[i + 1]?.at ?? end, point }));
}

/**
 * The share that has got there, rising at the points of the grid alone, with its 95 % band. It is plain SVG: lengths along
 * time are shares of the width, so that it fits a small panel and a wide one alike.
 */
export function StepChart({ curve, top, height }: StepChartProps) {
  const last = curve.points.at(-1)?.at ?? 1;
  const end = last * 1.08;
  const x = (at: number): string => `${Number(((at / end) * 100).toFixed(3))}%`;
  const y = (share: number): number => Math.round((1 - Math.min(Math.max(share, 0), top) / top) * (height - 12)) + 6;
  const ticks = [0, top / 2, top];
  return (
    <div className={styles['steps']} role="img" aria-label={curve.sentence}>
      <svg width={52} height={height} aria-hidden="true">
        {ticks.map((tick) => (
          <text key={tick} x={46} y={y(tick)} dy="0.35em" textAnchor="end" className={styles['stripTick']}>
            {percent(tick)}
          </text>
        ))}
      </svg>
      <svg width="100%" height={height + 22} data-mark={curve.key} data-status={curve.status} aria-hidden="true">
        {ticks.map((tick) => (
          <line key={tick} x1="0%" x2="100%" y1={y(tick)} y2={y(tick)} stroke={tick === 0 ? 'var(--reference)' : 'var(--grid)'} />
        ))}
        {[0, ...curve.points.map((point) => point.at)].map((at) => (
          <text key={at} x={x(at)} y={height + 15} textAnchor={at === 0 ? 'start' : 'middle'} className={styles['stripTick']}>
            {at}
          </text>
        ))}
        {curve.status === 'shown' ? (
          <Steps curve={curve} end={end} x={x} y={y} />
        ) : (
          <Hidden status={curve.status} at={height / 2} />
        )}
      </svg>
    </div>
  );
}

interface StepsProps {
  readonly curve: Curve;
  readonly end: number;
  readonly x: (at: number) => string;
  readonly y: (share: number) => number;
}

function Steps({ curve, end, x, y }: StepsProps) {
  const steps = stepsOf(curve.points, end);
  const width = (step: Step): string => `${Number((((step.to - step.from) / end) * 100).toFixed(3))}%`;
  const first = curve.points[0]?.at ?? 0;
  return (
    <>
      {steps.map((step) => {
        const [lower, upper] = [numberIn(step.point.lower), numberIn(step.point.upper)];
        if (lower === null || upper === null) return null;
        return (
          <rect
            key={step.from}
            x={x(step.from)}
            width={width(step)}
            y={y(upper)}
            height={Math.max(1, y(lower) - y(upper))}
            fill="var(--band)"
          />
        );
      })}
      <g stroke="var(--series-1)" strokeWidth={2.5}>
        <line x1={x(0)} x2={x(first)} y1={y(0)} y2={y(0)} />
        {steps.map((step, i) => {
          const value = numberIn(step.point.value);
          if (value === null) return null;
          const before = i === 0 ? 0 : numberIn(curve.points[i - 1]?.value ?? step.point.value);
          return (
            <g key={step.from} data-at={step.from} data-value={value}>
              {before === null ? null : <line x1={x(step.from)} x2={x(step.from)} y1={y(before)} y2={y(value)} />}
              <line x1={x(step.from)} x2={x(step.to)} y1={y(value)} y2={y(value)} />
            </g>
          );
        })}
      </g>
    </>
  );
}

function Hidden({ status, at }: { readonly status: string; readonly at: number }) {
  const { mark, name } = absence(status);
  const text = `${mark} ${name}`;
  return (
    <>
      <rect className={styles['hiddenBack']} x={8} y={at - 10} width={text.length * 7 + 8} height={20} />
      <text className={styles['hiddenText']} x={12} y={at} dy="0.35em">
        {text}
      </text>
    </>
  );
}
