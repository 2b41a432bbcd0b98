import { amount, choice, column, date, key, label, personId, sealed, text } from './columns.js';
import type { FileDescription } from './description.js';

export const tracks: FileDescription = {
  name: 'tracks',
  table: 'tracks.track',
  row: 'one row per mentoring track',
  columns: [
    column('track_id', text, label, 'Names the track in the other files.', key),
    column('name', text, label, 'What readers see.', { required: true }),
    column('focus', choice('technical', 'leadership', 'both'), label, 'What the track develops.'),
    column('tier', choice('peer', 'senior', 'principal'), label, 'Who mentors.'),
    column('format', choice('one_to_one', 'group', 'community'), label, 'How people meet.'),
    column('practice', choice('mentoring', 'coaching'), label, 'Sets the horizon; coaching is never pooled with mentoring.'),
    column('purpose', choice('onboarding', 'legacy', 'role', 'skill', 'leadership', 'other'), label, 'What the track is for.'),
    column('owner_id', personId, sealed, 'Whether somebody answers for the track; who it is stays sealed.', {
      table: 'microdata.track_owner',
      stored: 'owner_key',
    }),
    column('started_on', date, label, 'When the track began.'),
    column('ended_on', date, label, 'When it ended.'),
    column('monthly_minutes', amount, label, 'The agreed dose, against which held minutes are read.'),
    column('audience_levels', { kind: 'texts' }, label, 'Whom the track is for; empty means everyone.'),
    column('audience_teams', { kind: 'paths' }, label, 'Whom the track is for; empty means everyone.'),
    column('capability', text, label, 'The skill or role it is meant to build.'),
  ],
};
