import { beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { buildReport, definitionOf, writeReport } from '../../api/src/reports/index.js';
import { RELEASE_WITH_TRACKS, SOURCE } from './made-up-records.js';
import { officeFaults, type Parts } from './office-package.js';
import { schemaFaults } from './office-schema.js';
import { everyElement, treeOf, type XmlElement } from './xml-tree.js';

const KEYS = { read: () => Buffer.alloc(32, 7) };

/** The parts of a file, and those of each file inside it by themselves. */
function filesIn(bytes: Uint8Array): Parts[] {
  const entries = Object.entries(unzipSync(bytes));
  const own = new Map(entries.map(([name, part]) => [name, name.endsWith('.xlsx') ? '' : Buffer.from(part).toString('utf8')]));
  return [own, ...entries.filter(([name]) => name.endsWith('.xlsx')).flatMap(([, part]) => filesIn(part))];
}

async function written(format: 'pptx' | 'xlsx', language: string): Promise<Parts[]> {
  const wish = { releaseId: RELEASE_WITH_TRACKS.release.id, audience: 'works-council', language };
  return filesIn((await writeReport(buildReport(SOURCE, definitionOf(wish)), format, KEYS)).bytes);
}

let deck: Parts;
let workbook: Parts;
const files: Parts[] = [];
beforeAll(async () => {
  for (const language of ['en', 'de'])
    for (const format of ['pptx', 'xlsx'] as const) files.push(...(await written(format, language)));
  deck = files.find((parts) => parts.has('ppt/presentation.xml')) ?? new Map();
  workbook = files.find((parts) => parts.has('xl/worksheets/sheet3.xml')) ?? new Map();
});

const changed = (parts: Parts, name: RegExp, from: string | RegExp, to: string): Parts => {
  const [part = '', xml = ''] = [...parts].find(([one, text]) => name.test(one) && text.search(from) >= 0) ?? [];
  expect(part).not.toBe('');
  return new Map([...parts, [part, xml.replace(from, to)]]);
};

describe('slides, charts and workbooks', () => {
  it('have the elements, attributes and orders of the standard, and parts that find each other', () => {
    // Two decks, two workbooks, and the workbooks of the charts.
    expect(files.length).toBeGreaterThan(6);
    expect(files.flatMap(officeFaults)).toEqual([]);
  });
});

describe('the check itself', () => {
  /** Elements whose children the standard puts in no order. */
  const FREE = new Set(['Types', 'cp:coreProperties', 'a:path', 'a:fillStyleLst', 'a:bgFillStyleLst', 'a:lnStyleLst']);

  it('sees any two children that changed places', () => {
    const elements = files.flatMap((parts) =>
      [...parts].flatMap(([name, xml]) => (name.endsWith('.xlsx') ? [] : everyElement(treeOf(xml)))),
    );
    const ordered = elements.filter(({ name, children }) => !FREE.has(name) && new Set(children.map((one) => one.name)).size > 1);
    const tried = new Map<string, XmlElement>();
    for (const element of ordered)
      tried.set([element.name, ...element.children.map(({ name }) => name)].join(' ').slice(0, 400), element);
    expect(tried.size).toBeGreaterThan(60);
    const unseen = [...tried.values()].filter(
      (element) => schemaFaults({ ...element, children: [...element.children].reverse() }).length === 0,
    );
    expect(unseen.map(({ name }) => name)).toEqual([]);
  });

  it.each([
    ['an attribute that is missing', /slide1\.xml$/, / name="Title"/, ''],
    ['an attribute that nobody knows', /slide1\.xml$/, '<a:r>', '<a:r bold="1">'],
    ['a value of another kind', /slide1\.xml$/, / sz="1800"/, ' sz="18pt"'],
    ['an element that nobody knows', /slide1\.xml$/, '<a:lstStyle/>', '<a:lstStyle/><a:bold/>'],
    ['two shapes of one number', /slide1\.xml$/, / id="2" name/, ' id="3" name'],
    ['a column too few', /slides\/slide\d+\.xml$/, /<a:gridCol [^>]*\/>/, ''],
    ['two slides of one number', /presentation\.xml$/, 'id="257"', 'id="256"'],
    ['a relation to nowhere', /slide1\.xml\.rels$/, 'notesSlide1.xml', 'notesSlide99.xml'],
    ['a relation out of the file', /slide1\.xml\.rels$/, '/>', ' TargetMode="External"/>'],
    ['a master of notes that is none', /presentation\.xml\.rels$/, /Type="[^"]*notesMaster"/, 'Type="x/theme"'],
    ['a chart without its data', /chart1\.xml\.rels$/, /<Relationship Id.*?\/>/, ''],
    ['an axis that is not there', /chart1\.xml$/, /<c:crossAx val="222"\/>/, '<c:crossAx val="333"/>'],
    ['a part of no kind', /Content_Types/, /<Override PartName="\/ppt\/slides\/slide1\.xml"[^>]*>/, ''],
    ['a kind without a part', /Content_Types/, 'slides/slide1.xml', 'slides/slide999.xml'],
  ])('sees %s in slides', (_, name, from, to) => {
    expect(officeFaults(changed(deck, name, from, to)).length).toBeGreaterThan(0);
  });

  it.each([
    ['two sheets of one name', /workbook\.xml$/, /name="Contents"/, 'name="COVER"'],
    ['a name that is too long', /workbook\.xml$/, /name="Contents"/, `name="${'x'.repeat(32)}"`],
    ['a row out of its order', /sheet1\.xml$/, '<row r="2">', '<row r="1">'],
    ['a place out of its row', /sheet2\.xml$/, 'r="A2"', 'r="A3"'],
    ['a format that is not there', /sheet1\.xml$/, ' s="2"', ' s="9"'],
    ['a link to no sheet', /sheet2\.xml$/, /location="[^"]*"/, 'location="&#39;Nowhere&#39;!A1"'],
    ['a text that is too long', /sheet1\.xml$/, /(<t [^>]*>)/, `$1${'x'.repeat(40_000)}`],
  ])('sees %s in a workbook', (_, name, from, to) => {
    expect(officeFaults(changed(workbook, name, from, to)).length).toBeGreaterThan(0);
  });
});
