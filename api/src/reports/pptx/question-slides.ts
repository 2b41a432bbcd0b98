import { t } from '#language';
import type { Figure, FigureRow, Method, PrintedTable, Question } from '../model/model.js';
import { barChart, curveChart } from './chart.js';
import type { Draft } from './drafts.js';
import { intervalShapes, MOST_ROWS } from './interval-shapes.js';
import { FIRST_CHART } from './package.js';
import { chartFrame, type Shape } from './shapes.js';
import { BODY, flat, LOWER, tableShapes } from './slide-tables.js';
import { underneath } from './underneath.js';

/** A question on a slide: the finding as its title, the figure, and everything else in the notes. */
export function questionSlide(question: Question, methods: readonly Method[]): Draft {
  const { title, figure, table } = question;
  const notes = notesOf(question, methods);
  const said = underTitle(question);
  const drawn = figure === null ? null : drawingOf(figure);
  const shapes = drawn?.shapes ?? tableShapes(flat(table), table.caption, LOWER).slice(0, 1);
  return { title, shapes: [underneath(said), ...shapes], notes, ...(drawn && { charts: drawn.charts }) };
}

/** What it is about; who is counted in full stands in the notes. */
function underTitle({ subtitle, figure }: Question): string {
  const [first = ''] = subtitle.split(/(?<=\.) /);
  const all = `${first} ${
    subtitle
      .slice(first.length)
      .trim()
      .split(/(?<=[.;:]) /)[0] ?? ''
  }`.trim();
  const more = figure?.kind === 'interval' && figure.rows.length > MOST_ROWS ? ` ${t('More groups are in the appendix.')}` : '';
  return `${all.length > MOST_LETTERS ? first : all}${more}`;
}

/** As many as two lines hold. */
const MOST_LETTERS = 190;

/** Rows of a figure by slide: as many on each as on any other. */
function rowsBySlide({ rows }: Extract<Figure, { kind: 'interval' }>): FigureRow[][] {
  const slides = Math.ceil(rows.length / MOST_ROWS);
  const each = Math.ceil(rows.length / slides);
  return Array.from({ length: slides }, (_, i) => rows.slice(i * each, (i + 1) * each));
}

/** What of a figure found no room on its slide. */
export function restOfFigure({ title, subtitle, figure }: Question): Draft[] {
  if (figure?.kind !== 'interval' || holdsAsBars(figure)) return [];
  const [, ...more] = rowsBySlide(figure);
  return more.map((rows, i) => ({
    title: t('{title}, part {no} of {of}', { title, no: i + 2, of: more.length + 1 }),
    shapes: [intervalShapes(figure, rows, FIGURE)],
    notes: [subtitle],
  }));
}

/** Every row of a table, in as many slides as it takes. */
export function tableSlides(title: string, table: PrintedTable): Draft[] {
  const shapes = tableShapes(flat(table), table.caption);
  return shapes.map((shape, i) => ({
    title:
      shapes.length === 1
        ? t('Table: {title}', { title })
        : t('Table: {title}, part {no} of {of}', { title, no: i + 1, of: shapes.length }),
    shapes: [shape],
    notes: [table.caption],
  }));
}

const FIGURE = { x: BODY.x, y: 2.1, w: BODY.w };

/** Bars from zero and points over time can be edited as what they are; intervals are drawn, since a chart has none that holds. */
export function drawingOf(figure: Figure): { readonly shapes: readonly Shape[]; readonly charts: Draft['charts'] & object } {
  const frame = chartFrame(`rId${FIRST_CHART}`, { ...FIGURE, h: 4.8, alt: figure.alt });
  if (figure.kind === 'curve') return { shapes: [frame], charts: [curveChart(figure)] };
  if (holdsAsBars(figure)) return { shapes: [frame], charts: [barChart(figure)] };
  return { shapes: [intervalShapes(figure, rowsBySlide(figure)[0] ?? [], FIGURE)], charts: [] };
}

/** Shares of a whole, few enough for one slide. A share cannot be below nothing, so bars begin where they should. */
const holdsAsBars = ({ format, similar, rows }: Extract<Figure, { kind: 'interval' }>): boolean =>
  format === 'fraction' &&
  similar === null &&
  rows.length <= MOST_ROWS &&
  rows.every(({ value }) => value === null || value >= 0);

function notesOf(
  { question, subtitle, sentences, howToRead, caveats, measure, table }: Question,
  methods: readonly Method[],
): string[] {
  const method = methods.find((one) => one.measure === measure);
  const made = method
    ? [
        t('How it was made ({version}). Counted: {numerator} Of: {denominator} Interval: {interval}', {
          ...{ version: method.version, numerator: method.numerator },
          ...{ denominator: method.denominator, interval: method.interval },
        }),
      ]
    : [];
  return [question, subtitle, ...sentences, howToRead, ...caveats, ...made, `${table.caption}.`, ...tableInWords(table)];
}

/** A table as it is read aloud. */
export const tableInWords = ({ columns, rows }: PrintedTable): string[] =>
  rows.map(({ label, kind, cells }) =>
    kind === 'part'
      ? `${label}:`
      : `${label}. ${cells.map((cell, i) => `${columns[i + 1]?.label ?? ''}: ${cell || t('none##in a table')}`).join('; ')}.`,
  );
