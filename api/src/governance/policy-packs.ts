import { CHARACTERISTIC, type PlanClass, type PlannedBreakdown, STANDARD_POLICY, type TablePlan } from '../kernel/index.js';
import { DEFAULT_DATA_POLICY } from './data-policy.js';
import { DEFAULT_PLAN } from './plan.js';
import type { PolicyContent } from './policies.js';

/** A policy to start from, with a reason for choosing it that a works council can read. */
export interface PolicyPack {
  readonly key: string;
  readonly label: string;
  readonly forWhom: string;
  readonly content: PolicyContent;
}

/** Coarser breakdowns: a small organisation would see little of the finer ones, and they would use up its budget. */
const COARSE_PLAN: TablePlan = {
  version: 'coarse/1',
  classes: mapped((key, breakdowns) => unique(breakdowns.flatMap((one) => coarser(key, one)))),
};

function mapped(change: (key: PlanClass, of: readonly PlannedBreakdown[]) => readonly PlannedBreakdown[]): TablePlan['classes'] {
  const classes = Object.entries(DEFAULT_PLAN.classes) as [PlanClass, readonly PlannedBreakdown[]][];
  return Object.fromEntries(classes.map(([key, of]) => [key, change(key, of)])) as TablePlan['classes'];
}

/** One column at most, the largest units instead of teams, and each quarter only what an audit cannot do without. */
function coarser(key: PlanClass, { layers, cadence, ...one }: PlannedBreakdown): PlannedBreakdown[] {
  const [column, second] = one.by;
  if (second !== undefined || layers === 'lowest' || layers === 'all') return [];
  if (column === undefined) return [{ ...one, cadence }];
  if (column === 'team') return [{ ...one, layers: 'top', cadence }];
  const needed = key === 'representation' && (column === 'level' || column === CHARACTERISTIC);
  return [{ ...one, cadence: needed ? cadence : 'year' }];
}

function unique(breakdowns: readonly PlannedBreakdown[]): readonly PlannedBreakdown[] {
  return [...new Map(breakdowns.map((one) => [JSON.stringify([one.by, one.layers, one.cadence]), one])).values()];
}

const { version: _version, ...standard } = STANDARD_POLICY;

/** The packs, the loosest first. The first is also the loosest policy that the product accepts. */
export const POLICY_PACKS: readonly PolicyPack[] = [
  {
    key: 'standard',
    label: 'Standard',
    forWhom:
      'For most organisations. Groups of five people or more are shown, of ten or more where a personal characteristic is involved. What a budget of exposure affords is shown, and nothing beyond it.',
    content: { disclosure: standard, plan: DEFAULT_PLAN, data: DEFAULT_DATA_POLICY },
  },
  {
    key: 'strict',
    label: 'Strict',
    forWhom:
      'For works councils and other places where trust has to be earned first. Groups are twice as large as in the standard policy and numbers are moved further. Small teams see less, and the intervals are wider.',
    content: {
      disclosure: {
        ...standard,
        thresholds: { dimension: 10, special: 20 },
        noiseLevel: 4,
        lowerNoise: { from: STANDARD_POLICY.lowerNoise.from, noiseLevel: 4 },
        noiseSteps: [4, 5, 6, 8],
      },
      plan: DEFAULT_PLAN,
      data: DEFAULT_DATA_POLICY,
    },
  },
  {
    key: 'small',
    label: 'Small organisation',
    forWhom:
      'For organisations of about 150 people or fewer. People are protected as in the standard policy. Results are split less finely, so that what is shown each quarter is less often hidden.',
    content: { disclosure: standard, plan: COARSE_PLAN, data: DEFAULT_DATA_POLICY },
  },
];

export const packOf = (key: string): PolicyPack | undefined => POLICY_PACKS.find((pack) => pack.key === key);
