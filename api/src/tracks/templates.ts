import { type CalendarDate, periodOf, shiftPeriod } from '../kernel/index.js';
import type { CharterContent } from './charter.js';
import type { CatalogueTrack } from './catalogue.js';

/** A charter to start from. Its looks are counted from the quarter in which it is taken. */
export interface CharterTemplate {
  readonly key: string;
  readonly label: string;
  readonly forWhat: string;
  readonly practice: 'mentoring' | 'coaching';
  readonly purposes: readonly string[];
  readonly content: Omit<CharterContent, 'looks'>;
  readonly looks: number;
  /** Quarters from one look to the next. */
  readonly every: number;
}

const BASIS = {
  direction: 'rise',
  reference: null,
  spread: 10,
  guardrails: ['parity', 'pulse', 'load'],
  people: { first: 60, each: 30, minimum: 30 },
  challengeDays: 14,
} as const;

/** By practice and purpose; the last one fits everything. Every figure is a proposal, to be changed before it is locked. */
export const CHARTER_TEMPLATES: readonly CharterTemplate[] = [
  {
    key: 'onboarding',
    label: 'Arriving',
    forWhat: 'New people become able to work on their own sooner',
    practice: 'mentoring',
    purposes: ['onboarding'],
    content: {
      ...BASIS,
      aim: 'New engineers handle more of their work on their own than new engineers did before.',
      outcome: 'progression',
      smallestEffect: 0.1,
      reference: 0.2,
      secondary: ['skill_change', 'novel_situations', 'endings'],
      people: { first: 100, each: 40, minimum: 50 },
    },
    looks: 4,
    every: 1,
  },
  {
    key: 'legacy',
    label: 'Passing on what few know',
    forWhat: 'Knowledge of a system that rests on few people',
    practice: 'mentoring',
    purposes: ['legacy'],
    content: {
      ...BASIS,
      aim: 'People in the track learn more about the system than people who are checked without it.',
      outcome: 'skill_comparison',
      smallestEffect: 5,
      secondary: ['skill_change', 'novel_situations', 'guidance'],
      people: { first: 60, each: 25, minimum: 50 },
    },
    looks: 4,
    every: 1,
  },
  {
    key: 'leadership',
    label: 'Growing into a role',
    forWhat: 'Preparing people for leading or for another role',
    practice: 'mentoring',
    purposes: ['leadership', 'role'],
    content: {
      ...BASIS,
      aim: 'People in the track take the next step of autonomy more often than expected without it.',
      outcome: 'progression',
      smallestEffect: 0.1,
      reference: 0.15,
      secondary: ['promotion_comparison', 'skill_change', 'guidance'],
      people: { first: 100, each: 30, minimum: 50 },
    },
    looks: 4,
    every: 2,
  },
  {
    key: 'coaching',
    label: 'Coaching on a goal',
    forWhat: 'Short, agreed goals; never pooled with mentoring',
    practice: 'coaching',
    purposes: ['leadership', 'role', 'skill', 'onboarding', 'legacy', 'other'],
    content: {
      ...BASIS,
      aim: 'People who are coached improve on the skill they chose.',
      outcome: 'skill_change',
      smallestEffect: 5,
      secondary: ['endings', 'guidance'],
    },
    looks: 3,
    every: 2,
  },
  {
    key: 'skill',
    label: 'Building a skill',
    forWhat: 'A skill that the roadmap needs',
    practice: 'mentoring',
    purposes: ['skill', 'other'],
    content: {
      ...BASIS,
      aim: 'Skills rise more in the track than among people who are checked without it.',
      outcome: 'skill_comparison',
      smallestEffect: 4,
      secondary: ['skill_change', 'progression', 'guidance', 'endings', 'delivery'],
      people: { first: 80, each: 40, minimum: 50 },
    },
    looks: 4,
    every: 1,
  },
];

/** The template that fits a track by practice and purpose. */
export function templateFor({ practice, purpose }: Pick<CatalogueTrack, 'practice' | 'purpose'>): CharterTemplate {
  const ofPractice = CHARTER_TEMPLATES.filter((one) => one.practice === (practice === 'coaching' ? 'coaching' : 'mentoring'));
  const fitting = ofPractice.find(({ purposes }) => purposes.includes(purpose ?? 'other'));
  return fitting ?? (CHARTER_TEMPLATES.at(-1) as CharterTemplate);
}

/** A template with its looks: the first one in the quarter that runs on this day. */
export function fromTemplate(
  { content, looks, every }: CharterTemplate,
  today: CalendarDate,
  fiscalYearStart: number,
): CharterContent {
  const now = periodOf(today, fiscalYearStart);
  return { ...content, looks: Array.from({ length: looks }, (_, i) => shiftPeriod(now, i * every, fiscalYearStart).key) };
}
