import { lengthPrefixed, type CellStatistics, type Drawn, type Statistic } from '../kernel/index.js';
import { discreteGaussian, noiseAt, type DiscreteGaussian } from './discrete-gaussian.js';
import { Hmac } from './hmac.js';
import { boundOf, clipped } from './model-fit.js';
import { OneAnswer } from './one-answer.js';
import { DisclosureRefusal } from './refusal.js';
import { scaleName, scaleOf, type DrawnSensitivity } from './scale.js';
import type { Sha256 } from './sha256.js';

/** The disclosure key of the installation, and the fingerprint that names the release. */
export interface Secret {
  readonly key: Uint8Array;
  readonly release: string;
}

/** What all cells share that answer one question: the beginning of the hashed message, and the noise. */
interface Question {
  readonly columnsOf: string;
  readonly scale: string;
  readonly begun: Sha256;
  readonly noise: DiscreteGaussian;
}

/** Rounding to this part of a step first lets sums in another order of addition fall on the same step. */
const SAME = 0x100000;

/** Draws for one release, all with the same noise level and all remembered, so that no question gets two answers. */
export function drawing(secret: Secret, noiseLevel: number): (cell: CellStatistics, name: string) => Drawn {
  const draws = new Draws(secret, noiseLevel);
  return (cell, name) => draws.draw(cell, name);
}

/**
 * Draws statistics with noise that is a function of the release, the question, the open people and the secret conditions:
 * one question about the same people has one answer, and nothing that is counted enters.
 */
class Draws {
  private readonly hmac: Hmac;
  private readonly questions = new Map<string, Question[]>();
  private readonly noises = new Map<number, DiscreteGaussian>();
  private readonly answers = new OneAnswer();

  constructor(
    private readonly secret: Secret,
    private readonly noiseLevel: number,
  ) {
    if (!(noiseLevel >= 1 && noiseLevel <= 64))
      throw new DisclosureRefusal('noiseLevel', 'the noise level lies between 1 and 64');
    if (secret.key.length < 32) throw new DisclosureRefusal('key', 'the disclosure key has at least 32 bytes');
    this.hmac = new Hmac(secret.key);
  }

  /**
   * The named statistic of a cell, as it may be published.
   *
   * @throws DisclosureRefusal where the cell has no such statistic, a count is not a whole number, an open fact is not the
   *   number of open people, or the same question about the same people had another exact answer before.
   */
  draw(cell: CellStatistics, name: string): Drawn {
    const statistic = cell.statistics[name];
    if (!statistic) throw new DisclosureRefusal('statisticMissing', `a cell lacks the statistic ${name}`);
    const { sensitivity } = statistic;
    if (sensitivity.kind === 'open') return openFact(cell, statistic);
    if (sensitivity.kind === 'catalogue') return fromCatalogue(cell, statistic);
    const bound = sensitivity.kind === 'fit' ? boundOf(sensitivity.bound, (other) => this.drawBase(cell, other)) : 0;
    const { step, noiseSteps } = scaleOf(sensitivity, bound);
    const steps = onLattice(statistic, step, bound);
    const question = this.questionOf(statistic, sensitivity, noiseSteps);
    const hash = this.hmac.end(question.begun, lengthPrefixed(cell.open.xor) + conditions(cell.secret));
    if (!this.answers.agrees(hash[2]!, hash[3]!, hash[4]!, steps))
      throw new DisclosureRefusal('twoAnswers', `the question ${statistic.question} has two answers about the same people`);
    return { value: (steps + noiseAt(uniform(hash), question.noise)) * step, noise: this.noiseLevel * noiseSteps * step };
  }

  /** A statistic on which the bound of a fit rests, which may not be a fit itself. */
  private drawBase(cell: CellStatistics, name: string): Drawn {
    if (cell.statistics[name]?.sensitivity.kind === 'fit')
      throw new DisclosureRefusal('sensitivity', 'the bound of a model fit rests on counts');
    return this.draw(cell, name);
  }

  private questionOf(statistic: Statistic, sensitivity: DrawnSensitivity, noiseSteps: number): Question {
    const scale = scaleName(sensitivity);
    let asked = this.questions.get(statistic.question);
    if (!asked) this.questions.set(statistic.question, (asked = []));
    const known = asked.find((question) => question.columnsOf === statistic.columnsOf && question.scale === scale);
    if (known) return known;
    const parts = [this.secret.release, statistic.question, statistic.columnsOf, scale];
    const begun = this.hmac.begin(parts.map(lengthPrefixed).join(''));
    const question = { columnsOf: statistic.columnsOf, scale, begun, noise: this.noiseOf(noiseSteps) };
    asked.push(question);
    return question;
  }

  private noiseOf(noiseSteps: number): DiscreteGaussian {
    let noise = this.noises.get(noiseSteps);
    if (!noise) this.noises.set(noiseSteps, (noise = discreteGaussian(this.noiseLevel * noiseSteps)));
    return noise;
  }
}

/** The first 53 bits of the hash. */
const uniform = (hash: Int32Array): number => (hash[0]! >>> 0) * 0x200000 + (hash[1]! >>> 11);

function openFact(cell: CellStatistics, { exact }: Statistic): Drawn {
  if (exact.value !== cell.open.count) throw new DisclosureRefusal('statisticValue', 'an open fact is the number of open people');
  return { value: exact.value, noise: 0 };
}

/** How many tracks there are says nothing about who is in them; by any group of people it might. */
function fromCatalogue({ group }: CellStatistics, { exact }: Statistic): Drawn {
  if (Object.keys(group).length > 0 || !Number.isInteger(exact.value) || exact.value < 0)
    throw new DisclosureRefusal('statisticValue', 'tracks are counted for the whole organisation alone');
  return { value: exact.value, noise: 0 };
}

function onLattice({ sensitivity, exact, question }: Statistic, step: number, bound: number): number {
  const value = sensitivity.kind === 'fit' ? clipped(exact, bound) : exact.value;
  if (!Number.isFinite(value) || (sensitivity.kind === 'count' && !(Number.isInteger(value) && value >= 0)))
    throw new DisclosureRefusal('statisticValue', `the exact value of ${question} is no number of its kind`);
  return Math.round(Math.round((value / step) * SAME) / SAME);
}

/** Names and values of the secret conditions, in code-unit order of the names. */
function conditions(secret: Readonly<Record<string, string>>): string {
  let text = '';
  for (const name of Object.keys(secret).sort()) text += lengthPrefixed(name) + lengthPrefixed(secret[name]!);
  return text;
}
