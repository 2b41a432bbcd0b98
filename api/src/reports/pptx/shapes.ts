import { locale } from '#language';
import { escaped } from '../files/xml.js';

/** Inches: how slides are measured here. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A shape, once it is given its number; whatever is on a slide has a number of its own. */
export type Shape = (next: () => number) => string;

/** Nothing that is read on a slide is smaller, in points. */
export const LEAST_POINTS = 14;

/** Dark enough to be told apart in grey. */
export const INK = {
  first: '12436D',
  second: 'C4511B',
  text: '1A2230',
  soft: '4A5568',
  line: '3D4654',
  grid: 'D0D5DD',
  band: 'ECEEF2',
};

const UNITS = 914_400;
export const emu = (inches: number): number => Math.round(inches * UNITS);

const frame = ({ x, y, w, h }: Place, flip = ''): string =>
  `<a:xfrm${flip}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm>`;

const fill = (colour: string | null): string =>
  colour === null ? '<a:noFill/>' : `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

const outline = (colour: string | null, points = 1): string => `<a:ln w="${Math.round(points * 12_700)}">${fill(colour)}</a:ln>`;

/** A number, a name in the list of shapes, and what it says to whoever cannot see it. */
const named = (id: number, name: string, alt: string): string =>
  `<p:cNvPr id="${id}" name="${escaped(`${name} ${id}`)}" descr="${escaped(alt)}"/>`;

export interface Lettering {
  readonly points?: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: 'l' | 'ctr' | 'r';
}

/** One paragraph in one kind of letters. */
export function paragraph(text: string, { points = 18, bold = false, colour = INK.text, align = 'l' }: Lettering = {}): string {
  const size = Math.max(points, LEAST_POINTS) * 100;
  const run = `<a:rPr lang="${locale()}" sz="${size}"${bold ? ' b="1"' : ''} dirty="0">${fill(colour)}</a:rPr>`;
  return `<a:p><a:pPr algn="${align}"/><a:r>${run}<a:t>${escaped(text)}</a:t></a:r></a:p>`;
}

/** The same after a bullet. */
export const bullet = (text: string, lettering: Lettering = {}): string =>
  paragraph(text, lettering).replace(
    /<a:pPr algn="\w+"\/>/,
    '<a:pPr marL="285750" indent="-285750"><a:spcAft><a:spcPts val="600"/></a:spcAft><a:buFont typeface="Arial"/><a:buChar char="\u2022"/></a:pPr>',
  );

interface Box extends Place {
  readonly alt: string;
  readonly anchor?: 't' | 'ctr' | 'b';
  readonly outlined?: boolean;
  readonly filled?: string;
}

/** Paragraphs in a box. */
export const textBox =
  (paragraphs: readonly string[], { alt, anchor = 't', outlined = false, filled, ...place }: Box): Shape =>
  (next) =>
    [
      `<p:sp><p:nvSpPr>${named(next(), 'Text', alt)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>`,
      `<p:spPr>${frame(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill(filled ?? null)}${outline(outlined ? INK.line : null)}</p:spPr>`,
      `<p:txBody><a:bodyPr wrap="square" lIns="45720" tIns="0" rIns="45720" bIns="0" anchor="${anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>`,
      `${paragraphs.join('') || '<a:p/>'}</p:txBody></p:sp>`,
    ].join('');

/** More letters than these take a third line in the letters of a title. */
const LONG_TITLE = 85;

/** A title, in the place that the layout keeps for one. */
export const title =
  (text: string): Shape =>
  (next) => {
    const smaller = text.length > LONG_TITLE ? ' sz="2200"' : '';
    return `<p:sp><p:nvSpPr><p:cNvPr id="${next()}" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="${locale()}"${smaller} dirty="0"/><a:t>${escaped(text)}</a:t></a:r></a:p></p:txBody></p:sp>`;
  };

interface Drawn {
  readonly alt: string;
  readonly colour: string;
}

/** A straight line from one point to another. */
export const line =
  (
    from: readonly [number, number],
    to: readonly [number, number],
    { alt, colour, points = 1 }: Drawn & { readonly points?: number },
  ): Shape =>
  (next) => {
    const place = {
      x: Math.min(from[0], to[0]),
      y: Math.min(from[1], to[1]),
      w: Math.abs(to[0] - from[0]),
      h: Math.abs(to[1] - from[1]),
    };
    return `<p:cxnSp><p:nvCxnSpPr>${named(next(), 'Line', alt)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>${frame(place)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>${outline(colour, points)}</p:spPr></p:cxnSp>`;
  };

/** A filled mark: a dot, a diamond, a band, the head of an arrow. */
export const mark =
  (
    kind: 'ellipse' | 'diamond' | 'rect' | 'triangle',
    place: Place,
    { alt, colour, turned = 0 }: Drawn & { readonly turned?: number },
  ): Shape =>
  (next) =>
    [
      `<p:sp><p:nvSpPr>${named(next(), 'Mark', alt)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>`,
      `<p:spPr>${frame(place, turned === 0 ? '' : ` rot="${turned * 60_000}"`)}<a:prstGeom prst="${kind}"><a:avLst/></a:prstGeom>${fill(colour)}${outline(null)}</p:spPr>`,
      `<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="${locale()}"/></a:p></p:txBody></p:sp>`,
    ].join('');

/** Shapes that are one figure: moved together, and told as one. */
export const group =
  (shapes: readonly Shape[], { alt, ...place }: Place & { readonly alt: string }): Shape =>
  (next) => {
    const own = named(next(), 'Figure', alt);
    const { x, y, w, h } = place;
    const inner = `<a:chOff x="${emu(x)}" y="${emu(y)}"/><a:chExt cx="${emu(w)}" cy="${emu(h)}"/>`;
    const frameOf = frame(place).replace('</a:xfrm>', `${inner}</a:xfrm>`);
    return `<p:grpSp><p:nvGrpSpPr>${own}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>${frameOf}</p:grpSpPr>${shapes.map((shape) => shape(next)).join('')}</p:grpSp>`;
  };

/** A drawing of squares, as one shape of the program's own. */
export const squares =
  (size: number, dark: readonly (readonly [number, number])[], { alt, ...place }: Place & { readonly alt: string }): Shape =>
  (next) => {
    const point = (x: number, y: number): string => `<a:pt x="${x}" y="${y}"/>`;
    const path = dark.map(
      ([x, y]) =>
        `<a:moveTo>${point(x, y)}</a:moveTo><a:lnTo>${point(x + 1, y)}</a:lnTo><a:lnTo>${point(x + 1, y + 1)}</a:lnTo><a:lnTo>${point(x, y + 1)}</a:lnTo><a:close/>`,
    );
    const geometry = `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${size}" h="${size}">${path.join('')}</a:path></a:pathLst></a:custGeom>`;
    return `<p:sp><p:nvSpPr>${named(next(), 'Code', alt)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${frame(place)}${geometry}${fill('000000')}${outline(null)}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="${locale()}"/></a:p></p:txBody></p:sp>`;
  };

/** A place of a table whose colour repeats what its sign says. */
export interface FilledPlace {
  readonly fill: string;
  readonly letters: string;
}

export interface SlideTable {
  readonly alt: string;
  readonly head: readonly string[];
  /** Shares of the width. */
  readonly widths: readonly number[];
  readonly numeric: readonly boolean[];
  readonly rows: readonly (readonly string[])[];
  /** By row and column, without the head; null leaves a place as it is. */
  readonly fills?: readonly (readonly (FilledPlace | null)[])[];
}

/** A table of the program's own, with a head. */
export const table =
  ({ alt, head, widths, numeric, rows, fills = [] }: SlideTable, place: Omit<Place, 'h'>, rowHeight = 0.34): Shape =>
  (next) => {
    const all = widths.reduce((sum, one) => sum + one, 0);
    const columns = widths.map((share) => `<a:gridCol w="${emu((place.w * share) / all)}"/>`).join('');
    const row = (cells: readonly string[], bold: boolean, filled: readonly (FilledPlace | null)[] = []): string =>
      `<a:tr h="${emu(rowHeight)}">${cells.map((text, i) => cell(text, { bold, align: numeric[i] ? 'r' : 'l' }, filled[i])).join('')}</a:tr>`;
    const frameOf = `<p:xfrm><a:off x="${emu(place.x)}" y="${emu(place.y)}"/><a:ext cx="${emu(place.w)}" cy="${emu(rowHeight * (rows.length + 1))}"/></p:xfrm>`;
    return [
      `<p:graphicFrame><p:nvGraphicFramePr>${named(next(), 'Table', alt)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>`,
      `${frameOf}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1" firstCol="1"/>`,
      `<a:tblGrid>${columns}</a:tblGrid>${row(head, true)}${rows.map((cells, i) => row(cells, false, fills[i])).join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`,
    ].join('');
  };

function cell(text: string, lettering: Lettering, filled: FilledPlace | null = null): string {
  const none = ['lnL', 'lnR', 'lnT'].map((side) => `<a:${side} w="0"><a:noFill/></a:${side}>`).join('');
  const under = `<a:lnB w="${lettering.bold ? 12_700 : 6350}">${fill(lettering.bold ? INK.line : INK.grid)}</a:lnB>`;
  return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraph(text, { points: LEAST_POINTS, ...lettering, ...(filled && { colour: filled.letters }) })}</a:txBody><a:tcPr marL="45720" marR="45720" marT="18288" marB="18288">${none}${under}${fill(filled?.fill ?? null)}</a:tcPr></a:tc>`;
}

/** The place of a chart, whose drawing is another part of the file. */
export const chartFrame =
  (relation: string, { alt, x, y, w, h }: Place & { readonly alt: string }): Shape =>
  (next) =>
    [
      `<p:graphicFrame><p:nvGraphicFramePr>${named(next(), 'Chart', alt)}<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>`,
      `<p:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></p:xfrm>`,
      `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${relation}"/></a:graphicData></a:graphic></p:graphicFrame>`,
    ].join('');
