import { locale } from '#language';
import { escaped } from '../files/xml.js';
import { type Entries, zipped } from '../files/zip.js';
import { master, notesMaster, PRESENTATION_PARTS, slideLayout, THEME } from './frame-parts.js';
import type { Chart } from './chart.js';
import { paragraph, type Shape } from './shapes.js';

/** A slide: its title is told by a shape of the kind `title`. */
export interface Slide {
  readonly shapes: readonly Shape[];
  /** What is said beside it: the method and the caveats, a paragraph each. */
  readonly notes: readonly string[];
  /** Charts of the slide; the shapes name them as `rId3` onwards. */
  readonly charts: readonly Chart[];
}

export interface Deck {
  readonly title: string;
  readonly subject: string;
  readonly keywords: string;
  readonly slides: readonly Slide[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const NAMES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

/** The relation by which the shapes of a slide name its first chart. */
export const FIRST_CHART = 3;

/** A PowerPoint file: no macro, no picture, no link to another file, no author and no date. The same slides are the same bytes. */
export function deckFile(deck: Deck): Buffer {
  const slides = deck.slides.map((slide, i) => ({ ...slide, no: i + 1, firstChart: chartsBefore(deck.slides, i) + 1 }));
  return zipped({
    '[Content_Types].xml': contentTypes(deck.slides),
    '_rels/.rels': relations([
      [`${OFFICE}/officeDocument`, 'ppt/presentation.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': core(deck),
    'ppt/presentation.xml': presentation(deck.slides.length),
    'ppt/_rels/presentation.xml.rels': presentationRelations(deck.slides.length),
    ...PRESENTATION_PARTS,
    'ppt/slideMasters/slideMaster1.xml': master(),
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relations([
      [`${OFFICE}/slideLayout`, '../slideLayouts/slideLayout1.xml'],
      [`${OFFICE}/theme`, '../theme/theme1.xml'],
    ]),
    'ppt/slideLayouts/slideLayout1.xml': slideLayout(),
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relations([[`${OFFICE}/slideMaster`, '../slideMasters/slideMaster1.xml']]),
    'ppt/notesMasters/notesMaster1.xml': notesMaster(),
    'ppt/notesMasters/_rels/notesMaster1.xml.rels': relations([[`${OFFICE}/theme`, '../theme/theme2.xml']]),
    'ppt/theme/theme1.xml': THEME,
    'ppt/theme/theme2.xml': THEME,
    ...together(slides.map(slideParts)),
  });
}

const chartsBefore = (slides: readonly Slide[], at: number): number =>
  slides.slice(0, at).reduce((sum, { charts }) => sum + charts.length, 0);

interface Numbered extends Slide {
  readonly no: number;
  readonly firstChart: number;
}

function slideParts({ shapes, notes, charts, no, firstChart }: Numbered): Entries {
  const chartNo = (i: number): number => firstChart + i;
  return {
    [`ppt/slides/slide${no}.xml`]: slideXml(shapes),
    [`ppt/slides/_rels/slide${no}.xml.rels`]: relations([
      [`${OFFICE}/slideLayout`, '../slideLayouts/slideLayout1.xml'],
      [`${OFFICE}/notesSlide`, `../notesSlides/notesSlide${no}.xml`],
      ...charts.map((_, i) => [`${OFFICE}/chart`, `../charts/chart${chartNo(i)}.xml`] as const),
    ]),
    [`ppt/notesSlides/notesSlide${no}.xml`]: notesXml(notes),
    [`ppt/notesSlides/_rels/notesSlide${no}.xml.rels`]: relations([
      [`${OFFICE}/notesMaster`, '../notesMasters/notesMaster1.xml'],
      [`${OFFICE}/slide`, `../slides/slide${no}.xml`],
    ]),
    ...together(charts.map((chart, i) => chartParts(chart, chartNo(i)))),
  };
}

const together = (all: readonly Entries[]): Entries => Object.fromEntries(all.flatMap((entries) => Object.entries(entries)));

const chartParts = ({ xml, workbook }: Chart, no: number): Entries => ({
  [`ppt/charts/chart${no}.xml`]: xml,
  [`ppt/charts/_rels/chart${no}.xml.rels`]: relations([[`${OFFICE}/package`, `../embeddings/workbook${no}.xlsx`]]),
  [`ppt/embeddings/workbook${no}.xlsx`]: workbook,
});

/** Numbers of shapes begin after that of the tree that holds them. */
function slideXml(shapes: readonly Shape[]): string {
  let last = 1;
  const next = (): number => (last += 1);
  const tree = shapes.map((shape) => shape(next)).join('');
  return `${HEAD}<p:sld ${NAMES}><p:cSld><p:spTree>${ROOT}${tree}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}

const ROOT =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

const notesXml = (notes: readonly string[]): string =>
  `${HEAD}<p:notes ${NAMES}><p:cSld><p:spTree>${ROOT}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${notes.map((text) => paragraph(text, { points: 14 })).join('') || '<a:p/>'}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;

const core = ({ title, subject, keywords }: Deck): string =>
  `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(subject)}</dc:subject><dc:language>${locale()}</dc:language><cp:keywords>${escaped(keywords)}</cp:keywords></cp:coreProperties>`;

function presentation(slides: number): string {
  const ids = range(slides).map((i) => `<p:sldId id="${256 + i}" r:id="rId${FIRST_SLIDE + i}"/>`);
  return `${HEAD}<p:presentation ${NAMES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${ids.join('')}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`;
}

const FIRST_SLIDE = 7;
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

const presentationRelations = (slides: number): string =>
  relations([
    [`${OFFICE}/slideMaster`, 'slideMasters/slideMaster1.xml'],
    [`${OFFICE}/notesMaster`, 'notesMasters/notesMaster1.xml'],
    [`${OFFICE}/presProps`, 'presProps.xml'],
    [`${OFFICE}/viewProps`, 'viewProps.xml'],
    [`${OFFICE}/theme`, 'theme/theme1.xml'],
    [`${OFFICE}/tableStyles`, 'tableStyles.xml'],
    ...range(slides).map((i) => [`${OFFICE}/slide`, `slides/slide${i + 1}.xml`] as const),
  ]);

function relations(all: readonly (readonly [string, string])[]): string {
  const each = all.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml';
const DRAWING = 'application/vnd.openxmlformats-officedocument';

function contentTypes(slides: readonly Slide[]): string {
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}+xml"/>`;
  const charts = chartsBefore(slides, slides.length);
  return [
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>',
    override('ppt/presentation.xml', `${PRESENTATION}.presentation.main`),
    override('ppt/presProps.xml', `${PRESENTATION}.presProps`),
    override('ppt/viewProps.xml', `${PRESENTATION}.viewProps`),
    override('ppt/tableStyles.xml', `${PRESENTATION}.tableStyles`),
    override('ppt/slideMasters/slideMaster1.xml', `${PRESENTATION}.slideMaster`),
    override('ppt/slideLayouts/slideLayout1.xml', `${PRESENTATION}.slideLayout`),
    override('ppt/notesMasters/notesMaster1.xml', `${PRESENTATION}.notesMaster`),
    override('ppt/theme/theme1.xml', `${DRAWING}.theme`),
    override('ppt/theme/theme2.xml', `${DRAWING}.theme`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties'),
    ...range(slides.length).map((i) => override(`ppt/slides/slide${i + 1}.xml`, `${PRESENTATION}.slide`)),
    ...range(slides.length).map((i) => override(`ppt/notesSlides/notesSlide${i + 1}.xml`, `${PRESENTATION}.notesSlide`)),
    ...range(charts).map((i) => override(`ppt/charts/chart${i + 1}.xml`, `${DRAWING}.drawingml.chart`)),
    '</Types>',
  ].join('');
}
