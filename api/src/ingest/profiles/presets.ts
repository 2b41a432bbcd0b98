import type { ColumnNames, FileMapping, SourceProfile } from './profile.js';

/** A profile for a usual kind of export, to start from. */
export interface SourcePreset {
  readonly key: string;
  readonly label: string;
  readonly about: string;
  readonly profile: SourceProfile;
}

const PERSON = ['employee id', 'employee_id', 'worker id', 'employee number', 'personnel number', 'person number', 'user id'];
const TRACK = ['program', 'programme', 'program name', 'programme name', 'track'];
const MATCH = ['match id', 'match_id', 'pair id', 'mentorship id', 'relationship id', 'connection id'];

const people: FileMapping = {
  file: 'people',
  columns: {
    person_id: PERSON,
    // A snapshot without a date of its own says what holds since the person came.
    effective_from: [
      'effective date',
      'effective_date',
      'as of date',
      'snapshot date',
      'hire date',
      'start date',
      'date of joining',
    ],
    hired_on: ['hire date', 'hire_date', 'original hire date', 'start date', 'date of joining', 'entry date'],
    left_on: ['termination date', 'termination_date', 'leave date', 'last day of work', 'exit date'],
    team: ['department', 'department path', 'org unit', 'organisation unit', 'supervisory organization', 'team'],
    job_family: ['job family', 'job_family', 'function', 'profession'],
    level: ['grade', 'job level', 'job_level', 'management level', 'level', 'pay grade'],
    location: ['location', 'work location', 'office', 'site'],
    time_zone: ['time zone', 'timezone', 'time_zone'],
  },
};

const mentor: ColumnNames = { person_id: ['mentor id', 'mentor_id', 'mentor employee id', 'mentor user id'] };
const mentee: ColumnNames = { person_id: ['mentee id', 'mentee_id', 'mentee employee id', 'mentee user id', 'protege id'] };

const matches: FileMapping = {
  file: 'participations',
  columns: {
    relationship_id: MATCH,
    track_id: TRACK,
    started_on: ['start date', 'matched on', 'match date', 'matched at', 'started on'],
    ended_on: ['end date', 'closed on', 'closed at', 'ended on'],
    end_reason: ['close reason', 'end reason', 'closure reason'],
    formation: ['match type', 'matched by'],
  },
  rows: [
    { columns: mentor, constants: { role: 'mentor' } },
    { columns: mentee, constants: { role: 'mentee' } },
  ],
  values: {
    end_reason: {
      'goals reached': 'completed',
      'no longer needed': 'independent',
      'not a good match': 'mismatch',
      incompatible: 'mismatch',
      'left company': 'left',
      reorganisation: 'reorganised',
      reorganization: 'reorganised',
      expired: 'lapsed',
      inactive: 'lapsed',
      'program ended': 'sunset',
    },
    formation: { admin: 'assigned', algorithm: 'assigned', system: 'assigned', 'self-matched': 'organic', self: 'organic' },
  },
};

const sessions: FileMapping = {
  file: 'sessions',
  columns: {
    session_id: ['meeting id', 'session id', 'meeting_id', 'session_id'],
    relationship_id: MATCH,
    held_on: ['meeting date', 'session date', 'held on', 'date'],
    minutes: ['duration (minutes)', 'duration minutes', 'duration', 'minutes'],
    mode: ['meeting type', 'channel', 'type'],
    state: ['status', 'meeting status'],
  },
  values: {
    state: {
      completed: 'held',
      done: 'held',
      attended: 'held',
      scheduled: 'planned',
      cancelled: 'planned',
      canceled: 'planned',
      missed: 'planned',
    },
    mode: {
      'video call': 'meeting',
      video: 'meeting',
      'in person': 'meeting',
      phone: 'meeting',
      chat: 'async',
      message: 'async',
      'group session': 'group',
      'pair programming': 'pairing',
      'code review': 'code_review',
    },
  },
};

const surveys: FileMapping = {
  file: 'feedback',
  columns: {
    respondent_id: ['respondent id', 'respondent', ...PERSON],
    item: ['question key', 'question code', 'item', 'question'],
    answered_on: ['submitted on', 'submitted at', 'response date', 'answered on'],
    track_id: TRACK,
    answer: ['rating', 'answer', 'score'],
  },
};

const programmes: FileMapping = {
  file: 'tracks',
  columns: {
    track_id: ['program id', 'programme id', 'track id', ...TRACK],
    name: [...TRACK, 'name'],
    started_on: ['start date', 'launched on'],
    ended_on: ['end date', 'closed on'],
    format: ['format'],
  },
  values: { format: { '1:1': 'one_to_one', 'one-on-one': 'one_to_one', 'group mentoring': 'group', circle: 'group' } },
};

const results: FileMapping = {
  file: 'skill_checks',
  columns: {
    person_id: ['learner id', 'learner_id', 'user id', ...PERSON],
    track_id: TRACK,
    skill: ['skill', 'assessment', 'assessment name', 'course', 'course name'],
    phase: ['assessment type', 'attempt type', 'phase'],
    taken_on: ['completion date', 'completed on', 'date completed', 'completed at'],
    score: ['score', 'points', 'result'],
    max_score: ['max score', 'maximum score', 'points possible'],
    instrument: ['assessment version', 'version'],
  },
  constants: { assessor: 'external' },
  values: {
    phase: {
      pre: 'before',
      'pre-test': 'before',
      pretest: 'before',
      baseline: 'before',
      post: 'after',
      'post-test': 'after',
      posttest: 'after',
      final: 'after',
      'follow-up': 'follow_up',
      retention: 'follow_up',
    },
  },
};

/** The usual exports. Which columns are read and which are not stands in the answer to every load. */
export const SOURCE_PRESETS: readonly SourcePreset[] = [
  {
    key: 'hr-export',
    label: 'HR system',
    about: 'One row per person with employee id, department, hire date, level and place. A manager’s name or id is not read.',
    profile: { dates: 'y-m-d', files: [people] },
  },
  {
    key: 'mentoring-suite',
    label: 'Mentoring suite',
    about:
      'Exports of matches (a pair per row), meetings, surveys and programmes. Names, e-mail addresses and messages are not read.',
    profile: { dates: 'y-m-d', files: [matches, sessions, surveys, programmes] },
  },
  {
    key: 'lms-results',
    label: 'Learning management system',
    about: 'Results of assessments before and after. What else somebody learned is not read.',
    profile: { dates: 'y-m-d', files: [results] },
  },
];

export const presetOf = (key: string): SourcePreset | undefined => SOURCE_PRESETS.find((preset) => preset.key === key);
