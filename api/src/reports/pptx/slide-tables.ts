import { t } from '#language';
import { columnShares, type PlainTable } from '../model/column-shares.js';
import type { PrintedTable } from '../model/model.js';
import { type Place, type Shape, table } from './shapes.js';

/** Where the body of a slide is. */
export const BODY = { x: 0.6, y: 1.6, w: 12.13, h: 5.2 } as const;

const LETTER = 0.1;
const LINE = 0.235;
const MARGIN = 0.105;

/** Texts in rows; what is below another row keeps its place by a sign, since a table of a slide knows no depth. */
export function flat({ columns, rows }: PrintedTable): PlainTable {
  return {
    head: columns.map(({ label }) => label),
    numeric: columns.map(({ numeric }) => numeric),
    rows: rows.map(({ label, depth, cells }) => [`${'\u2003'.repeat(depth)}${label}`, ...cells]),
  };
}

/** Under a line or two that stand beneath the title. */
export const LOWER = { ...BODY, y: 2.1, h: 4.7 } as const;

/** A table in as many slides as it takes; each has the head. */
export function tableShapes(content: PlainTable, alt: string, place: Place = BODY): Shape[] {
  const widths = widthsOf(content);
  const chunks = inChunks(content.rows, (row) => heightOf(row, widths), place.h - heightOf(content.head, widths));
  return chunks.map((rows, i) =>
    table(
      {
        ...content,
        rows,
        widths,
        alt: chunks.length === 1 ? alt : t('{title}, part {no} of {of}', { title: alt, no: i + 1, of: chunks.length }),
      },
      place,
    ),
  );
}

function widthsOf(content: PlainTable): number[] {
  const shares = columnShares(content);
  const all = shares.reduce((sum, one) => sum + one, 0);
  return shares.map((share) => (BODY.w * share) / all);
}

/** As high as its longest text, broken where its column ends. */
function heightOf(row: readonly string[], widths: readonly number[]): number {
  const lines = row.map((text, i) => Math.ceil((text.length * LETTER) / Math.max((widths[i] ?? 1) - 0.1, 0.3)));
  return Math.max(1, ...lines) * LINE + MARGIN;
}

function inChunks<Item>(items: readonly Item[], sizeOf: (item: Item) => number, room: number): Item[][] {
  const chunks: Item[][] = [];
  let left = 0;
  for (const item of items) {
    const size = sizeOf(item);
    if (chunks.length === 0 || size > left) {
      chunks.push([]);
      left = room;
    }
    chunks.at(-1)?.push(item);
    left -= size;
  }
  return chunks;
}
