-- Who is in which relationship, and what happens in it. Versions as described in 0011.

create table microdata.requests (
  request_key uuid not null,
  person_key bigint,
  track_id text,
  asked_on date,
  origin text,
  outcome text,
  decided_on date,
  allocation text,
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (request_key, load_no)
);
comment on table microdata.requests is 'One row per request: who asked or was asked, and what came of it';
comment on column microdata.requests.request_key is 'Tells requests apart; kept as a keyed hash only. (sealed)';
comment on column microdata.requests.person_key is 'Whose request it was. (sealed)';
comment on column microdata.requests.track_id is 'The track asked for. (label)';
comment on column microdata.requests.asked_on is 'Where waiting begins. (value)';
comment on column microdata.requests.origin is 'Who took the first step. (value)';
comment on column microdata.requests.outcome is 'What came of it. (value)';
comment on column microdata.requests.decided_on is 'Where waiting ends. (value)';
comment on column microdata.requests.allocation is 'How places were given. (value)';
comment on column microdata.requests.load_no is 'The load that made this version';
comment on column microdata.requests.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column microdata.requests.gone is 'No load in force speaks of this key any more';
revoke all on microdata.requests from public;
grant select on microdata.requests to overstory_curator;

create table microdata.participations (
  relationship_key uuid not null,
  track_id text not null,
  person_key bigint not null,
  role text not null,
  started_on date not null,
  ended_on date,
  end_reason text,
  formation text,
  criteria text[],
  rationale_recorded boolean,
  goals_agreed boolean,
  baseline_taken boolean,
  confidentiality text,
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (relationship_key, track_id, person_key, role, started_on, load_no)
);
comment on table microdata.participations is 'One row per person and role in a relationship (a pair or a group)';
comment on column microdata.participations.relationship_key is 'Ties mentor and mentee; kept as a keyed hash only. (sealed)';
comment on column microdata.participations.track_id is 'The track it belongs to. (label)';
comment on column microdata.participations.person_key is 'Who takes part. (sealed)';
comment on column microdata.participations.role is 'Who gives and who receives. (dimension)';
comment on column microdata.participations.started_on is 'Places it in a period; an unknown start counts in totals over all time only. (value)';
comment on column microdata.participations.ended_on is 'Empty: running, or unknown. (value)';
comment on column microdata.participations.end_reason is 'How relationships end; “independent” means no longer needed. (value)';
comment on column microdata.participations.formation is 'How the pair came about. (dimension)';
comment on column microdata.participations.criteria is 'Why this pairing. (value)';
comment on column microdata.participations.rationale_recorded is 'Whether the reason of the pairing is on record. (value)';
comment on column microdata.participations.goals_agreed is 'Whether goals were named at the start. (value)';
comment on column microdata.participations.baseline_taken is 'Whether a starting point was measured. (value)';
comment on column microdata.participations.confidentiality is '“closed” counts in the organisation’s participation and nowhere else. (value)';
comment on column microdata.participations.load_no is 'The load that made this version';
comment on column microdata.participations.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column microdata.participations.gone is 'No load in force speaks of this key any more';
revoke all on microdata.participations from public;
grant select on microdata.participations to overstory_curator;

create table microdata.sessions (
  session_key uuid not null,
  relationship_key uuid,
  held_on date,
  minutes numeric,
  mode text,
  guidance text,
  situation text,
  ritual text,
  state text not null default 'held',
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (session_key, load_no)
);
comment on table microdata.sessions is 'One row per session held or planned';
comment on column microdata.sessions.session_key is 'Tells sessions apart; kept as a keyed hash only. (sealed)';
comment on column microdata.sessions.relationship_key is 'Whose session it was. (sealed)';
comment on column microdata.sessions.held_on is 'Places it in a month. (value)';
comment on column microdata.sessions.minutes is 'The dose received. (value)';
comment on column microdata.sessions.mode is 'How it was done. (value)';
comment on column microdata.sessions.guidance is 'Whether guidance fades. (value)';
comment on column microdata.sessions.situation is 'Whether real work was the subject. (value)';
comment on column microdata.sessions.ritual is 'Whether it was part of a team ritual. (value)';
comment on column microdata.sessions.state is 'Planned sessions never count as a dose. (value)';
comment on column microdata.sessions.load_no is 'The load that made this version';
comment on column microdata.sessions.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column microdata.sessions.gone is 'No load in force speaks of this key any more';
revoke all on microdata.sessions from public;
grant select on microdata.sessions to overstory_curator;

create table microdata.reviews (
  relationship_key uuid not null,
  reviewed_on date not null,
  mentee_rating smallint,
  mentor_rating smallint,
  goals_set int,
  goals_met int,
  goals_changed boolean,
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (relationship_key, reviewed_on, load_no)
);
comment on table microdata.reviews is 'One row per joint review of a relationship';
comment on column microdata.reviews.relationship_key is 'Which relationship was looked at together. (sealed)';
comment on column microdata.reviews.reviewed_on is 'When. (value)';
comment on column microdata.reviews.mentee_rating is 'How the mentee sees it. (value)';
comment on column microdata.reviews.mentor_rating is 'How the mentor sees it. (value)';
comment on column microdata.reviews.goals_set is 'How many goals were set. (value)';
comment on column microdata.reviews.goals_met is 'How many were met. (value)';
comment on column microdata.reviews.goals_changed is 'Whether goals changed on the way. (value)';
comment on column microdata.reviews.load_no is 'The load that made this version';
comment on column microdata.reviews.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column microdata.reviews.gone is 'No load in force speaks of this key any more';
revoke all on microdata.reviews from public;
grant select on microdata.reviews to overstory_curator;

create table microdata.escalations (
  escalation_key uuid not null,
  relationship_key uuid,
  raised_on date,
  resolved_on date,
  kind text,
  outcome text,
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (escalation_key, load_no)
);
comment on table microdata.escalations is 'One row per escalation of a relationship';
comment on column microdata.escalations.escalation_key is 'Tells escalations apart; kept as a keyed hash only. (sealed)';
comment on column microdata.escalations.relationship_key is 'Which relationship needed help. (sealed)';
comment on column microdata.escalations.raised_on is 'When help was asked for. (value)';
comment on column microdata.escalations.resolved_on is 'When it was settled. (value)';
comment on column microdata.escalations.kind is 'What it was about. (value)';
comment on column microdata.escalations.outcome is 'What came of it. (value)';
comment on column microdata.escalations.load_no is 'The load that made this version';
comment on column microdata.escalations.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column microdata.escalations.gone is 'No load in force speaks of this key any more';
revoke all on microdata.escalations from public;
grant select on microdata.escalations to overstory_curator;
