import { choice, column, date, key, label, path, person, personId, rank, text, track, value, whole } from './columns.js';
import type { ColumnType, FileDescription } from './description.js';

const positive: ColumnType = { kind: 'number', above: 0 };
const dimension = { classes: ['label', 'dimension'] } as const;
const emptyTrack = { key: true, mayBeEmpty: true } as const;

export const skillChecks: FileDescription = {
  name: 'skill_checks',
  table: 'microdata.skill_checks',
  row: 'one row per check of a skill',
  columns: [
    column('person_id', personId, 'Whose skill was checked.', person, key),
    column('track_id', text, 'Empty: in no track, a comparison.', track, emptyTrack),
    column('skill', text, 'Which skill.', label, key),
    column('phase', choice('before', 'after', 'follow_up'), 'Before, after, or later.', value, key),
    column('taken_on', date, 'When.', value, key),
    column('assessor', choice('self', 'mentor', 'peer', 'external'), 'Who judged it.', value, key),
    column('score', { kind: 'number' }, 'The result.', value),
    column('max_score', positive, 'The best possible result.', value),
    column('instrument', text, 'A change of instrument breaks a pair.', label),
  ],
};

export const progressions: FileDescription = {
  name: 'progressions',
  table: 'microdata.progressions',
  row: 'one row per step of a person; a step up is to_rank above from_rank',
  columns: [
    column('person_id', personId, 'Whose step it was.', person, key),
    column('occurred_on', date, 'When.', value, key),
    column(
      'kind',
      choice('promotion', 'ownership', 'role_change', 'novel_situation', 'artefact'),
      'What kind of step.',
      value,
      key,
    ),
    column('from_rank', rank, 'The rank before.', value, key),
    column('to_rank', rank, 'The rank after.', value, key),
  ],
};

export const exitInterviews: FileDescription = {
  name: 'exit_interviews',
  table: 'microdata.exit_interviews',
  row: 'one row per exit interview',
  columns: [
    column('person_id', personId, 'Who was asked.', person, key),
    column('track_id', text, 'The track it is about.', track),
    column('held_on', date, 'When.', value, key),
    column('themes', { kind: 'themes' }, 'Coded themes, as declared in the settings.', value),
    column('would_recommend', whole(0, 10), 'Whether the person would recommend it.', value),
    column('notes', { kind: 'notes' }, 'Encrypted on the way in; no reader exists.', { classes: ['sealed'] }),
  ],
};

export const feedback: FileDescription = {
  name: 'feedback',
  table: 'microdata.feedback',
  row: 'one row per answer to one item of a pulse',
  columns: [
    column('respondent_id', personId, 'Who answered.', person, { key: true, stored: 'person_key' }),
    column('item', text, 'What was asked.', label, key),
    column('answered_on', date, 'When.', value, key),
    column('track_id', text, 'Empty: about no track.', track, emptyTrack),
    column('team', path, 'The team answered for.', dimension),
    column('answer', whole(1, 5), 'The answer.', value),
  ],
};

export const mentorDevelopment: FileDescription = {
  name: 'mentor_development',
  table: 'microdata.mentor_development',
  row: 'one row per training or self-assessment of a mentor',
  columns: [
    column('person_id', personId, 'Which mentor.', person, key),
    column('topic', text, 'What it was about.', label, key),
    column('completed_on', date, 'When.', value, key),
    column('kind', choice('training', 'self_assessment'), 'Training, or a look at oneself.', value),
    column('score', { kind: 'number' }, 'The result.', value),
    column('max_score', positive, 'The best possible result.', value),
  ],
};

export const skills: FileDescription = {
  name: 'skills',
  table: 'microdata.skills',
  row: 'one row per assessed skill of a person',
  columns: [
    column('person_id', personId, 'Whose skill.', person, key),
    column('skill', text, 'Which skill.', label, key),
    column('assessed_on', date, 'When.', value, key),
    column('level', whole(0, 5), 'How far.', value),
  ],
};

export const skillTargets: FileDescription = {
  name: 'skill_targets',
  table: 'microdata.skill_targets',
  row: 'one row per skill that a team needs',
  columns: [
    column('team', path, 'Which team.', dimension, key),
    column('skill', text, 'Which skill.', label, key),
    column('needed_level', whole(0, 5), 'How far.', value),
    column('needed_people', { kind: 'integer', least: 0, most: 1_000_000_000 }, 'By how many people.', value),
    column('needed_by', date, 'By when.', value),
  ],
};
