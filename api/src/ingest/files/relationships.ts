import {
  choice, choices, column, date, key, person, personId, relationship, relationshipId, sealed, tally, text, track, value, whole, yesNo,
} from './columns.js';
import type { FileDescription } from './description.js';

const dimension = { classes: ['dimension'] } as const;

export const requests: FileDescription = {
  name: 'requests',
  table: 'microdata.requests',
  row: 'one row per request: who asked or was asked, and what came of it',
  columns: [
    column('request_id', { kind: 'identifier', of: 'request' }, sealed, 'Tells requests apart; kept as a keyed hash only.', key),
    column('person_id', personId, person, 'Whose request it was.'),
    column('track_id', text, track, 'The track asked for.'),
    column('asked_on', date, value, 'Where waiting begins.'),
    column('origin', choice('asked', 'invited', 'nominated'), value, 'Who took the first step.'),
    column('outcome', choice('matched', 'waitlisted', 'declined_by_programme', 'declined_by_person', 'withdrawn', 'open'), value, 'What came of it.'),
    column('decided_on', date, value, 'Where waiting ends.'),
    column('allocation', choice('manual', 'rule', 'lottery'), value, 'How places were given.'),
  ],
};

export const participations: FileDescription = {
  name: 'participations',
  table: 'microdata.participations',
  row: 'one row per person and role in a relationship (a pair or a group)',
  columns: [
    column('relationship_id', relationshipId, sealed, 'Ties mentor and mentee; kept as a keyed hash only.', key),
    column('track_id', text, track, 'The track it belongs to.', key),
    column('person_id', personId, person, 'Who takes part.', key),
    column('role', choice('mentor', 'mentee'), dimension, 'Who gives and who receives.', key),
    column('started_on', date, value, 'Places it in a period; an unknown start counts in totals over all time only.', { key: true, mayBeEmpty: true }),
    column('ended_on', date, value, 'Empty: running, or unknown.', { notBefore: 'started_on' }),
    column('end_reason', choice('completed', 'independent', 'sunset', 'mismatch', 'reorganised', 'left', 'lapsed'), value, 'How relationships end; “independent” means no longer needed.'),
    column('formation', choice('assigned', 'organic'), dimension, 'How the pair came about.'),
    column('criteria', choices('domain', 'trajectory', 'style', 'other'), value, 'Why this pairing.'),
    column('rationale_recorded', yesNo, value, 'Whether the reason of the pairing is on record.'),
    column('goals_agreed', yesNo, value, 'Whether goals were named at the start.'),
    column('baseline_taken', yesNo, value, 'Whether a starting point was measured.'),
    column('confidentiality', choice('standard', 'closed'), value, '“closed” counts in the organisation’s participation and nowhere else.'),
  ],
};

export const sessions: FileDescription = {
  name: 'sessions',
  table: 'microdata.sessions',
  row: 'one row per session held or planned',
  columns: [
    column('session_id', { kind: 'identifier', of: 'session' }, sealed, 'Tells sessions apart; kept as a keyed hash only.', key),
    column('relationship_id', relationshipId, relationship, 'Whose session it was.'),
    column('held_on', date, value, 'Places it in a month.'),
    column('minutes', { kind: 'number', least: 0, most: 1440 }, value, 'The dose received.'),
    column('mode', choice('meeting', 'pairing', 'code_review', 'design_review', 'async', 'group'), value, 'How it was done.'),
    column('guidance', choice('answer', 'question', 'debrief'), value, 'Whether guidance fades.'),
    column('situation', choice('real', 'generic'), value, 'Whether real work was the subject.'),
    column('ritual', choice('none', 'retro', 'huddle', 'review'), value, 'Whether it was part of a team ritual.'),
    column('state', choice('planned', 'held'), value, 'Planned sessions never count as a dose.', { otherwise: 'held' }),
  ],
};

export const reviews: FileDescription = {
  name: 'reviews',
  table: 'microdata.reviews',
  row: 'one row per joint review of a relationship',
  columns: [
    column('relationship_id', relationshipId, relationship, 'Which relationship was looked at together.', key),
    column('reviewed_on', date, value, 'When.', key),
    column('mentee_rating', whole(1, 5), value, 'How the mentee sees it.'),
    column('mentor_rating', whole(1, 5), value, 'How the mentor sees it.'),
    column('goals_set', tally, value, 'How many goals were set.'),
    column('goals_met', tally, value, 'How many were met.'),
    column('goals_changed', yesNo, value, 'Whether goals changed on the way.'),
  ],
};

export const escalations: FileDescription = {
  name: 'escalations',
  table: 'microdata.escalations',
  row: 'one row per escalation of a relationship',
  columns: [
    column('escalation_id', { kind: 'identifier', of: 'escalation' }, sealed, 'Tells escalations apart; kept as a keyed hash only.', key),
    column('relationship_id', relationshipId, relationship, 'Which relationship needed help.'),
    column('raised_on', date, value, 'When help was asked for.'),
    column('resolved_on', date, value, 'When it was settled.'),
    column('kind', choice('mismatch', 'communication', 'workload', 'outside_scope'), value, 'What it was about.'),
    column('outcome', choice('rematched', 'resolved', 'ended', 'routed'), value, 'What came of it.'),
  ],
};
