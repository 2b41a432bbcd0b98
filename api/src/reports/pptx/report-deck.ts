import { t } from '#language';
import { ABOUT_NOTE, CENSUS_NOTE, count, HIDDEN_SHORT } from '#wording';
import { qrSquares } from '../figures/qr.js';
import type { AddedSection, Question, ReportModel } from '../model/model.js';
import { verifyOf } from '../pdf/report-pdf.js';
import { type Draft, finished } from './drafts.js';
import { deckFile } from './package.js';
import { heatSlides } from './heat-slides.js';
import { drawingOf, questionSlide, restOfFigure, tableInWords, tableSlides } from './question-slides.js';
import { bullet, INK, paragraph, type Shape, squares, textBox } from './shapes.js';
import { BODY, flat, tableShapes } from './slide-tables.js';
import { trendSlide } from './trend-slide.js';
import { underneath } from './underneath.js';

/** Slides about questions that are talked about, one trend and one heatmap among them; the others are in the appendix. */
const MOST_SLIDES = 4;
const FIRST: readonly string[] = [
  'participation/mentee',
  'parity/mentee',
  'progression/starters',
  'promotion_comparison/over_time',
];

/** Slides for a meeting: what is asked, what was found, what was done, what is not known; everything else is the appendix. */
export function reportDeck(model: ReportModel): Buffer {
  const { title, organisation, release, code, questions, added } = model;
  const spoken = spokenSlides(model);
  const drafts = [
    ...[cover(model), inShort(model)],
    ...spoken.first,
    ...added.map(addedSlide),
    unknowns(model),
    ...(model.asked.length > 0 ? [decisions(model)] : []),
    ...spoken.rest,
    ...questions.flatMap(restOfFigure),
    ...questions.flatMap((one) => tableSlides(one.title, one.table)),
    ...added.flatMap(({ title: name, table }) => (table === null ? [] : tableSlides(name, table))),
    ...methodSlides(model),
    protection(model),
  ];
  return deckFile({
    title: `${organisation}: ${title}`,
    subject: t('Release {release}', { release: release.id }),
    keywords: t('report code {code}', { code }),
    slides: finished(drafts, model),
  });
}

/** What is talked about, in the order of its telling, and what is left to the appendix. */
function spokenSlides({ questions, methods }: ReportModel): {
  readonly first: readonly Draft[];
  readonly rest: readonly Draft[];
} {
  const ordered = inOrder(questions);
  const trends = ordered.flatMap(({ trend, subtitle }) => (trend === null ? [] : [trendSlide(trend, firstOf(subtitle))]));
  const heats = ordered.flatMap(({ heats: all }) => all.flatMap(heatSlides));
  const crossed = [...trends.slice(0, 1), ...heats.slice(0, 1)];
  const told = ordered.slice(0, MOST_SLIDES - crossed.length);
  const rest = questions.filter((one) => !told.includes(one));
  return {
    first: [...told.map((one) => questionSlide(one, methods)), ...crossed],
    rest: [...rest.map((one) => questionSlide(one, methods)), ...trends.slice(1), ...heats.slice(1)],
  };
}

/** The measure and whom it is about: how every subtitle begins. */
const firstOf = (subtitle: string): string => subtitle.split(/[.;] /)[0] ?? '';

/** Those that a meeting begins with, then those with a figure, then all others. */
function inOrder(questions: readonly Question[]): Question[] {
  const first = FIRST.flatMap((key) => questions.find((one) => one.key === key) ?? []);
  const more = questions.filter((one) => !first.includes(one));
  return [...first, ...more.filter(({ figure }) => figure !== null), ...more.filter(({ figure }) => figure === null)];
}

const body = (paragraphs: readonly string[], alt: string, h: number = BODY.h): Shape => textBox(paragraphs, { ...BODY, h, alt });

/** More than these are not read on a slide; the notes and the PDF hold all. */
const MOST_BULLETS = 4;

function cover(model: ReportModel): Draft {
  const { asked, title, organisation, period, audience, release, code } = model;
  const facts = [
    `${organisation}. ${title}.`,
    t('{period}, {long}. Written for: {audience}.', { period: period.label, long: period.long, audience }),
    t('Release {release}, report code {code}.', { release: release.id, code }),
  ];
  const purpose =
    asked.length === 0
      ? [paragraph(t('For information. This report asks for no decision.'), { points: 20, bold: true })]
      : [paragraph(t('For decision'), { points: 20, bold: true }), ...bullets(asked)];
  return {
    title:
      asked.length === 0
        ? t('For information: {title}', { title })
        : t('We ask for {n, plural, one {one decision} other {{n} decisions}}: {title}', { n: asked.length, title }),
    shapes: [
      body(
        facts.map((fact) => paragraph(fact)),
        facts.join(' '),
        1.3,
      ),
      textBox(purpose, {
        ...BODY,
        y: 3.05,
        h: 3.7,
        alt: asked.length === 0 ? t('For information') : t('For decision: {asked}', { asked: asked.join(' ') }),
        outlined: true,
      }),
    ],
    notes: [...facts, ...asked, ...verifyOf(model).verify],
  };
}

function bullets(texts: readonly string[]): string[] {
  const more = texts.length - MOST_BULLETS;
  const shown = texts.slice(0, MOST_BULLETS).map((text) => bullet(text));
  return more > 0
    ? [...shown, paragraph(t('{n} more in the notes of this slide.', { n: count(more) }), { colour: INK.soft })]
    : shown;
}

function inShort({ summary, verdicts, questions }: ReportModel): Draft {
  return {
    title: t('In short: {title}', { title: questions[0]?.title ?? t('what can be said') }),
    shapes: [body(bullets(summary), summary.join(' '))],
    notes: [...summary, ...verdicts.map(({ verdict, groups }) => `${verdict}: ${groups}`)],
  };
}

/** What is on record: its figure where it has one, else the beginning of its table. The whole table is in the appendix. */
function addedSlide({ title, paragraphs, figure, table }: AddedSection): Draft {
  const drawn = figure === null ? null : drawingOf(figure);
  const shapes =
    drawn?.shapes ??
    (table === null ? [body(bullets(paragraphs), paragraphs.join(' '))] : tableShapes(flat(table), table.caption).slice(0, 1));
  return {
    title,
    shapes: drawn === null ? shapes : [underneath(paragraphs[0] ?? ''), ...shapes],
    notes: [...paragraphs, ...(table === null ? [] : tableInWords(table))],
    ...(drawn && { charts: drawn.charts }),
  };
}

function unknowns({ open, questions, short, labels }: ReportModel): Draft {
  const all = open.length + questions.length + short.length;
  const said = [
    t('{some} of {all} questions have no answer that can be shown. Nothing follows from that in either direction.', {
      ...{ some: count(open.length), all: count(all) },
    }),
    t(ABOUT_NOTE),
    t(CENSUS_NOTE),
    t(HIDDEN_SHORT),
  ];
  return {
    title:
      open.length === 0
        ? t('Every question that was asked has an answer')
        : t('What we do not know, and what could make this wrong'),
    shapes: [
      body(
        said.map((text) => bullet(text)),
        said.join(' '),
      ),
    ],
    notes: open.map(
      ({ key, question, about, why }) => `${labels[key.split('/')[0] ?? '']?.label ?? key} (${about}): ${question} ${why}`,
    ),
  };
}

const decisions = ({ asked }: ReportModel): Draft => ({
  title: t('Decisions asked for'),
  shapes: [body(bullets(asked), asked.join(' '))],
  notes: asked,
});

function methodSlides({ methods }: ReportModel): Draft[] {
  const content = {
    head: [t('Figure##measure'), t('Question'), t('Version')],
    numeric: [false, false, false],
    rows: methods.map(({ label, question, version }) => [label, question, version]),
  };
  const notes = methods.map(({ label, version, population, numerator, denominator, interval, notFor, watch }) =>
    t(
      '{label} ({version}). Who: {population} Counted: {numerator} Of: {denominator} Interval: {interval} Not for: {uses}. Watch beside it: {watch}',
      { label, version, population, numerator, denominator, interval, uses: notFor.join('; '), watch },
    ),
  );
  return tableShapes(content, t('How these numbers were made')).map((shape) => ({
    title: t('How these numbers were made'),
    shapes: [shape],
    notes,
  }));
}

function protection(model: ReportModel): Draft {
  const { paragraphs, facts, certificate } = model.protection;
  const { verify } = verifyOf(model);
  const address = model.verifyAt === null ? null : `${model.verifyAt}?code=${model.code}`;
  const said = [...paragraphs.slice(0, 3), `${t('Report code {code}.', { code: model.code })} ${verify[0] ?? ''}`];
  const wide = address === null ? BODY.w : BODY.w - 2.6;
  return {
    title: t('How people are protected'),
    shapes: [
      textBox(
        said.map((text) => bullet(text, { points: 16 })),
        { ...BODY, w: wide, alt: said.join(' ') },
      ),
      ...(address === null ? [] : [code(qrSquares(address), t('QR code of {address}', { address }))]),
    ],
    notes: [
      ...paragraphs,
      ...facts.map(([name, fact]) => `${name}: ${fact}`),
      ...certificate.rules,
      ...certificate.attack.checks,
    ],
  };
}

const code = ({ size, dark }: ReturnType<typeof qrSquares>, alt: string): Shape =>
  squares(size, dark, { x: 10.5, y: 1.7, w: 2.2, h: 2.2, alt });
