-- How the columns of a source are called, remembered by source, so that the next file of it is read the same way.
create table governance.source_profile (
  source text not null check (length(source) between 1 and 100),
  version int not null check (version > 0),
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  set_by text not null check (length(set_by) between 1 and 200),
  set_at timestamptz not null default clock_timestamp(),
  primary key (source, version)
);
comment on table governance.source_profile is 'How the columns of a source are mapped, by version; the highest is in force';
comment on column governance.source_profile.source is 'The sender, as loads name it';
comment on column governance.source_profile.version is '1, 2, 3 … for each source';
comment on column governance.source_profile.document is 'Files of the data dictionary, and under which names their columns come; no value of a file';
comment on column governance.source_profile.set_by is 'An account_id, operator, or the token that sent the file';
comment on column governance.source_profile.set_at is 'When';
create trigger added_only before update or delete on governance.source_profile for each row execute function governance.refuse_change();
create trigger never_emptied before truncate on governance.source_profile for each statement execute function governance.refuse_change();
revoke all on governance.source_profile from public;
grant select on governance.source_profile to overstory_ingest, overstory_reader, overstory_curator;
grant insert on governance.source_profile to overstory_ingest;
