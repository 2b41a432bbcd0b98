import { locale, saying, t } from '#language';
import { HOW_TO_READ_TREND, written } from '#wording';
import { linearAxis } from '../figures/axis.js';
import { escaped } from '../files/xml.js';
import type { Trend, TrendPoint } from '../model/model.js';
import {
  axisPlace,
  cache,
  type Chart,
  chartXml,
  letters,
  scaling,
  seriesName,
  SHEET,
  SHOWN,
  solid,
  workbookOf,
} from './chart.js';
import type { Draft } from './drafts.js';
import { FIRST_CHART } from './package.js';
import { chartFrame, INK } from './shapes.js';
import { BODY } from './slide-tables.js';
import { underneath } from './underneath.js';

const FIGURE = { x: BODY.x, y: 2.1, w: BODY.w, h: 4.8 };

/** How an answer moved over the quarters, as a line chart that can be edited. */
export function trendSlide(trend: Trend, about: string): Draft {
  const { title, sentences, alt, points } = trend;
  const [first = ''] = sentences;
  return {
    title,
    about,
    shapes: [underneath(first), chartFrame(`rId${FIRST_CHART}`, { ...FIGURE, alt })],
    notes: [...sentences, t(HOW_TO_READ_TREND), ...points.flatMap(inWords)],
    charts: [trendChart(trend)],
  };
}

const inWords = ({ label, text, breaks }: TrendPoint): string[] => [...breaks.map((why) => `[b] ${why}`), `${label}: ${text}.`];

/** A place on the axis: a quarter, or the mark of a break before one. */
interface Place {
  readonly label: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly note: string;
}

/** A break has a place of its own without a value: the line ends there, in every program. */
const placesOf = (points: readonly TrendPoint[]): Place[] =>
  points.flatMap(({ label, value, lower, upper, text, breaks }) => [
    ...(breaks.length === 0 ? [] : [{ label: '[b]', value: null, lower: null, upper: null, note: breaks.join(' ') }]),
    { label: value === null ? `${label} ${text}` : label, value, lower, upper, note: value === null ? text : '' },
  ]);

const SERIES = [
  { key: 'value', column: 'B', symbol: 'circle', joined: true },
  { key: 'lower', name: saying('Lower limit of the 95 % interval'), column: 'C', symbol: 'dash', joined: false },
  { key: 'upper', name: saying('Upper limit of the 95 % interval'), column: 'D', symbol: 'dash', joined: false },
] as const;

/** Estimates joined, their limits joined upright: three series of released values, and nothing computed from them. */
function trendChart({ points, axisLabel, format }: Trend): Chart {
  const places = placesOf(points);
  const last = places.length + 1;
  const names = SERIES.map((one) => ('name' in one ? t(one.name) : axisLabel));
  const categories = `<c:cat><c:strRef><c:f>${SHEET}!$A$2:$A$${last}</c:f>${cache(
    'str',
    places.map(({ label }) => label),
  )}</c:strRef></c:cat>`;
  const series = SERIES.map(({ key, column, symbol, joined }, i) =>
    [
      `<c:ser><c:idx val="${i}"/><c:order val="${i}"/>${seriesName(column, names[i] ?? '')}`,
      `<c:spPr><a:ln w="28575">${joined ? colour(INK.first) : '<a:noFill/>'}</a:ln></c:spPr>`,
      `<c:marker><c:symbol val="${symbol}"/><c:size val="${joined ? 9 : 12}"/>${solid(joined ? INK.first : INK.line)}</c:marker>`,
      joined ? labels(places, format) : '',
      categories,
      `<c:val><c:numRef><c:f>${SHEET}!$${column}$2:$${column}$${last}</c:f>${cache(
        'num',
        places.map((place) => place[key]),
      )}</c:numRef></c:val><c:smooth val="0"/></c:ser>`,
    ].join(''),
  );
  const limits = `<c:hiLowLines><c:spPr><a:ln w="15875">${colour(INK.line)}</a:ln></c:spPr></c:hiLowLines>`;
  const plot = `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}${limits}<c:marker val="1"/><c:axId val="111"/><c:axId val="222"/></c:lineChart>`;
  return {
    xml: chartXml(`${plot}${quarterAxis()}${valueAxis(places, format)}`, true),
    workbook: workbookOf(
      [t('Quarter'), ...names, t('Note')],
      places.map((place) => [place.label, ...SERIES.map(({ key }) => place[key] ?? ''), place.note]),
    ),
  };
}

const colour = (value: string): string => `<a:solidFill><a:srgbClr val="${value}"/></a:solidFill>`;

/** Each dot says its number; its interval stands in the notes. */
function labels(places: readonly Place[], format: string): string {
  const each = places.flatMap(({ value }, i) =>
    value === null
      ? []
      : `<c:dLbl><c:idx val="${i}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="${locale()}" sz="1400"/><a:t>${escaped(written(value, format))}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="r"/>${SHOWN}</c:dLbl>`,
  );
  return `<c:dLbls>${each.join('')}${letters()}<c:dLblPos val="r"/>${SHOWN}</c:dLbls>`;
}

const quarterAxis = (): string =>
  `<c:catAx><c:axId val="111"/>${scaling('minMax')}${axisPlace('b')}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${letters()}<c:crossAx val="222"/><c:crosses val="min"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>`;

/** A fixed axis: it depends on what is measured and printed, never on what is hidden. */
function valueAxis(places: readonly Place[], format: string): string {
  const printed = places.flatMap(({ value, lower, upper }) => [value, lower, upper]).filter((one) => one !== null);
  const [low, high] = linearAxis(format, printed);
  const lines = `<c:majorGridlines><c:spPr><a:ln w="6350">${colour(INK.grid)}</a:ln></c:spPr></c:majorGridlines>`;
  const code = format === 'fraction' || format === 'difference' ? '0%' : 'General';
  return `<c:valAx><c:axId val="222"/>${scaling('minMax', [low, high])}${axisPlace('l')}${lines}<c:numFmt formatCode="${code}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${letters()}<c:crossAx val="111"/><c:crosses val="min"/><c:crossBetween val="between"/><c:majorUnit val="${(high - low) / (low < 0 ? 4 : 5)}"/></c:valAx>`;
}
