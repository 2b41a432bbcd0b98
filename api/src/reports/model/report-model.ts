import { t } from '#language';
import { quarter, span } from '#wording';
import { inLanguage } from '../../translation/index.js';
import type { Records } from '../record/records.js';
import { recordedParts } from '../record/recorded.js';
import type { Group, ReleasedTable, ReleaseFile } from '../../kernel/index.js';
import { AUDIENCES, tablesFor } from './audience.js';
import { CHAPTER_KEYS, chapterOf } from './chapters.js';
import { reportCode } from './code.js';
import type { Method, OpenQuestion, Question, ReportDefinition, ReportModel, ShortAnswer } from './model.js';
import { protectionOf } from './protection.js';
import { type Asked, openQuestionOf, questionOf } from './question.js';
import { spokenWords } from './spoken-words.js';
import { tablesAbout, titleOf, wholeGroup } from './subject.js';
import { LEADING, summaryOf, verdictsOf } from './summary.js';
import type { MeasureWords } from './words.js';

/** What a report is made from: a published release, and words. */
export interface ReportSource {
  readonly file: ReleaseFile;
  readonly organisation: string;
  readonly measures: readonly MeasureWords[];
  /** Where somebody who holds a printed page can check it; null where nobody said. */
  readonly verifyAt: string | null;
  /** What was decided and agreed beside the release; without them the report is of the release alone. */
  readonly records?: Records;
}

/** Everything that the report says. No number is computed: all are the release's, filtered to what the audience may see. */
export function buildReport(source: ReportSource, definition: ReportDefinition): ReportModel {
  return inLanguage(definition.language, () => {
    const measures = source.measures.map(spokenWords);
    const content = contentOf({ ...source, measures }, definition);
    const code = reportCode(content);
    return { ...content, protection: protectionOf(source.file, code), code };
  });
}

function contentOf(
  source: ReportSource,
  { recordsUntil: _moment, language, ...definition }: ReportDefinition,
): Omit<ReportModel, 'code'> {
  const { file, organisation, measures, verifyAt } = source;
  const { subject } = definition;
  const seen = tablesFor(definition, file.tables).filter((table) => isWanted(table, measures, definition));
  const tables = tablesAbout(subject, seen);
  const all = askedOf(source, tables, wholeGroup(subject));
  const recorded = recordedParts(source, definition);
  const quarters = source.records?.quarters ?? [];
  const pages = all.map((asked) => questionOf(asked, quarters) ?? openQuestionOf(asked));
  const answered = pages.filter((page): page is Question => 'title' in page);
  const questions = answered.filter(({ key }) => definition.extent === 'full' || LEADING.includes(key));
  const open = pages.filter((page): page is OpenQuestion => !('title' in page));
  return {
    format: 'overstory-report/1',
    title: titleOf(subject, file.release.period, file.dimensions),
    organisation,
    sample: file.release.sample,
    audience: t(AUDIENCES[definition.audience].label) + (definition.branch ? ` (${definition.branch})` : ''),
    period: periodOf(source),
    definition: language === 'en' ? definition : { ...definition, language },
    release: file.release,
    releaseHash: file.hash,
    policy: file.policy,
    // A finding of the audit may lead its question too; it is said once.
    summary: [...new Set([...recorded.summary, ...summaryOf(all, answered, open)])],
    verdicts: verdictsOf(all),
    asked: recorded.asked,
    questions,
    short: answered.filter((page) => !questions.includes(page)).map((page) => shortAnswer(page, measures)),
    open,
    added: recorded.added,
    methods: methodsOf(
      all.filter(({ words }) => definition.extent === 'full' || questions.some((one) => one.measure === words.key)),
    ),
    protection: protectionOf(file, null),
    // Names of teams are none of the business of whoever sees no team.
    dimensions: file.dimensions.filter(({ key }) => tables.some(({ breakdown }) => breakdown.includes(key))),
    tables,
    labels: labelsOf(all),
    verifyAt,
  };
}

/** The first sentence of a page; where it has none, how much of its table is shown. */
function shortAnswer(page: Question, measures: readonly MeasureWords[]): ShortAnswer {
  const { key, chapter, question, sentences } = page;
  const words = measures.find((one) => one.key === page.measure);
  const about = `${words?.label ?? page.measure}, ${words?.variants.find((one) => one.key === page.variant)?.label ?? page.variant}`;
  return { key, chapter, question, about, answer: sentences[0] ?? t('Some groups have an answer; the workbook holds them.') };
}

function periodOf({ file: { release } }: ReportSource): ReportModel['period'] {
  const { period: key, asOf } = release;
  return { key, label: quarter(key), long: span(firstMonth(asOf), asOf) };
}

/** The first month of the quarter whose last day this is. */
function firstMonth(asOf: string): string {
  const [year, month] = asOf.split('-').map(Number) as [number, number];
  return month < 3 ? `${year - 1}-${String(month + 10)}` : `${year}-${String(month - 2).padStart(2, '0')}`;
}

function isWanted(
  { measure }: ReleasedTable,
  measures: readonly MeasureWords[],
  { chapters }: Pick<ReportDefinition, 'chapters'>,
): boolean {
  const words = measures.find(({ key }) => key === measure);
  return words !== undefined && chapters.includes(chapterOf(words));
}

/** By chapter, then in the order of the contracts. */
function askedOf({ file, measures }: ReportSource, tables: readonly ReleasedTable[], whole: Group): Asked[] {
  const ordered = CHAPTER_KEYS.flatMap((chapter) => inOrder(measures.filter((words) => chapterOf(words) === chapter)));
  return ordered.flatMap((words) =>
    words.variants.flatMap((variant) => {
      const own = tables.filter((table) => table.measure === words.key && table.variant === variant.key);
      const sorted = [...own].sort((a, b) => a.breakdown.length - b.breakdown.length);
      const { dimensions, release: header, policy } = file;
      return own.length === 0 ? [] : [{ words, variant, tables: sorted, whole, dimensions, header, policy }];
    }),
  );
}

/** How many take part comes before how groups compare, both before everything else. */
const FIRST = ['participation', 'parity'];

const inOrder = (measures: readonly MeasureWords[]): MeasureWords[] => [...measures].sort((a, b) => place(a) - place(b));

const place = ({ key }: MeasureWords): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);

function methodsOf(all: readonly Asked[]): Method[] {
  const words = [...new Set(all.map((asked) => asked.words))];
  return words.map(({ key, label, question, method, population, numerator, denominator, interval, notFor, counterMeasure }) => ({
    measure: key,
    label,
    question,
    version: method,
    population,
    numerator,
    denominator,
    interval,
    notFor,
    watch: counterMeasure,
  }));
}

function labelsOf(all: readonly Asked[]): ReportModel['labels'] {
  return Object.fromEntries(
    all.map(({ words }) => [
      words.key,
      {
        label: words.label,
        question: words.question,
        values: Object.fromEntries(words.values.map(({ key, label }) => [key, label])),
      },
    ]),
  );
}
