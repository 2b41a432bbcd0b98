import { describe, expect, it } from '@jest/globals';
import { protect } from '../../api/src/disclosure/index.js';
import { STANDARD_POLICY } from '../../api/src/kernel/index.js';
import { naiveCount, naiveStatuses } from './support/naive.js';
import { POPULATIONS, readPopulation, releaseOfPopulation } from './support/published.js';

const SECRET = { key: new Uint8Array(32).fill(8), release: 'published' };

(POPULATIONS.length > 0 ? describe : describe.skip)('the cells of the published populations', () => {
  it.each(POPULATIONS.flatMap((file) => [2.5, 3].map((noiseLevel) => [file, noiseLevel] as const)))(
    'that are hidden are those that have to be: %s at noise level %d',
    (file, noiseLevel) => {
      const release = releaseOfPopulation(readPopulation(file));
      const policy = { ...STANDARD_POLICY, noiseLevel };
      const found = protect(release, policy, SECRET).map(({ cells }) => cells.map(({ status }) => status));
      const wanted = naiveStatuses(release, policy, (cell, statistic) => naiveCount(cell, statistic, noiseLevel, SECRET));
      expect(found).toEqual(wanted);
      const share = (special: boolean): string => {
        const all = found.flatMap((cells, i) => (release.tables[i]!.special === special ? cells : []));
        return `${all.filter((status) => status === 'shown').length} of ${all.length}`;
      };
      process.stdout.write(`${file}, noise level ${noiseLevel}: ${share(false)} open cells shown, ${share(true)} special ones\n`);
    },
    120_000,
  );
});
