import { locale, saying, t } from '#language';
import { escaped } from '../files/xml.js';
import type { CurvePoint, Figure, FigureRow } from '../model/model.js';
import type { SheetField } from '../xlsx/sheet.js';
import { workbookFile } from '../xlsx/workbook.js';
import { INK } from './shapes.js';

/** A chart of the program's own, and the workbook from which it can be edited. */
export interface Chart {
  readonly xml: string;
  readonly workbook: Buffer;
}

type Bars = Extract<Figure, { kind: 'interval' }>;
type Curve = Extract<Figure, { kind: 'curve' }>;

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
export const SHEET = 'Data';

/** Shares of 1 from zero, a bar for each group; a group that is hidden keeps its place and its mark. */
export function barChart({ rows, axisLabel }: Pick<Bars, 'rows' | 'axisLabel'>): Chart {
  const last = rows.length + 1;
  const categories = rows.map(({ label, text, value }) => (value === null ? `${label} ${text}` : label));
  const series = [
    `<c:ser><c:idx val="0"/><c:order val="0"/>${seriesName('B', axisLabel)}${solid(INK.first)}<c:invertIfNegative val="0"/>`,
    labels(rows),
    `<c:cat><c:strRef><c:f>${SHEET}!$A$2:$A$${last}</c:f>${cache('str', categories)}</c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${SHEET}!$B$2:$B$${last}</c:f>${cache('num', numbersOf(rows))}</c:numRef></c:val></c:ser>`,
  ].join('');
  const plot = `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="${rows.length < 3 ? 300 : 60}"/><c:axId val="111"/><c:axId val="222"/></c:barChart>`;
  const axes = `<c:catAx><c:axId val="111"/>${scaling('maxMin')}${axisPlace('l')}${letters()}<c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>${shareAxis(topOf(rows.map(({ upper, value }) => upper ?? value ?? 0)), 'b', ['max', 'between'])}`;
  return {
    xml: chartXml(plot + axes),
    workbook: workbookOf([t('Group'), axisLabel, t('Lower limit'), t('Upper limit'), t('Note')], rows.map(barRow)),
  };
}

/** The mark of an absence stands in a column of its own, as in every table of ours. */
const barRow = ({ label, value, lower, upper, text }: FigureRow): SheetField[] =>
  value === null ? [label, '', '', '', text] : [label, value, lower ?? '', upper ?? '', ''];

/** Released points with their limits; only the points are joined, since nothing is said of the time between. */
export function curveChart({ points, axisLabel }: Curve): Chart {
  const last = points.length + 1;
  const x = `<c:xVal><c:numRef><c:f>${SHEET}!$A$2:$A$${last}</c:f>${cache(
    'num',
    points.map(({ at }) => at),
  )}</c:numRef></c:xVal>`;
  const series = CURVES.map(({ key, name, column, symbol, joined }, i) =>
    [
      `<c:ser><c:idx val="${i}"/><c:order val="${i}"/>${seriesName(column, t(name))}`,
      `<c:spPr><a:ln w="28575">${joined ? `<a:solidFill><a:srgbClr val="${INK.first}"/></a:solidFill>` : '<a:noFill/>'}</a:ln></c:spPr>`,
      `<c:marker><c:symbol val="${symbol}"/><c:size val="9"/>${solid(joined ? INK.first : INK.line)}</c:marker>${x}`,
      `<c:yVal><c:numRef><c:f>${SHEET}!$${column}$2:$${column}$${last}</c:f>${cache(
        'num',
        points.map((point) => point[key]),
      )}</c:numRef></c:yVal><c:smooth val="0"/></c:ser>`,
    ].join(''),
  );
  const plot = `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series.join('')}<c:axId val="111"/><c:axId val="222"/></c:scatterChart>`;
  const across = `<c:valAx><c:axId val="111"/>${scaling('minMax', [0, points.at(-1)?.at ?? 1])}${axisPlace('b')}${axisTitle(axisLabel)}<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${letters()}<c:crossAx val="222"/><c:crosses val="autoZero"/><c:crossBetween val="midCat"/></c:valAx>`;
  const up = shareAxis(topOf(points.map(({ upper }) => upper)), 'l', ['autoZero', 'midCat']);
  return {
    xml: chartXml(plot + across + up, true),
    workbook: workbookOf(
      [t('At##point of time'), ...CURVES.map(({ name }) => t(name))],
      points.map((point) => [point.at, ...CURVES.map(({ key }) => point[key])]),
    ),
  };
}

interface CurveSeries {
  readonly key: keyof Pick<CurvePoint, 'value' | 'lower' | 'upper'>;
  readonly name: string;
  readonly column: string;
  readonly symbol: string;
  readonly joined: boolean;
}

const CURVES: readonly CurveSeries[] = [
  { key: 'value', name: saying('Share'), column: 'B', symbol: 'circle', joined: true },
  { key: 'lower', name: saying('Lower limit of the 95 % interval'), column: 'C', symbol: 'dash', joined: false },
  { key: 'upper', name: saying('Upper limit of the 95 % interval'), column: 'D', symbol: 'dash', joined: false },
];

const topOf = (values: readonly number[]): number => [0.25, 0.5, 1].find((top) => values.every((one) => one <= top)) ?? 1;

const numbersOf = (rows: readonly FigureRow[]): (number | null)[] => rows.map(({ value }) => value);

export const seriesName = (column: string, name: string): string =>
  `<c:tx><c:strRef><c:f>${SHEET}!$${column}$1</c:f>${cache('str', [name])}</c:strRef></c:tx>`;

/** What a program shows until somebody opens the workbook; a place without a value is left out. */
export function cache(kind: 'str' | 'num', values: readonly (string | number | null)[]): string {
  const points = values.flatMap((value, i) =>
    value === null ? [] : `<c:pt idx="${i}"><c:v>${escaped(String(value))}</c:v></c:pt>`,
  );
  const format = kind === 'num' ? '<c:formatCode>General</c:formatCode>' : '';
  return `<c:${kind}Cache>${format}<c:ptCount val="${values.length}"/>${points.join('')}</c:${kind}Cache>`;
}

/** Each bar says its number with its interval. */
function labels(rows: readonly FigureRow[]): string {
  const each = rows.flatMap(({ value, text }, i) =>
    value === null
      ? []
      : `<c:dLbl><c:idx val="${i}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="${locale()}" sz="1400"/><a:t>${escaped(text)}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="outEnd"/>${SHOWN}</c:dLbl>`,
  );
  return `<c:dLbls>${each.join('')}<c:numFmt formatCode="0%" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>${letters()}<c:dLblPos val="outEnd"/>${SHOWN}</c:dLbls>`;
}

export const SHOWN =
  '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';
export const letters = (): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1400"><a:solidFill><a:srgbClr val="${INK.text}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="${locale()}"/></a:p></c:txPr>`;
export const solid = (colour: string): string => `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr>`;

export const scaling = (orientation: string, [low, high]: readonly (number | null)[] = []): string =>
  `<c:scaling><c:orientation val="${orientation}"/>${high === undefined ? '' : `<c:max val="${high}"/>`}${low === undefined ? '' : `<c:min val="${low}"/>`}</c:scaling><c:delete val="0"/>`;
export const axisPlace = (side: string): string => `<c:axPos val="${side}"/>`;
const axisTitle = (text: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1400" b="0"/></a:pPr><a:r><a:rPr lang="${locale()}" sz="1400" b="0"/><a:t>${escaped(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;

/** From 0 to a fixed top: it depends on what is printed, never on what is hidden. */
const shareAxis = (top: number, side: string, [crosses, between]: readonly [string, string]): string =>
  `<c:valAx><c:axId val="222"/>${scaling('minMax', [0, top])}${axisPlace(side)}<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${INK.grid}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="0%" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${letters()}<c:crossAx val="111"/><c:crosses val="${crosses}"/><c:crossBetween val="${between}"/></c:valAx>`;

export function chartXml(plot: string, legend = false): string {
  const key = legend ? `<c:legend><c:legendPos val="t"/><c:overlay val="0"/>${letters()}</c:legend>` : '';
  return `<c:chartSpace ${NAMESPACES}><c:date1904 val="0"/><c:lang val="${locale()}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${plot}</c:plotArea>${key}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}

export function workbookOf(head: readonly string[], rows: readonly (readonly SheetField[])[]): Buffer {
  const sheet = { name: SHEET, widths: head.map(() => 24), rows: [head, ...rows] };
  return workbookFile({ title: t('Data of a chart'), subject: '', keywords: '', sheets: [sheet] });
}
