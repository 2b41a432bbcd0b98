import { t } from '#language';
import { axisOf, type Axis, placeOn } from '../figures/axis.js';
import { fitted } from '../figures/fitted.js';
import type { Figure, FigureRow } from '../model/model.js';
import { group, INK, line, mark, paragraph, type Place, type Shape, textBox } from './shapes.js';

type Intervals = Extract<Figure, { kind: 'interval' }>;

/** More rows than these are not read on one slide. */
export const MOST_ROWS = 12;
const ROW = 0.33;
const LABELS = 3.7;
const TEXTS = 3.4;
const AXIS = 0.75;

/** Rows of dots with their intervals as shapes of the program's own, one figure together. */
export function intervalShapes(figure: Intervals, rows: readonly FigureRow[], { x, y, w }: Omit<Place, 'h'>): Shape {
  const plot: Plot = { axis: axisOf(figure), left: x + LABELS, right: x + w - TEXTS, top: y, bottom: y + rows.length * ROW };
  const shapes = [
    ...bandOf(figure, plot),
    ...plot.axis.ticks.flatMap(({ at, label }) => tickAt(plot, at, label)),
    ...(plot.axis.reference === null
      ? []
      : [upright(plot, plot.axis.reference, { alt: t('Where nothing would differ'), colour: INK.line })]),
    ...rows.flatMap((row, i) => rowAt(row, { ...plot, x, w, middle: y + (i + 0.5) * ROW })),
    textBox([paragraph(figure.axisLabel, { points: 14, colour: INK.soft, align: 'ctr' })], {
      ...{ x: x + 1, y: plot.bottom + 0.38, w: w - 2, h: 0.32 },
      alt: t('Axis: {label}', { label: figure.axisLabel }),
    }),
  ];
  return group(shapes, { alt: figure.alt, x, y, w, h: rows.length * ROW + AXIS });
}

interface Plot {
  readonly axis: Axis;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const across = ({ axis, left, right }: Plot, value: number): number => left + placeOn(axis, value) * (right - left);

function bandOf({ similar }: Intervals, plot: Plot): Shape[] {
  if (similar === null) return [];
  const [from, to] = [across(plot, similar.low), across(plot, similar.high)];
  const alt = t('Range from {low} to {high} that was agreed beforehand', {
    ...{ low: similar.low, high: similar.high },
  });
  return [mark('rect', { x: from, y: plot.top, w: to - from, h: plot.bottom - plot.top }, { alt, colour: INK.band })];
}

const upright = (plot: Plot, at: number, drawn: { readonly alt: string; readonly colour: string }): Shape =>
  line([across(plot, at), plot.top], [across(plot, at), plot.bottom], drawn);

const tickAt = (plot: Plot, at: number, label: string): Shape[] => [
  upright(plot, at, { alt: t('Line at {label}', { label }), colour: INK.grid }),
  textBox([paragraph(label, { points: 14, colour: INK.soft, align: 'ctr' })], {
    ...{ x: across(plot, at) - 0.4, y: plot.bottom + 0.05, w: 0.8, h: 0.3 },
    alt: t('Axis at {label}', { label }),
  }),
];

interface RowPlace extends Plot {
  readonly x: number;
  readonly w: number;
  readonly middle: number;
}

/** About as many letters as fit beside the plot. */
const MOST_LETTERS = 36;

function rowAt(row: FigureRow, place: RowPlace): Shape[] {
  const { x, w, right, middle } = place;
  const box = { y: middle - ROW / 2, h: ROW, anchor: 'ctr' as const };
  const indent = row.depth * 0.2;
  const label = textBox([paragraph(fitted(row.label, MOST_LETTERS), { points: 14, bold: row.total })], {
    ...{ ...box, x: x + indent, w: LABELS - indent - 0.1 },
    alt: row.label,
  });
  const beside = textBox([paragraph(row.text, { points: 14, colour: row.value === null ? INK.soft : INK.text })], {
    ...{ ...box, x: right + 0.15, w: x + w - right - 0.15 },
    alt: `${row.label}: ${row.text}`,
  });
  return [label, ...marksOf(row, place), beside];
}

/** A line without caps, and the mark of the value; what lies beyond the axis is told by a head and by its number. */
function marksOf(row: FigureRow, place: RowPlace): Shape[] {
  const { value, lower, upper, total, label, text } = row;
  if (value === null) return [];
  const { axis, middle } = place;
  const [low, high] = axis.domain;
  const drawn = { alt: `${label}: ${text}`, colour: total ? INK.second : INK.first };
  const at = across(place, value);
  const dot = mark(total ? 'diamond' : 'ellipse', { x: at - 0.08, y: middle - 0.08, w: 0.16, h: 0.16 }, drawn);
  const interval = lower === null ? [] : intervalOf({ lower, upper: upper ?? Infinity }, place, drawn);
  return [...interval, ...(value < low || value > high ? [] : [dot])];
}

interface Drawn {
  readonly alt: string;
  readonly colour: string;
}

function intervalOf(
  { lower, upper }: { readonly lower: number; readonly upper: number },
  place: RowPlace,
  drawn: Drawn,
): Shape[] {
  const { axis, middle } = place;
  const [low, high] = axis.domain;
  return [
    line([across(place, lower), middle], [across(place, upper), middle], { ...drawn, points: 2.25 }),
    ...(lower < low ? [head(across(place, low), middle, { ...drawn, turned: 270 })] : []),
    ...(upper > high ? [head(across(place, high), middle, { ...drawn, turned: 90 })] : []),
  ];
}

const head = (at: number, middle: number, drawn: Drawn & { readonly turned: number }): Shape =>
  mark('triangle', { x: at - 0.07, y: middle - 0.07, w: 0.14, h: 0.14 }, drawn);
