import { lazy, Suspense } from 'react';
import { StepChart, StripRows, topOf } from '../charts/drawings.js';
import { forestHeight } from '../charts/index.js';
import type { Cell, Measure, Table } from '../gateway/index.js';
import { comparing, groupLabel } from '../wording/index.js';
import { curveIn, unitName } from './curves.js';
import { HeatTable } from './HeatTable.js';
import { axisKind, axisOf, marksOf, valueMarks } from './marks.js';
import styles from './measures.module.css';
import type { Panel } from './panels.js';
import type { Parts } from './parts.js';
import { t } from '../language/index.js';

const ForestChart = lazy(() => import('../charts/ForestChart.js'));

interface DrawingProps {
  readonly id: string;
  readonly title: string;
  readonly table: Table;
  readonly measure: Measure;
  readonly panel: Panel;
  /** The organisation's own cell, drawn among its parts. */
  readonly whole: Cell | null;
}

/** The drawing of a panel. What is drawn stands in the table below as well. */
export function Drawing(props: DrawingProps) {
  switch (props.panel.drawing) {
    case 'heat':
      return <HeatTable table={props.table} measure={props.measure} parts={props.panel.parts} caption={props.title} />;
    case 'steps':
      return <Steps {...props} />;
    case 'values':
      return <Values {...props} />;
    case 'multiples':
      return <Multiples {...props} />;
    case 'groups':
    case 'comparison':
      return <Forest {...props} />;
  }
}

const withWhole = (table: Table, whole: Cell | null): Table =>
  whole === null || table.by.length === 0 ? table : { ...table, cells: [whole, ...table.cells] };

function Forest({ id, title, table, measure, panel, whole }: DrawingProps) {
  const marks = marksOf(withWhole(table, whole), measure, panel.parts);
  return (
    <Suspense fallback={<div style={{ height: forestHeight(marks.length, false) }} data-loading />}>
      <ForestChart
        id={id}
        title={title}
        marks={marks}
        axis={axisOf(marks, panel.parts, {
          similar: table.similar,
          noun: comparing(measure.key, table.variant, panel.parts.point).noun,
        })}
      />
    </Suspense>
  );
}

/** More shares than this are read as the parts of several wholes, each on an axis of its own. */
const MOST_SHARES = 6;

/** Estimates of one kind share an axis, in the order in which the contract names the first of each kind. */
function kindsOf(estimates: readonly Parts[]): Parts[][] {
  const kinds = new Map<string, Parts[]>();
  const apart = estimates.filter((parts) => axisKind(parts) === 'share').length > MOST_SHARES;
  for (const parts of estimates) {
    const kind = axisKind(parts);
    const whole = kind === 'share' && apart ? parts.of.join() : '';
    const key = kind === 'amount' || kind === 'signed' ? `${kind}/${parts.format}/${parts.formula}` : `${kind}/${whole}`;
    kinds.set(key, [...(kinds.get(key) ?? []), parts]);
  }
  return [...kinds.values()];
}

function Values({ title, table, measure, panel }: DrawingProps) {
  const [cell] = table.cells;
  if (cell === undefined) return null;
  return (
    <div className="stack">
      {kindsOf(panel.estimates).map((estimates) => {
        const marks = valueMarks(cell, measure, table.variant, estimates);
        const [first] = estimates;
        return first === undefined ? null : (
          <div key={first.point} className={styles['small']}>
            <StripRows marks={marks} axis={axisOf(marks, first, table)} label={title} />
          </div>
        );
      })}
    </div>
  );
}

function Multiples({ table, measure, panel, whole }: DrawingProps) {
  return (
    <div className={styles['multiples']}>
      {panel.estimates.map((parts) => {
        const marks = marksOf(withWhole(table, whole), measure, parts);
        return (
          <section key={parts.point} className={styles['small']} aria-label={parts.label}>
            <h3>{parts.label}</h3>
            <StripRows marks={marks} axis={axisOf(marks, parts, table)} label={parts.label} />
          </section>
        );
      })}
    </div>
  );
}

const WIDE = 260;
const SMALL = 140;

function Steps({ table, panel, whole }: DrawingProps) {
  const shape = panel.curve;
  if (shape === null) return null;
  const curves = withWhole(table, whole).cells.map((cell) => curveIn(cell, shape));
  const top = topOf(curves);
  const [only] = curves;
  if (curves.length === 1 && only !== undefined)
    return (
      <div>
        <StepChart curve={only} top={top} height={WIDE} />
        <p className={styles['axisName']}>{t('{unit} since the beginning', { unit: unitName(shape.unit) })}</p>
      </div>
    );
  return (
    <div className={styles['multiples']}>
      {curves.map((curve) => (
        <section key={curve.key} className={styles['small']} aria-label={curve.label}>
          <h3>{curve.key === 'all' ? groupLabel([]) : curve.label}</h3>
          <StepChart curve={curve} top={top} height={SMALL} />
          <p className={styles['axisName']}>{unitName(shape.unit)}</p>
        </section>
      ))}
    </div>
  );
}
