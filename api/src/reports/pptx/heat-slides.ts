import { saying, t } from '#language';
import type { HeatRow, HeatTable } from '../model/model.js';
import { smallInSentence } from '../model/spoken-words.js';
import type { Draft } from './drafts.js';
import { type FilledPlace, table } from './shapes.js';
import { BODY } from './slide-tables.js';
import { underneath } from './underneath.js';

/** The seven classes around parity, as the pages colour them; the middle one is left white. */
const FILLS: readonly (FilledPlace | null)[] = [
  { fill: '8F3A0E', letters: 'FFFFFF' },
  { fill: 'E39A66', letters: '1A2230' },
  { fill: 'F5D3B8', letters: '1A2230' },
  null,
  { fill: 'CFE0F2', letters: '1A2230' },
  { fill: '86B4DE', letters: '1A2230' },
  { fill: '12436D', letters: 'FFFFFF' },
];

/** More rows than these find no room under a title of two lines. */
const MOST_ROWS = 13;
const TOP = 2.1;
const SHARES = { label: 2.4, value: 1 } as const;

const HOW_TO_READ = saying(
  'The rate of each group divided by that of everyone else. Colour and arrow stand only where the verdict names a difference; = is similar, ~ cannot be told yet.',
);

/** Two groupings crossed, as a table of the program's own: a value and a sign at each place, the colour repeats them. */
export function heatSlides(heat: HeatTable): Draft[] {
  const parts = Math.ceil(heat.rows.length / MOST_ROWS);
  return Array.from({ length: parts }, (_, i) => {
    const rows = heat.rows.slice(i * MOST_ROWS, (i + 1) * MOST_ROWS);
    return {
      title: parts === 1 ? heat.title : t('{title}, part {no} of {of}', { title: heat.title, no: i + 1, of: parts }),
      shapes: [underneath(t(HOW_TO_READ)), heatShape(heat, rows)],
      notes: [`${heat.caption}.`, t(HOW_TO_READ), ...rows.map((row) => rowInWords(heat, row))],
    };
  });
}

const heatShape = ({ caption, corner, columns }: HeatTable, rows: readonly HeatRow[]) =>
  table(
    {
      alt: caption,
      head: [corner, ...columns],
      widths: [SHARES.label, ...columns.map(() => SHARES.value)],
      numeric: [false, ...columns.map(() => true)],
      rows: rows.map(({ label, depth, cells }) => [`${'\u2003'.repeat(depth)}${label}`, ...cells.map(({ text }) => text)]),
      fills: rows.map(({ cells }) => [null, ...cells.map(({ tone }) => (tone === null ? null : (FILLS[tone - 1] ?? null)))]),
    },
    { x: BODY.x, y: TOP, w: BODY.w },
  );

/** A row as it is read aloud: a sign is told by its word. */
const rowInWords = ({ columns }: HeatTable, { label, cells }: HeatRow): string =>
  `${label}. ${cells.map(({ text, verdict }, i) => `${columns[i] ?? ''}: ${text}${verdict === '' ? '' : ` ${smallInSentence(verdict)}`}`).join('; ')}.`;
