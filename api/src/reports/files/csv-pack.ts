import { t } from '#language';
import { csvLine } from '../csv-line.js';
import type { AddedSection, ReportModel } from '../model/model.js';
import { tableAsCsv, tableFileName } from '../table-as-csv.js';
import { NOTES_EXPLAINED, tableName } from '../tidy-table.js';
import { zipped } from './zip.js';

/** One tidy CSV for each table, with a list of them and the certificate, in one archive. */
export function csvPack(model: ReportModel): Buffer {
  const { release, sample, dimensions, tables } = model;
  const files = tables.map((table) => [
    tableFileName({ period: release.period, table }, 'csv'),
    tableAsCsv({ period: release.period, releaseId: release.id, sample, table, dimensions }),
  ]);
  return zipped({
    'CONTENTS.csv': contents(model),
    'NOTES.csv': notes(model),
    ...(Object.fromEntries(model.added.map((section, i) => [recordName(section, i), recordAsCsv(section)])) as Record<
      string,
      string
    >),
    ...(Object.fromEntries(files) as Record<string, string>),
  });
}

const MARK = '\uFEFF';

function contents({ tables, release, labels }: ReportModel): string {
  const rows = tables.map((table) => [
    tableFileName({ period: release.period, table }, 'csv'),
    tableName(table),
    table.unit,
    labels[table.measure]?.question ?? '',
  ]);
  return MARK + [['file', 'table', 'unit', 'question'], ...rows].map(csvLine).join('');
}

/** `RECORD-1-tracks-evidence-and-decisions.csv`. */
const recordName = ({ title }: AddedSection, at: number): string =>
  `RECORD-${at + 1}-${title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)}.csv`;

/** What was decided and agreed: words in a table, or a sentence in each line. */
function recordAsCsv({ paragraphs, table }: AddedSection): string {
  const rows =
    table === null
      ? [['what'], ...paragraphs.map((text) => [text])]
      : [table.columns.map(({ label }) => label), ...table.rows.map(({ label, cells }) => [label, ...cells])];
  return MARK + rows.map((row) => csvLine(row)).join('');
}

function notes({ asked, protection, code, organisation, audience }: ReportModel): string {
  const rows = [
    ['organisation', organisation],
    ['written_for', audience],
    ['report_code', code],
    ...asked.map((one) => ['for_decision', one]),
    ...protection.facts.map(([name, fact]) => [name, fact]),
    ...NOTES_EXPLAINED.map(([note, meaning]) => [`value_note ${note}`, t(meaning)]),
  ];
  return MARK + [['what', 'is'], ...rows].map((row) => csvLine(row)).join('');
}
