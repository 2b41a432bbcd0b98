import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import type { ReleaseFile } from '../../../api/src/kernel/index.js';
import { attack } from '../../../api/src/disclosure/index.js';
import { ingestPaths } from '../../../api/src/ingest/index.js';
import { buildRelease, exportRelease, publishRelease } from '../../../api/src/releases/index.js';
import { freshInstallation } from '../../support/database.js';

const folder = path.join(process.env.OVERSTORY_SHARED ?? path.resolve('../shared'), 'data/real');

/** Eligible people at the end of each quarter, counted from the files by the rule in words; an open fact. */
const PERIODS = {
  k8s_release_team: ['2019-Q3', '2019-Q4', '2021-Q4', '2022-Q3', '2022-Q4'],
  k8s_org_ladder: ['2019-Q4', '2020-Q4', '2021-Q3', '2021-Q4'],
};

/** People employed on the last day, from the file itself: whom the newest row up to that day does not call gone. */
function eligibleIn(file: string, day: string): number {
  const [header = '', ...lines] = fs.readFileSync(file, 'utf8').trim().split('\n');
  const columns = header.split(',');
  const rows = lines.map((line): Record<string, string> =>
    Object.fromEntries(line.split(',').map((value, at) => [columns[at] ?? '', value])),
  );
  const people = new Map<string, (typeof rows)[number][]>();
  for (const row of rows.filter(({ effective_from: from = '' }) => from <= day)) {
    const known = people.get(row.person_id ?? '') ?? [];
    people.set(row.person_id ?? '', [...known, row]);
  }
  return [...people.values()].filter((known) => {
    const ordered = [...known].sort((a, b) => ((a.effective_from ?? '') < (b.effective_from ?? '') ? -1 : 1));
    const holds = ordered.at(-1);
    const hired = ordered.findLast(({ hired_on: said }) => said)?.hired_on ?? ordered[0]?.effective_from ?? '';
    return hired <= day && !(holds?.left_on && holds.left_on <= day);
  }).length;
}

(fs.existsSync(folder) ? describe : describe.skip)('releases of real data', () => {
  it.each(Object.entries(PERIODS))(
    '%s, untouched, has at least four quarterly releases that withstand the attack',
    async (name, periods) => {
      const installation = await freshInstallation();
      const report = await ingestPaths(installation, [path.join(folder, name)]);
      expect(report).toMatchObject({ state: 'confirmed', refused: false });
      const curator = installation.pool('curator');
      const files: ReleaseFile[] = [];
      for (const period of periods) {
        const { id } = await buildRelease(curator, installation.keys, { period, builtBy: 'steward' });
        await publishRelease(curator, { id, by: 'owner' });
        files.push(JSON.parse(await exportRelease(installation.pool('reader'), id)) as ReleaseFile);
        expect(attack(files).findings).toEqual([]);
      }
      for (const { release, tables } of files) {
        const [whole] =
          tables.find(({ measure, breakdown }) => measure === 'participation' && breakdown.length === 0)?.cells ?? [];
        const eligible = whole?.status === 'shown' ? whole.drawn.eligible : undefined;
        expect({ period: release.period, ...eligible }).toEqual({
          period: release.period,
          value: eligibleIn(path.join(folder, name, 'people.csv'), release.asOf),
          noise: 0,
        });
      }
    },
    300_000,
  );
});
