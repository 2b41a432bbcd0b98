import { t } from '#language';
import { HIDDEN_SHORT } from '#wording';
import { Refusal } from '../../platform/index.js';
import { qrSvg } from '../figures/qr.js';
import { svgOf } from '../figures/svg.js';
import { CHAPTER_KEYS, CHAPTERS } from '../model/chapters.js';
import { columnShares } from '../model/column-shares.js';
import type { Figure, Method, PrintedRow, PrintedTable, Question, ReportModel } from '../model/model.js';
import { methodLines } from '../model/method-lines.js';
import { typesetAside } from './aside.js';
import { paperWords } from './paper-words.js';
import { REPORT_TEMPLATE } from './report-template.js';
import { roomOf } from './room.js';

/** More rows than these are no report any more, and setting them would take the memory of the worker. */
const MOST_ROWS = 6000;

/** What can be printed on: the same words, broken where the sheet ends. */
export type Paper = 'a4' | 'us-letter';

/** The report on paper, tagged for whoever reads it by ear. @throws Refusal `report-too-long` (2). */
export function reportPdf(model: ReportModel, paper: Paper): Promise<Buffer> {
  const rows = model.questions.reduce((all, { table }) => all + table.rows.length, 0);
  if (rows > MOST_ROWS)
    throw new Refusal('report-too-long', 'This report is too long for paper. Choose fewer chapters, or the workbook.', 2);
  return typesetAside(REPORT_TEMPLATE, paperOf(model, paper));
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
    keywords: [t('report code {code}', { code }), t('release {release}', { release: model.release.id })],
    paper,
    running: [`${organisation} \u00b7 ${title}`, t('report {code}', { code })],
    ...paperWords(),
    words: templateWords(code),
    foot: t(HIDDEN_SHORT),
    sample: sample ? t('Sample data: this organisation is invented.') : null,
    cover: coverOf(model),
    purpose: purposeOf(model),
    code,
    ...verifyOf(model),
    summary,
    verdicts: pairs(
      [t('Verdict'), t('Comparisons')],
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
  [t('Written for'), audience],
  [
    t('Release'),
    release.supersedes === null
      ? release.id
      : t('{release}, in place of {other}', { release: release.id, other: release.supersedes }),
  ],
  [t('Policy'), release.policyVersion],
  [t('Hash of the release'), releaseHash],
];

function purposeOf({ asked }: ReportModel): string[] {
  return asked.length === 0 ? [t('For information. This report asks for no decision.')] : [t('For decision'), ...asked];
}

/** How a printed page is checked. */
export function verifyOf({ code, verifyAt, release }: Pick<ReportModel, 'code' | 'verifyAt' | 'release'>) {
  const address = verifyAt === null ? null : `${verifyAt}?code=${code}`;
  const where =
    address === null
      ? t('Whether this report is genuine can be checked on the page \u201cVerify\u201d of Overstory, which asks for no account.')
      : t('Whether this report is genuine can be checked at {address}.', { address });
  const what = t(
    'The code stands on every page. It is a fingerprint of everything said here: the same report of release {release}, with the same decisions on record, always has this code, and any other has another.',
    { release: release.id },
  );
  return {
    verify: [`${where} ${what}`],
    qr: address === null ? null : { svg: qrSvg(address), alt: t('QR code of {address}', { address }) },
  };
}

function chaptersOf(questions: readonly Question[]) {
  return CHAPTER_KEYS.map((key) => ({
    title: t(CHAPTERS[key]),
    questions: questions.filter(({ chapter }) => chapter === key).map(questionOf),
  })).filter((chapter) => chapter.questions.length > 0);
}

function questionOf({ figure, table, ...question }: Question) {
  const figureDrawn = drawn(figure);
  const room = roomOf({ figure, table, ...question }, figureDrawn.svg);
  return { ...question, ...figureDrawn, room, table: paperTable(table) };
}

const drawn = (figure: Figure | null) => (figure === null ? { svg: null, alt: '' } : { svg: svgOf(figure), alt: figure.alt });

function paperTable({ columns, rows }: PrintedTable): PaperTable {
  const head = columns.map(({ label }) => label);
  const said = rows.filter(({ kind }) => kind !== 'part').map(({ label, cells }) => [label, ...cells]);
  const numeric = columns.map((column) => column.numeric);
  return { head, numeric, widths: columnShares({ head, numeric, rows: said }), rows };
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
    [t('Question'), t('Answer')],
    short.map(({ question, about, answer }) => [`${question} (${about})`, answer]),
  );

const openOf = ({ open, labels }: ReportModel): PaperTable =>
  pairs(
    [t('Question'), t('Why there is no answer')],
    open.map(({ key, question, about, why }) => [
      `${labels[key.split('/')[0] ?? '']?.label ?? key} (${about}): ${question}`,
      why,
    ]),
  );

const methodOf = (method: Method) => ({
  label: `${method.label} (${method.version})`,
  question: method.question,
  lines: methodLines(method),
});

/** The words that the template itself says. */
const templateWords = (code: string) => ({
  code: t('Report code {code}', { code }),
  short: t('In short'),
  contents: t('Contents'),
  figure: t('Figure'),
  others: t('Other questions, in a line each'),
  unknown: t('What we do not know'),
  allAnswered: t('Every question that was asked has an answer.'),
  noAnswer: t('These questions have no answer that can be shown. Nothing follows from that in either direction.'),
  protection: t('How people are protected'),
  checked: t('What was checked before publication'),
  methods: t('How these numbers were made'),
});
