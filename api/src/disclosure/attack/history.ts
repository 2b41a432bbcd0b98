import type { ReleaseFile } from '../../kernel/index.js';
import type { Findings } from './report.js';

/** What is kept of an earlier file once its draws were held against those of the judged one. */
export type EarlierRelease = Pick<ReleaseFile, 'release' | 'certificate'>;

/** One release per period and at most one restatement, which names what it replaces. */
export function checkHistory({ release: judged }: ReleaseFile, history: readonly EarlierRelease[], findings: Findings): void {
  const earlier = history.map(({ release }) => release);
  const where = `release ${judged.id}`;
  findings.expect(!earlier.some(({ id }) => id === judged.id), 'history', where, 'has the id of an earlier release');
  const same = earlier.filter(({ period }) => period === judged.period);
  findings.expect(
    same.length <= 1,
    'history',
    where,
    `is release ${same.length + 1} of ${judged.period}; at most one restatement`,
  );
  const last = same[same.length - 1];
  if (last) {
    findings.expect(judged.supersedes === last.id, 'history', where, `does not name release ${last.id} of the same period`);
    findings.expect(last.supersedes === null, 'history', where, `restates release ${last.id}, which is a restatement itself`);
  } else {
    const replaced = earlier.find(({ id }) => id === judged.supersedes);
    findings.expect(!replaced, 'history', where, `supersedes a release of another period, ${replaced?.period ?? ''}`);
  }
  findings.check(`history: against ${earlier.length} earlier releases`);
}
