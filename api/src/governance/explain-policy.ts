import { t } from '#language';
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
    purposes: data.purposes.map((purpose) => t(DATA_PURPOSES[purpose])),
    retention: retentionOf(data),
  };
}

function protection({ thresholds, noiseLevel, lowerNoise, exposure, otherTables }: PolicyContent['disclosure']): string[] {
  const lower =
    lowerNoise.noiseLevel < noiseLevel
      ? ` ${t('From {from, number} people on, {noise, number} is enough.', { from: lowerNoise.from, noise: lowerNoise.noiseLevel })}`
      : '';
  return [
    t(
      'No number is about fewer than {dimension} people, or fewer than {special} where a personal characteristic is involved.',
      thresholds,
    ),
    t('A group is also hidden when subtracting one number from another would leave so few.'),
    `${t('Every count that depends on who takes part is moved by chance, in two of three cases by {noise, number} or less.', { noise: noiseLevel })}${lower}`,
    t(
      'A release may tell at most {release} of what there is to know about whether one person takes part; all releases of {periods} quarters together at most {history}. It is measured before each release. One that would tell more is moved further, or shows less.',
      { release: percent(exposure.release), periods: exposure.periods, history: percent(exposure.history) },
    ),
    t('Results beyond who takes part need {open} people in a group, or {special} where a personal characteristic is involved.', {
      open: otherTables.minimumOpen,
      special: otherTables.minimumSpecialBase,
    }),
  ];
}

function breakdowns({ classes }: TablePlan): string[] {
  return (Object.keys(CLASS_WORDS) as PlanClass[]).flatMap((key) => {
    // A policy that was stored before a class of measures was invented says nothing of it.
    const of = (classes[key] as readonly PlannedBreakdown[] | undefined) ?? [];
    const [quarter, year] = [every(of, 'quarter'), every(of, 'year')];
    const parts = [
      quarter && t('every quarter {what}.', { what: quarter }),
      year && t('once a year {what}.', { what: year }),
    ].filter(Boolean);
    return parts.length > 0 ? [`${t(CLASS_WORDS[key])}: ${parts.join(' ')}`] : [];
  });
}

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
  if (by.length === 0) return t('the whole organisation');
  return by
    .map((column) => t(column === 'team' ? LAYER_WORDS[layers ?? 'all'] : (COLUMN_WORDS[column] ?? column)))
    .reduce((one, other) => t('{one} with {other}', { one, other }));
}

/** How long each kind of file is kept, one sentence each. */
export function retentionOf({ retention }: PolicyContent['data']): RetentionRule[] {
  return (Object.keys(FILE_CLASSES) as FileClass[]).map((key) => {
    const { label, from } = FILE_CLASSES[key];
    const words = { label: t(label), from: t(from), after: months(retention[key]) };
    return { key, label: words.label, sentence: t('{label}: deleted {after} after {from}.', words) };
  });
}

const months = (count: number): string =>
  count % 12 === 0
    ? t('{years, plural, one {a year} other {# years}}##after', { years: count / 12 })
    : t('{months, plural, one {a month} other {# months}}##after', { months: count });
const percent = (share: number): string => `${Math.round(share * 100)} %`;
