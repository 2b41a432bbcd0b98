import { locale } from '#language';
import { escaped } from './xml.js';
import { type Entries, zipped } from './zip.js';

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Where the names of relations between parts begin. */
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OWN_KIND = 'application/vnd.openxmlformats-package';

/** Where a part leads to: the kind of the relation, and the other part's path as seen from this one. */
export type Relation = readonly [kind: string, target: string];

/** A part of a file of an office program; `kind` is what its content type says before `+xml`. */
export interface OfficePart {
  readonly path: string;
  readonly kind: string;
  readonly xml: string;
  /** Its elements name them as `rId1` onwards, in this order. */
  readonly leadsTo?: readonly Relation[];
}

/** A whole workbook inside a file. */
interface WorkbookInside {
  readonly path: string;
  readonly workbook: Buffer;
}

export interface OfficeFile {
  readonly title: string;
  readonly subject: string;
  readonly keywords: string;
  /** The first one is what a program opens. */
  readonly parts: readonly (OfficePart | WorkbookInside)[];
}

/** A file of an office program: no macro, no link to another file, no author and no date. The same parts are the same bytes. */
export function officeFile({ parts, ...about }: OfficeFile): Buffer {
  const core: OfficePart = { path: 'docProps/core.xml', kind: `${OWN_KIND}.core-properties`, xml: coreXml(about) };
  const all = [core, ...parts];
  const leads: Relation[] = [
    [`${RELATIONS}/officeDocument`, parts[0]?.path ?? ''],
    [`${PACKAGE}/relationships/metadata/core-properties`, core.path],
  ];
  return zipped({
    '[Content_Types].xml': contentTypes(all),
    '_rels/.rels': relationsXml(leads),
    ...Object.fromEntries(all.flatMap((part) => Object.entries(entriesOf(part)))),
  });
}

function entriesOf(part: OfficePart | WorkbookInside): Entries {
  if ('workbook' in part) return { [part.path]: part.workbook };
  const { path, xml, leadsTo = [] } = part;
  const place = path.lastIndexOf('/') + 1;
  const relations = `${path.slice(0, place)}_rels/${path.slice(place)}.rels`;
  return { [path]: XML_HEAD + xml, ...(leadsTo.length > 0 && { [relations]: relationsXml(leadsTo) }) };
}

function contentTypes(parts: OfficeFile['parts']): string {
  const byEnding = (ending: string, kind: string): string => `<Default Extension="${ending}" ContentType="${kind}"/>`;
  const workbooks = parts.some((part) => 'workbook' in part);
  return [
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    byEnding('rels', `${OWN_KIND}.relationships+xml`),
    byEnding('xml', 'application/xml'),
    workbooks ? byEnding('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet') : '',
    ...parts.map((part) => ('workbook' in part ? '' : `<Override PartName="/${part.path}" ContentType="${part.kind}+xml"/>`)),
    '</Types>',
  ].join('');
}

function relationsXml(all: readonly Relation[]): string {
  const each = all.map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${kind}" Target="${target}"/>`);
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

const coreXml = ({ title, subject, keywords }: Omit<OfficeFile, 'parts'>): string =>
  `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(subject)}</dc:subject><dc:language>${locale()}</dc:language><cp:keywords>${escaped(keywords)}</cp:keywords></cp:coreProperties>`;
