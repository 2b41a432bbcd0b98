import { useState } from 'react';
import { type Cell, type Measure, type Period, type Table, tableFiles } from '../gateway/index.js';
import { Figure, fileName } from '../kit/index.js';
import { Drawing } from './Drawing.js';
import { ExplainPanel } from './ExplainPanel.js';
import { type Panel, panelsOf } from './panels.js';
import { PanelTable } from './PanelTable.js';
import { isComparison } from './parts.js';
import { tellingOf } from './telling.js';
import { TellingDetails } from './TellingDetails.js';
import { t } from '../language/index.js';

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

/** The standard figures of any measure: everything on them follows from the contract and the released cells. */
export function MeasureFigure(props: MeasureFigureProps) {
  return panelsOf(props.measure, props.table).map((panel) => <PanelFigure key={panel.key} {...props} panel={panel} />);
}

function PanelFigure({ measure, table, period, whole, show, onShow, panel }: MeasureFigureProps & { readonly panel: Panel }) {
  const [explained, setExplained] = useState(false);
  const telling = tellingOf({ measure, table, period, whole, panel });
  const among = isComparison(panel.parts) || table.by.length !== 1 ? null : whole;
  const id = `fig-${[measure.key, ...table.by].join('-')}${panel.key}`;
  return (
    <>
      <Figure
        id={id}
        finding={telling.title}
        details={[<TellingDetails key="details" telling={telling} />]}
        subtitle={telling.subtitle}
        chart={<Drawing id={id} title={telling.title} table={table} measure={measure} panel={panel} whole={among} />}
        howToRead={telling.howToRead}
        table={
          <PanelTable table={table} panel={panel} caption={t('{title}: all values', { title: telling.title })} whole={among} />
        }
        notes={telling.notes}
        files={tableFiles(table.period, table.measure, table.variant, table.by)}
        fileName={fileName(measure.key, table.variant, ...table.by, `${table.period}${panel.key}`)}
        sentence={telling.sentence}
        onExplain={() => setExplained(true)}
        show={show}
        onShow={onShow}
      />
      <ExplainPanel measure={measure} table={table} opened={explained} onClose={() => setExplained(false)} />
    </>
  );
}
