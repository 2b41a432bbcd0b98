import { t } from '#language';
import { HIDDEN_SHORT } from '#wording';
import { svgOf } from '../figures/svg.js';
import { methodLines } from '../model/method-lines.js';
import { languageTag } from '../model/spoken-words.js';
import { CHAPTER_KEYS, CHAPTERS } from '../model/chapters.js';
import type { PrintedTable, Question, ReportModel } from '../model/model.js';
import { verifyOf } from '../pdf/report-pdf.js';
import { escaped } from './xml.js';

const STYLE = `
:root { color-scheme: light; }
body { font: 16px/1.5 Georgia, "Libertinus Serif", serif; color: #1A2230; background: #fff; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 2rem; line-height: 1.2; } h2 { font-size: 1.5rem; } h3 { font-size: 1.2rem; } h1, h2, h3 { break-after: avoid; }
.quiet { color: #4A5568; font-size: .875rem; } .sample { background: #F7D583; padding: .5rem .75rem; font-weight: 600; }
.box { border: 1px solid #3D4654; padding: .75rem; display: flex; gap: 1rem; align-items: center; } .box svg { width: 7rem; flex: none; height: auto; }
figure { margin: 1rem 0; break-inside: avoid; overflow-x: auto; } figure svg { width: 100%; min-width: 34rem; height: auto; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .875rem; margin: .75rem 0; }
th, td { text-align: left; vertical-align: top; padding: .2rem .5rem .2rem 0; border-bottom: 1px solid #D0D5DD; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
td.n, thead th.n { text-align: right; } tbody th { font-weight: normal; } tr.total th, tr.part th { font-weight: bold; } tr { break-inside: avoid; }
thead { display: table-header-group; }
@media print { body { font-size: 10.5pt; max-width: none; margin: 0; padding: 0; } section.page { break-before: page; } .wide, figure { overflow: visible; } }
@page { size: A4; margin: 20mm 18mm; @bottom-right { content: counter(page); } }
`;

/** The report as one page that needs nothing else, for a screen and for paper; it says what the PDF says. */
export function reportPage(model: ReportModel): Buffer {
  const { title, organisation } = model;
  return Buffer.from(`<!doctype html>
<html lang="${languageTag()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="keywords" content="${escaped(t('report code {code}, release {release}', { code: model.code, release: model.release.id }))}">
<title>${escaped(`${organisation}: ${title}`)}</title>
<style>${STYLE}</style>
</head>
<body>
${[cover(model), added(model), chapters(model), short(model), open(model), protection(model), methods(model)].join('\n')}
</body>
</html>
`);
}

const paragraph = (text: string, className = ''): string => `<p${className && ` class="${className}"`}>${escaped(text)}</p>`;
const list = (items: readonly string[], className = ''): string =>
  `<ul${className && ` class="${className}"`}>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
const page = (title: string, ...parts: readonly string[]): string =>
  `<section class="page"><h2>${escaped(title)}</h2>${parts.join('\n')}</section>`;

function cover(model: ReportModel): string {
  const { qr, verify } = verifyOf(model);
  const asked =
    model.asked.length === 0
      ? paragraph(t('For information. This report asks for no decision.'))
      : `<p><strong>${escaped(t('For decision'))}</strong></p>${list(model.asked)}`;
  return [
    `<header><h1>${escaped(`${model.organisation}: ${model.title}`)}</h1>${paragraph(`${model.period.label}, ${model.period.long}`)}`,
    model.sample ? paragraph(t('Sample data: this organisation is invented.'), 'sample') : '',
    paragraph(
      t('Written for: {audience}. Release {release}, policy {policy}.', {
        ...{ audience: model.audience, release: model.release.id, policy: model.release.policyVersion },
      }),
      'quiet',
    ),
    asked,
    `<div class="box">${qr === null ? '' : `<div role="img" aria-label="${escaped(qr.alt)}">${qr.svg}</div>`}<div><strong>${escaped(t('Report code {code}', { code: model.code }))}</strong>${verify.map((text) => paragraph(text, 'quiet')).join('')}</div></div></header>`,
    page(t('In short'), list(model.summary), verdicts(model)),
  ].join('\n');
}

const verdicts = ({ verdicts: rows }: ReportModel): string =>
  rows.length === 0
    ? ''
    : plainTable(
        [t('Verdict'), t('Comparisons')],
        rows.map(({ verdict, groups }) => [verdict, groups]),
      );

function plainTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const heads = head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('');
  const body = rows.map(
    ([first = '', ...cells]) => `<tr>${rowHead(first)}${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
  );
  return `<div class="wide"><table><thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

const rowHead = (label: string, depth = 0): string =>
  `<th scope="row"${depth > 0 ? ` style="padding-left:${depth}rem"` : ''}>${escaped(label)}</th>`;

const chapters = ({ questions }: ReportModel): string =>
  CHAPTER_KEYS.map((key) => questions.filter(({ chapter }) => chapter === key).map(question))
    .map((own, i) => (own.length === 0 ? '' : page(t(CHAPTERS[CHAPTER_KEYS[i] ?? 'foundation']), ...own)))
    .join('\n');

const question = ({ title, question: asked, subtitle, sentences, figure, howToRead, table, caveats }: Question): string =>
  [
    `<section><h3>${escaped(title)}</h3><p><em>${escaped(asked)}</em></p>`,
    paragraph(subtitle, 'quiet'),
    ...sentences.map((sentence) => paragraph(sentence)),
    figure === null ? '' : `<figure>${svgOf(figure)}<figcaption class="quiet">${escaped(howToRead)}</figcaption></figure>`,
    list(caveats, 'quiet'),
    `${printed(table)}</section>`,
  ].join('\n');

function printed({ caption, columns, rows }: PrintedTable): string {
  const numeric = (i: number): string => (columns[i]?.numeric ? ' class="n"' : '');
  const head = columns.map(({ label }, i) => `<th scope="col"${numeric(i)}>${escaped(label)}</th>`).join('');
  const body = rows.map(({ label, depth, kind, cells }) =>
    kind === 'part'
      ? `<tr class="part"><th scope="rowgroup" colspan="${columns.length}">${escaped(label)}</th></tr>`
      : `<tr class="${kind}">${rowHead(label, depth)}${cells.map((cell, i) => `<td${numeric(i + 1)}>${escaped(cell)}</td>`).join('')}</tr>`,
  );
  return `<div class="wide"><table><caption class="quiet">${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

const short = ({ short: rows }: ReportModel): string =>
  rows.length === 0
    ? ''
    : page(
        t('Other questions, in a line each'),
        plainTable(
          [t('Question'), t('Answer')],
          rows.map(({ question: asked, about, answer }) => [`${asked} (${about})`, answer]),
        ),
      );

const open = ({ open: rows, labels }: ReportModel): string =>
  page(
    t('What we do not know'),
    rows.length === 0
      ? paragraph(t('Every question that was asked has an answer.'))
      : plainTable(
          [t('Question'), t('Why there is no answer')],
          rows.map(({ key, question: asked, about, why }) => [
            `${labels[key.split('/')[0] ?? '']?.label ?? key} (${about}): ${asked}`,
            why,
          ]),
        ),
  );

const added = (model: ReportModel): string =>
  model.added
    .map(({ title, paragraphs, figure, table }) =>
      page(
        title,
        ...paragraphs.map((text) => paragraph(text)),
        figure === null ? '' : `<figure>${svgOf(figure)}</figure>`,
        table ? printed(table) : '',
      ),
    )
    .join('\n');

const protection = ({ protection: { paragraphs, facts, certificate } }: ReportModel): string =>
  page(
    t('How people are protected'),
    ...paragraphs.map((text) => paragraph(text)),
    paragraph(t(HIDDEN_SHORT)),
    plainTable([t('Certificate'), ''], facts),
    list([...certificate.rules, ...certificate.attack.checks], 'quiet'),
  );

const methods = ({ methods: all }: ReportModel): string =>
  page(
    t('How these numbers were made'),
    ...all.map(
      (method) =>
        `<section><h3>${escaped(`${method.label} (${method.version})`)}</h3>${paragraph(method.question)}${list(methodLines(method), 'quiet')}</section>`,
    ),
  );
