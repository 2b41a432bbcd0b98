import { saying } from '#language';
import { csvPack } from './files/csv-pack.js';
import { reportPage } from './files/report-page.js';
import type { ReportModel } from './model/model.js';
import { reportPdf } from './pdf/report-pdf.js';
import { reportDeck } from './pptx/report-deck.js';
import { reportWorkbook } from './xlsx/report-workbook.js';

/** A kind of file that a report can be. */
interface Format {
  readonly label: string;
  readonly extension: string;
  readonly type: string;
  readonly write: (model: ReportModel) => Buffer | Promise<Buffer>;
}

export type FormatKey = 'pdf' | 'letter' | 'pptx' | 'html' | 'xlsx' | 'csv';

export const FORMATS: Readonly<Record<FormatKey, Format>> = {
  pdf: {
    label: saying('PDF, for reading and printing'),
    extension: 'pdf',
    type: 'application/pdf',
    write: (model) => reportPdf(model, 'a4'),
  },
  letter: {
    label: saying('PDF on US Letter'),
    extension: 'letter.pdf',
    type: 'application/pdf',
    write: (model) => reportPdf(model, 'us-letter'),
  },
  pptx: {
    label: saying('Slides, about ten with an appendix'),
    extension: 'pptx',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    write: reportDeck,
  },
  html: {
    label: saying('Page that prints like the PDF'),
    extension: 'html',
    type: 'text/html; charset=utf-8',
    write: reportPage,
  },
  xlsx: {
    label: saying('Excel workbook, one table on each sheet'),
    extension: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: reportWorkbook,
  },
  csv: {
    label: saying('CSV, one file for each table, in an archive'),
    extension: 'zip',
    type: 'application/zip',
    write: csvPack,
  },
};

export const FORMAT_KEYS = Object.keys(FORMATS) as readonly FormatKey[];
export const isFormat = (text: string): text is FormatKey => Object.hasOwn(FORMATS, text);
