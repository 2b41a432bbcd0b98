import { amount, column, date, key, path, tally, text, label, value } from './columns.js';
import type { FileDescription } from './description.js';

const team = { classes: ['label', 'dimension'] } as const;

export const teamSessions: FileDescription = {
  name: 'team_sessions',
  table: 'microdata.team_sessions',
  row: 'one row per mentoring session of a whole team',
  columns: [
    column('team', path, team, 'Which team.', key),
    column('held_on', date, value, 'When.', key),
    column('goals_named', tally, value, 'Goals named.'),
    column('goals_in_next_sprint', tally, value, 'Goals taken into the next sprint.'),
    column('goals_retested', tally, value, 'Goals looked at again.'),
  ],
};

export const practice: FileDescription = {
  name: 'practice',
  table: 'microdata.practice',
  row: 'one row per team and sprint: how far mentoring is in the daily work; teams, never people',
  columns: [
    column('team', path, team, 'Which team.', key),
    column('sprint', text, label, 'Which sprint.', key),
    column('pull_requests', tally, value, 'Pull requests opened.'),
    column('with_mentoring_sections', tally, value, 'Those with filled mentoring sections.'),
    column('walkthrough_items', tally, value, 'Items raised in walkthroughs.'),
    column('items_in_time_box', tally, value, 'Items done within their time-box.'),
    column('items_accepted', tally, value, 'Items accepted.'),
    column('plans', tally, value, 'Plans written.'),
    column('plans_with_mentoring', tally, value, 'Plans that name mentoring.'),
  ],
};

export const delivery: FileDescription = {
  name: 'delivery',
  table: 'microdata.delivery',
  row: 'one row per team and sprint; teams, never people',
  columns: [
    column('team', path, team, 'Which team.', key),
    column('sprint', text, label, 'Which sprint.', key),
    column('starts_on', date, value, 'When it began.'),
    column('ends_on', date, value, 'When it ended.'),
    column('capacity_hours', amount, value, 'What the team could do.'),
    column('committed_points', amount, value, 'What it took on.'),
    column('completed_points', amount, value, 'What it did.'),
    column('mentoring_allocation_hours', amount, value, 'What was set aside for mentoring.'),
  ],
};
