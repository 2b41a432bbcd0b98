import { canonicalJson, type QualityGate, type ReleasedTable, type ReleaseFile } from '../../kernel/index.js';
import { tableName } from './places.js';
import type { Findings } from './report.js';

/** The certificate says what the file shows: noise level, cells by table, what was left out, no successful attack. */
export function checkCertificate({ certificate, release, tables }: ReleaseFile, findings: Findings): void {
  findings.expect(
    certificate.noiseLevel === release.noiseLevel,
    'certificate',
    'certificate.noiseLevel',
    'is not that of the release',
  );
  findings.expect(certificate.attack.findings === 0, 'certificate', 'certificate.attack', 'tells of an attack that succeeded');
  const counted = tables.map((table) => {
    const shown = table.cells.filter(({ status }) => status === 'shown').length;
    return { table: tableName(table), shown, hidden: table.cells.length - shown };
  });
  counted.forEach((real, i) => {
    const same = canonicalJson(certificate.tables[i]) === canonicalJson(real);
    findings.expect(same, 'certificate', `certificate.tables[${i}]`, `does not count the cells of ${real.table}`);
  });
  findings.expect(
    certificate.tables.length === counted.length,
    'certificate',
    'certificate.tables',
    'lists other tables than there are',
  );
  const names = new Set(counted.map(({ table }) => table));
  for (const table of certificate.leftOut)
    findings.expect(!names.has(table), 'certificate', table, 'is named as left out and stands in the file');
  const tracks = (certificate.charters ?? []).map(({ track }) => track);
  findings.expect(
    tracks.every((track, i) => i === 0 || (tracks[i - 1] ?? '') < track),
    'certificate',
    'certificate.charters',
    'does not name one charter of each track, in their order',
  );
  checkQuality(certificate.quality, tables, findings);
  findings.check(`certificate: cells of ${counted.length} tables`);
}

/** What was withheld shows nothing, nothing else says so of itself, and the file's own numbers and dates bear it out. */
function checkQuality(gate: QualityGate | undefined, tables: readonly ReleasedTable[], findings: Findings): void {
  const withheld = new Set(gate?.withheld.map(({ measure }) => measure));
  for (const table of tables)
    for (const cell of table.cells) {
      const forQuality = cell.status === 'notEstimable' && cell.reason === 'quality';
      const told = cell.status === 'shown' || cell.status === 'notEstimable';
      const right = told ? withheld.has(table.measure) === forQuality : !forQuality;
      findings.expect(right, 'certificate', tableName(table), 'does not agree with what the quality gate withheld');
    }
  gate?.withheld.forEach(({ because, of }, i) => {
    const born = because === 'freshness' ? gate.files.some(({ file }) => file === of) : isBelow(gate, because, of, tables);
    findings.expect(born, 'certificate', `certificate.quality.withheld[${i}]`, 'is not borne out by the numbers of the file');
  });
}

/** Whether the whole interval of a column or file lies below its floor. */
function isBelow(
  { floors }: QualityGate,
  because: 'coverage' | 'pending',
  of: string,
  tables: readonly ReleasedTable[],
): boolean {
  const by = because === 'coverage' ? 'data_column' : 'data_file';
  const table = tables.find(({ measure, breakdown }) => measure === 'data_quality' && breakdown.join() === by);
  const cell = table?.cells.find(({ group }) => group[by] === of);
  const upper = cell?.status === 'shown' ? cell.values['shareUpper'] : undefined;
  return typeof upper === 'number' && upper < (because === 'coverage' ? floors.coverage : 1 - floors.pending);
}
