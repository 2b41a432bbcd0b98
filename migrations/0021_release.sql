-- Protected cells. A draft may be replaced; what is published is frozen, for its owner too.
create table release.release (
  release_id text primary key check (release_id ~ '^[0-9]{4}-Q[1-4]-[0-9a-f]{12}$'),
  period text not null check (period ~ '^[0-9]{4}-Q[1-4]$'),
  starts_on date not null,
  as_of date not null check (as_of >= starts_on),
  known_at timestamptz not null,
  status text not null default 'draft' check (status in ('draft', 'published')),
  supersedes text references release.release (release_id),
  noise_level numeric not null check (noise_level >= 2.5),
  sample boolean not null,
  header jsonb not null,
  policy jsonb not null,
  dimensions jsonb not null,
  certificate jsonb not null,
  hash text not null check (hash ~ '^sha256:[0-9a-f]{64}$'),
  document text not null,
  built_by text not null check (length(built_by) between 1 and 200),
  built_at timestamptz not null default clock_timestamp(),
  published_by text check (published_by <> built_by),
  published_at timestamptz,
  check ((status = 'published') = (published_by is not null) and (status = 'published') = (published_at is not null)),
  check (supersedes <> release_id)
);
comment on table release.release is 'Releases: drafts, and what was published and never changes again';
comment on column release.release.release_id is 'The period, and the beginning of a hash of the contents';
comment on column release.release.period is 'The quarter that it is about';
comment on column release.release.starts_on is 'The first day of the period';
comment on column release.release.as_of is 'The last day of the period';
comment on column release.release.known_at is 'What was loaded later is not in it';
comment on column release.release.status is 'draft or published';
comment on column release.release.supersedes is 'The release of the same period that this one restates';
comment on column release.release.noise_level is 'Standard deviation of the noise of a count';
comment on column release.release.sample is 'Whether the organisation is invented';
comment on column release.release.header is 'The part "release" of the exported file';
comment on column release.release.policy is 'The part "policy" of the exported file';
comment on column release.release.dimensions is 'The part "dimensions" of the exported file';
comment on column release.release.certificate is 'What was checked, against whom, with which result; all that a draft shows';
comment on column release.release.hash is 'SHA-256 over the canonical JSON of the file without its hash';
comment on column release.release.document is 'The exported file, canonical, byte for byte';
comment on column release.release.built_by is 'An account_id, or operator';
comment on column release.release.built_at is 'When it was built';
comment on column release.release.published_by is 'An account_id; never the one that built it';
comment on column release.release.published_at is 'When it was published';

-- One release per period, at most one restatement of it, and one draft waiting.
create unique index one_release_per_period on release.release (period) where status = 'published' and supersedes is null;
create unique index one_restatement on release.release (supersedes) where status = 'published' and supersedes is not null;
create unique index one_draft_per_period on release.release (period) where status = 'draft';

create table release.released_table (
  release_id text not null references release.release (release_id) on delete cascade,
  ordinal int not null check (ordinal >= 0),
  measure text not null,
  variant text not null,
  breakdown text[] not null,
  content jsonb not null,
  primary key (release_id, ordinal),
  unique (release_id, measure, variant, breakdown)
);
comment on table release.released_table is 'The tables of a release, one row each, as in the exported file';
comment on column release.released_table.release_id is 'The release';
comment on column release.released_table.ordinal is 'Its place in the file';
comment on column release.released_table.measure is 'The measure''s key';
comment on column release.released_table.variant is 'The measure''s variant';
comment on column release.released_table.breakdown is 'The dimensions that it is split by; empty for the organisation';
comment on column release.released_table.content is 'The table: how its values are derived, and its cells';

-- Whether an invented organisation is being removed at this moment, which alone may take frozen rows with it.
create function release.removing_sample() returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(current_setting('overstory.removing_sample', true), '') = 'on'
     and exists (select from governance.installation where sample)
$$;
comment on function release.removing_sample() is 'Whether the removal of the sample organisation is under way';

create function release.guard_release() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  replaced release.release;
begin
  if tg_op = 'INSERT' then
    if new.status = 'draft' then
      return new;
    end if;
    raise exception 'a release begins as a draft' using errcode = '42501';
  end if;
  if tg_op = 'DELETE' then
    if old.status = 'draft' or (old.sample and release.removing_sample()) then
      return old;
    end if;
    raise exception 'a published release is frozen' using errcode = '42501';
  end if;
  if old.status = 'published' then
    raise exception 'a published release is frozen' using errcode = '42501';
  end if;
  if new.status <> 'published'
     or to_jsonb(new) - array['status', 'published_by', 'published_at'] <> to_jsonb(old) - array['status', 'published_by', 'published_at'] then
    raise exception 'a draft is published as it was built' using errcode = '42501';
  end if;
  if new.supersedes is not null then
    select * into replaced from release.release where release_id = new.supersedes;
    if replaced.status <> 'published' or replaced.period <> new.period or replaced.supersedes is not null then
      raise exception 'a restatement replaces the first published release of its period' using errcode = '42501';
    end if;
  end if;
  return new;
end $$;
comment on function release.guard_release() is 'Drafts are made, replaced and published; nothing else ever happens to a release';

create function release.guard_table() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  owning text := case when tg_op = 'DELETE' then old.release_id else new.release_id end;
  state text;
begin
  if tg_op = 'UPDATE' then
    raise exception 'a released table never changes' using errcode = '42501';
  end if;
  -- Locked, so that no table can be added to a draft while it is being published. Rows of a release that is
  -- already gone follow it.
  select status into state from release.release where release_id = owning for share;
  if tg_op = 'INSERT' and state = 'draft' then
    return new;
  end if;
  if tg_op = 'DELETE' and (state is null or state = 'draft' or release.removing_sample()) then
    return old;
  end if;
  raise exception 'a published release is frozen' using errcode = '42501';
end $$;
comment on function release.guard_table() is 'Tables come and go with a draft, and stay with a published release';

create function release.refuse_truncate() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'releases are never emptied' using errcode = '42501';
end $$;
comment on function release.refuse_truncate() is 'Nobody empties the releases, their owner included';

create trigger frozen before insert or update or delete on release.release for each row execute function release.guard_release();
create trigger never_emptied before truncate on release.release for each statement execute function release.refuse_truncate();
create trigger frozen before insert or update or delete on release.released_table for each row execute function release.guard_table();
create trigger never_emptied before truncate on release.released_table for each statement execute function release.refuse_truncate();

-- What the web server sees.
create view release.published_release as
  select r.release_id, r.period, r.starts_on, r.as_of, r.known_at, r.supersedes, r.noise_level, r.sample, r.header, r.policy,
         r.dimensions, r.certificate, r.hash, r.document, r.built_at, r.published_at,
         not exists (select from release.release later where later.supersedes = r.release_id and later.status = 'published') as current
  from release.release r
  where r.status = 'published';
comment on view release.published_release is 'Published releases; current is false where a restatement took the place';

create view release.published_table as
  select t.release_id, p.period, p.current, p.sample, t.ordinal, t.measure, t.variant, t.breakdown, t.content
  from release.released_table t join release.published_release p using (release_id);
comment on view release.published_table is 'The tables of published releases';

create view release.draft as
  select r.release_id, r.period, r.as_of, r.known_at, r.supersedes, r.noise_level, r.sample, r.certificate, r.built_at
  from release.release r
  where r.status = 'draft';
comment on view release.draft is 'Drafts: their certificate and nothing of their numbers';

revoke all on release.release, release.released_table, release.published_release, release.published_table, release.draft from public;
revoke all on function release.removing_sample(), release.guard_release(), release.guard_table(), release.refuse_truncate() from public;
grant select, insert, delete on release.release to overstory_curator;
grant update (status, published_by, published_at) on release.release to overstory_curator;
grant select, insert, delete on release.released_table to overstory_curator;
grant execute on function release.removing_sample() to overstory_curator;
grant select on release.published_release, release.published_table, release.draft to overstory_curator, overstory_reader, overstory_auditor;
