import { type OfficeFile, officeFile, type OfficePart, type Relation, RELATIONS } from '../files/office-file.js';
import { master, NAMES, notesMaster, PRESENTATION_PARTS, slideLayout, THEME, TREE } from './frame-parts.js';
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

const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml';
const DRAWING = 'application/vnd.openxmlformats-officedocument';

/** The relation by which the shapes of a slide name its first chart. */
export const FIRST_CHART = 3;

/** A PowerPoint file, without a picture. */
export function deckFile({ slides, ...about }: Deck): Buffer {
  return officeFile({
    ...about,
    parts: [
      presentation(slides.length),
      ...PRESENTATION_PARTS.map(([name, xml]) => ({ path: `ppt/${name}.xml`, kind: `${PRESENTATION}.${name}`, xml })),
      ...masters(),
      ...slides.flatMap((slide, i) => slideParts({ ...slide, no: i + 1, firstChart: chartsBefore(slides, i) + 1 })),
    ],
  });
}

const chartsBefore = (slides: readonly Slide[], at: number): number =>
  slides.slice(0, at).reduce((sum, { charts }) => sum + charts.length, 0);

const relation = (kind: string, target: string): Relation => [`${RELATIONS}/${kind}`, target];

/** What all slides, and all notes, have in common. */
function masters(): OfficePart[] {
  const [layout, theme] = [relation('slideLayout', '../slideLayouts/slideLayout1.xml'), relation('theme', '../theme/theme1.xml')];
  const part = (path: string, xml: string, leadsTo: readonly Relation[]): OfficePart => ({
    ...{ path: `ppt/${path}1.xml`, xml, leadsTo },
    kind: `${PRESENTATION}.${path.split('/')[1] ?? ''}`,
  });
  const themes = [1, 2].map((no) => ({ path: `ppt/theme/theme${no}.xml`, kind: `${DRAWING}.theme`, xml: THEME }));
  return [
    part('slideMasters/slideMaster', master(), [layout, theme]),
    part('slideLayouts/slideLayout', slideLayout(), [relation('slideMaster', '../slideMasters/slideMaster1.xml')]),
    part('notesMasters/notesMaster', notesMaster(), [relation('theme', '../theme/theme2.xml')]),
    ...themes,
  ];
}

interface Numbered extends Slide {
  readonly no: number;
  readonly firstChart: number;
}

function slideParts({ shapes, notes, charts, no, firstChart }: Numbered): OfficeFile['parts'] {
  const slide: OfficePart = {
    ...{ path: `ppt/slides/slide${no}.xml`, kind: `${PRESENTATION}.slide`, xml: slideXml(shapes) },
    leadsTo: [
      relation('slideLayout', '../slideLayouts/slideLayout1.xml'),
      relation('notesSlide', `../notesSlides/notesSlide${no}.xml`),
      ...charts.map((_, i) => relation('chart', `../charts/chart${firstChart + i}.xml`)),
    ],
  };
  const said: OfficePart = {
    ...{ path: `ppt/notesSlides/notesSlide${no}.xml`, kind: `${PRESENTATION}.notesSlide`, xml: notesXml(notes) },
    leadsTo: [relation('notesMaster', '../notesMasters/notesMaster1.xml'), relation('slide', `../slides/slide${no}.xml`)],
  };
  return [slide, said, ...charts.flatMap((chart, i) => chartParts(chart, firstChart + i))];
}

const chartParts = ({ xml, workbook }: Chart, no: number): OfficeFile['parts'] => [
  {
    ...{ path: `ppt/charts/chart${no}.xml`, kind: `${DRAWING}.drawingml.chart`, xml },
    leadsTo: [relation('package', `../embeddings/workbook${no}.xlsx`)],
  },
  { path: `ppt/embeddings/workbook${no}.xlsx`, workbook },
];

/** Numbers of shapes begin after that of the tree that holds them. */
function slideXml(shapes: readonly Shape[]): string {
  let last = 1;
  const next = (): number => (last += 1);
  const tree = shapes.map((shape) => shape(next)).join('');
  return `<p:sld ${NAMES}><p:cSld><p:spTree>${TREE}${tree}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}

const notesXml = (notes: readonly string[]): string =>
  `<p:notes ${NAMES}><p:cSld><p:spTree>${TREE}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${notes.map((text) => paragraph(text, { points: 14 })).join('') || '<a:p/>'}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;

/** Relations of the presentation begin with these; those to slides come after them. */
const FIRST: readonly Relation[] = [
  relation('slideMaster', 'slideMasters/slideMaster1.xml'),
  relation('notesMaster', 'notesMasters/notesMaster1.xml'),
  relation('presProps', 'presProps.xml'),
  relation('viewProps', 'viewProps.xml'),
  relation('theme', 'theme/theme1.xml'),
  relation('tableStyles', 'tableStyles.xml'),
];

function presentation(slides: number): OfficePart {
  const each = Array.from({ length: slides }, (_, i) => i);
  const ids = each.map((i) => `<p:sldId id="${256 + i}" r:id="rId${FIRST.length + 1 + i}"/>`);
  return {
    path: 'ppt/presentation.xml',
    kind: `${PRESENTATION}.presentation.main`,
    xml: `<p:presentation ${NAMES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${ids.join('')}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    leadsTo: [...FIRST, ...each.map((i) => relation('slide', `slides/slide${i + 1}.xml`))],
  };
}
