import { saying, t, type Values } from '#language';
import { canonicalJson, parsePeriod } from '../kernel/index.js';
import { Refusal } from '../platform/index.js';

/** What a charter may choose as the one outcome that decides, and in which unit its effect is read. */
export const OUTCOMES = {
  skill_comparison: { label: 'Skill change, beside people checked in no track', unit: 'points' },
  skill_change: { label: 'Skill change, before and after', unit: 'points' },
  progression: { label: 'Next step of autonomy within 12 months', unit: 'share' },
  promotion_comparison: { label: 'Promotions, at equal tenure, level and performance band', unit: 'ratio' },
} as const;
export type OutcomeKey = keyof typeof OUTCOMES;
export type EffectUnit = (typeof OUTCOMES)[OutcomeKey]['unit'];

/** What must not get worse while the outcome is pursued. */
export const GUARDRAILS = { parity: 'Parity of taking part', pulse: 'Safety and trust', load: 'Load of mentors' } as const;
export type Guardrail = keyof typeof GUARDRAILS;

/** What may be read beside the outcome that decides. */
export const SECONDARY = [
  'skill_change',
  'skill_comparison',
  'progression',
  'promotion_comparison',
  'novel_situations',
  'guidance',
  'endings',
  'delivery',
] as const;
export type SecondaryOutcome = (typeof SECONDARY)[number];

/** How many people the figure is expected to rest on, which is what a look can detect. */
export interface ExpectedPeople {
  /** At the first look. */
  readonly first: number;
  /** More at each look after it. */
  readonly each: number;
  /** Below this there is no verdict. */
  readonly minimum: number;
}

/** How a track will be judged. All of it is said before anybody looks. */
export interface CharterContent {
  /** What would be different, in words. */
  readonly aim: string;
  readonly outcome: OutcomeKey;
  readonly direction: 'rise' | 'fall';
  /** The smallest change that matters: points, a share of 1, or a ratio above 1. */
  readonly smallestEffect: number;
  /** The share expected without the track: what progression is held against, and what promotions are planned with. */
  readonly reference: number | null;
  /** Standard deviation of a person's change in points, as planned with. */
  readonly spread: number;
  readonly secondary: readonly SecondaryOutcome[];
  readonly guardrails: readonly Guardrail[];
  /** The quarters whose first release is a look, in order. */
  readonly looks: readonly string[];
  readonly people: ExpectedPeople;
  /** Days in which anybody may object to retiring the track. */
  readonly challengeDays: number;
}

const MOST_LOOKS = 12;
const LONGEST_AIM = 500;

type Rule = readonly [holds: (content: CharterContent) => boolean, fault: string, values?: Values];

const RULES: readonly Rule[] = [
  [
    ({ aim }) => isText(aim, 10, LONGEST_AIM),
    saying('aim says in 10 to {most} letters what would be different'),
    { most: LONGEST_AIM },
  ],
  [
    ({ outcome }) => Object.hasOwn(OUTCOMES, String(outcome)),
    saying('outcome is one of {names}'),
    { names: Object.keys(OUTCOMES).join(', ') },
  ],
  [({ direction }) => direction === 'rise' || direction === 'fall', saying('direction is rise or fall')],
  [effectFits, saying('smallestEffect is above 0 and at most 30 points, below a share of 1, or a ratio above 1 and at most 10')],
  [
    referenceFits,
    saying('reference is a share between 0 and 1 where the outcome is progression or promotion_comparison, else null'),
  ],
  [({ spread }) => isNumber(spread) && spread > 0 && spread <= 60, saying('spread is above 0 and at most 60 points')],
  [
    ({ secondary }) => isListOf(secondary, SECONDARY),
    saying('secondary names some of {names}, each once'),
    { names: SECONDARY.join(', ') },
  ],
  [
    ({ secondary, outcome }) => !(secondary as readonly string[]).includes(outcome),
    saying('secondary does not name the outcome that decides'),
  ],
  [
    ({ guardrails }) => isListOf(guardrails, Object.keys(GUARDRAILS)),
    saying('guardrails names some of {names}'),
    { names: Object.keys(GUARDRAILS).join(', ') },
  ],
  [({ looks }) => areLooks(looks), saying('looks names one to {most} quarters such as 2026-Q3, in order'), { most: MOST_LOOKS }],
  [({ people }) => arePeople(people), saying('people says whole numbers: first from 2, each from 0, minimum from 5')],
  [({ challengeDays }) => isWhole(challengeDays, 7, 90), saying('challengeDays is a whole number from 7 to 90')],
];

/**
 * A charter as it is written.
 *
 * @throws Refusal `charter-invalid` (2) that names every place and rule.
 */
export function parseCharter(given: unknown): CharterContent {
  const content = picked(given);
  const faults = RULES.filter(([holds]) => !holds(content)).map(([, fault, values = {}]) => `- ${t(fault, values)}`);
  if (faults.length === 0) return content;
  throw new Refusal('charter-invalid', [t('This charter cannot be used:'), ...faults].join('\n'), 2);
}

/** What is not part of a charter is not kept. Lists are what is asked first, so that no rule stumbles over their absence. */
function picked(given: unknown): CharterContent {
  const of = (typeof given === 'object' && given !== null ? given : {}) as Record<keyof CharterContent, unknown>;
  const { aim, outcome, direction, smallestEffect, reference = null, spread, challengeDays } = of;
  const people = (typeof of.people === 'object' && of.people !== null ? of.people : {}) as ExpectedPeople;
  const { first, each, minimum } = people;
  return {
    ...{ aim: typeof aim === 'string' ? aim.trim() : aim, outcome, direction, smallestEffect, reference, spread, challengeDays },
    secondary: listOf(of.secondary),
    guardrails: listOf(of.guardrails),
    looks: listOf(of.looks),
    people: { first, each, minimum },
  } as CharterContent;
}

const listOf = (given: unknown): unknown[] => (Array.isArray(given) ? given.map((one: unknown) => one) : []);
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isWhole = (value: unknown, low: number, high: number): boolean =>
  Number.isInteger(value) && Number(value) >= low && Number(value) <= high;
const isText = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'string' && value.length >= least && value.length <= most;

function effectFits({ outcome, smallestEffect }: CharterContent): boolean {
  if (!isNumber(smallestEffect)) return false;
  const unit = OUTCOMES[outcome]?.unit ?? 'points';
  if (unit === 'ratio') return smallestEffect > 1 && smallestEffect <= 10;
  return smallestEffect > 0 && (unit === 'share' ? smallestEffect < 1 : smallestEffect <= 30);
}

function referenceFits({ outcome, reference }: CharterContent): boolean {
  if ((OUTCOMES[outcome]?.unit ?? 'points') === 'points') return reference === null;
  return isNumber(reference) && reference > 0 && reference < 1;
}

function isListOf(list: readonly unknown[], known: readonly string[]): boolean {
  return new Set(list).size === list.length && list.every((one) => known.includes(String(one)));
}

function areLooks(looks: readonly unknown[]): boolean {
  if (looks.length < 1 || looks.length > MOST_LOOKS) return false;
  return looks.every((look, i) => isPeriod(look) && (i === 0 || String(looks[i - 1]) < String(look)));
}

function isPeriod(text: unknown): boolean {
  try {
    return typeof text === 'string' && parsePeriod(text).key === text;
  } catch {
    return false;
  }
}

const arePeople = ({ first, each, minimum }: ExpectedPeople): boolean =>
  isWhole(first, 2, 1e6) && isWhole(each, 0, 1e6) && isWhole(minimum, 5, 1e6);

/** People on whom the last planned look will rest: the whole information of the charter. */
export const plannedPeople = ({ people, looks }: Pick<CharterContent, 'people' | 'looks'>): number =>
  people.first + people.each * (looks.length - 1);

/** The bytes that are hashed when it is locked. */
export const charterDocument = (track: string, content: CharterContent): string =>
  canonicalJson({ format: 'overstory-charter/1', track, content });
