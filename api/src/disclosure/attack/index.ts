import type { ReleaseFile } from '../../kernel/index.js';
import { checkCertificate } from './certificate.js';
import { checkDerived } from './formulas/derived.js';
import { checkFamilies } from './families.js';
import { readFile } from './form.js';
import { checkHistory } from './history.js';
import { checkRestatement } from './restatement.js';
import { checkNoise } from './noise.js';
import { checkOrder } from './order.js';
import { indexed } from './places.js';
import { checkReading } from './reading.js';
import { checkEarlier, checkQuestions } from './repeats.js';
import { Findings, type AttackReport } from './report.js';
import { readSizes } from './sizes.js';
import { checkSpread } from './spread.js';
import { checkThresholds } from './thresholds.js';

export { describeReport, type AttackReport, type Finding } from './report.js';

/**
 * Attacks exported files, knowing nothing but what stands in them.
 *
 * @param files parsed JSON of one or more release files, oldest first. The last one is judged; the others are its history.
 * @returns what is wrong with the last file, each with its evidence, and everything that was tried. No finding means
 *   that every attack failed. The file holds at most what readers see, so evidence may quote it.
 * @throws RangeError when no file is given.
 * @see docs/release-file.md
 */
export function attack(files: readonly unknown[]): AttackReport {
  if (files.length === 0) throw new RangeError('attack needs at least one file');
  const findings = new Findings();
  const judged = readFile(files[files.length - 1], findings);
  const history = files.slice(0, -1).map((file, i) => readEarlier(file, i, findings));
  if (judged)
    judge(
      judged,
      history.filter((file) => file !== undefined),
      findings,
    );
  return findings.report();
}

function judge(judged: ReleaseFile, history: readonly ReleaseFile[], findings: Findings): void {
  const file = indexed(judged);
  checkOrder(file, findings);
  checkNoise(file, findings);
  checkDerived(file, findings);
  const sizes = readSizes(file, findings);
  checkThresholds(file, sizes, findings);
  checkFamilies(file, sizes, findings);
  checkReading(file, sizes, findings);
  checkSpread(file, sizes, findings);
  checkQuestions(file, sizes, findings);
  checkHistory([...history, judged], findings);
  checkRestatement(judged, history, findings);
  for (const earlier of history) checkEarlier(file, indexed(earlier), sizes, findings);
  checkCertificate(judged, findings);
}

/** An earlier file was judged in its time; here it only has to be readable. */
function readEarlier(file: unknown, i: number, findings: Findings): ReleaseFile | undefined {
  const earlier = readFile(file, new Findings());
  if (!earlier) findings.add('history', `earlier file ${i + 1}`, 'has not the form of a release');
  return earlier;
}
