import {
  choice,
  choices,
  column,
  date,
  key,
  person,
  personId,
  relationship,
  relationshipId,
  sealed,
  tally,
  text,
  track,
  value,
  whole,
  yesNo,
} from './columns.js';
import type { FileDescription } from './description.js';

const dimension = { classes: ['dimension'] } as const;

export const requests: FileDescription = {
  name: 'requests',
  table: 'microdata.requests',
  row: 'one row per request: who asked or was asked, and what came of it',
  columns: [
    column('request_id', { kind: 'identifier', of: 'request' }, 'Tells requests apart; kept as a keyed hash only.', sealed, key),
    column('person_id', personId, 'Whose request it was.', person),
    column('track_id', text, 'The track asked for.', track),
    column('asked_on', date, 'Where waiting begins.', value),
    column('origin', choice('asked', 'invited', 'nominated'), 'Who took the first step.', value),
    column(
      'outcome',
      choice('matched', 'waitlisted', 'declined_by_programme', 'declined_by_person', 'withdrawn', 'open'),
      'What came of it.',
      value,
    ),
    column('decided_on', date, 'Where waiting ends.', value),
    column('allocation', choice('manual', 'rule', 'lottery'), 'How places were given.', value),
  ],
};

export const participations: FileDescription = {
  name: 'participations',
  table: 'microdata.participations',
  row: 'one row per person and role in a relationship (a pair or a group)',
  columns: [
    column('relationship_id', relationshipId, 'Ties mentor and mentee; kept as a keyed hash only.', sealed, key),
    column('track_id', text, 'The track it belongs to.', track, key),
    column('person_id', personId, 'Who takes part.', person, key),
    column('role', choice('mentor', 'mentee'), 'Who gives and who receives.', dimension, key),
    column('started_on', date, 'Places it in a period; an unknown start counts in totals over all time only.', value, {
      key: true,
      mayBeEmpty: true,
    }),
    column('ended_on', date, 'Empty: running, or unknown.', value, { notBefore: 'started_on' }),
    column(
      'end_reason',
      choice('completed', 'independent', 'sunset', 'mismatch', 'reorganised', 'left', 'lapsed'),
      'How relationships end; “independent” means no longer needed.',
      value,
    ),
    column('formation', choice('assigned', 'organic'), 'How the pair came about.', dimension),
    column('criteria', choices('domain', 'trajectory', 'style', 'other'), 'Why this pairing.', value),
    column('rationale_recorded', yesNo, 'Whether the reason of the pairing is on record.', value),
    column('goals_agreed', yesNo, 'Whether goals were named at the start.', value),
    column('baseline_taken', yesNo, 'Whether a starting point was measured.', value),
    column(
      'confidentiality',
      choice('standard', 'closed'),
      '“closed” counts in the organisation’s participation and nowhere else.',
      value,
    ),
  ],
};

export const sessions: FileDescription = {
  name: 'sessions',
  table: 'microdata.sessions',
  row: 'one row per session held or planned',
  columns: [
    column('session_id', { kind: 'identifier', of: 'session' }, 'Tells sessions apart; kept as a keyed hash only.', sealed, key),
    column('relationship_id', relationshipId, 'Whose session it was.', relationship),
    column('held_on', date, 'Places it in a month.', value),
    column('minutes', { kind: 'number', least: 0, most: 1440 }, 'The dose received.', value),
    column('mode', choice('meeting', 'pairing', 'code_review', 'design_review', 'async', 'group'), 'How it was done.', value),
    column('guidance', choice('answer', 'question', 'debrief'), 'Whether guidance fades.', value),
    column('situation', choice('real', 'generic'), 'Whether real work was the subject.', value),
    column('ritual', choice('none', 'retro', 'huddle', 'review'), 'Whether it was part of a team ritual.', value),
    column('state', choice('planned', 'held'), 'Planned sessions never count as a dose.', value, { otherwise: 'held' }),
  ],
};

export const reviews: FileDescription = {
  name: 'reviews',
  table: 'microdata.reviews',
  row: 'one row per joint review of a relationship',
  columns: [
    column('relationship_id', relationshipId, 'Which relationship was looked at together.', relationship, key),
    column('reviewed_on', date, 'When.', value, key),
    column('mentee_rating', whole(1, 5), 'How the mentee sees it.', value),
    column('mentor_rating', whole(1, 5), 'How the mentor sees it.', value),
    column('goals_set', tally, 'How many goals were set.', value),
    column('goals_met', tally, 'How many were met.', value),
    column('goals_changed', yesNo, 'Whether goals changed on the way.', value),
  ],
};

export const escalations: FileDescription = {
  name: 'escalations',
  table: 'microdata.escalations',
  row: 'one row per escalation of a relationship',
  columns: [
    column(
      'escalation_id',
      { kind: 'identifier', of: 'escalation' },
      'Tells escalations apart; kept as a keyed hash only.',
      sealed,
      key,
    ),
    column('relationship_id', relationshipId, 'Which relationship needed help.', relationship),
    column('raised_on', date, 'When help was asked for.', value),
    column('resolved_on', date, 'When it was settled.', value),
    column('kind', choice('mismatch', 'communication', 'workload', 'outside_scope'), 'What it was about.', value),
    column('outcome', choice('rematched', 'resolved', 'ended', 'routed'), 'What came of it.', value),
  ],
};
