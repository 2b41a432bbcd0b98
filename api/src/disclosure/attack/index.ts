import type { ReleaseFile } from '../../kernel/index.js';
import { checkCertificate } from './certificate.js';
import { checkDerived } from './formulas/derived.js';
import { checkFamilies } from './families.js';
import { readFile } from './form.js';
import { checkHistory, type EarlierRelease } from './history.js';
import { checkRestatement } from './restatement.js';
import { checkNoise } from './noise.js';
import { checkOrder } from './order.js';
import { indexed, type Indexed } from './places.js';
import { checkReading } from './reading.js';
import { checkEarlier, checkQuestions } from './repeats.js';
import { Findings, type AttackReport } from './report.js';
import { readSizes, type Sizes } from './sizes.js';
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
  const attacker = new Attacker(files[files.length - 1]);
  for (const earlier of files.slice(0, -1)) attacker.hold(earlier);
  return attacker.report();
}

/** The same with one file of the history at a time: a history of years does not fit into memory at once. */
export class Attacker {
  private readonly findings = new Findings();
  private readonly judged: Judged | undefined;
  private readonly history: EarlierRelease[] = [];
  private held = 0;

  constructor(file: unknown) {
    const judged = readFile(file, this.findings);
    this.judged = judged && judge(judged, this.findings);
  }

  /** Holds an earlier file against the judged one, oldest first. It was judged in its time; here it only has to be readable. */
  hold(file: unknown): void {
    this.held += 1;
    const earlier = readFile(file, new Findings());
    if (!earlier) this.findings.add('history', `earlier file ${this.held}`, 'has not the form of a release');
    if (!earlier || !this.judged) return;
    checkEarlier(this.judged.file, indexed(earlier), this.judged.sizes, this.findings);
    const { release, certificate } = earlier;
    this.history.push({ release, certificate });
  }

  report(): AttackReport {
    if (this.judged) {
      const { file } = this.judged.file;
      checkHistory(file, this.history, this.findings);
      checkRestatement(file, this.history, this.findings);
      checkCertificate(file, this.findings);
    }
    return this.findings.report();
  }
}

/** The judged file, and what was learned of it that the history is held against. */
interface Judged {
  readonly file: Indexed;
  readonly sizes: Sizes;
}

function judge(judged: ReleaseFile, findings: Findings): Judged {
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
  return { file, sizes };
}
