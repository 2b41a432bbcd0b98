-- Reports that were asked for and made. A report holds nothing but what a published release says, for a reader of one role;
-- the file stands beside the code that is printed in it, so that whoever holds a page can ask whether it is genuine.
create schema reports;
comment on schema reports is 'Reports of releases: what was asked for, and the files that were made';
grant usage on schema reports to overstory_curator, overstory_reader;

create table reports.wish (
  wish_id bigint generated always as identity primary key,
  release_id text not null references release.release (release_id) on delete cascade,
  format text not null check (format ~ '^[a-z]{2,8}$'),
  definition jsonb not null check (jsonb_typeof(definition) = 'object'),
  asked_by text not null check (length(asked_by) between 1 and 200),
  asked_at timestamptz not null default clock_timestamp()
);
comment on table reports.wish is 'A report that somebody asked for';
comment on column reports.wish.wish_id is 'Its number, under which it stands in the queue';
comment on column reports.wish.release_id is 'Of which release';
comment on column reports.wish.format is 'As what kind of file';
comment on column reports.wish.definition is 'Audience, branch, chapters and extent';
comment on column reports.wish.asked_by is 'account_id';
comment on column reports.wish.asked_at is 'When';

create table reports.made (
  report_id bigint generated always as identity primary key,
  code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$'),
  format text not null check (format ~ '^[a-z]{2,8}$'),
  release_id text not null references release.release (release_id) on delete cascade,
  definition jsonb not null check (jsonb_typeof(definition) = 'object'),
  name text not null check (length(name) between 1 and 200),
  hash text not null check (hash ~ '^sha256:[0-9a-f]{64}$'),
  content bytea not null,
  made_by text not null check (length(made_by) between 1 and 200),
  made_at timestamptz not null default clock_timestamp(),
  unique (code, format)
);
comment on table reports.made is 'Files of reports, as they were made; the same report is made once';
comment on column reports.made.report_id is 'Its number, for its address';
comment on column reports.made.code is 'The code that is printed in it: a fingerprint of what it says';
comment on column reports.made.format is 'What kind of file';
comment on column reports.made.release_id is 'Of which release';
comment on column reports.made.definition is 'Audience, branch, chapters and extent: who may receive it follows from these';
comment on column reports.made.name is 'The name of the file';
comment on column reports.made.hash is 'SHA-256 of the file';
comment on column reports.made.content is 'The file';
comment on column reports.made.made_by is 'account_id of who asked for it, or operator';
comment on column reports.made.made_at is 'When it was made';
create index made_by_hash on reports.made (hash);

create function reports.ask(release text, kind text, wanted jsonb, by_whom text) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  made bigint;
begin
  insert into reports.wish (release_id, format, definition, asked_by) values (release, kind, wanted, by_whom)
  returning wish_id into made;
  return made;
end $$;
comment on function reports.ask(text, text, jsonb, text) is 'Notes a report that somebody asks for; jobs.ask puts it into the queue';

revoke all on reports.wish, reports.made from public;
revoke all on function reports.ask(text, text, jsonb, text) from public;
grant select on reports.wish to overstory_curator;
grant select, insert on reports.made to overstory_curator;
grant select on reports.made to overstory_reader;
grant execute on function reports.ask(text, text, jsonb, text) to overstory_reader;

-- One more kind of work, beside whatever kinds there are.
do $$
declare
  kinds text;
begin
  select pg_get_constraintdef(oid) into kinds from pg_constraint
  where conname = 'progress_kind_check' and conrelid = 'jobs.progress'::regclass;
  if position('ARRAY[' in kinds) = 0 then raise exception 'the kinds of work are not a list any more'; end if;
  alter table jobs.progress drop constraint progress_kind_check;
  execute 'alter table jobs.progress add constraint progress_kind_check ' || replace(kinds, 'ARRAY[', 'ARRAY[''make-report''::text, ');
end $$;

create or replace function jobs.cancel(work bigint, by_whom text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update jobs.progress
  set cancelled_by = by_whom,
      state = case when state = 'waiting' then 'cancelled' else state end,
      ended_at = case when state = 'waiting' then clock_timestamp() end,
      message = case when state = 'waiting' then 'It was cancelled before it began.' else message end
  where progress_id = work and kind in ('build-release', 'make-report') and state in ('waiting', 'running') and cancelled_by is null;
  return found;
end $$;
comment on function jobs.cancel(bigint, text) is 'Takes a build or a report that waits out of the queue, or asks the worker to end it; false where there is none';
