-- A charter says what a track is for and how it will be judged, before anybody has looked. A draft may change; what is locked
-- never does, and a change is a new version.
create table tracks.charter (
  track_id text not null check (length(track_id) between 1 and 200),
  version int not null check (version >= 1),
  document text not null check (length(document) between 2 and 20000),
  copied_from text check (length(copied_from) <= 200),
  written_by text not null check (length(written_by) between 1 and 200),
  written_at timestamptz not null default clock_timestamp(),
  hash text check (hash ~ '^sha256:[0-9a-f]{64}$'),
  locked_by text check (length(locked_by) between 1 and 200),
  locked_at timestamptz,
  primary key (track_id, version),
  check ((hash is null) = (locked_by is null) and (hash is null) = (locked_at is null))
);
comment on table tracks.charter is 'How a track will be judged, one row per version; locked before its first look';
comment on column tracks.charter.track_id is 'The track';
comment on column tracks.charter.version is 'Counted from 1 for each track; a change is a new one';
comment on column tracks.charter.document is 'The charter as canonical JSON, byte for byte as it is hashed';
comment on column tracks.charter.copied_from is 'The track whose charter it was copied from';
comment on column tracks.charter.written_by is 'An account_id, or operator';
comment on column tracks.charter.written_at is 'When it was written last';
comment on column tracks.charter.hash is 'SHA-256 of the document; null while it is a draft';
comment on column tracks.charter.locked_by is 'An account_id, or operator';
comment on column tracks.charter.locked_at is 'When it was locked';
create unique index one_draft_per_track on tracks.charter (track_id) where hash is null;

create function tracks.guard_charter() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.hash is not null then
      raise exception 'a charter begins as a draft' using errcode = '42501';
    end if;
    return new;
  end if;
  if old.hash is null then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' and release.removing_sample() then
    return old;
  end if;
  raise exception 'a locked charter is frozen' using errcode = '42501';
end $$;
comment on function tracks.guard_charter() is 'What is locked stays as it is, for its owner too';
create trigger frozen before insert or update or delete on tracks.charter for each row execute function tracks.guard_charter();
create trigger never_emptied before truncate on tracks.charter for each statement execute function release.refuse_truncate();

create function tracks.write_charter(of_track text, content text, copied text, by_whom text) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  made int;
begin
  perform pg_advisory_xact_lock(7305120341);
  update tracks.charter c
    set document = content, copied_from = copied, written_by = by_whom, written_at = clock_timestamp()
    where c.track_id = of_track and c.hash is null returning c.version into made;
  if made is null then
    select coalesce(max(c.version), 0) + 1 into made from tracks.charter c where c.track_id = of_track;
    insert into tracks.charter (track_id, version, document, copied_from, written_by) values (of_track, made, content, copied, by_whom);
  end if;
  return made;
end $$;
comment on function tracks.write_charter(text, text, text, text) is 'Writes the draft of a track''s charter, and names its version';

create function tracks.lock_charter(of_track text, of_version int, by_whom text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  draft tracks.charter;
  sealed text;
begin
  perform pg_advisory_xact_lock(7305120341);
  select * into draft from tracks.charter c where c.track_id = of_track and c.version = of_version and c.hash is null;
  if draft.track_id is null then
    raise exception 'there is no such draft' using errcode = '55000';
  end if;
  if exists (
    select from release.release r, jsonb_array_elements_text(draft.document::jsonb #> '{content,looks}') look
    where r.status = 'published' and r.period = look
  ) then
    raise exception 'a planned look has been published already' using errcode = '55000';
  end if;
  sealed := 'sha256:' || encode(sha256(convert_to(draft.document, 'UTF8')), 'hex');
  update tracks.charter c set hash = sealed, locked_by = by_whom, locked_at = clock_timestamp()
    where c.track_id = of_track and c.version = of_version;
  return sealed;
end $$;
comment on function tracks.lock_charter(text, int, text) is 'Locks a draft by its hash, as long as none of its looks has been published';

create function tracks.forget_sample_charters() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- Before the row says that it is no sample any more: the guard asks it.
  delete from tracks.charter;
  return new;
end $$;
comment on function tracks.forget_sample_charters() is 'With the invented organisation its charters leave';
create trigger forget_charters before update of sample on governance.installation
  for each row when (old.sample and not new.sample) execute function tracks.forget_sample_charters();

revoke all on tracks.charter from public;
revoke all on function tracks.guard_charter(), tracks.write_charter(text, text, text, text), tracks.lock_charter(text, int, text),
  tracks.forget_sample_charters() from public;
grant select on tracks.charter to overstory_curator, overstory_reader;
grant execute on function tracks.write_charter(text, text, text, text), tracks.lock_charter(text, int, text)
  to overstory_curator, overstory_reader;
