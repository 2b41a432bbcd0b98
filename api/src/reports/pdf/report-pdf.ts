import { HIDDEN_SHORT } from '#wording';
import { Refusal } from '../../platform/index.js';
import { qrSvg } from '../figures/qr.js';
import { svgOf } from '../figures/svg.js';
import { CHAPTER_KEYS, CHAPTERS } from '../model/chapters.js';
import type { Figure, Method, PrintedRow, PrintedTable, Question, ReportModel } from '../model/model.js';
import { REPORT_TEMPLATE } from './report-template.js';
import { typeset } from './typst.js';

/** More rows than these are no report any more, and setting them would take the memory of the worker. */
const MOST_ROWS = 6000;

/** What can be printed on: the same words, broken where the sheet ends. */
export type Paper = 'a4' | 'us-letter';

/** The report on paper, tagged for whoever reads it by ear. @throws Refusal `report-too-long` (2). */
export function reportPdf(model: ReportModel, paper: Paper): Promise<Buffer> {
  const rows = model.questions.reduce((all, { table }) => all + table.rows.length, 0);
  if (rows > MOST_ROWS)
    throw new Refusal('report-too-long', 'This report is too long for paper. Choose fewer chapters, or the workbook.', 2);
  return typeset(REPORT_TEMPLATE, paperOf(model, paper));
}

/** A table as the template takes it. */
interface PaperTable {
  readonly head: readonly string[];
  readonly numeric: readonly boolean[];
  readonly widths: readonly number[];
  readonly rows: readonly PrintedRow[];
}

/** Everything that stands on paper, as texts and drawings. */
function paperOf(model: ReportModel, paper: Paper) {
  const { title, organisation, period, code, sample, summary, protection, methods, added } = model;
  return {
    title: `${organisation}: ${title}`,
    period: `${period.label}, ${period.long}`,
    keywords: [`report code ${code}`, `release ${model.release.id}`],
    paper,
    running: [`${organisation} \u00b7 ${title}`, `report ${code}`],
    foot: HIDDEN_SHORT,
    sample: sample ? 'Sample data: this organisation is invented.' : null,
    cover: coverOf(model),
    purpose: purposeOf(model),
    code,
    ...verifyOf(model),
    summary,
    verdicts: pairs(
      ['Verdict', 'Comparisons'],
      model.verdicts.map(({ verdict, groups }) => [verdict, groups]),
    ),
    chapters: chaptersOf(model.questions),
    short: shortOf(model),
    open: openOf(model),
    added: added.map(({ figure, table, ...section }) => ({ ...section, ...drawn(figure), table: table && paperTable(table) })),
    protection: {
      paragraphs: protection.paragraphs,
      facts: protection.facts,
      checks: [...protection.certificate.rules, ...protection.certificate.attack.checks],
    },
    methods: methods.map(methodOf),
  };
}

const coverOf = ({ audience, release, releaseHash }: ReportModel): [string, string][] => [
  ['Written for', audience],
  ['Release', `${release.id}${release.supersedes === null ? '' : `, in place of ${release.supersedes}`}`],
  ['Policy', release.policyVersion],
  ['Hash of the release', releaseHash],
];

function purposeOf({ asked }: ReportModel): string[] {
  return asked.length === 0 ? ['For information. This report asks for no decision.'] : ['For decision', ...asked];
}

/** How a printed page is checked. */
export function verifyOf({ code, verifyAt, release }: Pick<ReportModel, 'code' | 'verifyAt' | 'release'>) {
  const address = verifyAt === null ? null : `${verifyAt}?code=${code}`;
  const where = address === null ? 'on the page \u201cVerify\u201d of Overstory, which asks for no account' : `at ${address}`;
  return {
    verify: [
      `Whether this report is genuine can be checked ${where}. The code stands on every page. It is a fingerprint of everything said here: the same report of release ${release.id}, with the same decisions on record, always has this code, and any other has another.`,
    ],
    qr: address === null ? null : { svg: qrSvg(address), alt: `QR code of ${address}` },
  };
}

function chaptersOf(questions: readonly Question[]) {
  return CHAPTER_KEYS.map((key) => ({
    title: CHAPTERS[key],
    questions: questions.filter(({ chapter }) => chapter === key).map(questionOf),
  })).filter((chapter) => chapter.questions.length > 0);
}

const questionOf = ({ figure, table, ...question }: Question) => ({ ...question, ...drawn(figure), table: paperTable(table) });

const drawn = (figure: Figure | null) => (figure === null ? { svg: null, alt: '' } : { svg: svgOf(figure), alt: figure.alt });

function paperTable({ columns, rows }: PrintedTable): PaperTable {
  return {
    head: columns.map(({ label }) => label),
    numeric: columns.map(({ numeric }) => numeric),
    widths: columns.map((_, i) => (i === 0 ? 1.5 : 1.1)),
    rows,
  };
}

/** A table of two columns of words. */
function pairs(head: readonly [string, string], rows: readonly (readonly [string, string])[]): PaperTable {
  return {
    head,
    numeric: [false, false],
    widths: [1, 1],
    rows: rows.map(([label, cell]) => ({ label, depth: 0, kind: 'group', cells: [cell] })),
  };
}

const shortOf = ({ short }: ReportModel): PaperTable =>
  pairs(
    ['Question', 'Answer'],
    short.map(({ question, about, answer }) => [`${question} (${about})`, answer]),
  );

const openOf = ({ open, labels }: ReportModel): PaperTable =>
  pairs(
    ['Question', 'Why there is no answer'],
    open.map(({ key, question, about, why }) => [
      `${labels[key.split('/')[0] ?? '']?.label ?? key} (${about}): ${question}`,
      why,
    ]),
  );

function methodOf({ label, version, question, population, numerator, denominator, interval, notFor, watch }: Method) {
  return {
    label: `${label} (${version})`,
    question,
    lines: [
      `Who: ${population}`,
      `Counted: ${numerator}`,
      `Of: ${denominator}`,
      `Interval: ${interval}`,
      `Not for: ${notFor.join('; ')}.`,
      `Watch beside it: ${watch}`,
    ],
  };
}
