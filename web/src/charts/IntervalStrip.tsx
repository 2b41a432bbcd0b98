import styles from './charts.module.css';
import { type Axis, type Mark, numberIn } from './mark.js';

const WIDTH = 320;
const HEIGHT = 44;
const INSET = 12;

/** One estimate on its axis, small enough to stand in a text. The sentence beside it says the same. */
export function IntervalStrip({ mark, axis }: { readonly mark: Mark; readonly axis: Axis }) {
  const place = placer(axis);
  const value = numberIn(mark.value);
  return (
    <svg className={styles['strip']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={mark.sentence}>
      {axis.band === null ? null : (
        <rect
          x={place(axis.band[0])}
          width={place(axis.band[1]) - place(axis.band[0])}
          y={2}
          height={24}
          fill="var(--similar-band)"
        />
      )}
      <line x1={INSET} x2={WIDTH - INSET} y1={28} y2={28} stroke="var(--control-border)" />
      {axis.reference === null ? null : (
        <line x1={place(axis.reference)} x2={place(axis.reference)} y1={2} y2={28} stroke="var(--reference)" strokeWidth={1.5} />
      )}
      {stripTicks(axis).map((tick) => (
        <text key={tick} x={place(tick)} y={42} textAnchor={anchorOf(tick, axis)} className={styles['stripTick']}>
          {axis.write(tick)}
        </text>
      ))}
      {value === null ? null : <Estimate mark={mark} value={value} axis={axis} place={place} />}
    </svg>
  );
}

interface EstimateProps {
  readonly mark: Mark;
  readonly value: number;
  readonly axis: Axis;
  readonly place: (value: number) => number;
}

/** A dot on its interval; what lies beyond the axis ends in an arrowhead. */
function Estimate({ mark, value, axis, place }: EstimateProps) {
  const [lower, upper] = [numberIn(mark.lower), numberIn(mark.upper)];
  const [low, high] = axis.domain;
  return (
    <g stroke="var(--series-1)" fill="var(--series-1)">
      {lower === null ? null : <line x1={place(lower)} x2={place(upper ?? Infinity)} y1={14} y2={14} strokeWidth={3} />}
      {(lower ?? value) < low ? <path d={`M${place(low)} 14l9 -5v10z`} stroke="none" /> : null}
      {(upper ?? Infinity) > high ? <path d={`M${place(high)} 14l-9 -5v10z`} stroke="none" /> : null}
      {value < low || value > high ? null : (
        <circle cx={place(value)} cy={14} r={5} stroke="var(--background)" strokeWidth={1.5} />
      )}
    </g>
  );
}

/** Labels at the ends of the axis turn inwards, so that nothing is cut off. */
const anchorOf = (tick: number, axis: Axis): 'start' | 'middle' | 'end' =>
  tick === axis.domain[0] ? 'start' : tick === axis.domain[1] ? 'end' : 'middle';

/** Both ends, and the middle where its number is a round one. */
function stripTicks(axis: Axis): number[] {
  if (axis.logarithmic) return [0.5, 1, 2];
  const [from, to] = axis.domain;
  const middle = (from + to) / 2;
  return Number.isInteger(middle * 100) ? [from, middle, to] : [from, to];
}

function placer(axis: Axis): (value: number) => number {
  const scale = axis.logarithmic ? Math.log : (value: number) => value;
  const [from, to] = [scale(axis.domain[0]), scale(axis.domain[1])];
  return (value) => {
    const inside = Math.min(Math.max(value, axis.domain[0]), axis.domain[1]);
    return INSET + ((scale(inside) - from) / (to - from)) * (WIDTH - 2 * INSET);
  };
}
