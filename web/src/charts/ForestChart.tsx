import { useState } from 'react';
import {
  CartesianGrid,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { forestHeight } from './forest-height.js';
import { ForestMark, type ForestRow } from './ForestMark.js';
import styles from './charts.module.css';
import { type Axis, type Mark, numberIn } from './mark.js';

interface ForestChartProps {
  readonly id: string;
  readonly title: string;
  readonly marks: readonly Mark[];
  readonly axis: Axis;
}

/** Below this width labels stand above their line instead of beside it. */
const NARROW = 560;

/** A hidden row needs a place on the axis to be drawn and reached by keyboard; it says nothing of its value. */
const placeless = (axis: Axis): number => axis.reference ?? axis.domain[0];

const toRows = (marks: readonly Mark[], axis: Axis): ForestRow[] =>
  marks.map((mark, row) => ({ mark, row, x: clip(numberIn(mark.value) ?? placeless(axis), axis) }));

const clip = (value: number, axis: Axis): number => Math.min(Math.max(value, axis.domain[0]), axis.domain[1]);

/** Dots with intervals in rows, the default drawing of a comparison. */
export default function ForestChart({ id, title, marks, axis }: ForestChartProps) {
  const [said, setSaid] = useState('');
  const [width, setWidth] = useState(0);
  const narrow = width > 0 && width < NARROW;
  return (
    <div className={styles['forest']} data-narrow={narrow || undefined}>
      <ResponsiveContainer
        width="100%"
        height={forestHeight(marks.length, narrow)}
        initialDimension={{ width: 720, height: forestHeight(marks.length, false) }}
        onResize={(next) => setWidth(next)}
      >
        <ScatterChart
          id={`${id}-chart`}
          title={title}
          margin={{ top: 24, right: 24, bottom: 8, left: 8 }}
          onMouseMove={(state) => setSaid(sentenceAt(marks, state.activeTooltipIndex))}
        >
          <CartesianGrid horizontal={false} stroke="var(--grid)" />
          {axis.band === null ? null : (
            <ReferenceArea x1={axis.band[0]} x2={axis.band[1]} fill="var(--similar-band)" fillOpacity={1} ifOverflow="hidden" />
          )}
          <XAxis
            type="number"
            dataKey="x"
            scale={axis.logarithmic ? 'log' : 'linear'}
            domain={[...axis.domain]}
            ticks={ticksFor(axis, narrow)}
            tickFormatter={axis.write}
            allowDataOverflow
            padding={{ left: 8, right: 8 }}
            interval={0}
            stroke="var(--reference)"
            tick={{ fill: 'var(--text-2)', fontSize: 13 }}
            height={32}
          />
          <YAxis
            type="number"
            dataKey="row"
            domain={[-0.5, marks.length - 0.5]}
            ticks={marks.map((_, row) => row)}
            reversed
            interval={0}
            width={narrow ? 8 : labelWidth(marks)}
            axisLine={false}
            tickLine={false}
            tick={narrow ? false : <RowLabel marks={marks} />}
          />
          {axis.reference === null ? null : <ReferenceLine x={axis.reference} stroke="var(--reference)" strokeWidth={1.5} />}
          <Tooltip
            isAnimationActive={false}
            cursor={false}
            content={(props) => <Saying sentence={sentenceAt(marks, props.label, props.payload)} onChange={setSaid} />}
          />
          <Scatter
            data={toRows(marks, axis)}
            isAnimationActive={false}
            shape={(props: unknown) => (
              <ForestMark {...(props as { cy: number; payload: ForestRow })} axis={axis} narrow={narrow} />
            )}
          />
        </ScatterChart>
      </ResponsiveContainer>
      <p className={styles['ends']} aria-hidden="true" style={{ paddingLeft: narrow ? 16 : labelWidth(marks) + 8 }}>
        <span>{axis.ends === null ? '' : `← ${axis.ends[0]}`}</span>
        <span className={styles['middle']}>{axis.label}</span>
        <span>{axis.ends === null ? '' : `${axis.ends[1]} →`}</span>
      </p>
      <div role="status" aria-live="polite" className="visually-hidden">
        {said}
      </div>
    </div>
  );
}

/** Every second tick goes where there is little room; the reference stays. */
function ticksFor(axis: Axis, narrow: boolean): number[] {
  if (!narrow) return [...axis.ticks];
  const wanted = axis.logarithmic ? [0.33, 0.5, 0.8, 1.25, 2, 3] : axis.ticks;
  return axis.ticks.filter((tick, i) => (axis.logarithmic ? wanted.includes(tick) : axis.ticks.length < 6 || i % 2 === 0));
}

const labelWidth = (marks: readonly Mark[]): number => {
  const longest = Math.max(...marks.map((mark) => mark.label.length + mark.depth * 2));
  return Math.min(Math.max(160, longest * 7.6 + 16), 280);
};

interface RowLabelProps {
  readonly marks: readonly Mark[];
  readonly x?: number;
  readonly y?: number;
  readonly payload?: { readonly value: number };
}

/** The name of a row, indented by its layer, right of nothing and left of the plot. */
function RowLabel({ marks, x = 0, y = 0, payload }: RowLabelProps) {
  const mark = marks[payload?.value ?? -1];
  if (mark === undefined) return null;
  const left = x - labelWidth(marks) + 8 + mark.depth * 14;
  return (
    <text x={left} y={y} dy="0.35em" className={styles['label']} data-hidden={mark.status !== 'shown' || undefined}>
      {mark.label}
    </text>
  );
}

function sentenceAt(marks: readonly Mark[], at: unknown, payload?: readonly unknown[]): string {
  const item = payload?.[0] as { payload?: ForestRow } | undefined;
  return item?.payload?.mark.sentence ?? marks[Number(at)]?.sentence ?? '';
}

/** What the pointer or the arrow keys stand on, in words; a custom tooltip has no live region of its own. */
function Saying({ sentence, onChange }: { readonly sentence: string; readonly onChange: (text: string) => void }) {
  queueMicrotask(() => onChange(sentence));
  return sentence === '' ? null : <div className={styles['tip']}>{sentence}</div>;
}
