import { escaped } from '../files/xml.js';

/** A place of a sheet; an empty text is an empty cell. */
export type SheetField = string | number | { readonly text: string; readonly style: keyof typeof STYLE; readonly link?: string };

export interface Sheet {
  /** At most 31 characters, none of []:*?/\ */
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly SheetField[])[];
  /** The row, from 1, that names the columns of a table; what is above stays in sight. */
  readonly headAt?: number;
}

/** Numbers of the cell formats in `workbook.ts`. */
export const STYLE = { plain: 0, heading: 1, title: 2, wrapped: 3, link: 4 } as const;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export function sheetXml({ widths, rows, headAt }: Sheet): string {
  const links = rows.flatMap((row, r) => row.flatMap((field, c) => linkOf(field, place(c, r)) ?? []));
  const last = place(Math.max(1, ...rows.map((row) => row.length)) - 1, Math.max(1, rows.length) - 1);
  const table = headAt === undefined ? '' : `<autoFilter ref="A${headAt}:${last}"/>`;
  return [
    `<worksheet xmlns="${MAIN}">`,
    view(headAt),
    `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${rows.map((row, r) => `<row r="${r + 1}">${row.map((field, c) => cellXml(field, place(c, r))).join('')}</row>`).join('')}</sheetData>`,
    table,
    links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '</worksheet>',
  ].join('');
}

const view = (headAt: number | undefined): string =>
  headAt === undefined
    ? ''
    : `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headAt}" topLeftCell="A${headAt + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;

/** `A1` for the first column and row. */
function place(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

function cellXml(field: SheetField, at: string): string {
  if (typeof field === 'number') return `<c r="${at}"><v>${field}</v></c>`;
  const { text, style } = typeof field === 'string' ? { text: field, style: 'plain' as const } : field;
  if (text === '') return '';
  // A text in a cell of its own is never read as a formula, whatever it begins with.
  return `<c r="${at}" t="inlineStr" s="${STYLE[style]}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function linkOf(field: SheetField, at: string): string | null {
  if (typeof field !== 'object' || field.link === undefined) return null;
  return `<hyperlink ref="${at}" location="${escaped(field.link)}" display="${escaped(field.text)}"/>`;
}
