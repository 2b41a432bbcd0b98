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
    column('person_id', personId, person, 'Whose skill was checked.', key),
    column('track_id', text, track, 'Empty: in no track, a comparison.', emptyTrack),
    column('skill', text, label, 'Which skill.', key),
    column('phase', choice('before', 'after', 'follow_up'), value, 'Before, after, or later.', key),
    column('taken_on', date, value, 'When.', key),
    column('assessor', choice('self', 'mentor', 'peer', 'external'), value, 'Who judged it.', key),
    column('score', { kind: 'number' }, value, 'The result.'),
    column('max_score', positive, value, 'The best possible result.'),
    column('instrument', text, label, 'A change of instrument breaks a pair.'),
  ],
};

export const progressions: FileDescription = {
  name: 'progressions',
  table: 'microdata.progressions',
  row: 'one row per step of a person; a step up is to_rank above from_rank',
  columns: [
    column('person_id', personId, person, 'Whose step it was.', key),
    column('occurred_on', date, value, 'When.', key),
    column('kind', choice('promotion', 'ownership', 'role_change', 'novel_situation', 'artefact'), value, 'What kind of step.', key),
    column('from_rank', rank, value, 'The rank before.', key),
    column('to_rank', rank, value, 'The rank after.', key),
  ],
};

export const exitInterviews: FileDescription = {
  name: 'exit_interviews',
  table: 'microdata.exit_interviews',
  row: 'one row per exit interview',
  columns: [
    column('person_id', personId, person, 'Who was asked.', key),
    column('track_id', text, track, 'The track it is about.'),
    column('held_on', date, value, 'When.', key),
    column('themes', { kind: 'themes' }, value, 'Coded themes, as declared in the settings.'),
    column('would_recommend', whole(0, 10), value, 'Would the person recommend it?'),
    column('notes', { kind: 'notes' }, { classes: ['sealed'] }, 'Encrypted on the way in; no reader exists.'),
  ],
};

export const feedback: FileDescription = {
  name: 'feedback',
  table: 'microdata.feedback',
  row: 'one row per answer to one item of a pulse',
  columns: [
    column('respondent_id', personId, person, 'Who answered.', { key: true, stored: 'person_key' }),
    column('item', text, label, 'What was asked.', key),
    column('answered_on', date, value, 'When.', key),
    column('track_id', text, track, 'Empty: about no track.', emptyTrack),
    column('team', path, dimension, 'The team answered for.'),
    column('answer', whole(1, 5), value, 'The answer.'),
  ],
};

export const mentorDevelopment: FileDescription = {
  name: 'mentor_development',
  table: 'microdata.mentor_development',
  row: 'one row per training or self-assessment of a mentor',
  columns: [
    column('person_id', personId, person, 'Which mentor.', key),
    column('topic', text, label, 'What it was about.', key),
    column('completed_on', date, value, 'When.', key),
    column('kind', choice('training', 'self_assessment'), value, 'Training, or a look at oneself.'),
    column('score', { kind: 'number' }, value, 'The result.'),
    column('max_score', positive, value, 'The best possible result.'),
  ],
};

export const skills: FileDescription = {
  name: 'skills',
  table: 'microdata.skills',
  row: 'one row per assessed skill of a person',
  columns: [
    column('person_id', personId, person, 'Whose skill.', key),
    column('skill', text, label, 'Which skill.', key),
    column('assessed_on', date, value, 'When.', key),
    column('level', whole(0, 5), value, 'How far.'),
  ],
};

export const skillTargets: FileDescription = {
  name: 'skill_targets',
  table: 'microdata.skill_targets',
  row: 'one row per skill that a team needs',
  columns: [
    column('team', path, dimension, 'Which team.', key),
    column('skill', text, label, 'Which skill.', key),
    column('needed_level', whole(0, 5), value, 'How far.'),
    column('needed_people', { kind: 'integer', least: 0, most: 1_000_000_000 }, value, 'By how many people.'),
    column('needed_by', date, value, 'By when.'),
  ],
};
