-- What comes of it for people. Versions as described in 0011.

create table microdata.skill_checks (
  person_key bigint not null,
  track_id text not null,
  skill text not null,
  phase text not null,
  taken_on date not null,
  assessor text not null,
  score numeric,
  max_score numeric,
  instrument text,
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (person_key, track_id, skill, phase, taken_on, assessor, load_no)
);
comment on table microdata.skill_checks is 'One row per check of a skill';
comment on column microdata.skill_checks.person_key is 'Whose skill was checked. (sealed)';
comment on column microdata.skill_checks.track_id is 'Empty: in no track, a comparison. (label)';
comment on column microdata.skill_checks.skill is 'Which skill. (label)';
comment on column microdata.skill_checks.phase is 'Before, after, or later. (value)';
comment on column microdata.skill_checks.taken_on is 'When. (value)';
comment on column microdata.skill_checks.assessor is 'Who judged it. (value)';
comment on column microdata.skill_checks.score is 'The result. (value)';
comment on column microdata.skill_checks.max_score is 'The best possible result. (value)';
comment on column microdata.skill_checks.instrument is 'A change of instrument breaks a pair. (label)';
comment on column microdata.skill_checks.load_no is 'The load that made this version';
comment on column microdata.skill_checks.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column microdata.skill_checks.gone is 'No load in force speaks of this key any more';
revoke all on microdata.skill_checks from public;
grant select on microdata.skill_checks to overstory_curator;

create table microdata.progressions (
  person_key bigint not null,
  occurred_on date not null,
  kind text not null,
  from_rank smallint not null,
  to_rank smallint not null,
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (person_key, occurred_on, kind, from_rank, to_rank, load_no)
);
comment on table microdata.progressions is 'One row per step of a person; a step up is to_rank above from_rank';
comment on column microdata.progressions.person_key is 'Whose step it was. (sealed)';
comment on column microdata.progressions.occurred_on is 'When. (value)';
comment on column microdata.progressions.kind is 'What kind of step. (value)';
comment on column microdata.progressions.from_rank is 'The rank before. (value)';
comment on column microdata.progressions.to_rank is 'The rank after. (value)';
comment on column microdata.progressions.load_no is 'The load that made this version';
comment on column microdata.progressions.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column microdata.progressions.gone is 'No load in force speaks of this key any more';
revoke all on microdata.progressions from public;
grant select on microdata.progressions to overstory_curator;

create table microdata.exit_interviews (
  person_key bigint not null,
  held_on date not null,
  track_id text,
  themes text[],
  would_recommend smallint,
  notes bytea,
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (person_key, held_on, load_no)
);
comment on table microdata.exit_interviews is 'One row per exit interview';
comment on column microdata.exit_interviews.person_key is 'Who was asked. (sealed)';
comment on column microdata.exit_interviews.held_on is 'When. (value)';
comment on column microdata.exit_interviews.track_id is 'The track it is about. (label)';
comment on column microdata.exit_interviews.themes is 'Coded themes, as declared in the settings. (value)';
comment on column microdata.exit_interviews.would_recommend is 'Would the person recommend it? (value)';
comment on column microdata.exit_interviews.notes is 'Encrypted on the way in; no reader exists. (sealed)';
comment on column microdata.exit_interviews.load_no is 'The load that made this version';
comment on column microdata.exit_interviews.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column microdata.exit_interviews.gone is 'No load in force speaks of this key any more';
revoke all on microdata.exit_interviews from public;
grant select on microdata.exit_interviews to overstory_curator;

create table microdata.feedback (
  person_key bigint not null,
  item text not null,
  answered_on date not null,
  track_id text not null,
  team text,
  answer smallint,
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (person_key, item, answered_on, track_id, load_no)
);
comment on table microdata.feedback is 'One row per answer to one item of a pulse';
comment on column microdata.feedback.person_key is 'Who answered. (sealed)';
comment on column microdata.feedback.item is 'What was asked. (label)';
comment on column microdata.feedback.answered_on is 'When. (value)';
comment on column microdata.feedback.track_id is 'Empty: about no track. (label)';
comment on column microdata.feedback.team is 'The team answered for. (label, dimension)';
comment on column microdata.feedback.answer is 'The answer. (value)';
comment on column microdata.feedback.load_no is 'The load that made this version';
comment on column microdata.feedback.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column microdata.feedback.gone is 'No load in force speaks of this key any more';
revoke all on microdata.feedback from public;
grant select on microdata.feedback to overstory_curator;

create table microdata.mentor_development (
  person_key bigint not null,
  topic text not null,
  completed_on date not null,
  kind text,
  score numeric,
  max_score numeric,
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (person_key, topic, completed_on, load_no)
);
comment on table microdata.mentor_development is 'One row per training or self-assessment of a mentor';
comment on column microdata.mentor_development.person_key is 'Which mentor. (sealed)';
comment on column microdata.mentor_development.topic is 'What it was about. (label)';
comment on column microdata.mentor_development.completed_on is 'When. (value)';
comment on column microdata.mentor_development.kind is 'Training, or a look at oneself. (value)';
comment on column microdata.mentor_development.score is 'The result. (value)';
comment on column microdata.mentor_development.max_score is 'The best possible result. (value)';
comment on column microdata.mentor_development.load_no is 'The load that made this version';
comment on column microdata.mentor_development.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column microdata.mentor_development.gone is 'No load in force speaks of this key any more';
revoke all on microdata.mentor_development from public;
grant select on microdata.mentor_development to overstory_curator;

create table microdata.skills (
  person_key bigint not null,
  skill text not null,
  assessed_on date not null,
  level smallint,
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (person_key, skill, assessed_on, load_no)
);
comment on table microdata.skills is 'One row per assessed skill of a person';
comment on column microdata.skills.person_key is 'Whose skill. (sealed)';
comment on column microdata.skills.skill is 'Which skill. (label)';
comment on column microdata.skills.assessed_on is 'When. (value)';
comment on column microdata.skills.level is 'How far. (value)';
comment on column microdata.skills.load_no is 'The load that made this version';
comment on column microdata.skills.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column microdata.skills.gone is 'No load in force speaks of this key any more';
revoke all on microdata.skills from public;
grant select on microdata.skills to overstory_curator;
