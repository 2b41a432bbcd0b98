import { lazy, Suspense, useState } from 'react';
import { forestHeight } from '../charts/index.js';
import { type Cell, csvAddress, type Measure, type Period, type Table } from '../gateway/index.js';
import { Figure } from '../kit/index.js';
import { CellTable } from './CellTable.js';
import { ExplainPanel } from './ExplainPanel.js';
import { HeatTable } from './HeatTable.js';
import { axisOf, marksOf } from './marks.js';
import { partsOf } from './parts.js';
import { tellingOf } from './telling.js';
import { TellingDetails } from './TellingDetails.js';

const ForestChart = lazy(() => import('../charts/ForestChart.js'));

type Show = 'chart' | 'table' | null;

interface MeasureFigureProps {
  readonly measure: Measure;
  readonly table: Table;
  readonly period: Period;
  /** The organisation's own cell of the same measure and variant. */
  readonly whole: Cell | null;
  readonly show: Show;
  readonly onShow: (show: Show) => void;
}

/** The standard figure of any measure: everything on it follows from the contract and the released cells. */
export function MeasureFigure({ measure, table, period, whole, show, onShow }: MeasureFigureProps) {
  const [explained, setExplained] = useState(false);
  const parts = partsOf(measure, table.derived);
  const telling = tellingOf({ measure, table, period, whole, parts });
  const inTable = parts.verdict === null ? whole : null;
  const id = `fig-${[measure.key, ...table.by].join('-')}`;
  return (
    <>
      <Figure
        id={id}
        finding={telling.title}
        details={[<TellingDetails key="details" telling={telling} />]}
        subtitle={telling.subtitle}
        chart={
          table.cells.length < 2 ? null : (
            <Drawing id={id} title={telling.title} table={table} measure={measure} parts={parts} whole={inTable} />
          )
        }
        howToRead={telling.howToRead}
        table={<CellTable table={table} measure={measure} caption={`${telling.title}: all values`} whole={inTable} />}
        notes={telling.notes}
        csv={csvAddress(table.period, table.measure, table.variant, table.by)}
        sentence={telling.sentence}
        onExplain={() => setExplained(true)}
        show={show}
        onShow={onShow}
      />
      <ExplainPanel measure={measure} table={table} opened={explained} onClose={() => setExplained(false)} />
    </>
  );
}

interface DrawingProps {
  readonly id: string;
  readonly title: string;
  readonly table: Table;
  readonly measure: Measure;
  readonly parts: ReturnType<typeof partsOf>;
  readonly whole: Cell | null;
}

/** Rows of one column become a forest, two columns a heatmap. */
function Drawing({ id, title, table, measure, parts, whole }: DrawingProps) {
  if (table.by.length === 2) return <HeatTable table={table} measure={measure} parts={parts} caption={title} />;
  const withWhole = whole === null ? table : { ...table, cells: [whole, ...table.cells] };
  const marks = marksOf(withWhole, measure, parts);
  const axis = axisOf(marks, measure, parts);
  return (
    <Suspense fallback={<div style={{ height: forestHeight(marks.length, false) }} />}>
      <ForestChart id={id} title={title} marks={marks} axis={axis} />
    </Suspense>
  );
}
