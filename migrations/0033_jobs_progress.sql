-- What the worker was asked to do, and how far it is. The queue itself belongs to graphile-worker; this
-- table is what a page shows, so it outlives the job and holds names of work only, never a value.
create table jobs.progress (
  progress_id bigint generated always as identity primary key,
  kind text not null check (kind in ('check-load', 'confirm-load', 'confirm-accepted-rows', 'discard-load', 'withdraw-load',
                                     'build-release', 'publish-release', 'remove-sample-data', 'build-sample-quarters')),
  subject text not null check (length(subject) <= 100),
  asked_by text not null check (length(asked_by) between 1 and 200),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'refused', 'failed')),
  step text not null default '' check (length(step) <= 200),
  done int not null default 0 check (done >= 0),
  total int not null default 0 check (total >= 0),
  message text not null default '' check (length(message) <= 2000),
  asked_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  ended_at timestamptz
);
comment on table jobs.progress is 'Work asked of the worker, and how far it is';
comment on column jobs.progress.progress_id is 'The job''s number';
comment on column jobs.progress.kind is 'What is done';
comment on column jobs.progress.subject is 'To what: the number of a load, or a period';
comment on column jobs.progress.asked_by is 'account_id, or operator';
comment on column jobs.progress.state is 'refused: a rule said no, and message says which; failed: a fault';
comment on column jobs.progress.step is 'What it is doing now, in words';
comment on column jobs.progress.done is 'Steps done';
comment on column jobs.progress.total is 'Steps in all; 0 while unknown';
comment on column jobs.progress.message is 'Why it was refused, for the person who asked';
comment on column jobs.progress.asked_at is 'When it was asked';
comment on column jobs.progress.started_at is 'When the worker began';
comment on column jobs.progress.ended_at is 'When it ended, however it ended';

-- One piece of work of a kind and subject at a time.
create unique index progress_under_way on jobs.progress (kind, subject) where state in ('waiting', 'running');

create function jobs.ask(what text, about text, by_whom text) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  made bigint;
begin
  -- Only the owner of the installation asks as its operator: the web process always asks for an account, whose role the
  -- worker looks at.
  if by_whom = 'operator' and session_user <> current_user then
    raise exception 'only the owner asks as operator' using errcode = '42501';
  end if;
  insert into jobs.progress (kind, subject, asked_by) values (what, about, by_whom)
  on conflict (kind, subject) where state in ('waiting', 'running') do nothing
  returning progress_id into made;
  if made is null then
    select progress_id into made from jobs.progress
    where kind = what and subject = about and state in ('waiting', 'running');
    return made;
  end if;
  -- One after the other, and never a second time by itself: what failed is asked again by a person.
  perform jobs.add_job(what, json_build_object('progress', made), queue_name => 'work', max_attempts => 1);
  return made;
end $$;
comment on function jobs.ask(text, text, text) is 'Puts work into the queue, or returns the same work that is already under way';

revoke all on jobs.progress from public;
revoke all on function jobs.ask(text, text, text) from public;
grant select on jobs.progress to overstory_reader;
grant select, update on jobs.progress to overstory_curator;
grant execute on function jobs.ask(text, text, text) to overstory_reader, overstory_curator;
