import { locale, saying, t } from '#language';
import { RELATIONS } from '../files/office-file.js';
import { emu, INK } from './shapes.js';

/** The namespaces of a part of a presentation. */
export const NAMES = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${RELATIONS}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;
/** How every tree of shapes begins; it has the first number. */
export const TREE =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';
const WHITE = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';
const COLOURS =
  'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"';

const place = (x: number, y: number, w: number, h: number): string =>
  `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm>`;

/** A place for text that slides fill in. */
const holder = (id: number, name: string, kind: string, where: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${kind}/></p:nvPr></p:nvSpPr><p:spPr>${where}</p:spPr><p:txBody><a:bodyPr lIns="45720" tIns="0" rIns="45720" bIns="0" anchor="b"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr lang="${locale()}"/><a:t>${t(name)}</a:t></a:r></a:p></p:txBody></p:sp>`;

const TITLE_PLACE = `${place(0.6, 0.35, 12.13, 1.05)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`;

const level = (points: number, bold: boolean): string =>
  `<a:lvl1pPr algn="l"><a:defRPr sz="${points * 100}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${INK.text}"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr>`;

export const master = (): string =>
  `<p:sldMaster ${NAMES}><p:cSld>${WHITE}<p:spTree>${TREE}${holder(2, saying('Title'), 'type="title"', TITLE_PLACE)}</p:spTree></p:cSld><p:clrMap ${COLOURS}/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle>${level(28, true)}</p:titleStyle><p:bodyStyle>${level(18, false)}</p:bodyStyle><p:otherStyle>${level(18, false)}</p:otherStyle></p:txStyles></p:sldMaster>`;

export const slideLayout = (): string =>
  `<p:sldLayout ${NAMES} type="titleOnly" preserve="1"><p:cSld name="Title only"><p:spTree>${TREE}${holder(2, saying('Title'), 'type="title"', '')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;

export const notesMaster = (): string =>
  `<p:notesMaster ${NAMES}><p:cSld>${WHITE}<p:spTree>${TREE}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>${place(0.75, 0.75, 6, 3.375)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>${holder(3, saying('Notes'), 'type="body" sz="quarter" idx="1"', `${place(0.75, 4.4, 6, 4.8)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`)}</p:spTree></p:cSld><p:clrMap ${COLOURS}/></p:notesMaster>`;

const colour = (name: string, value: string): string => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
const PALETTE: readonly (readonly [string, string])[] = [
  ['dk1', INK.text],
  ['lt1', 'FFFFFF'],
  ['dk2', INK.soft],
  ['lt2', INK.band],
  ['accent1', INK.first],
  ['accent2', INK.second],
  ['accent3', '0D7F9C'],
  ['accent4', '470606'],
  ['accent5', INK.line],
  ['accent6', INK.grid],
  ['hlink', '1D5FA8'],
  ['folHlink', INK.soft],
];

const THREE_FILLS = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3);
const LINE = '<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>';
const NO_EFFECTS = '<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3);
const font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>';

export const THEME = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Overstory"><a:themeElements><a:clrScheme name="Overstory">${PALETTE.map(([name, value]) => colour(name, value)).join('')}</a:clrScheme><a:fontScheme name="Overstory"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="Overstory"><a:fillStyleLst>${THREE_FILLS}</a:fillStyleLst><a:lnStyleLst>${LINE.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${NO_EFFECTS}</a:effectStyleLst><a:bgFillStyleLst>${THREE_FILLS}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

const PRESENTATION = 'http://schemas.openxmlformats.org/presentationml/2006/main';

/** Parts that every presentation has and that say nothing, by their name, which is that of their kind. */
export const PRESENTATION_PARTS: readonly (readonly [name: string, xml: string])[] = [
  ['presProps', `<p:presentationPr xmlns:p="${PRESENTATION}"/>`],
  ['viewProps', `<p:viewPr xmlns:p="${PRESENTATION}"/>`],
  [
    'tableStyles',
    '<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>',
  ],
];
