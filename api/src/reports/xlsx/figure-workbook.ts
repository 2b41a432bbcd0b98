import { t } from '#language';
import { spokenWords } from '../model/spoken-words.js';
import type { MeasureWords } from '../model/words.js';
import { seriesInFile, type SeriesToWrite } from '../series-in-file.js';
import { tableInFile, type TableToWrite } from '../table-as-csv.js';
import { NOTES_EXPLAINED, tableName, type TidyTable } from '../tidy-table.js';
import type { Sheet, SheetField } from './sheet.js';
import { workbookFile } from './workbook.js';

/** What one figure is about, for its cover. */
interface Figure {
  readonly name: string;
  readonly period: string;
  readonly releases: string;
  readonly sample: boolean;
  readonly tidy: TidyTable;
}

/** The table of one figure as a workbook: cover with contents, notes, then the table. */
export function tableWorkbook(written: TableToWrite, words: MeasureWords): Buffer {
  const { period, releaseId, sample, table } = written;
  const tidy = tableInFile(written);
  return figureWorkbook({ name: `${tableName(table)}, ${t(table.unit)}`, period, releases: releaseId, sample, tidy }, words);
}

/** A figure over the quarters as a workbook of the same form. */
export function seriesWorkbook(series: SeriesToWrite, words: MeasureWords): Buffer {
  const { measure, variant, group, sample, quarters } = series;
  const [first, last] = [quarters[0]?.period ?? '', quarters.at(-1)?.period ?? ''];
  const figure = {
    name: t('{table}, over the quarters', { table: tableName({ measure, variant, breakdown: Object.keys(group) }) }),
    period: t('{first} to {last}', { first, last }),
    releases: quarters.map(({ releaseId }) => releaseId).join(', '),
    sample,
    tidy: seriesInFile(series),
  };
  return figureWorkbook(figure, words);
}

function figureWorkbook(figure: Figure, plain: MeasureWords): Buffer {
  const words = spokenWords(plain);
  return workbookFile({
    title: `${words.label}: ${figure.name}`,
    subject: t('Release {release}', { release: figure.releases }),
    keywords: words.method,
    sheets: [cover(figure, words), notes(words), tableSheet(figure, words)],
  });
}

const title = (text: string): SheetField => ({ text, style: 'title' });
const heading = (text: string): SheetField => ({ text, style: 'heading' });
const wrapped = (text: string): SheetField => ({ text, style: 'wrapped' });
const link = (name: string): SheetField => ({ text: name, style: 'link', link: `'${name}'!A1` });

function cover({ name, period, releases, sample }: Figure, words: MeasureWords): Sheet {
  return {
    name: t('Cover'),
    widths: [28, 100],
    rows: [
      [title(words.label)],
      ...(sample ? [[heading(t('Sample data: this organisation is invented.'))]] : []),
      [heading(t('Question')), wrapped(words.question)],
      [heading(t('Table')), wrapped(name)],
      [heading(t('Period')), period],
      [heading(t('Release')), wrapped(releases)],
      [heading(t('Method')), words.method],
      [],
      [heading(t('Contents'))],
      [link(t('Notes')), t('What the numbers are, and what stands in place of one that is not there')],
      [link(t('Table')), t('Every value once, its interval and verdict beside it')],
    ],
  };
}

function notes(words: MeasureWords): Sheet {
  return {
    name: t('Notes'),
    widths: [34, 110],
    rows: [
      [title(t('Notes'))],
      [heading(t('In the column value_note'))],
      ...NOTES_EXPLAINED.map(([note, meaning]) => [note, wrapped(t(meaning))]),
      [],
      [heading(t('Population')), wrapped(words.population)],
      [heading(t('Numerator')), wrapped(words.numerator)],
      [heading(t('Denominator')), wrapped(words.denominator)],
      [heading(t('Interval')), wrapped(words.interval)],
      [heading(t('Without an answer')), wrapped(words.whenThereIsNoAnswer)],
      [heading(t('Read beside')), wrapped(words.counterMeasure)],
      ...words.notFor.map((use) => [heading(t('Not for')), wrapped(use)]),
    ],
  };
}

const HEAD_AT = 2;

function tableSheet({ name, tidy: { header, rows } }: Figure, words: MeasureWords): Sheet {
  const statistic = header.indexOf('statistic');
  const labels = new Map(words.values.map(({ key, label }) => [key, label]));
  return {
    name: t('Table'),
    widths: [...header.map((column) => (column.endsWith('_label') || column === 'release' ? 28 : 16)), 36],
    rows: [
      [heading(name)],
      [...header.map(heading), heading('statistic_label')],
      ...rows.map((row) => [...row, labels.get(String(row[statistic])) ?? '']),
    ],
    headAt: HEAD_AT,
  };
}
