-- What the organisation decided: its settings, the policies of disclosure, and what this installation is.
-- Versions are added, never edited: a release names the versions that it was built under.
create function governance.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'versions in governance are added, never changed' using errcode = '42501';
end $$;
comment on function governance.refuse_change() is 'Nobody changes a version that was in force, its owner included';

create table governance.settings (
  version int primary key check (version > 0),
  known_at timestamptz not null default clock_timestamp(),
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  set_by text not null check (length(set_by) between 1 and 200)
);
comment on table governance.settings is 'The organisation''s settings, by version; the highest is in force';
comment on column governance.settings.version is '1, 2, 3 …; none: the defaults of the product hold';
comment on column governance.settings.known_at is 'When it was set; a release built as of an earlier moment uses an earlier version';
comment on column governance.settings.document is 'As docs/settings.schema.json says, canonical and complete';
comment on column governance.settings.set_by is 'An account_id, or operator';
create trigger added_only before update or delete on governance.settings for each row execute function governance.refuse_change();
create trigger never_emptied before truncate on governance.settings for each statement execute function governance.refuse_change();

create table governance.policy (
  version text primary key check (version ~ '^[a-z][a-z0-9-]{0,40}/[0-9]{1,6}$'),
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  approved boolean not null,
  created_at timestamptz not null default clock_timestamp()
);
comment on table governance.policy is 'Policies of disclosure: thresholds, noise level, exposure budget, plan of tables';
comment on column governance.policy.version is 'Name and number, for example standard/1';
comment on column governance.policy.document is 'The policy and its plan of tables';
comment on column governance.policy.approved is 'Whether releases may be built under it';
comment on column governance.policy.created_at is 'When it was added';
create trigger added_only before update or delete on governance.policy for each row execute function governance.refuse_change();
create trigger never_emptied before truncate on governance.policy for each statement execute function governance.refuse_change();

-- The standard policy; a test holds it against the program's own.
insert into governance.policy (version, document, approved) values ('standard/1', '{"disclosure":{"version":"standard/1","thresholds":{"dimension":5,"special":10},"noiseLevel":3,"lowerNoise":{"from":1500,"noiseLevel":2.5},"noiseSteps":[3,4,5,6,8],"exposure":{"release":0.3,"history":0.65,"permanent":0.67,"periods":8},"otherTables":{"minimumOpen":30,"minimumSpecialBase":50},"similar":{"low":0.8,"high":1.25}},"plan":{"version":"default/1","classes":{"representation":[{"by":[],"cadence":"quarter"},{"by":["team"],"cadence":"quarter","layers":"upper"},{"by":["level"],"cadence":"quarter"},{"by":["location"],"cadence":"quarter"},{"by":["tenure"],"cadence":"quarter"},{"by":["(characteristic)"],"cadence":"quarter"},{"by":["team","level"],"cadence":"quarter","layers":"top"},{"by":["team"],"cadence":"year","layers":"lowest"},{"by":["team","level"],"cadence":"year","layers":"all"},{"by":["team","(characteristic)"],"cadence":"year","layers":"top"},{"by":["level","(characteristic)"],"cadence":"year"}],"equity":[{"by":[],"cadence":"quarter"},{"by":["team"],"cadence":"quarter","layers":"top"},{"by":["level"],"cadence":"quarter"},{"by":["track"],"cadence":"quarter"},{"by":["(characteristic)"],"cadence":"quarter"}],"other":[{"by":[],"cadence":"quarter"},{"by":["team"],"cadence":"quarter","layers":"top"},{"by":["level"],"cadence":"quarter"},{"by":["track"],"cadence":"quarter"}]}}}', true);

create table governance.installation (
  only_one boolean primary key default true check (only_one),
  installation_id uuid not null default gen_random_uuid(),
  sample boolean not null default false,
  created_at timestamptz not null default clock_timestamp()
);
comment on table governance.installation is 'What this installation is; one row';
comment on column governance.installation.only_one is 'Always true: there is one row';
comment on column governance.installation.installation_id is 'A random name of this installation';
comment on column governance.installation.sample is 'Whether what is loaded here is an invented organisation; everything shown then says so';
comment on column governance.installation.created_at is 'When the database was made';
insert into governance.installation default values;

-- Only an installation that holds nothing may become a sample; it stays one until it is emptied.
create function governance.mark_as_sample() returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from jobs.load) then
    raise exception 'this installation holds loads already' using errcode = '55000';
  end if;
  update governance.installation set sample = true;
end $$;
comment on function governance.mark_as_sample() is 'From now on everything loaded here is marked as an invented organisation';

revoke all on governance.settings, governance.policy, governance.installation from public;
revoke all on function governance.refuse_change(), governance.mark_as_sample() from public;
grant select on governance.settings to overstory_ingest, overstory_curator, overstory_reader, overstory_auditor;
grant insert on governance.settings to overstory_curator;
grant select on governance.policy to overstory_curator, overstory_reader, overstory_auditor;
grant select on governance.installation to overstory_ingest, overstory_curator, overstory_reader, overstory_auditor;
grant execute on function governance.mark_as_sample() to overstory_curator;
