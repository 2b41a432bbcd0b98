import { officeFile, type OfficePart, type Relation, RELATIONS } from '../files/office-file.js';
import { escaped } from '../files/xml.js';
import { type Sheet, sheetXml } from './sheet.js';

/** A workbook, its sheets in order. */
export interface Workbook {
  readonly title: string;
  readonly subject: string;
  readonly keywords: string;
  readonly sheets: readonly Sheet[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** An Excel file of texts and numbers, without a formula. */
export function workbookFile({ sheets, ...about }: Workbook): Buffer {
  const parts = sheets.map((sheet, i) => ({
    path: `xl/worksheets/sheet${i + 1}.xml`,
    kind: `${SPREADSHEET}.worksheet`,
    xml: sheetXml(sheet),
  }));
  return officeFile({
    ...about,
    parts: [workbookPart(sheets), { path: 'xl/styles.xml', kind: `${SPREADSHEET}.styles`, xml: STYLES }, ...parts],
  });
}

function workbookPart(sheets: readonly Sheet[]): OfficePart {
  const each = sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  return {
    path: 'xl/workbook.xml',
    kind: `${SPREADSHEET}.sheet.main`,
    xml: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each.join('')}</sheets></workbook>`,
    leadsTo: [
      ...sheets.map((_, i): Relation => [`${RELATIONS}/worksheet`, `worksheets/sheet${i + 1}.xml`]),
      [`${RELATIONS}/styles`, 'styles.xml'],
    ],
  };
}

/** Plain, heading, title, wrapped text, link: in the order of `STYLE` in `sheet.ts`. */
const STYLES = [
  `<styleSheet xmlns="${MAIN}">`,
  '<fonts count="4"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="16"/><name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF1D5FA8"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  '<xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');
