import { CHARACTERISTIC, type TablePlan } from '../kernel/index.js';

/** What mentoring data may be used for. The list is closed: a policy chooses from it and adds nothing. */
export const DATA_PURPOSES = {
  'fair-access': 'To see whether teams, levels and groups of people get mentoring alike, and to mend it where they do not.',
  'track-decisions': 'To keep, change or end a mentoring track by what it did for groups, not by what somebody thinks of it.',
  'programme-report': 'To report to the board and the works council what the programme does as a whole.',
} as const;
export type DataPurpose = keyof typeof DATA_PURPOSES;

/** What it is never used for. No policy can change this: no page, query or file could serve it. */
export const NEVER_USED_FOR: readonly string[] = [
  'Judging the performance of a person, of a mentor or of a team.',
  'Pay, promotion or discipline.',
  'Counting anybody’s meetings, minutes or messages.',
  'Watching who works with whom.',
  'Ranking teams or managers.',
];

/** Kinds of files that are kept equally long, and from when their time runs. */
export const FILE_CLASSES = {
  people: { label: 'Everything about a person', files: ['people'], from: 'the person left', tables: ['people', 'demographics'] },
  relationships: {
    label: 'Relationships and requests',
    files: ['participations', 'requests', 'reviews', 'escalations'],
    from: 'they ended or were decided',
    tables: ['participations', 'requests', 'reviews', 'escalations'],
  },
  sessions: { label: 'Sessions', files: ['sessions'], from: 'they were held', tables: ['sessions', 'session_rollup'] },
  outcomes: {
    label: 'Skills and steps',
    files: ['skill_checks', 'progressions', 'mentor_development', 'skills'],
    from: 'they were recorded',
    tables: ['skill_checks', 'progressions', 'mentor_development', 'skills'],
  },
  answers: {
    label: 'Answers of people',
    files: ['feedback', 'exit_interviews'],
    from: 'they were given',
    tables: ['feedback', 'exit_interviews'],
  },
  notes: { label: 'Notes of exit interviews', files: ['exit_interviews'], from: 'the interview', tables: [] },
  teams: {
    label: 'Team figures',
    files: ['delivery', 'practice', 'team_sessions', 'skill_targets'],
    from: 'the days they are about',
    tables: ['delivery', 'practice', 'team_sessions', 'skill_targets'],
  },
} as const satisfies Record<string, ClassOfFiles>;

interface ClassOfFiles {
  readonly label: string;
  readonly files: readonly string[];
  readonly from: string;
  readonly tables: readonly string[];
}
export type FileClass = keyof typeof FILE_CLASSES;

/** The part of a policy that says what may be done with the data themselves. */
export interface DataPolicy {
  readonly purposes: readonly DataPurpose[];
  /** Months after which rows of a class are deleted. */
  readonly retention: Readonly<Record<FileClass, number>>;
  /** Columns that this organisation holds to be more sensitive than the dictionary does: they never form a group. */
  readonly neverAGroup: readonly string[];
}

/** Longest that anything may be kept, in months. */
export const LONGEST_RETENTION = 120;

export const DEFAULT_DATA_POLICY: DataPolicy = {
  purposes: ['fair-access', 'track-decisions', 'programme-report'],
  retention: { people: 36, relationships: 60, sessions: 36, outcomes: 60, answers: 36, notes: 12, teams: 60 },
  neverAGroup: [],
};

/** Columns that a policy may take out of every breakdown. */
export const GROUPING_COLUMNS = ['team', 'level', 'location', 'tenure', 'track', CHARACTERISTIC] as const;

/** Breakdowns of a plan that use a column which must never form a group. */
export function forbiddenBreakdowns(plan: TablePlan, { neverAGroup }: DataPolicy): readonly string[] {
  const used = Object.values(plan.classes).flatMap((breakdowns) => breakdowns.flatMap(({ by }) => by));
  return neverAGroup.filter((column) => used.includes(column));
}
