import { csvLine } from '../csv-line.js';
import type { ReportModel } from '../model/model.js';
import { csvFileName, tableAsCsv } from '../table-as-csv.js';
import { NOTES_EXPLAINED, tableName } from '../tidy-table.js';
import { zipped } from './zip.js';

/** One tidy CSV for each table, with a list of them and the certificate, in one archive. */
export function csvPack(model: ReportModel): Buffer {
  const { release, sample, dimensions, tables } = model;
  const files = tables.map((table) => [
    csvFileName({ period: release.period, table }),
    tableAsCsv({ period: release.period, releaseId: release.id, sample, table, dimensions }),
  ]);
  return zipped({
    'CONTENTS.csv': contents(model),
    'NOTES.csv': notes(model),
    ...(Object.fromEntries(files) as Record<string, string>),
  });
}

const MARK = '\uFEFF';

function contents({ tables, release, labels }: ReportModel): string {
  const rows = tables.map((table) => [
    csvFileName({ period: release.period, table }),
    tableName(table),
    table.unit,
    labels[table.measure]?.question ?? '',
  ]);
  return MARK + [['file', 'table', 'unit', 'question'], ...rows].map(csvLine).join('');
}

function notes({ protection, code, organisation, audience }: ReportModel): string {
  const rows = [
    ['organisation', organisation],
    ['written_for', audience],
    ['report_code', code],
    ...protection.facts.map(([name, fact]) => [name, fact]),
    ...NOTES_EXPLAINED.map(([note, meaning]) => [`value_note ${note}`, meaning]),
  ];
  return MARK + [['what', 'is'], ...rows].map((row) => csvLine(row)).join('');
}
