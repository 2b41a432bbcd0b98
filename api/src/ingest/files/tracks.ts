import { amount, choice, column, date, key, label, personId, sealed, text } from './columns.js';
import type { FileDescription } from './description.js';

export const tracks: FileDescription = {
  name: 'tracks',
  table: 'tracks.track',
  row: 'one row per mentoring track',
  columns: [
    column('track_id', text, 'Names the track in the other files.', label, key),
    column('name', text, 'What readers see.', label, { required: true }),
    column('focus', choice('technical', 'leadership', 'both'), 'What the track develops.', label),
    column('tier', choice('peer', 'senior', 'principal'), 'Who mentors.', label),
    column('format', choice('one_to_one', 'group', 'community'), 'How people meet.', label),
    column('practice', choice('mentoring', 'coaching'), 'Sets the horizon; coaching is never pooled with mentoring.', label),
    column('purpose', choice('onboarding', 'legacy', 'role', 'skill', 'leadership', 'other'), 'What the track is for.', label),
    column('owner_id', personId, 'Whether somebody answers for the track; who it is stays sealed.', sealed, {
      table: 'microdata.track_owner',
      stored: 'owner_key',
    }),
    column('started_on', date, 'When the track began.', label),
    column('ended_on', date, 'When it ended.', label),
    column('monthly_minutes', amount, 'The agreed dose, against which held minutes are read.', label),
    column('audience_levels', { kind: 'texts' }, 'Whom the track is for; empty means everyone.', label),
    column('audience_teams', { kind: 'paths' }, 'Whom the track is for; empty means everyone.', label),
    column('capability', text, 'The skill or role it is meant to build.', label),
  ],
};
