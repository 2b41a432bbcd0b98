-- The catalogue. Who answers for a track is sealed and stays in microdata; here stands only whether somebody does.

create table tracks.track (
  track_id text not null,
  name text,
  focus text,
  tier text,
  format text,
  practice text,
  purpose text,
  owned boolean,
  started_on date,
  ended_on date,
  monthly_minutes numeric,
  audience_levels text[],
  audience_teams text[],
  capability text,
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (track_id, load_no)
);
comment on table tracks.track is 'One row per mentoring track';
comment on column tracks.track.track_id is 'Names the track in the other files. (label)';
comment on column tracks.track.name is 'What readers see. (label)';
comment on column tracks.track.focus is 'What the track develops. (label)';
comment on column tracks.track.tier is 'Who mentors. (label)';
comment on column tracks.track.format is 'How people meet. (label)';
comment on column tracks.track.practice is 'Sets the horizon; coaching is never pooled with mentoring. (label)';
comment on column tracks.track.purpose is 'What the track is for. (label)';
comment on column tracks.track.owned is 'Whether an accountable person is named; null reads as no (label)';
comment on column tracks.track.started_on is 'When the track began. (label)';
comment on column tracks.track.ended_on is 'When it ended. (label)';
comment on column tracks.track.monthly_minutes is 'The agreed dose, against which held minutes are read. (label)';
comment on column tracks.track.audience_levels is 'Whom the track is for; empty means everyone. (label)';
comment on column tracks.track.audience_teams is 'Whom the track is for; empty means everyone. (label)';
comment on column tracks.track.capability is 'The skill or role it is meant to build. (label)';
comment on column tracks.track.load_no is 'The load that made this version';
comment on column tracks.track.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column tracks.track.gone is 'No load in force speaks of this key any more';
revoke all on tracks.track from public;
grant select on tracks.track to overstory_curator;

create table microdata.track_owner (
  track_id text not null,
  owner_key bigint,
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (track_id, load_no)
);
comment on table microdata.track_owner is 'Who answers for a track; never leaves the microdata room';
comment on column microdata.track_owner.track_id is 'The track (label)';
comment on column microdata.track_owner.owner_key is 'The accountable person (sealed)';
comment on column microdata.track_owner.load_no is 'The load that made this version';
comment on column microdata.track_owner.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column microdata.track_owner.gone is 'No load in force speaks of this key any more';
revoke all on microdata.track_owner from public;
grant select on microdata.track_owner to overstory_curator;

create view tracks.catalogue with (security_barrier) as
select track_id, name, focus, tier, format, practice, purpose, coalesce(owned, false) as owned, started_on, ended_on,
  monthly_minutes, audience_levels, audience_teams, capability, load_no
from (select distinct on (track_id) * from tracks.track order by track_id, load_no desc) latest
where not gone;
comment on view tracks.catalogue is 'Every track as it is known now';
revoke all on tracks.catalogue from public;
grant select on tracks.catalogue to overstory_curator, overstory_reader;
