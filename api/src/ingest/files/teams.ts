import { amount, column, date, key, path, tally, text, label, value } from './columns.js';
import type { FileDescription } from './description.js';

const team = { classes: ['label', 'dimension'] } as const;

export const teamSessions: FileDescription = {
  name: 'team_sessions',
  table: 'microdata.team_sessions',
  row: 'one row per mentoring session of a whole team',
  columns: [
    column('team', path, 'Which team.', team, key),
    column('held_on', date, 'When.', value, key),
    column('goals_named', tally, 'Goals named.', value),
    column('goals_in_next_sprint', tally, 'Goals taken into the next sprint.', value),
    column('goals_retested', tally, 'Goals looked at again.', value),
  ],
};

export const practice: FileDescription = {
  name: 'practice',
  table: 'microdata.practice',
  row: 'one row per team and sprint: how far mentoring is in the daily work; teams, never people',
  columns: [
    column('team', path, 'Which team.', team, key),
    column('sprint', text, 'Which sprint.', label, key),
    column('pull_requests', tally, 'Pull requests opened.', value),
    column('with_mentoring_sections', tally, 'Those with filled mentoring sections.', value),
    column('walkthrough_items', tally, 'Items raised in walkthroughs.', value),
    column('items_in_time_box', tally, 'Items done within their time-box.', value),
    column('items_accepted', tally, 'Items accepted.', value),
    column('plans', tally, 'Plans written.', value),
    column('plans_with_mentoring', tally, 'Plans that name mentoring.', value),
  ],
};

export const delivery: FileDescription = {
  name: 'delivery',
  table: 'microdata.delivery',
  row: 'one row per team and sprint; teams, never people',
  columns: [
    column('team', path, 'Which team.', team, key),
    column('sprint', text, 'Which sprint.', label, key),
    column('starts_on', date, 'When it began.', value),
    column('ends_on', date, 'When it ended.', value),
    column('capacity_hours', amount, 'What the team could do.', value),
    column('committed_points', amount, 'What it took on.', value),
    column('completed_points', amount, 'What it did.', value),
    column('mentoring_allocation_hours', amount, 'What was set aside for mentoring.', value),
  ],
};
