import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { type Packed, unpacked, Unreadable } from './index.js';
import { isPacked } from './kinds.js';

const packed = (name: string, text: string): Packed => ({ name, bytes: strToU8(text) });
const told = (file: Packed): [string, string][] => unpacked(file).map(({ name, bytes }) => [name, strFromU8(bytes)]);

const BOOK =
  '<workbook><sheets><sheet name="People &amp; teams" sheetId="1" r:id="rId1"/><sheet name="Empty" sheetId="2" r:id="rId2"/></sheets></workbook>';
const RELS =
  '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>';
const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>';
const SHEET = `<worksheet><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>hired_on</t></is></c><c r="D1" t="s"><v>1</v></c></row>
<row r="3"><c r="A3" t="str"><f>A1&amp;"x"</f><v>a,"b"</v></c><c r="B3" s="1"><v>46096</v></c><c r="C3" s="2"><v>46096.5</v></c><c r="D3" s="3"><v>1.5</v></c><c r="E3" t="b"><v>1</v></c></row>
<row r="4"/></sheetData></worksheet>`;

const workbook = (): Uint8Array =>
  zipSync({
    'xl/workbook.xml': strToU8(BOOK),
    'xl/_rels/workbook.xml.rels': strToU8(RELS),
    'xl/styles.xml': strToU8(STYLES),
    'xl/sharedStrings.xml': strToU8(
      '<sst><si><t>person_id</t></si><si><r><t>le</t></r><r><t>vel</t></r><rPh><t>no</t></rPh></si></sst>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(SHEET),
    'xl/worksheets/sheet2.xml': strToU8('<worksheet><sheetData/></worksheet>'),
  });

describe('a workbook', () => {
  it('becomes a table: texts, dates and results of formulas, every row on its own line', () => {
    expect(told({ name: 'people.xlsx', bytes: workbook() })).toEqual([
      ['people.csv', 'person_id,hired_on,,level\n\n"a,""b""",2026-03-15,2026-03-15T12:00:00,1.5,true\n'],
    ]);
  });

  it('counts days from 1904 where it says so', () => {
    const parts = {
      'xl/workbook.xml': strToU8(BOOK.replace('<workbook>', '<workbook><workbookPr date1904="1"/>')),
      'xl/_rels/workbook.xml.rels': strToU8(RELS),
      'xl/styles.xml': strToU8(STYLES),
      'xl/worksheets/sheet1.xml': strToU8('<row r="1"><c r="A1" s="1"><v>0</v></c></row>'),
    };
    expect(told({ name: 'a.xlsx', bytes: zipSync(parts) })).toEqual([['a.csv', '1904-01-01\n']]);
  });

  it('that is none is refused', () => {
    expect(() => unpacked({ name: 'a.xlsx', bytes: zipSync({ 'readme.txt': strToU8('x') }) })).toThrow(Unreadable);
  });
});

describe('lines of JSON', () => {
  it('become rows, with a column for whatever any line names', () => {
    expect(
      told(packed('skills.jsonl', '{"person_id":"p1","score":3}\n\n{"person_id":"p2","note":"a, b","left":null,"ok":true}\n')),
    ).toEqual([['skills.csv', 'person_id,score,note,left,ok\np1,3,,,\n\np2,,"a, b",,true\n']]);
  });

  it('are refused by their place, never by what they hold', () => {
    for (const line of ['[1]', 'not json canary', '{"a":{"b":"canary"}}', '{"a":["canary"]}']) {
      const send = (): unknown => unpacked(packed('a.ndjson', `{"a":1}\n${line}`));
      expect(send).toThrow(/^Line 2/);
      expect(send).not.toThrow(/canary/);
    }
    expect(() => unpacked(packed('a.jsonl', '\n'))).toThrow(/no row/);
  });
});

describe('an archive', () => {
  it('is opened, workbooks and lines of JSON in it too; what systems add is passed over', () => {
    const bytes = zipSync({
      'export/people.csv': strToU8('a,b\n'),
      'export/.DS_Store': strToU8('x'),
      '__MACOSX/people.csv': strToU8('x'),
      'tracks.jsonl': strToU8('{"track":"a"}'),
      'people.xlsx': workbook(),
    });
    expect(told({ name: 'all.zip', bytes }).map(([name]) => name)).toEqual(['people.csv', 'tracks.csv', 'people.csv']);
  });

  it('in an archive, damaged or too large is refused with what to do', () => {
    expect(() => unpacked({ name: 'a.zip', bytes: zipSync({ 'b.zip': zipSync({}) }) })).toThrow(/inside/);
    expect(() => unpacked(packed('a.zip', 'nothing of a zip'))).toThrow(/damaged/);
    const bomb = zipSync({ 'a.csv': strToU8('a') });
    const view = new DataView(bomb.buffer);
    for (let at = 0; at + 4 < bomb.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 400_000_000, true);
    expect(() => unpacked({ name: 'a.zip', bytes: bomb })).toThrow(/300 MB/);
  });

  it('of other kinds is sent as it is', () => {
    expect(['people.csv', 'a.tsv', 'a.txt'].filter(isPacked)).toEqual([]);
    expect(told(packed('people.csv', 'a'))).toEqual([['people.csv', 'a']]);
  });
});
