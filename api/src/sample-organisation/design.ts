/** The invented organisation's make-up and the truths planted in it. Every figure here is a choice, not a finding. */

export const TEAMS: readonly (readonly [group: string, teams: readonly (readonly [name: string, weight: number])[]])[] = [
  [
    'Platform',
    [
      ['Build', 52],
      ['Cloud', 64],
      ['Observability', 38],
      ['Storage', 46],
      ['Developer portal', 21],
    ],
  ],
  [
    'Product',
    [
      ['Checkout', 78],
      ['Search', 62],
      ['Catalogue', 57],
      ['Accounts', 49],
      ['Growth', 33],
      ['Pricing lab', 4],
    ],
  ],
  [
    'Data',
    [
      ['Pipelines', 61],
      ['Warehouse', 44],
      ['Machine learning', 53],
      ['Analytics', 35],
    ],
  ],
  [
    'Mobile',
    [
      ['iOS', 58],
      ['Android', 63],
      ['Design system', 27],
      ['Release', 6],
    ],
  ],
  [
    'Security',
    [
      ['Identity', 41],
      ['Application security', 36],
      ['Detection', 29],
      ['Red team', 3],
    ],
  ],
];

export const LEVELS: readonly (readonly [level: string, share: number])[] = [
  ['1', 0.16],
  ['2', 0.24],
  ['3', 0.27],
  ['4', 0.19],
  ['5', 0.1],
  ['6', 0.04],
];

export const LOCATIONS: readonly (readonly [place: string, zone: string, share: number])[] = [
  ['Berlin', 'Europe/Berlin', 0.38],
  ['Lisbon', 'Europe/Lisbon', 0.22],
  ['Toronto', 'America/Toronto', 0.24],
  ['Bengaluru', 'Asia/Kolkata', 0.16],
];

export const FAMILIES: readonly (readonly [family: string, share: number])[] = [
  ['software', 0.62],
  ['data', 0.16],
  ['quality', 0.12],
  ['reliability', 0.1],
];

export const GENDERS: readonly (readonly [key: string, share: number])[] = [
  ['f', 0.29],
  ['m', 0.65],
  ['x', 0.06],
];
export const ORIGINS: readonly (readonly [key: string, share: number])[] = [
  ['local', 0.61],
  ['international', 0.39],
];
export const BANDS: readonly (readonly [band: string, share: number])[] = [
  ['high', 0.25],
  ['solid', 0.5],
  ['developing', 0.25],
];

/** Programme owners let in more people of the high band. The mean factor is 1, so a level's rate stays what it is. */
export const BAND_FACTOR: Readonly<Record<string, number>> = { high: 1.5, solid: 1, developing: 0.5 };

/** Probability of taking part as a mentee in a quarter, by level: the planted gap is level 2. */
export const MENTEE_RATE: Readonly<Record<string, number>> = { '1': 0.32, '2': 0.16, '3': 0.32, '4': 0.32, '5': 0.28, '6': 0.24 };

/** Probability that someone who takes part this quarter does so in the next. */
export const STAYS = 0.6;

/** Share of relationships that nothing but the organisation's own count of participants may count. */
export const CLOSED = 0.02;

/** Annual probability of a promotion by band. Mentoring changes nothing: the crude advantage is selection alone. */
export const PROMOTION: Readonly<Record<string, number>> = { high: 0.3, solid: 0.12, developing: 0.04 };

/** Mean days from asking to being matched; one top-layer team waits longer. */
export const WAIT_DAYS = 24;
export const LONG_WAIT = { team: 'Engineering/Mobile', days: 120 };

/** People who mentor come from level 4 up; level 5 carries a multiple of the others' share. */
export const MENTOR_WEIGHT: Readonly<Record<string, number>> = { '4': 1, '5': 4, '6': 1 };

export interface TrackDesign {
  readonly id: string;
  readonly name: string;
  readonly focus: string;
  readonly tier: string;
  readonly format: 'one_to_one' | 'group' | 'community';
  readonly practice: string;
  readonly purpose: string;
  readonly owned: boolean;
  readonly monthlyMinutes: number;
  readonly levels: readonly string[];
  readonly capability: string;
  readonly weight: number;
  /** True mean gain in percentage points of the check's scale. */
  readonly gain: number;
  /** Points below the mean at which people are let in, for the track whose gain is regression to the mean alone. */
  readonly letsInBelow: number;
  /** Fall of the chance of a direct answer per month of the relationship. */
  readonly fade: number;
}

const track = (values: Partial<TrackDesign> & Pick<TrackDesign, 'id' | 'name' | 'capability'>): TrackDesign => ({
  focus: 'technical',
  tier: 'peer',
  format: 'one_to_one',
  practice: 'mentoring',
  purpose: 'skill',
  owned: true,
  monthlyMinutes: 120,
  levels: [],
  weight: 1,
  gain: 0,
  letsInBelow: 0,
  fade: 0,
  ...values,
});

export const TRACKS: readonly TrackDesign[] = [
  track({ id: 'backend-depth', name: 'Backend depth', capability: 'backend', tier: 'senior', weight: 3, gain: 8, fade: 0.1 }),
  track({ id: 'frontend-craft', name: 'Frontend craft', capability: 'frontend', weight: 2.4 }),
  track({
    id: 'legacy-systems',
    name: 'Legacy systems',
    capability: 'legacy',
    purpose: 'legacy',
    weight: 2.2,
    letsInBelow: 8,
    monthlyMinutes: 90,
  }),
  track({
    id: 'onboarding',
    name: 'First ninety days',
    capability: 'onboarding',
    purpose: 'onboarding',
    weight: 1.4,
    gain: 5,
    levels: ['1', '2', '3'],
  }),
  track({
    id: 'lead-path',
    name: 'Path to lead',
    capability: 'leadership',
    focus: 'leadership',
    tier: 'principal',
    purpose: 'leadership',
    practice: 'coaching',
    weight: 1.2,
    gain: 4,
    levels: ['3', '4', '5', '6'],
  }),
  track({
    id: 'incident-command',
    name: 'Incident command',
    capability: 'operations',
    format: 'group',
    weight: 1,
    gain: 5,
    monthlyMinutes: 60,
  }),
  track({
    id: 'data-literacy',
    name: 'Data literacy',
    capability: 'data',
    format: 'group',
    weight: 0.9,
    gain: 3,
    monthlyMinutes: 60,
  }),
  track({
    id: 'security-champions',
    name: 'Security champions',
    capability: 'security',
    format: 'community',
    owned: false,
    weight: 0.7,
    gain: 4,
    monthlyMinutes: 60,
  }),
];

/** Share of people who are checked outside of any track at the end of a quarter. */
export const CHECKED_OUTSIDE = 0.15;

/** Standard deviations of true skill and of one check's error. */
export const SKILL = { mean: 55, deviation: 12, error: 9 };

/** The share of the spread of a check that is real. */
export const RELIABILITY = SKILL.deviation ** 2 / (SKILL.deviation ** 2 + SKILL.error ** 2);

/** How much too well people judge themselves on average, before and after. */
export const SELF = { share: 0.5, before: 9, after: 3, error: 9 };

/** What is lost on average by the follow-up. */
export const FADES = { share: 0.4, points: 2 };

/** Software agents beside the people, of whom some are mentored. */
export const AGENTS = { share: 0.12, takesPart: 0.7, track: 'backend-depth', gain: 4, alone: 0.4 };

export const THEMES = ['growth', 'workload', 'management', 'pay', 'relocation', 'purpose'] as const;
