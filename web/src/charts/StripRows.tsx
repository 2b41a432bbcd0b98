import { absence } from '../wording/index.js';
import styles from './charts.module.css';
import { type Axis, type Mark, numberIn } from './mark.js';
import { placeOn } from './place.js';

interface StripRowsProps {
  readonly marks: readonly Mark[];
  readonly axis: Axis;
  readonly label: string;
}

/** Estimates as rows with their names, on one axis. Plain SVG in shares of its width: it fits any column without measuring. */
export function StripRows({ marks, axis, label }: StripRowsProps) {
  return (
    <div className={styles['rows']}>
      <ul aria-label={label}>
        {marks.map((mark) => (
          <li key={mark.key}>
            <span
              className={styles['rowName']}
              data-depth={mark.depth || undefined}
              data-hidden={mark.status !== 'shown' || undefined}
            >
              {mark.label}
            </span>
            <Row mark={mark} axis={axis} />
          </li>
        ))}
      </ul>
      <AxisLine axis={axis} />
    </div>
  );
}

const HEIGHT = 32;
const MIDDLE = HEIGHT / 2;

function Row({ mark, axis }: { readonly mark: Mark; readonly axis: Axis }) {
  const value = numberIn(mark.value);
  return (
    <span className={styles['rowPlot']}>
      <svg width="100%" height={HEIGHT} role="img" aria-label={mark.sentence}>
        <Ground axis={axis} />
        <g data-mark={mark.key} data-status={mark.status} data-value={value ?? undefined}>
          {mark.status !== 'shown' || value === null ? (
            <Absent mark={mark} axis={axis} />
          ) : (
            <Estimate mark={mark} value={value} axis={axis} />
          )}
        </g>
      </svg>
    </span>
  );
}

function Ground({ axis }: { readonly axis: Axis }) {
  const { domain, reference, band } = axis;
  return (
    <>
      {band === null ? null : (
        <rect
          x={placeOn(axis, band[0])}
          width={`${Number.parseFloat(placeOn(axis, band[1])) - Number.parseFloat(placeOn(axis, band[0]))}%`}
          y={0}
          height={HEIGHT}
          fill="var(--similar-band)"
        />
      )}
      {axis.ticks.map((tick) => (
        <line key={tick} x1={placeOn(axis, tick)} x2={placeOn(axis, tick)} y1={0} y2={HEIGHT} stroke="var(--grid)" />
      ))}
      <line
        x1={placeOn(axis, reference ?? domain[0])}
        x2={placeOn(axis, reference ?? domain[0])}
        y1={0}
        y2={HEIGHT}
        stroke="var(--reference)"
        strokeWidth={1.5}
      />
    </>
  );
}

interface EstimateProps {
  readonly mark: Mark;
  readonly value: number;
  readonly axis: Axis;
}

function Estimate({ mark, value, axis }: EstimateProps) {
  const [low, high] = axis.domain;
  const [lower, upper] = [numberIn(mark.lower), numberIn(mark.upper)];
  const colour = mark.total === true ? 'var(--series-2)' : 'var(--series-1)';
  return (
    <g stroke={colour} fill={colour}>
      {lower === null ? null : (
        <line x1={placeOn(axis, lower)} x2={placeOn(axis, upper ?? high)} y1={MIDDLE} y2={MIDDLE} strokeWidth={2.5} />
      )}
      {lower !== null && lower < low ? <Arrow x={placeOn(axis, low)} turn={-1} /> : null}
      {lower !== null && (upper ?? Infinity) > high ? <Arrow x={placeOn(axis, high)} turn={1} /> : null}
      {value < low || value > high ? null : mark.total === true ? (
        <svg x={placeOn(axis, value)} y={MIDDLE} overflow="visible" aria-hidden="true">
          <path d="M0 -7l7 7l-7 7l-7 -7z" stroke="var(--background)" strokeWidth={1.5} />
        </svg>
      ) : (
        <circle cx={placeOn(axis, value)} cy={MIDDLE} r={5.5} stroke="var(--background)" strokeWidth={1.5} />
      )}
    </g>
  );
}

/** What lies beyond the axis ends in an arrowhead. */
function Arrow({ x, turn }: { readonly x: string; readonly turn: 1 | -1 }) {
  return (
    <svg x={x} y={MIDDLE} overflow="visible" aria-hidden="true">
      <path d={`M0 0l${-8 * turn} -5v10z`} stroke="none" />
    </svg>
  );
}

function Absent({ mark, axis }: { readonly mark: Mark; readonly axis: Axis }) {
  const { mark: sign, name } = absence(mark.status === 'shown' ? 'notEstimable' : mark.status);
  const text = `${sign} ${name}`;
  return (
    <svg x={placeOn(axis, axis.reference ?? axis.domain[0])} overflow="visible" aria-hidden="true">
      <rect className={styles['hiddenBack']} x={8} y={6} width={text.length * 7 + 8} height={20} />
      <text className={styles['hiddenText']} x={12} y={MIDDLE} dy="0.35em">
        {text}
      </text>
    </svg>
  );
}

/** The numbers under the rows; those at the ends turn inwards so that nothing is cut off. */
function AxisLine({ axis }: { readonly axis: Axis }) {
  const last = axis.ticks.length - 1;
  const dense = axis.ticks.length > 6;
  return (
    <div className={styles['axisLine']} aria-hidden="true">
      <span />
      <span className={styles['rowPlot']}>
        <svg width="100%" height={20}>
          {axis.ticks.map((tick, i) => (
            <text
              key={tick}
              x={placeOn(axis, tick)}
              y={14}
              textAnchor={i === 0 ? 'start' : i === last ? 'end' : 'middle'}
              className={styles['stripTick']}
              data-minor={(dense && i % 2 === 1) || undefined}
            >
              {axis.write(tick)}
            </text>
          ))}
        </svg>
        {axis.ends === null ? null : (
          <span className={styles['stripEnds']}>
            <span>← {axis.ends[0]}</span>
            <span>{axis.ends[1]} →</span>
          </span>
        )}
      </span>
    </div>
  );
}
