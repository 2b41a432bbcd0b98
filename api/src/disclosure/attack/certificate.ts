import { canonicalJson, type ReleaseFile } from '../../kernel/index.js';
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
  findings.check(`certificate: cells of ${counted.length} tables`);
}
