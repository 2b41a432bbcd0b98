import type { DisclosurePolicy } from '../../kernel/index.js';
import type { EvidenceBySubject } from './evidence.js';
import { exposure, type Exposure } from './exposure.js';
import type { Effort } from './probes.js';
import type { Evidence } from './stack.js';

/** What a release told, and when: the number of its period, one more than that of the period before. */
export interface Told {
  readonly period: number;
  readonly evidence: EvidenceBySubject;
}

/** The largest exposure over the people of one subject, and whether each limit holds. */
export interface SubjectExposure {
  readonly subject: string;
  /** From this release alone. */
  readonly release: Exposure;
  /** Over the run of periods that tells most, or over everything where the secret never changes. */
  readonly history: Exposure;
  readonly fits: boolean;
}

/** Names of special values hold an equals sign; no other subject may. */
const isPermanent = (subject: string): boolean => subject.includes('=');

/**
 * Measures rule 5 for a release that follows (or restates) others.
 *
 * @param earlier every published release, restated ones included; people are numbered alike in all.
 * @param people how many people there are over all of them.
 */
export function measureExposure(
  told: Told,
  earlier: readonly Told[],
  people: number,
  { policy, effort }: { readonly policy: DisclosurePolicy; readonly effort?: Effort },
): SubjectExposure[] {
  const { exposure: limits } = policy;
  return [...told.evidence].map(([subject, evidence]) => {
    const release = exposure(evidence, people, effort);
    const runs = isPermanent(subject) ? [[told, ...earlier]] : runsAround(told, earlier, limits.periods);
    const histories = runs.map((run) => (run.length === 1 ? release : exposure(evidenceAbout(subject, run), people, effort)));
    const history = histories.reduce((most, one) => (one.greatest > most.greatest ? one : most));
    const most = isPermanent(subject) ? limits.permanent : limits.history;
    return { subject, release, history, fits: release.greatest <= limits.release && history.greatest <= most };
  });
}

function evidenceAbout(subject: string, run: readonly Told[]): Evidence[] {
  return run.flatMap(({ evidence }) => evidence.get(subject) ?? []);
}

/** The releases of every run of so many consecutive periods that contains this one; a run inside another is left out. */
function runsAround(told: Told, earlier: readonly Told[], periods: number): Told[][] {
  const runs: Told[][] = [];
  for (let start = told.period - periods + 1; start <= told.period; start += 1)
    runs.push([told, ...earlier.filter(({ period }) => period >= start && period < start + periods)]);
  return runs.filter((run, i) => !runs.some((other, j) => i !== j && isInside(run, other) && (j < i || !isInside(other, run))));
}

const isInside = (run: readonly Told[], other: readonly Told[]): boolean => run.every((one) => other.includes(one));

/** How a release is built: its noise level, and the breakdowns that are left out, as in `breakdownName`. */
export interface Attempt {
  readonly noiseLevel: number;
  readonly leftOut: readonly string[];
}

/**
 * The first attempt that fits the budget: the noise level steps up, and when none is enough, whole breakdowns are left out
 * in a public order at the highest level. The last attempt is taken as it is: a release is never refused for its history.
 *
 * @param order the breakdowns that may be left out, the finest first; see `finestFirst`.
 */
export function withinBudget<Built extends { readonly fits: boolean }>(
  policy: DisclosurePolicy,
  order: readonly string[],
  build: (attempt: Attempt) => Built,
): Built & Attempt {
  const steps = [policy.noiseLevel, ...policy.noiseSteps.filter((step) => step > policy.noiseLevel)];
  const highest = Math.max(...steps);
  const attempts: Attempt[] = [
    ...steps.map((noiseLevel) => ({ noiseLevel, leftOut: [] })),
    ...order.map((_, i) => ({ noiseLevel: highest, leftOut: order.slice(0, i + 1) })),
  ];
  for (const attempt of attempts) {
    const built = build(attempt);
    if (built.fits || attempt === attempts.at(-1)) return { ...built, ...attempt };
  }
  throw new RangeError('a policy has a noise level');
}

/** The name of a breakdown, whatever the order of its columns. */
export const breakdownName = (breakdown: readonly string[]): string => [...breakdown].sort().join(' × ');

/** The public order in which breakdowns are left out: most columns first, then most cells, then by name; the organisation never. */
export function finestFirst(
  tables: readonly { readonly breakdown: readonly string[]; readonly cells: readonly unknown[] }[],
): string[] {
  const cells = new Map<string, { columns: number; cells: number }>();
  for (const { breakdown, cells: own } of tables) {
    if (breakdown.length === 0) continue;
    const name = breakdownName(breakdown);
    cells.set(name, { columns: breakdown.length, cells: Math.max(own.length, cells.get(name)?.cells ?? 0) });
  }
  return [...cells]
    .sort(([a, one], [b, other]) => other.columns - one.columns || other.cells - one.cells || (a < b ? -1 : 1))
    .map(([name]) => name);
}
