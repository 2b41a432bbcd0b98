import type { DisclosurePolicy, PlanClass, PlannedBreakdown, TablePlan } from '../kernel/index.js';
import type { PolicyContent } from './policies.js';

type Protection = Pick<PolicyContent, 'disclosure' | 'plan'>;

/**
 * In which respects a policy protects people less than another one, or judges by another range: one sentence each, and
 * none where it is at least as strict. A range of similar ratios that moves after results were seen is a loosening too.
 */
export function loosenings(policy: Protection, than: Protection): readonly string[] {
  const [own, other] = [policy.disclosure, than.disclosure];
  return [...looserGroups(own, other), ...looserBudget(own, other), ...finer(policy.plan, than.plan)];
}

type Check = readonly [isLooser: boolean, inWords: string];
const said = (checks: readonly Check[]): string[] => checks.filter(([isLooser]) => isLooser).map(([, inWords]) => inWords);

function looserGroups(own: DisclosureContent, other: DisclosureContent): string[] {
  const fewer = (of: (one: DisclosureContent) => number): boolean => of(own) < of(other);
  return said([
    [fewer((one) => one.thresholds.dimension), 'smaller groups are shown'],
    [fewer((one) => one.thresholds.special), 'smaller groups by a personal characteristic are shown'],
    [isQuieter(own, other), 'the noise is smaller'],
    [fewer((one) => one.otherTables.minimumOpen), 'finer tables need fewer people'],
    [fewer((one) => one.otherTables.minimumSpecialBase), 'finer tables by a personal characteristic need fewer people'],
  ]);
}

function looserBudget(own: DisclosureContent, other: DisclosureContent): string[] {
  const more = (of: (one: DisclosureContent) => number): boolean => of(own) > of(other);
  const { low, high } = own.similar;
  return said([
    [more((one) => one.exposure.release), 'a release may tell more about a person'],
    [more((one) => one.exposure.history), 'releases together may tell more about a person'],
    [own.exposure.periods < other.exposure.periods, 'fewer releases are looked at together'],
    [more((one) => one.exposure.permanent), 'all releases may tell more about a characteristic'],
    [low !== other.similar.low || high !== other.similar.high, 'ratios are judged by another range'],
  ]);
}

/** Whether for any size of the organisation a release begins with less noise, or may step to less. */
function isQuieter(own: DisclosureContent, other: DisclosureContent): boolean {
  const sizes = [0, own.lowerNoise.from, other.lowerNoise.from];
  return (
    sizes.some((size) => noiseAt(own, size) < noiseAt(other, size)) || Math.min(...own.noiseSteps) < Math.min(...other.noiseSteps)
  );
}

type DisclosureContent = Omit<DisclosurePolicy, 'version'>;

const noiseAt = ({ noiseLevel, lowerNoise }: DisclosureContent, size: number): number =>
  size >= lowerNoise.from ? Math.min(noiseLevel, lowerNoise.noiseLevel) : noiseLevel;

function finer(own: TablePlan, other: TablePlan): readonly string[] {
  return (Object.keys(own.classes) as PlanClass[]).flatMap((key) =>
    own.classes[key]
      // A policy that was stored before a class of measures was invented says nothing of it.
      .filter(
        (breakdown) =>
          !((other.classes[key] as readonly PlannedBreakdown[] | undefined) ?? []).some((known) => covers(known, breakdown)),
      )
      .map(({ by, cadence }) => `results (${key}) are split by ${by.join(' and ') || 'nothing'} every ${cadence}`),
  );
}

/** Whether a plan with the one breakdown already shows what the other asks for. */
function covers(known: PlannedBreakdown, asked: PlannedBreakdown): boolean {
  const same = known.by.length === asked.by.length && known.by.every((column) => asked.by.includes(column));
  const layers = known.layers === asked.layers || known.layers === 'all' || (known.layers === 'upper' && asked.layers === 'top');
  return same && layers && (known.cadence === 'quarter' || asked.cadence === 'year');
}
