-- Sessions are rolled up while they load, so that a release costs by relationships and months, not by sessions.
create table microdata.session_rollup (
  relationship_key uuid not null,
  month date not null check (extract(day from month) = 1),
  load_no int not null,
  minutes numeric not null,
  held_count int not null,
  timed_count int not null,
  planned_count int not null,
  held_dates date[] not null,
  guidance_answer int not null,
  guidance_question int not null,
  guidance_debrief int not null,
  mode_meeting int not null,
  mode_pairing int not null,
  mode_code_review int not null,
  mode_design_review int not null,
  mode_async int not null,
  mode_group int not null,
  situation_real int not null,
  situation_generic int not null,
  ritual_none int not null,
  ritual_retro int not null,
  ritual_huddle int not null,
  ritual_review int not null,
  primary key (relationship_key, month, load_no)
);
comment on table microdata.session_rollup is 'Sessions by relationship and month, as known after a load; known at load N is the row with the greatest load_no up to N';
comment on column microdata.session_rollup.relationship_key is 'The relationship (sealed)';
comment on column microdata.session_rollup.month is 'First day of the month';
comment on column microdata.session_rollup.load_no is 'The load or withdrawal after which this holds';
comment on column microdata.session_rollup.minutes is 'Minutes of held sessions; those without minutes add nothing';
comment on column microdata.session_rollup.held_count is 'Held sessions; every count below but planned_count is of these';
comment on column microdata.session_rollup.timed_count is 'Those whose minutes were said';
comment on column microdata.session_rollup.planned_count is 'Sessions that were only planned';
comment on column microdata.session_rollup.held_dates is 'Dates of the first three held sessions of the month, in order';
comment on column microdata.session_rollup.guidance_answer is 'Guidance by answering';
comment on column microdata.session_rollup.guidance_question is 'Guidance by asking';
comment on column microdata.session_rollup.guidance_debrief is 'Guidance by looking back';
comment on column microdata.session_rollup.mode_meeting is 'Meetings';
comment on column microdata.session_rollup.mode_pairing is 'Pairing';
comment on column microdata.session_rollup.mode_code_review is 'Code reviews';
comment on column microdata.session_rollup.mode_design_review is 'Design reviews';
comment on column microdata.session_rollup.mode_async is 'In writing';
comment on column microdata.session_rollup.mode_group is 'Groups';
comment on column microdata.session_rollup.situation_real is 'On real work';
comment on column microdata.session_rollup.situation_generic is 'On something generic';
comment on column microdata.session_rollup.ritual_none is 'In no ritual';
comment on column microdata.session_rollup.ritual_retro is 'In a retrospective';
comment on column microdata.session_rollup.ritual_huddle is 'In a huddle';
comment on column microdata.session_rollup.ritual_review is 'In a review';
revoke all on microdata.session_rollup from public;
grant select on microdata.session_rollup to overstory_curator;
