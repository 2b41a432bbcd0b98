-- Every table of facts is a table of versions. A load adds a row for each key that it speaks of, with all values as
-- they stand after it; `said` has bit i for the i-th value column that the load itself gave or erased. Known at load N
-- is, of each key, the row with the greatest load_no up to N, unless it is gone. A person is 64 bits of a keyed hash,
-- any other identifier 128 bits; the original is stored nowhere.

create table microdata.people (
  person_key bigint not null,
  effective_from date not null,
  hired_on date,
  left_on date,
  kind text not null default 'human',
  team text,
  job_family text,
  level text,
  location text,
  time_zone text,
  autonomy_rank smallint,
  performance_band text,
  consent_demographics boolean,
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (person_key, effective_from, load_no)
);
comment on table microdata.people is 'One row per person per change; it holds until the person’s next row';
comment on column microdata.people.person_key is 'Tells people apart; kept as a keyed hash only. (sealed)';
comment on column microdata.people.effective_from is 'The day from which the row holds. (value)';
comment on column microdata.people.hired_on is 'Who could take part, and since when: the base of every rate, tenure bands. (value)';
comment on column microdata.people.left_on is 'From that day on a person counts in no base. (value)';
comment on column microdata.people.kind is 'Software agents never enter a base of people. (dimension)';
comment on column microdata.people.team is 'Equity by team; a person counts in every team above. (label, dimension)';
comment on column microdata.people.job_family is 'Equity by kind of work. (label, dimension)';
comment on column microdata.people.level is 'Equity by job level. (label, dimension)';
comment on column microdata.people.location is 'Equity by place of work. (label, dimension)';
comment on column microdata.people.time_zone is 'How far apart pairs work. (dimension)';
comment on column microdata.people.autonomy_rank is 'Growing autonomy is what mentoring is for. (value)';
comment on column microdata.people.performance_band is 'Held constant inside a comparison of promotions; never shown, never a group. (control)';
comment on column microdata.people.consent_demographics is '“no” takes a person out of every table about personal characteristics. (sealed)';
comment on column microdata.people.load_no is 'The load that made this version';
comment on column microdata.people.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column microdata.people.gone is 'No load in force speaks of this key any more';
revoke all on microdata.people from public;
grant select on microdata.people to overstory_curator;

create table microdata.demographics (
  person_key bigint not null,
  effective_from date not null,
  column_key text not null,
  value text,
  load_no int not null,
  said bigint not null,
  gone boolean not null default false,
  primary key (person_key, effective_from, column_key, load_no)
);
comment on table microdata.demographics is 'One row per person, change and declared personal characteristic';
comment on column microdata.demographics.person_key is 'Whose characteristic it is (sealed)';
comment on column microdata.demographics.effective_from is 'The day from which it holds (value)';
comment on column microdata.demographics.column_key is 'The declared column, for example demo_gender';
comment on column microdata.demographics.value is 'Key of one of the declared rows of that column (special)';
comment on column microdata.demographics.load_no is 'The load that made this version';
comment on column microdata.demographics.said is 'Bit i: the i-th value column was given or erased by this load itself';
comment on column microdata.demographics.gone is 'No load in force speaks of this key any more';
revoke all on microdata.demographics from public;
grant select on microdata.demographics to overstory_curator;

create table microdata.tombstone (
  person_key bigint primary key,
  erased_at timestamptz not null default clock_timestamp()
);
comment on table microdata.tombstone is 'People who were erased: what later loads say of them is taken in silence and dropped';
comment on column microdata.tombstone.person_key is 'The keyed hash of whom to drop';
comment on column microdata.tombstone.erased_at is 'When the erasure was carried out';
revoke all on microdata.tombstone from public;
grant select on microdata.tombstone to overstory_curator;
