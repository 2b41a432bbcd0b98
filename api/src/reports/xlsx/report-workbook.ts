import { t } from '#language';
import type { ReleasedTable } from '../../kernel/index.js';
import type { AddedSection, PrintedRow, ReportModel } from '../model/model.js';
import { NOTES_EXPLAINED, tableName, tidyTable } from '../tidy-table.js';
import type { Sheet, SheetField } from './sheet.js';
import { workbookFile } from './workbook.js';

/** The report as a workbook: cover, contents, notes, then one tidy table on each sheet. */
export function reportWorkbook(model: ReportModel): Buffer {
  const tables = model.tables.map((table, i) => tableSheet(model, table, i));
  return workbookFile({
    title: `${model.title}: ${model.organisation}`,
    subject: t('Release {release}', { release: model.release.id }),
    keywords: t('report code {code}', { code: model.code }),
    sheets: [cover(model), contents(model, tables), notes(model), ...model.added.map(addedSheet), ...tables],
  });
}

const title = (text: string): SheetField => ({ text, style: 'title' });
const heading = (text: string): SheetField => ({ text, style: 'heading' });
const wrapped = (text: string): SheetField => ({ text, style: 'wrapped' });

function cover(model: ReportModel): Sheet {
  const { organisation, period, audience, sample, code, verifyAt, release } = model;
  return {
    name: t('Cover'),
    widths: [28, 100],
    rows: [
      [title(model.title)],
      ...(sample ? [[heading(t('Sample data: this organisation is invented.'))]] : []),
      [heading(t('Organisation')), organisation],
      [heading(t('Period')), `${period.label}, ${period.long}`],
      [heading(t('Written for')), audience],
      [heading(t('Release')), release.id],
      [heading(t('Report code')), code],
      ...(verifyAt === null ? [] : [[heading(t('Check it at')), `${verifyAt}?code=${code}`]]),
      [],
      ...(model.asked.length === 0 ? [] : [[heading(t('For decision'))], ...model.asked.map((one) => ['', wrapped(one)])]),
      [heading(t('In short'))],
      ...model.summary.map((sentence) => ['', wrapped(sentence)]),
    ],
  };
}

function contents({ tables }: ReportModel, sheets: readonly Sheet[]): Sheet {
  const rows = sheets.map(({ name }, i): SheetField[] => {
    const table = tables[i];
    return [{ text: name, style: 'link', link: `'${name}'!A1` }, table ? tableName(table) : '', t(table?.unit ?? '')];
  });
  return {
    name: t('Contents'),
    widths: [34, 60, 20],
    rows: [[title(t('Contents'))], [heading(t('Sheet')), heading(t('Table')), heading(t('Unit'))], ...rows],
    headAt: 2,
  };
}

function notes({ protection, questions, methods }: ReportModel): Sheet {
  const caveats = [...new Set(questions.flatMap((question) => question.caveats.slice(0, 2)))];
  return {
    name: t('Notes'),
    widths: [34, 110],
    rows: [
      [title(t('Notes'))],
      [heading(t('In the column value_note'))],
      ...NOTES_EXPLAINED.map(([note, meaning]) => [note, wrapped(t(meaning))]),
      [],
      [heading(t('How to read the numbers'))],
      ...[...caveats, ...protection.paragraphs].map((text) => ['', wrapped(text)]),
      [],
      [heading(t('Certificate'))],
      ...protection.facts.map(([name, fact]) => [name, wrapped(fact)]),
      ...protection.certificate.rules.map((rule) => [t('Rule'), wrapped(rule)]),
      ...protection.certificate.attack.checks.map((check) => [t('Checked'), wrapped(check)]),
      [],
      [heading(t('Methods'))],
      ...methods.map(({ version, question, population, numerator, denominator, interval, notFor }) => [
        version,
        wrapped(
          t('{question} {population} Numerator: {numerator} Denominator: {denominator} Interval: {interval} Not for: {uses}.', {
            ...{ question, population, numerator, denominator, interval, uses: notFor.join('; ') },
          }),
        ),
      ]),
    ],
  };
}

/** A part from the records: its words, then its table. */
function addedSheet({ title: name, paragraphs, table }: AddedSection): Sheet {
  const rows = table === null ? [] : [table.columns.map(({ label }) => heading(label)), ...table.rows.map(recordRow)];
  return {
    name: name
      .replace(/[^\p{L}\p{N}_ +-]/gu, '')
      .slice(0, 31)
      .trim(),
    widths: [60, 30, 30, 30, 30, 30],
    rows: [[title(name)], ...paragraphs.map((text) => [text]), [], ...rows],
    ...(table === null ? {} : { headAt: paragraphs.length + 3 }),
  };
}

const recordRow = ({ label, cells }: PrintedRow): SheetField[] => [wrapped(label), ...cells.map(wrapped)];

/** Line of the column names: above it stands what the table is. */
const HEAD_AT = 3;

function tableSheet(model: ReportModel, table: ReleasedTable, at: number): Sheet {
  const { header, rows } = tidyTable(table, model.dimensions);
  const words = model.labels[table.measure];
  const statistic = header.indexOf('statistic');
  return {
    name: sheetName(table, at),
    widths: header.map((name) => (name.endsWith('_label') || name === 'value_label' ? 28 : 16)),
    rows: [
      [heading(`${words?.label ?? table.measure}: ${words?.question ?? ''}`)],
      [
        t('{table}, {unit}. Release {release}, report code {code}.', {
          ...{ table: tableName(table), unit: t(table.unit), release: model.release.id, code: model.code },
        }),
      ],
      [...header.map(heading), heading('statistic_label')],
      ...rows.map((row) => [...row, words?.values[String(row[statistic])] ?? '']),
    ],
    headAt: HEAD_AT,
  };
}

/** `012 participation mentee team`: unique by its number, within what a sheet's name may be. */
function sheetName({ measure, variant, breakdown }: ReleasedTable, at: number): string {
  const name = `${String(at + 1).padStart(3, '0')} ${measure} ${variant} ${breakdown.join(' ')}`;
  return name
    .replace(/[^A-Za-z0-9_ +-]/g, '')
    .slice(0, 31)
    .trim();
}
