import { useXAxisScale, usePlotArea } from 'recharts';
import { absence } from '../wording/index.js';
import styles from './charts.module.css';
import { type Axis, type Mark, numberIn } from './mark.js';

export interface ForestRow {
  readonly mark: Mark;
  readonly row: number;
  readonly x: number;
}

interface ForestMarkProps {
  readonly cy: number;
  readonly payload: ForestRow;
  readonly axis: Axis;
  readonly narrow: boolean;
}

/** One row of a forest: an interval without caps and a dot of fixed size, or the mark of an absence. */
export function ForestMark({ cy, payload, axis, narrow }: ForestMarkProps) {
  const scale = useXAxisScale();
  const area = usePlotArea();
  if (scale === undefined || area === undefined) return null;
  const place = (value: number): number => Number(scale(Math.min(Math.max(value, axis.domain[0]), axis.domain[1])) ?? area.x);
  const { mark } = payload;
  const y = narrow ? cy + 10 : cy;
  return (
    <g data-mark={mark.key} data-status={mark.status} data-value={numberIn(mark.value) ?? undefined}>
      {narrow ? (
        <text
          x={area.x + mark.depth * 10}
          y={cy - 8}
          className={styles['label']}
          data-hidden={mark.status !== 'shown' || undefined}
        >
          {mark.label}
        </text>
      ) : null}
      <Drawn mark={mark} axis={axis} y={y} place={place} start={area.x} />
    </g>
  );
}

interface DrawnProps {
  readonly mark: Mark;
  readonly axis: Axis;
  readonly y: number;
  readonly place: (value: number) => number;
  readonly start: number;
}

function Drawn({ mark, axis, y, place, start }: DrawnProps) {
  const value = numberIn(mark.value);
  if (mark.status !== 'shown' || value === null)
    return <Absent mark={mark} x={axis.reference === null ? start + 8 : place(axis.reference) + 10} y={y} />;
  const colour = mark.total === true ? 'var(--series-2)' : 'var(--series-1)';
  return (
    <g stroke={colour} fill={colour}>
      <Interval mark={mark} axis={axis} y={y} place={place} />
      {value < axis.domain[0] || value > axis.domain[1] ? null : mark.total === true ? (
        <path d={`M${place(value)} ${y - 7}l7 7l-7 7l-7 -7z`} stroke="var(--background)" strokeWidth={1.5} />
      ) : (
        <circle cx={place(value)} cy={y} r={5.5} stroke="var(--background)" strokeWidth={1.5} />
      )}
    </g>
  );
}

/** The interval as a line; where it runs off the axis, an arrowhead says so. */
function Interval({ mark, axis, y, place }: Omit<DrawnProps, 'start'>) {
  const lower = numberIn(mark.lower);
  const upper = numberIn(mark.upper);
  if (lower === null) return null;
  const [from, to] = [place(lower), upper === null ? place(axis.domain[1]) : place(upper)];
  const beyond = { left: lower < axis.domain[0], right: upper === null || upper > axis.domain[1] };
  return (
    <>
      <line x1={from} x2={to} y1={y} y2={y} strokeWidth={2.5} strokeLinecap="butt" />
      {beyond.left ? <path d={`M${from} ${y}l8 -5v10z`} stroke="none" /> : null}
      {beyond.right ? <path d={`M${to} ${y}l-8 -5v10z`} stroke="none" /> : null}
    </>
  );
}

function Absent({ mark, x, y }: { readonly mark: Mark; readonly x: number; readonly y: number }) {
  const { mark: sign, name } = absence(mark.status === 'shown' ? 'notEstimable' : mark.status);
  const text = `${sign} ${name}`;
  return (
    <g>
      <rect className={styles['hiddenBack']} x={x - 4} y={y - 10} width={text.length * 7 + 8} height={20} />
      <text className={styles['hiddenText']} x={x} y={y} dy="0.35em">
        {text}
      </text>
    </g>
  );
}
