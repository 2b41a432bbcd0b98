/** Something to choose from a list, with its words. */
export interface Listed {
  readonly key: string;
  readonly label: string;
}

export const CHOICES = ['act', 'watch', 'needs-better-data', 'no-action'] as const;
export type Choice = (typeof CHOICES)[number];

export const isChoice = (text: string): text is Choice => (CHOICES as readonly string[]).includes(text);

/** Why a finding was decided so. Structured, because free text is where people would be named; none of them states a cause. */
export const REASONS: Readonly<Record<Choice, readonly Listed[]>> = {
  act: [
    { key: 'gap-matters', label: 'The gap is large enough to act on' },
    { key: 'gap-persists', label: 'It was seen in an earlier quarter too' },
    { key: 'low-cost', label: 'Acting costs little, and waiting might cost more' },
    { key: 'promise-open', label: 'Something was promised and is still to be done' },
  ],
  watch: [
    { key: 'size-uncertain', label: 'Its size is too uncertain to act on yet' },
    { key: 'action-running', label: 'An action is running; its effect is to be seen first' },
    { key: 'first-time', label: 'It is seen for the first time' },
    { key: 'small-gap', label: 'It is small' },
  ],
  'needs-better-data': [
    { key: 'interval-too-wide', label: 'The interval is too wide to tell' },
    { key: 'not-said', label: 'Too many have not said what the comparison needs' },
    { key: 'definition-changed', label: 'Teams, levels or definitions changed' },
    { key: 'column-missing', label: 'A column that would help is not collected' },
  ],
  'no-action': [
    { key: 'intended', label: 'The programme is meant to differ here, as its description says' },
    { key: 'adjusted-similar', label: 'At equal level and tenure the groups are alike' },
    { key: 'done-already', label: 'What was to be done is done' },
    { key: 'outside-the-programme', label: 'It is not for the mentoring programme to change' },
  ],
};

/** Why the data are good enough within limits only, or not good enough. */
export const DATA_LIMITS: readonly Listed[] = [
  { key: 'coverage', label: 'Columns are filled too seldom' },
  { key: 'old-data', label: 'The newest load is too old' },
  { key: 'many-hidden', label: 'Too many results are hidden' },
  { key: 'characteristics-missing', label: 'Too many have not said a personal characteristic' },
  { key: 'definitions-changed', label: 'Teams, levels or methods changed since last quarter' },
  { key: 'measure-withheld', label: 'A measure is missing in this release' },
];

/** What a note of an auditor is about. */
export const NOTE_KINDS: readonly Listed[] = [
  { key: 'nothing-to-add', label: 'Looked at, nothing to add' },
  { key: 'method-unclear', label: 'How a number was made needs an explanation' },
  { key: 'data-doubted', label: 'The data may not carry this' },
  { key: 'protection', label: 'Something here may say too much about a small group' },
  { key: 'decision-unclear', label: 'Why it was decided so is not clear' },
  { key: 'action-unfit', label: 'An action does not fit its finding' },
  { key: 'promise-open', label: 'Something that was promised is still open' },
  { key: 'steps-not-kept', label: 'A step was not done as agreed' },
];

/** Who can answer for an action: roles, never people. */
export const OWNER_ROLES: readonly Listed[] = [
  { key: 'engineering-manager', label: 'Engineering manager' },
  { key: 'programme-owner', label: 'Programme owner' },
  { key: 'track-owner', label: 'Owner of the track' },
  { key: 'team-lead', label: 'Team lead' },
  { key: 'people-partner', label: 'People partner' },
  { key: 'head-of-engineering', label: 'Head of engineering' },
];

/** An action that is known to be used in mentoring programmes. */
export interface LibraryAction extends Listed {
  /** What is done, in a sentence. */
  readonly about: string;
  /** The measures that it is meant to move. */
  readonly measures: readonly string[];
}

export const ACTIONS: readonly LibraryAction[] = [
  {
    key: 'skill-matrix-matching',
    label: 'Match by the skill matrix',
    about: 'Pair by skills needed and offered, and record why, so that who knows whom matters less.',
    measures: ['parity', 'matching_given_fit', 'funnel', 'wait'],
  },
  {
    key: 'open-invitation',
    label: 'Invite the group by role',
    about: 'Invite everybody of a level or a team to a track instead of waiting to be asked.',
    measures: ['parity', 'funnel'],
  },
  {
    key: 'onboarding-track',
    label: 'Start with an onboarding track',
    about: 'Give every new colleague a mentor for the first quarter, without having to ask.',
    measures: ['reach_new_hires', 'parity', 'wait'],
  },
  {
    key: 'rotate-mentors',
    label: 'Rotate mentors',
    about: 'Hand the role on after a year and prepare the next ones in time.',
    measures: ['load', 'parity'],
  },
  {
    key: 'cap-load',
    label: 'Cap how many mentees one mentor has',
    about: 'Keep to the cap of the settings and add peers as mentors where it is reached.',
    measures: ['load', 'endings'],
  },
  {
    key: 'time-in-sprint',
    label: 'Plan time for mentoring',
    about: 'Put mentoring hours into sprint planning, so that they are not what is left over.',
    measures: ['dose', 'load', 'endings'],
  },
  {
    key: 'overlapping-hours',
    label: 'Agree overlapping hours',
    about: 'Pair within four hours, or agree on fixed hours in which both work.',
    measures: ['time_zone_gap', 'dose'],
  },
  {
    key: 'group-format',
    label: 'Offer a group format',
    about: 'Let several mentees share a mentor where there are more requests than mentors.',
    measures: ['wait', 'parity', 'dose'],
  },
  {
    key: 'lottery',
    label: 'Draw lots for scarce places',
    about: 'Where equals ask for fewer places than there are, let chance decide, on record.',
    measures: ['matching_given_fit', 'wait'],
  },
  {
    key: 'mentor-training',
    label: 'Prepare the mentors',
    about: 'Training in feedback, coaching and inclusive communication before the first session.',
    measures: ['endings', 'dose', 'funnel'],
  },
  {
    key: 'escalation-path',
    label: 'Make the way out of a bad match known',
    about: 'Say to whom one turns, and offer a new match within a month.',
    measures: ['endings', 'funnel'],
  },
];

/** The key of an action in own words. */
export const OWN_ACTION = 'own';

export const isListed = (list: readonly Listed[], key: string): boolean => list.some((one) => one.key === key);
