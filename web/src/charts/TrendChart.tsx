import { absence } from '../wording/index.js';
import styles from './charts.module.css';
import type { TrendFlag } from './flags.js';
import { type Axis, type Mark, numberIn } from './mark.js';
import { shareOf } from './place.js';

/** One quarter of a series; `broken` where it cannot be compared with what came before. */
export interface TrendMark extends Mark {
  readonly broken: boolean;
}

interface TrendChartProps {
  readonly marks: readonly TrendMark[];
  readonly axis: Axis;
  readonly label: string;
  /** What happened in between. */
  readonly flags?: readonly TrendFlag[];
}

const HEIGHT = 240;

/**
 * Estimates over quarters with their band. Where a quarter has none, or cannot be compared with the one before, the line
 * is interrupted: a gap that is drawn over would tell of something that nobody published.
 */
export function TrendChart({ marks, axis, label, flags = [] }: TrendChartProps) {
  const x = (at: number): number => ((at + 0.5) / marks.length) * 100;
  const y = (value: number): number => 8 + (1 - shareOf(axis, value)) * (HEIGHT - 16);
  return (
    <div className={styles['steps']} role="group" aria-label={label}>
      <svg width={52} height={HEIGHT} aria-hidden="true">
        {axis.ticks.map((tick) => (
          <text key={tick} x={46} y={y(tick)} dy="0.35em" textAnchor="end" className={styles['stripTick']}>
            {axis.write(tick)}
          </text>
        ))}
      </svg>
      <svg width="100%" height={HEIGHT + 24} role="presentation">
        {axis.ticks.map((tick) => (
          <line
            key={tick}
            x1="0%"
            x2="100%"
            y1={y(tick)}
            y2={y(tick)}
            stroke={tick === axis.reference || tick === axis.domain[0] ? 'var(--reference)' : 'var(--grid)'}
          />
        ))}
        <Bands marks={marks} x={x} y={y} />
        {marks.map((mark, i) => (
          <Quarter key={mark.key} mark={mark} at={i} x={x} y={y} before={marks[i - 1]} narrow={marks.length > 5 && i % 2 === 1} />
        ))}
        {flags.map((flag) => (
          <Flag key={flag.no} flag={flag} place={x(flag.at)} />
        ))}
      </svg>
    </div>
  );
}

const FLAG = 18;

/** A numbered flag on a line through all values; the table says what its number stands for. */
function Flag({ flag: { no, below, sentence }, place }: { readonly flag: TrendFlag; readonly place: number }) {
  const foot = HEIGHT - 8 - below * (FLAG + 2);
  return (
    <g role="img" aria-label={sentence} data-flag={no}>
      <line x1={`${place}%`} x2={`${place}%`} y1={8} y2={HEIGHT - 8} stroke="var(--series-2)" strokeDasharray="6 4" />
      <svg x={`${place}%`} y={foot - FLAG} overflow="visible" aria-hidden="true">
        <rect
          x={-FLAG / 2}
          width={FLAG}
          height={FLAG}
          rx={3}
          fill="var(--background)"
          stroke="var(--series-2)"
          strokeWidth={1.5}
        />
        <text y={FLAG - 5} textAnchor="middle" className={styles['flagNo']}>
          {no}
        </text>
      </svg>
    </g>
  );
}

interface Places {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
}

/** Bands between neighbours that may be compared; the drawing is stretched, and holds no text and no round shape. */
function Bands({ marks, x, y }: Places & { readonly marks: readonly TrendMark[] }) {
  return (
    <svg width="100%" height={HEIGHT} viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {marks.map((mark, i) => {
        const before = marks[i - 1];
        if (before === undefined || !joined(before, mark)) return null;
        const [a, b] = [ends(before, y), ends(mark, y)];
        if (a === null || b === null) return null;
        return (
          <path
            key={mark.key}
            d={`M${x(i - 1)} ${a[0]}L${x(i)} ${b[0]}L${x(i)} ${b[1]}L${x(i - 1)} ${a[1]}z`}
            fill="var(--band)"
          />
        );
      })}
    </svg>
  );
}

const joined = (before: TrendMark, mark: TrendMark): boolean =>
  !mark.broken && numberIn(before.value) !== null && numberIn(mark.value) !== null;

function ends(mark: TrendMark, y: (value: number) => number): [number, number] | null {
  const [lower, upper] = [numberIn(mark.lower), numberIn(mark.upper)];
  return lower === null || upper === null ? null : [y(upper), y(lower)];
}

interface QuarterProps extends Places {
  readonly mark: TrendMark;
  readonly at: number;
  readonly before: TrendMark | undefined;
  readonly narrow: boolean;
}

function Quarter({ mark, at, x, y, before, narrow }: QuarterProps) {
  const value = numberIn(mark.value);
  const limits = ends(mark, y);
  const place = `${x(at)}%`;
  const past = before === undefined ? null : numberIn(before.value);
  return (
    <g role="img" aria-label={mark.sentence} data-mark={mark.key} data-status={mark.status} data-value={value ?? undefined}>
      {mark.broken ? <Break place={`${(x(at) + x(at - 1)) / 2}%`} /> : null}
      {value === null ? (
        <text x={place} y={HEIGHT / 2} textAnchor="middle" className={styles['hiddenText']}>
          {absence(mark.status === 'shown' ? 'notEstimable' : mark.status).mark}
        </text>
      ) : (
        <g stroke="var(--series-1)" fill="var(--series-1)">
          {past === null || mark.broken ? null : (
            <line x1={`${x(at - 1)}%`} y1={y(past)} x2={place} y2={y(value)} strokeWidth={2} />
          )}
          {limits === null ? null : <line x1={place} x2={place} y1={limits[0]} y2={limits[1]} strokeWidth={1.5} />}
          <circle cx={place} cy={y(value)} r={5.5} stroke="var(--background)" strokeWidth={1.5} />
        </g>
      )}
      <text x={place} y={HEIGHT + 18} textAnchor="middle" className={styles['stripTick']} data-minor={narrow || undefined}>
        {mark.label}
      </text>
    </g>
  );
}

function Break({ place }: { readonly place: string }) {
  return (
    <>
      <line x1={place} x2={place} y1={8} y2={HEIGHT - 8} stroke="var(--reference)" strokeDasharray="3 4" />
      <text x={place} y={16} textAnchor="middle" className={styles['stripTick']}>
        [b]
      </text>
    </>
  );
}
