import type { Measure } from '../gateway/index.js';
import { t } from '../language/index.js';

/** A page: one question, answered by measures that belong together. */
export interface Topic {
  readonly key: string;
  readonly area: 'explore' | 'outcomes';
  /** Its name in the menu. */
  readonly label: string;
  readonly title: string;
  readonly lead: string;
  /** Measures that the page itself draws over one cut. */
  readonly drawn: readonly Measure[];
  /** All its measures; each has a page of its own. */
  readonly measures: readonly Measure[];
}

interface Plan extends Omit<Topic, 'drawn' | 'measures'> {
  readonly drawn: readonly string[];
  readonly measures: readonly string[];
}

const PLANS: readonly Plan[] = [
  {
    key: 'participation',
    area: 'explore',
    label: t('Participation'),
    title: t('Who takes part?'),
    lead: t('Who takes part in mentoring, and does a group take part at the rate of everyone else?'),
    drawn: ['parity', 'participation'],
    measures: ['parity', 'participation', 'parity_adjusted', 'reach_new_hires'],
  },
  {
    key: 'matching',
    area: 'explore',
    label: t('Matching and load'),
    title: t('Who is matched with whom, and who carries it?'),
    lead: t('From asking to a pairing, how pairings are formed, and how the work of mentors is shared.'),
    drawn: [],
    measures: [
      'funnel', 'matching_given_fit', 'wait', 'rationale', 'pairing', 'time_zone_gap', 'load', 'rotation', 'mentor_training',
    ], // prettier-ignore
  },
  {
    key: 'experience',
    area: 'explore',
    label: t('Experience'),
    title: t('How is mentoring lived?'),
    lead: t('How much, how well kept, on what, and how it ends.'),
    drawn: [],
    measures: [
      'dose', 'cadence', 'goals', 'guidance', 'session_mix', 'joint_reviews', 'pulse', 'dependence', 'escalations', 'continuity', 'endings',
    ], // prettier-ignore
  },
  {
    key: 'skills',
    area: 'outcomes',
    label: t('Skills'),
    title: t('Do skills grow?'),
    lead: t('Skill checks before and after, compared where a comparison is possible.'),
    drawn: [],
    measures: ['skill_change', 'skill_comparison', 'calibration', 'skill_gap', 'mentor_change', 'practice_uptake'],
  },
  {
    key: 'autonomy',
    area: 'outcomes',
    label: t('Autonomy'),
    title: t('Do people get to stand on their own?'),
    lead: t('Mentoring succeeds when it is no longer needed: steps up, and new situations handled alone.'),
    drawn: [],
    measures: ['progression', 'novel_situations'],
  },
  {
    key: 'promotion',
    area: 'outcomes',
    label: t('Promotion'),
    title: t('Are mentored people promoted more, fairly compared?'),
    lead: t('The plain comparison beside fairer ones. None of them shows a cause.'),
    drawn: [],
    measures: ['promotion_comparison'],
  },
  {
    key: 'exit-themes',
    area: 'outcomes',
    label: t('Exit themes'),
    title: t('What do people say when they leave?'),
    lead: t('Coded themes of exit interviews, never a quote.'),
    drawn: [],
    measures: ['exit_themes', 'exit_recommend'],
  },
  {
    key: 'teams',
    area: 'outcomes',
    label: t('Teams and tracks'),
    title: t('What does it cost and bring teams?'),
    lead: t('Capacity, delivery and the mentoring of whole teams; whether somebody answers for each track.'),
    drawn: [],
    measures: ['capacity', 'delivery', 'team_mentoring', 'ownership'],
  },
];

/** Told on a page of their own. */
const ELSEWHERE = new Set(['data_quality']);

/** The pages that explore, made from the catalogue: a measure that no topic names is a page under “More”. */
export function topicsOf(measures: readonly Measure[]): Topic[] {
  const named = new Set([...PLANS.flatMap((plan) => plan.measures), ...ELSEWHERE]);
  const others = measures.filter(({ key }) => !named.has(key)).map(({ key }) => key);
  const more: Plan = {
    key: 'more', area: 'explore', label: t('More'), title: t('More measures'), lead: t('Measures that belong to no other page.'), drawn: [],
    measures: others,
  }; // prettier-ignore
  const found = (keys: readonly string[]) => keys.flatMap((key) => measures.filter((one) => one.key === key));
  return [...PLANS, more]
    .map((plan) => ({ ...plan, drawn: found(plan.drawn), measures: found(plan.measures) }))
    .filter((topic) => topic.measures.length > 0);
}

/** The topic that a measure belongs to. */
export const topicOf = (topics: readonly Topic[], measure: string): Topic | undefined =>
  topics.find((topic) => topic.measures.some((one) => one.key === measure));

/** Where a measure is read: its own page, or the topic that draws it. */
export function measurePath(measures: readonly Measure[], key: string): string {
  const topic = topicOf(topicsOf(measures), key);
  if (topic === undefined) return ELSEWHERE.has(key) ? '/data/quality' : `/explore/${key}`;
  const drawn = topic.drawn.some((one) => one.key === key);
  return `/${topic.area}/${drawn ? topic.key : key}`;
}

/** Titles that ask more plainly than the name of the measure. */
const TITLES: Readonly<Record<string, string>> = { dose: t('Who receives how much?') };

export const measureTitle = (measure: Measure): string => TITLES[measure.key] ?? measure.label;
