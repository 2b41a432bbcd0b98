import { CHARACTERISTIC, type PlanClass, type PlannedBreakdown, type TablePlan } from '../kernel/index.js';
import { FILE_CLASSES, type FileClass, DATA_PURPOSES } from './data-policy.js';
import type { PolicyContent } from './policies.js';

/** A policy in words that need no training in statistics, by subject. */
export interface PolicyExplained {
  readonly protection: readonly string[];
  readonly breakdowns: readonly string[];
  readonly purposes: readonly string[];
  readonly retention: readonly RetentionRule[];
}

export interface RetentionRule {
  readonly key: FileClass;
  readonly label: string;
  readonly sentence: string;
}

/** Says a policy as a works council reads it. */
export function explainPolicy({ disclosure, plan, data }: PolicyContent): PolicyExplained {
  return {
    protection: protection(disclosure),
    breakdowns: breakdowns(plan),
    purposes: data.purposes.map((purpose) => DATA_PURPOSES[purpose]),
    retention: retentionOf(data),
  };
}

function protection({ thresholds, noiseLevel, lowerNoise, exposure, otherTables }: PolicyContent['disclosure']): string[] {
  const lower =
    lowerNoise.noiseLevel < noiseLevel
      ? ` From ${thousands(lowerNoise.from)} people on, ${lowerNoise.noiseLevel} is enough.`
      : '';
  return [
    `No number is about fewer than ${thresholds.dimension} people, or fewer than ${thresholds.special} where a personal characteristic is involved.`,
    `A group is also hidden when subtracting one number from another would leave so few.`,
    `Every count that depends on who takes part is moved by chance, in two of three cases by ${noiseLevel} or less.${lower}`,
    `A release may tell at most ${percent(exposure.release)} of what there is to know about whether one person takes part; all releases of ${exposure.periods} quarters together at most ${percent(exposure.history)}. It is measured before each release. One that would tell more is moved further, or shows less.`,
    `Results beyond who takes part need ${otherTables.minimumOpen} people in a group, or ${otherTables.minimumSpecialBase} where a personal characteristic is involved.`,
  ];
}

function breakdowns({ classes }: TablePlan): string[] {
  return (Object.keys(CLASS_WORDS) as PlanClass[]).flatMap((key) => {
    // A policy that was stored before a class of measures was invented says nothing of it.
    const of = (classes[key] as readonly PlannedBreakdown[] | undefined) ?? [];
    const parts = [said(every(of, 'quarter'), 'every quarter'), said(every(of, 'year'), 'once a year')].filter(Boolean);
    return parts.length > 0 ? [`${CLASS_WORDS[key]}: ${parts.join(' ')}`] : [];
  });
}

const said = (what: string, often: string): string => (what ? `${often} ${what}.` : '');

function every(of: readonly PlannedBreakdown[], cadence: PlannedBreakdown['cadence']): string {
  return [...new Set(of.filter((one) => one.cadence === cadence).map(inWords))].join('; ');
}

const CLASS_WORDS: Readonly<Record<PlanClass, string>> = {
  representation: 'Who takes part',
  adjusted: 'Who takes part, compared within levels and years here',
  equity: 'Other questions of fairness',
  model: 'Effects over time',
  teams: 'Figures about teams',
  other: 'Everything else',
};

const COLUMN_WORDS: Readonly<Record<string, string>> = {
  level: 'level',
  location: 'place',
  tenure: 'years here',
  track: 'track',
  [CHARACTERISTIC]: 'each personal characteristic',
};
const LAYER_WORDS: Readonly<Record<NonNullable<PlannedBreakdown['layers']>, string>> = {
  top: 'the largest units',
  upper: 'every unit but the smallest teams',
  lowest: 'the smallest teams',
  all: 'all units',
};

function inWords({ by, layers }: PlannedBreakdown): string {
  if (by.length === 0) return 'the whole organisation';
  return by.map((column) => (column === 'team' ? LAYER_WORDS[layers ?? 'all'] : (COLUMN_WORDS[column] ?? column))).join(' with ');
}

/** How long each kind of file is kept, one sentence each. */
export function retentionOf({ retention }: PolicyContent['data']): RetentionRule[] {
  return (Object.keys(FILE_CLASSES) as FileClass[]).map((key) => {
    const { label, from } = FILE_CLASSES[key];
    return { key, label, sentence: `${label}: deleted ${months(retention[key])} after ${from}.` };
  });
}

const months = (count: number): string =>
  count % 12 === 0 ? (count === 12 ? 'a year' : `${count / 12} years`) : count === 1 ? 'a month' : `${count} months`;
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const thousands = (count: number): string => count.toLocaleString('en');
