import { escaped } from '../files/xml.js';
import type { Figure, FigureRow } from '../model/model.js';
import { type Axis, axisOf, placeOn } from './axis.js';
import { fitted } from './fitted.js';

type Intervals = Extract<Figure, { kind: 'interval' }>;

const WIDTH = 720;
const LABELS = 190;
const TEXTS = 175;
const ROW = 17;
const TOP = 10;
const FOOT = 40;
const PLOT = { left: LABELS, right: WIDTH - TEXTS } as const;

/** Dark enough to be told apart in grey: a first and a second colour, lines and lettering. */
export const INK = {
  first: '#12436D',
  second: '#C4511B',
  text: '#1A2230',
  soft: '#4A5568',
  line: '#3D4654',
  grid: '#E4E7EC',
  band: '#ECEEF2',
};

/** Rows of dots with their intervals; the number stands beside each, so that nothing has to be read off an axis. */
export function intervalsSvg(figure: Intervals): string {
  const axis = axisOf(figure);
  const height = TOP + figure.rows.length * ROW + FOOT;
  const bottom = TOP + figure.rows.length * ROW;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escaped(figure.alt)}" font-family="Libertinus Serif, Georgia, serif" font-size="12">`,
    bandOf(figure, axis, bottom),
    ...axis.ticks.map(({ at, label }) => tickAt(x(axis, at), label, bottom)),
    axis.reference === null ? '' : line(x(axis, axis.reference), [TOP, bottom], INK.line),
    ...figure.rows.map((row, i) => rowAt(row, axis, TOP + i * ROW + ROW / 2)),
    text((PLOT.left + PLOT.right) / 2, bottom + 34, figure.axisLabel, { anchor: 'middle', fill: INK.soft }),
    '</svg>',
  ].join('');
}

const round = (value: number): string => String(Math.round(value * 100) / 100);
const x = (axis: Axis, value: number): number => PLOT.left + placeOn(axis, value) * (PLOT.right - PLOT.left);

function bandOf({ similar }: Intervals, axis: Axis, bottom: number): string {
  if (similar === null) return '';
  const [from, to] = [x(axis, similar.low), x(axis, similar.high)];
  return `<rect x="${round(from)}" y="${TOP}" width="${round(to - from)}" height="${bottom - TOP}" fill="${INK.band}"/>`;
}

const line = (at: number, [from, to]: readonly [number, number], colour: string): string =>
  `<line x1="${round(at)}" x2="${round(at)}" y1="${from}" y2="${to}" stroke="${colour}" stroke-width="1"/>`;

interface Lettering {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
  readonly bold?: boolean;
}

export function text(
  at: number,
  y: number,
  words: string,
  { anchor = 'start', fill = INK.text, bold = false }: Lettering = {},
): string {
  const weight = bold ? ' font-weight="bold"' : '';
  return `<text x="${round(at)}" y="${round(y)}" text-anchor="${anchor}" fill="${fill}"${weight}>${escaped(words)}</text>`;
}

const tickAt = (at: number, label: string, bottom: number): string =>
  line(at, [TOP, bottom], INK.grid) + text(at, bottom + 15, label, { anchor: 'middle', fill: INK.soft });

/** About as many letters as fit into the column of labels. */
const MOST_LETTERS = 32;

function rowAt(row: FigureRow, axis: Axis, y: number): string {
  const colour = row.total ? INK.second : INK.first;
  const label = text(row.depth * 10, y + 4, fitted(row.label, MOST_LETTERS - row.depth * 2), { bold: row.total });
  const beside = text(PLOT.right + 10, y + 4, row.text, { fill: row.value === null ? INK.soft : INK.text });
  if (row.value === null) return label + beside;
  const [low, high] = axis.domain;
  // What lies beyond the axis is told by its arrowhead and its number: a dot at the end would be a wrong one.
  const mark = row.value < low || row.value > high ? '' : markAt(row.total, x(axis, row.value), y);
  return [label, intervalAt(row, axis, y), mark, beside].join('').replaceAll('COLOUR', colour);
}

/** A line without caps; where it runs off the axis, an arrowhead says so. */
function intervalAt({ value, lower, upper }: FigureRow, axis: Axis, y: number): string {
  if (value === null || lower === null) return '';
  const [low, high] = axis.domain;
  const [from, to] = [x(axis, lower), x(axis, upper ?? high)];
  const left = lower < low ? `<path d="M${round(from)} ${y}l6 -4v8z" fill="COLOUR"/>` : '';
  const right = upper === null || upper > high ? `<path d="M${round(to)} ${y}l-6 -4v8z" fill="COLOUR"/>` : '';
  return `<line x1="${round(from)}" x2="${round(to)}" y1="${y}" y2="${y}" stroke="COLOUR" stroke-width="2"/>${left}${right}`;
}

function markAt(total: boolean, at: number, y: number): string {
  return total
    ? `<path d="M${round(at)} ${y - 6}l6 6l-6 6l-6 -6z" fill="COLOUR" stroke="#FFFFFF"/>`
    : `<circle cx="${round(at)}" cy="${y}" r="4.5" fill="COLOUR" stroke="#FFFFFF"/>`;
}
