-- Team files: they name no person. Versions as described in 0011.

create table microdata.team_sessions (
  team text not null,
  held_on date not null,
  goals_named int,
  goals_in_next_sprint int,
  goals_retested int,
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (team, held_on, load_no)
);
comment on table microdata.team_sessions is 'One row per mentoring session of a whole team';
comment on column microdata.team_sessions.team is 'Which team. (label, dimension)';
comment on column microdata.team_sessions.held_on is 'When. (value)';
comment on column microdata.team_sessions.goals_named is 'Goals named. (value)';
comment on column microdata.team_sessions.goals_in_next_sprint is 'Goals taken into the next sprint. (value)';
comment on column microdata.team_sessions.goals_retested is 'Goals looked at again. (value)';
comment on column microdata.team_sessions.load_no is 'The load that made this version';
comment on column microdata.team_sessions.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column microdata.team_sessions.gone is 'No load in force speaks of this key any more';
revoke all on microdata.team_sessions from public;
grant select on microdata.team_sessions to overstory_curator;

create table microdata.delivery (
  team text not null,
  sprint text not null,
  starts_on date,
  ends_on date,
  capacity_hours numeric,
  committed_points numeric,
  completed_points numeric,
  mentoring_allocation_hours numeric,
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (team, sprint, load_no)
);
comment on table microdata.delivery is 'One row per team and sprint; teams, never people';
comment on column microdata.delivery.team is 'Which team. (label, dimension)';
comment on column microdata.delivery.sprint is 'Which sprint. (label)';
comment on column microdata.delivery.starts_on is 'When it began. (value)';
comment on column microdata.delivery.ends_on is 'When it ended. (value)';
comment on column microdata.delivery.capacity_hours is 'What the team could do. (value)';
comment on column microdata.delivery.committed_points is 'What it took on. (value)';
comment on column microdata.delivery.completed_points is 'What it did. (value)';
comment on column microdata.delivery.mentoring_allocation_hours is 'What was set aside for mentoring. (value)';
comment on column microdata.delivery.load_no is 'The load that made this version';
comment on column microdata.delivery.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column microdata.delivery.gone is 'No load in force speaks of this key any more';
revoke all on microdata.delivery from public;
grant select on microdata.delivery to overstory_curator;

create table microdata.practice (
  team text not null,
  sprint text not null,
  pull_requests int,
  with_mentoring_sections int,
  walkthrough_items int,
  items_in_time_box int,
  items_accepted int,
  plans int,
  plans_with_mentoring int,
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (team, sprint, load_no)
);
comment on table microdata.practice is 'One row per team and sprint: how far mentoring is in the daily work; teams, never people';
comment on column microdata.practice.team is 'Which team. (label, dimension)';
comment on column microdata.practice.sprint is 'Which sprint. (label)';
comment on column microdata.practice.pull_requests is 'Pull requests opened. (value)';
comment on column microdata.practice.with_mentoring_sections is 'Those with filled mentoring sections. (value)';
comment on column microdata.practice.walkthrough_items is 'Items raised in walkthroughs. (value)';
comment on column microdata.practice.items_in_time_box is 'Items done within their time-box. (value)';
comment on column microdata.practice.items_accepted is 'Items accepted. (value)';
comment on column microdata.practice.plans is 'Plans written. (value)';
comment on column microdata.practice.plans_with_mentoring is 'Plans that name mentoring. (value)';
comment on column microdata.practice.load_no is 'The load that made this version';
comment on column microdata.practice.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column microdata.practice.gone is 'No load in force speaks of this key any more';
revoke all on microdata.practice from public;
grant select on microdata.practice to overstory_curator;

create table microdata.skill_targets (
  team text not null,
  skill text not null,
  needed_level smallint,
  needed_people int,
  needed_by date,
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (team, skill, load_no)
);
comment on table microdata.skill_targets is 'One row per skill that a team needs';
comment on column microdata.skill_targets.team is 'Which team. (label, dimension)';
comment on column microdata.skill_targets.skill is 'Which skill. (label)';
comment on column microdata.skill_targets.needed_level is 'How far. (value)';
comment on column microdata.skill_targets.needed_people is 'By how many people. (value)';
comment on column microdata.skill_targets.needed_by is 'By when. (value)';
comment on column microdata.skill_targets.load_no is 'The load that made this version';
comment on column microdata.skill_targets.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column microdata.skill_targets.gone is 'No load in force speaks of this key any more';
revoke all on microdata.skill_targets from public;
grant select on microdata.skill_targets to overstory_curator;
