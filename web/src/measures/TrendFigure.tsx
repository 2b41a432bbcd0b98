import { useState } from 'react';
import { TrendChart } from '../charts/drawings.js';
import { flagsAmong, flagsOfRow, type TrendFlag } from '../charts/index.js';
import {
  type Cell,
  type Measure,
  seriesFiles,
  type SeriesPoint,
  type Table,
  useSeries,
  useTrackMarks,
} from '../gateway/index.js';
import { Choice, type Column, DataTable, Failed, Figure, fileName, Loading } from '../kit/index.js';
import { t } from '../language/index.js';
import {
  ABOUT_NOTE,
  groupLabel,
  HIDDEN_SHORT,
  HOW_TO_READ_FLAGS,
  HOW_TO_READ_TREND,
  interval,
  trackMarkSentence,
  movedInWords,
  movedSentence,
  quarter,
  range,
  releasesNote,
  SERIES_NOTE,
  seriesTitle,
} from '../wording/index.js';
import { ExplainPanel } from './ExplainPanel.js';
import { axisOf } from './marks.js';
import styles from './measures.module.css';
import { mainOf, type Parts, type ValueColumn } from './parts.js';
import { cellKey } from './places.js';
import { changeText, trendMarks } from './trend.js';
import { IntervalText, ValueText } from './ValueText.js';

interface TrendFigureProps {
  readonly measure: Measure;
  readonly table: Table;
}

/** A measure over the published quarters: of the whole organisation, or of one group of the cut that is shown. */
export function TrendFigure({ measure, table }: TrendFigureProps) {
  const [chosen, setChosen] = useState('all');
  const cells = table.by.length === 1 ? table.cells : [];
  const cell = cells.find((one) => cellKey(one) === chosen);
  const group = (cell?.group ?? []).map(({ dimension, value }) => ({ dimension, value }));
  const { answer, loading, failed, retry } = useSeries({ measure: measure.key, variant: table.variant, group });
  return (
    <section className={styles['trend']} aria-label={t('Over the quarters')} aria-busy={loading}>
      {cells.length === 0 ? null : (
        <div className={`${styles['choices']} no-print`}>
          <Choice
            label={t('Over the quarters')}
            value={cell === undefined ? 'all' : chosen}
            options={[
              { value: 'all', label: groupLabel([]) },
              ...cells.map((one) => ({ value: cellKey(one), label: groupLabel(one.group) })),
            ]}
            onChange={setChosen}
          />
        </div>
      )}
      {failed ? <Failed retry={retry} /> : null}
      {answer === null ? (
        failed ? null : (
          <Loading height={480} />
        )
      ) : (
        <Drawn measure={measure} table={table} cell={cell} points={answer} />
      )}
    </section>
  );
}

interface DrawnProps extends TrendFigureProps {
  readonly cell: Cell | undefined;
  readonly points: readonly SeriesPoint[];
}

function Drawn({ measure, table, cell, points }: DrawnProps) {
  const [explained, setExplained] = useState(false);
  const [show, setShow] = useState<'chart' | 'table' | null>(null);
  const parts = mainOf(measure, table.derived);
  const group = cell?.group ?? [];
  const flags = useFlags(group, points);
  if (points.length < 2 || parts.lower === null) return null;
  const marks = trendMarks(points, group, measure, { variant: table.variant, parts });
  const moves = points.flatMap(({ period, changes }) => {
    const change = changes[parts.point];
    return change === undefined ? [] : [{ period, since: change.since, verdict: change.verdict }];
  });
  const title = seriesTitle(measure.label, moves);
  const sentence = newest(points, parts);
  return (
    <>
      <Figure
        id={`fig-${measure.key}-quarters`}
        finding={title}
        details={sentence === '' ? [] : [<p key="moved">{sentence}</p>]}
        subtitle={t('{value}, {group}, 95\u00a0% interval, {range}', {
          value: parts.label,
          group: groupLabel(group),
          range: range(quarter(points[0]?.period ?? ''), quarter(points.at(-1)?.period ?? '')),
        })}
        chart={<TrendChart marks={marks} axis={axisOf(marks, parts, table)} label={title} flags={flags} />}
        howToRead={flags.length === 0 ? t(HOW_TO_READ_TREND) : `${t(HOW_TO_READ_TREND)} ${t(HOW_TO_READ_FLAGS)}`}
        table={
          <SeriesTable
            points={points}
            group={group}
            measure={measure}
            parts={parts}
            caption={t('{title}: all quarters', { title })}
            flags={flags}
          />
        }
        notes={[
          t(ABOUT_NOTE),
          t(SERIES_NOTE),
          ...(points.some(({ status }) => status === 'suppressed') ? [t(HIDDEN_SHORT)] : []),
          ...breaksOf(points),
          ...movesOf(points),
          releasesNote(points.map(({ releaseId }) => releaseId)),
          ...(table.sample ? [t('Sample data: this organisation is invented.')] : []),
        ]}
        files={seriesFiles(measure.key, table.variant, group)}
        fileName={fileName(measure.key, table.variant, ...group.map((part) => part.value), 'quarters')}
        sentence={sentence === '' ? `${title}.` : sentence}
        onExplain={() => setExplained(true)}
        show={show}
        onShow={setShow}
      />
      <ExplainPanel measure={measure} table={table} opened={explained} onClose={() => setExplained(false)} />
    </>
  );
}

/** Charters and decisions of the track that the series is about. */
function useFlags(group: Cell['group'], points: readonly SeriesPoint[]): readonly TrendFlag[] {
  const track = group.find(({ dimension }) => dimension === 'track')?.value ?? null;
  const { answer } = useTrackMarks(track);
  const events = (answer ?? []).map((mark) => ({ period: mark.period, sentence: trackMarkSentence(mark) }));
  return flagsAmong(
    points.map(({ period }) => period),
    events,
  );
}

function newest(points: readonly SeriesPoint[], parts: Parts): string {
  const change = points.at(-1)?.changes[parts.point];
  if (change === undefined) return '';
  const between = interval(changeText(change.lower, parts), changeText(change.upper, parts));
  return movedSentence(change.since, changeText(change.change, parts), between, change.verdict);
}

const breaksOf = (points: readonly SeriesPoint[]): string[] =>
  points.flatMap((point) => point.breaks.map((reason) => `[b] ${quarter(point.period)}: ${reason}`));

const movesOf = (points: readonly SeriesPoint[]): string[] => {
  const sentences = points.flatMap((point) => point.moved);
  return sentences.length === 0 ? [] : [...sentences, t('It is the same team under another name, so its quarters are joined.')];
};

interface SeriesTableProps {
  readonly points: readonly SeriesPoint[];
  readonly group: Cell['group'];
  readonly measure: Measure;
  readonly parts: Parts;
  readonly caption: string;
  readonly flags: readonly TrendFlag[];
}

function SeriesTable({ points, group, measure, parts, caption, flags }: SeriesTableProps) {
  const value = measure.values.find((one) => one.key === parts.point) ?? {
    key: parts.point,
    label: parts.label,
    format: parts.format,
  };
  const column: ValueColumn = { value, lower: parts.lower, upper: parts.upper };
  const cellOf = (point: SeriesPoint): Cell => ({ group, status: point.status, reason: point.reason, values: point.values });
  const columns: Column<SeriesPoint>[] = [
    { key: 'quarter', label: t('Quarter'), render: (point) => quarter(point.period) },
    ...(points.every(({ moved }) => moved.length === 0)
      ? []
      : [{ key: 'team', label: t('Published as'), render: ({ team }: SeriesPoint) => team ?? '–' }]),
    { key: 'estimate', label: value.label, numeric: true, render: (point) => <ValueText cell={cellOf(point)} column={column} /> },
    {
      key: 'interval',
      label: t('95\u00a0% interval'),
      numeric: true,
      render: (point) => <IntervalText cell={cellOf(point)} column={column} />,
    },
    { key: 'change', label: t('Since the last one shown'), numeric: true, render: (point) => changeIn(point, parts) },
    { key: 'moved', label: t('Moved'), render: (point) => movedIn(point, parts) },
    ...(flags.length === 0
      ? []
      : [
          {
            key: 'flags',
            label: t('Charters and decisions'),
            render: ({ period }: SeriesPoint) => flagsOfRow(flags, period) || '–',
          },
        ]),
  ];
  return <DataTable caption={caption} captionHidden columns={columns} rows={points} rowKey={(point) => point.period} />;
}

const NOT_COMPARED = t('not compared');

function changeIn(point: SeriesPoint, parts: Parts): string {
  const change = point.changes[parts.point];
  if (change === undefined) return NOT_COMPARED;
  return `${changeText(change.change, parts)} (${range(changeText(change.lower, parts), changeText(change.upper, parts))})`;
}

function movedIn(point: SeriesPoint, parts: Parts): string {
  const change = point.changes[parts.point];
  if (point.breaks.length > 0) return t('[b] break');
  return change === undefined ? NOT_COMPARED : movedInWords(change.verdict);
}
