export { FORMAT_KEYS, FORMATS, type FormatKey, isFormat } from './formats.js';
export { definitionOf, readReport, type ReportFile, type ReportWish, writeReport } from './make-report.js';
export { type Audience, type AudienceKey, AUDIENCE_KEYS, AUDIENCES, mayReceive, readerOf } from './model/audience.js';
export { CHAPTER_KEYS, CHAPTERS, type ChapterKey } from './model/chapters.js';
export { readCode } from './model/code.js';
export type { ReportDefinition, ReportModel } from './model/model.js';
export { buildReport, type ReportSource } from './model/report-model.js';
export { spokenWords } from './model/spoken-words.js';
export type { MeasureWords } from './model/words.js';
export type { Records } from './record/records.js';
export {
  askForPack,
  claimDelivery,
  endPack,
  listPacks,
  madeOfPacks,
  type MadeOfPack,
  type Pack,
  type PackDefinition,
  readersWith,
  savePack,
} from './packs.js';
export { documentAsPdf } from './pdf/document-pdf.js';
export {
  askForReport,
  fetchReport,
  keepReport,
  listReports,
  type MadeReport,
  makeReport,
  reportsLike,
  type TellReport,
} from './register.js';
export { isReportFile, type VerifiedReport, verifyReport } from './seal.js';
export { seriesFileName, seriesInFile, type SeriesToWrite } from './series-in-file.js';
export { tableAsCsv, tableFileName, type TableToWrite, tidyAsCsv } from './table-as-csv.js';
export { seriesWorkbook, tableWorkbook } from './xlsx/figure-workbook.js';
